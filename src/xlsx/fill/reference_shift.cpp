#include "xlsx/fill/reference_shift.h"

#include <algorithm>

#include "xlsx/fill/counted_rows.h"
#include "xlsx/fill/row_lists.h"

namespace huizong::xlsx {
namespace {

constexpr std::string_view kLost = "#REF!";

std::string edited(std::string_view text, const std::vector<FormulaEdit>& edits) {
  std::string out;
  std::size_t done = 0;
  for (const auto& edit : edits) {
    out += text.substr(done, edit.at - done);
    out += edit.text;
    done = edit.at + edit.length;
  }
  return out += text.substr(done);
}

/// The text with each reference replaced by what `rewrite` says; references it returns nothing for
/// stay.
template <class Rewrite>
std::string replaced(std::string_view text, const Rewrite& rewrite) {
  std::vector<FormulaEdit> edits;
  for (const Reference& reference : scan_formula(text).references) {
    std::optional<std::string> now = rewrite(reference);
    if (now) edits.push_back({reference.at, reference.length, std::move(*now)});
  }
  return edited(text, edits);
}

/// A reference moved by so many rows and columns where it has no $; #REF! beyond the sheet's edge.
std::string moved_by(Reference reference, int rows, int cols) {
  for (Reference::Corner* corner : {&reference.first, &reference.last}) {
    if (reference.kind != Reference::Kind::Cols && !corner->fixed_row) corner->cell.row += rows;
    if (reference.kind != Reference::Kind::Rows && !corner->fixed_col) corner->cell.col += cols;
    const CellRef cell = corner->cell;
    if (cell.row < 0 || cell.row >= kMaxRows || cell.col < 0 || cell.col >= kMaxCols) {
      return std::string(kLost);
    }
  }
  return a1_text(reference);
}

}  // namespace

bool ReferenceShift::reaches_through(std::string_view first, std::string_view last) const {
  const auto place = [this](std::string_view name) {
    return std::find_if(sheets_.begin(), sheets_.end(),
                        [&](const std::string& s) { return same_sheet(s, name); });
  };
  auto from = place(first);
  auto to = place(last);
  if (to < from) std::swap(from, to);
  const auto own = place(sheet_);
  return from <= own && own <= to;
}

bool ReferenceShift::is_here(const Reference& reference, std::string_view sheet) const {
  if (reference.external || !reference.last_sheet.empty()) return false;
  return same_sheet(reference.sheet.empty() ? sheet : std::string_view(reference.sheet), sheet_);
}

const std::string* ReferenceShift::name_text(std::string_view name) const {
  const auto found = std::find_if(names_.begin(), names_.end(),
                                  [&](const auto& one) { return same_sheet(one.first, name); });
  return found == names_.end() ? nullptr : &found->second;
}

/// Of a reference to the moved sheet; `row` where it stands in a cell of it.
Fate ReferenceShift::move_corners(Reference& reference, std::optional<int> row) const {
  auto& first = reference.first;
  auto& last = reference.last;
  const Reference before = reference;
  if (reference.kind == Reference::Kind::Cell) {
    const auto now = move_.row(first.cell.row);
    if (!now) return Fate::Lost;
    first.cell.row = last.cell.row = *now;
  } else {
    auto& low = first.cell.row <= last.cell.row ? first : last;
    auto& high = first.cell.row <= last.cell.row ? last : first;
    const bool one_row = low.cell.row == high.cell.row;
    const bool rows_own = row == move_.block.last && (!high.fixed_row || one_row);
    const bool one_row_of_many = one_row && move_.block.first != move_.block.last;
    const auto now = move_.span({low.cell.row, high.cell.row}, !rows_own && !one_row_of_many);
    if (!now) return Fate::Lost;
    low.cell.row = now->first;
    high.cell.row = now->last;
  }
  if (std::max(first.cell.row, last.cell.row) >= kMaxRows) {
    reference = before;
    return Fate::Lost;
  }
  return first.cell == before.first.cell && last.cell == before.last.cell ? Fate::Stays
                                                                          : Fate::Moves;
}

Fate ReferenceShift::move_reference(Reference& reference, std::string_view sheet,
                                    std::optional<int> row) const {
  if (reference.external || reference.kind == Reference::Kind::Cols) return Fate::Stays;
  if (!reference.last_sheet.empty()) {
    // Excel moves such a reference only where every sheet of it gets the rows.
    Reference moved = reference;
    const bool stays = !reaches_through(reference.sheet, reference.last_sheet) ||
                       move_corners(moved, std::nullopt) == Fate::Stays;
    return stays ? Fate::Stays : Fate::Through;
  }
  if (!is_here(reference, sheet)) return Fate::Stays;
  return move_corners(reference, same_sheet(sheet, sheet_) ? row : std::nullopt);
}

/// A plain cell there, beside a range that is put together: it cannot be told which of them is the
/// range's end.
bool ReferenceShift::ends_on_last_row(const Reference& reference, std::string_view sheet) const {
  return reference.kind == Reference::Kind::Cell && move_.by() > 0 &&
         reference.first.cell.row == move_.block.last && is_here(reference, sheet);
}

Shifted ReferenceShift::rewrite(std::string_view text, std::string_view sheet,
                                std::optional<int> row, bool only_fixed) const {
  Shifted result;
  const auto meet = [&](Trouble trouble) {
    if (result.trouble == Trouble::None) result.trouble = trouble;
  };
  const FormulaScan scan = scan_formula(text);
  const bool of_block = row && *row >= move_.block.first && *row <= move_.block.last;
  const bool fixed = only_fixed || of_block;  // H12/($H$12+$H$13) stands in the block itself
  const RowLists lists = row_lists(text, scan, move_, [&](const Reference& r) {
    return is_here(r, sheet) && (!fixed || (r.first.fixed_row && r.last.fixed_row));
  });
  if (lists.unclear) meet(Trouble::Listed);
  if (counts_moved_rows(*this, text, scan, sheet)) meet(Trouble::Counted);

  std::vector<FormulaEdit> edits;
  auto list = lists.edits.begin();
  for (Reference reference : scan.references) {
    if (list != lists.edits.end() && reference.at >= list->at) {
      if (reference.at == list->at) edits.push_back(*list);
      if (reference.at + reference.length == list->at + list->length) ++list;
      continue;
    }
    if (only_fixed && !(reference.first.fixed_row && reference.last.fixed_row)) continue;
    if (scan.joins && !of_block && ends_on_last_row(reference, sheet)) meet(Trouble::Joined);
    switch (move_reference(reference, sheet, row)) {
      case Fate::Stays:
        break;
      case Fate::Moves:
        edits.push_back({reference.at, reference.length, a1_text(reference)});
        break;
      case Fate::Lost:
        edits.push_back({reference.at, reference.length, std::string(kLost)});
        meet(Trouble::Lost);
        break;
      case Fate::Through:
        meet(Trouble::Through);
        break;
    }
  }
  result.text = edited(text, edits);
  result.changed = !edits.empty();
  return result;
}

Shifted ReferenceShift::formula(std::string_view text, std::string_view sheet,
                                std::optional<int> row) const {
  return rewrite(text, sheet, row, false);
}

Shifted ReferenceShift::name(std::string_view name, std::string_view text) const {
  // A name's references always name their sheet; one that does not belongs to none.
  return rewrite(text, "", std::nullopt, !name.starts_with("_xlnm."));
}

std::optional<std::string> ReferenceShift::area(std::string_view a1, bool grow) const {
  const auto range = parse_cell_range(a1);
  if (!range) return std::string(a1);
  const auto rows = move_.span({range->first.row, range->last.row}, grow);
  if (!rows) return std::nullopt;
  return to_string(CellRange{{rows->first, range->first.col}, {rows->last, range->last.col}});
}

std::string ReferenceShift::areas(std::string_view list, bool grow) const {
  std::string out;
  for (std::size_t at = 0; at < list.size();) {
    const auto end = std::min(list.find_first_of(" \t\n\r", at), list.size());
    const auto now = end > at ? area(list.substr(at, end - at), grow) : std::nullopt;
    if (now) out += (out.empty() ? "" : " ") + *now;
    at = end + 1;
  }
  return out;
}

std::string rewritten(std::string_view text, const std::function<bool(Reference&)>& change) {
  return replaced(text, [&](Reference reference) -> std::optional<std::string> {
    if (!change(reference)) return std::nullopt;
    return a1_text(reference);
  });
}

std::string copied_formula(std::string_view text, int rows, int cols) {
  return replaced(text, [&](const Reference& reference) -> std::optional<std::string> {
    return moved_by(reference, rows, cols);
  });
}

std::string cloned_formula(std::string_view text, RowSpan block, int row, int rows) {
  return replaced(text, [&](Reference reference) -> std::optional<std::string> {
    if (!reference.sheet.empty() || reference.external) return moved_by(reference, rows, 0);
    const auto follows = [&](const Reference::Corner& corner) {
      const int at = corner.cell.row;
      return !corner.fixed_row && ((at >= block.first && at <= block.last) || at == row - 1);
    };
    if (reference.kind == Reference::Kind::Cols) return std::nullopt;
    const bool first = follows(reference.first);
    const bool last = follows(reference.last);
    if (first) reference.first.cell.row += rows;
    if (last) reference.last.cell.row += rows;
    return a1_text(reference);
  });
}

}  // namespace huizong::xlsx
