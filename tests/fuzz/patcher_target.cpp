// A form filled: the parts of a package as text, before them up to four operations of seven bytes.
//
// What was set is read back; what was not touched is as it was, rows moved or not. A form that is
// refused is refused before anything is written.

#include <fmt/format.h>

#include <map>

#include "checked_reading.h"
#include "promise.h"
#include "stored_package.h"
#include "xlsx/patcher.h"

using namespace huizong;
using fuzz::require;

namespace {

struct Operation {
  static constexpr std::size_t kBytes = 7;
  enum Kind { Resize, Text, Number, Clear, Merge, Unmerge, Formula, kKinds };
  Kind kind;
  std::size_t sheet;
  CellRef cell;
  int a, b;
};

Operation operation_from(std::string_view bytes) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const int row = byte(3) < 250 ? byte(3) % 2 * 256 + byte(2) : kMaxRows - 1 - byte(2);
  return {static_cast<Operation::Kind>(byte(0) % Operation::kKinds),
          byte(1) % 4u,
          {row, byte(4) == 255 ? kMaxCols - 1 : byte(4)},
          byte(5),
          byte(6)};
}

std::string text_for(const Operation& op) {
  static const std::string kTexts[] = {"合计",     "=1+1",   " 前后 ", "甲\r\n乙\t", "_x000D_",
                                       "\x01\x1F", "<&>\"'", "]]>",    "#REF!",      "😀"};
  std::string text = kTexts[static_cast<std::size_t>(op.a) % std::size(kTexts)];
  for (int i = 0; i < op.b; ++i) text += static_cast<char>('0' + i % 64);
  return text;
}
Decimal number_for(const Operation& op) {
  return *Decimal::parse(fmt::format("{}{}E{}", op.a % 2 ? "-" : "", op.a * 1003, op.b - 128));
}

/// What the filled form must hold. A place that is not named is empty; one without a cell may hold
/// anything.
class Expected {
 public:
  explicit Expected(const xlsx::Workbook& book) {
    for (const auto& sheet : book.sheets) {
      auto& places = sheets_.emplace_back();
      for (const auto& cell : sheet.cells) places[cell.ref] = cell;
    }
  }

  void apply(const Operation& op) {
    auto& places = sheets_[op.sheet];
    switch (op.kind) {
      case Operation::Resize:
        return resize(places, {{op.cell.row, op.cell.row + op.a % 16}, op.b % 32 + 1});
      case Operation::Text:
      case Operation::Number:
      case Operation::Formula:
        places[op.cell] = cell_for(op);
        return;
      case Operation::Clear:
        places.erase(op.cell);
        return;
      case Operation::Merge:
        std::erase_if(places, [&](const auto& place) {
          return place.first != op.cell && range_of(op).contains(place.first);
        });
        return;
      default:
        return;
    }
  }

  void check(const xlsx::Workbook& book) const {
    require(book.sheets.size() == sheets_.size(), "a filled form has its sheets");
    for (std::size_t i = 0; i < sheets_.size(); ++i) {
      for (const auto& cell : book.sheets[i].cells) {
        require(sheets_[i].contains(cell.ref), "what was empty stays empty", fuzz::shown(cell));
      }
      for (const auto& [place, want] : sheets_[i]) {
        if (want) check_cell(*want, book.sheets[i].find(place));
      }
    }
  }

  static CellRange range_of(const Operation& op) {
    return {op.cell, {op.cell.row + op.a % 16, op.cell.col + op.b % 8}};
  }

 private:
  using Places = std::map<CellRef, std::optional<xlsx::Cell>>;

  static xlsx::Cell cell_for(const Operation& op) {
    xlsx::Cell cell;
    cell.ref = op.cell;
    cell.formula = op.kind == Operation::Formula;
    cell.type = op.kind == Operation::Text ? xlsx::CellType::Text : xlsx::CellType::Number;
    cell.text =
        op.kind == Operation::Text ? fuzz::as_filled(text_for(op)) : number_for(op).to_string();
    return cell;
  }

  static void resize(Places& places, const xlsx::RowMove& move) {
    Places now;
    for (auto& [place, cell] : places) {
      if (const auto row = move.row(place.row)) now[{*row, place.col}] = std::move(cell);
    }
    // A row that is added holds what the last sample row holds, more or less.
    for (int row = move.block.last + 1; row <= move.block.last + move.by(); ++row) {
      for (const auto& [place, cell] : places) {
        if (place.row == move.block.last) now[{row, place.col}] = std::nullopt;
      }
    }
    places = std::move(now);
  }

  static void check_cell(const xlsx::Cell& want, const xlsx::Cell* got) {
    const std::string seen = fuzz::shown(want) + (got ? fuzz::shown(*got) : "nothing");
    require(got != nullptr, "a cell of the form is still there", seen);
    require(got->formula == want.formula, "formulas stay formulas", seen);
    if (want.formula && got->type == xlsx::CellType::Blank) return;  // its value may be out of date
    require(got->type == want.type, "a cell keeps its kind", seen);
    const auto number = xlsx::number_of(*got);
    require(number ? number == Decimal::from_double(Decimal::parse(want.text)
                                                        ? Decimal::parse(want.text)->to_double()
                                                        : xlsx::number_of(want)->to_double())
                   : got->text == want.text,
            "a cell keeps what it holds", seen);
  }

  std::vector<Places> sheets_;
};

void fill(xlsx::Patcher& form, const Operation& op) {
  switch (op.kind) {
    case Operation::Resize:
      return form.resize_block(op.sheet, {op.cell.row, op.cell.row + op.a % 16}, op.b % 32 + 1);
    case Operation::Text:
      return form.set_text(op.sheet, op.cell, text_for(op));
    case Operation::Number:
      return form.set_number(op.sheet, op.cell, number_for(op));
    case Operation::Clear:
      return form.clear(op.sheet, op.cell);
    case Operation::Merge:
      return form.merge(op.sheet, Expected::range_of(op));
    case Operation::Unmerge:
      return form.unmerge(op.sheet, Expected::range_of(op));
    default:
      return form.set_formula(op.sheet, op.cell, "SUM(A1:B2)", number_for(op));
  }
}

bool on_sheet(const Operation& op) {
  const auto last = Expected::range_of(op).last;
  return last.row < kMaxRows && last.col < kMaxCols;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto text = fuzz::text_of(data, size);
  if (text.empty()) return 0;
  std::vector<Operation> operations;
  const std::size_t count = static_cast<unsigned char>(text[0]) % 5u;
  text.remove_prefix(1);
  for (; operations.size() < count && text.size() >= Operation::kBytes;
       text.remove_prefix(Operation::kBytes)) {
    operations.push_back(operation_from(text));
  }
  const std::string package = fuzz::stored_package(fuzz::parts_from(text));
  const auto before = fuzz::read_checked(package);
  std::optional<Expected> expected;
  if (before) expected.emplace(*before);

  std::string filled;
  try {
    xlsx::Patcher form(package, fuzz::small_limits());
    for (const auto& op : operations) {
      if (op.sheet >= form.sheet_count() || !on_sheet(op)) continue;
      fill(form, op);
      if (expected) expected->apply(op);
    }
    filled = form.package();
  } catch (const Error&) {
    return 0;
  }
  if (!before) return 0;
  auto limits = fuzz::small_limits();
  limits.cells *= 2;  // what was added may go beyond a limit that the form itself kept
  limits.merges *= 2;
  limits.total_bytes *= 2;
  const auto after = fuzz::read_checked(filled, limits);
  require(after.has_value(), "a filled form can be read");
  expected->check(*after);
  return 0;
}
