#include "xlsx/xls/sheet_records.h"

#include <algorithm>
#include <array>
#include <bit>
#include <bitset>
#include <cmath>

#include "xlsx/read/cell_text.h"
#include "xlsx/read/cell_value.h"
#include "xlsx/unreadable.h"
#include "xlsx/xls/records.h"
#include "xlsx/xls/stored_number.h"

namespace huizong::xlsx {
namespace {

constexpr int kColumns = 256;  // of an .xls sheet

/// Which cells were seen: no place may come twice, as one of two figures would be lost in silence.
class SeenCells {
 public:
  bool add(CellRef cell) {
    const auto row = static_cast<std::size_t>(cell.row);
    if (row >= rows_.size()) rows_.resize(row + 1);
    auto seen = rows_[row][static_cast<std::size_t>(cell.col)];
    if (seen) return false;
    seen = true;
    return true;
  }

 private:
  std::vector<std::bitset<kColumns>> rows_;
};

class SheetReader {
 public:
  SheetReader(const WorkbookGlobals& globals, const XlsSheet& sheet, const Limits& limits,
              const std::function<void(const Cell&)>& visit)
      : globals_(globals), sheet_(printable(sheet.name)), limits_(limits), visit_(visit) {}

  /// From the sheet's BOF to its EOF. What stands between further pairs of them is a chart.
  std::vector<CellRange> read(Records records) {
    int depth = 0;
    while (records.next()) {
      if (records.id() == record::kBof) {
        ++depth;
      } else if (records.id() == record::kEof) {
        if (--depth == 0) return finish();
      } else if (depth == 1) {
        take(records.id(), records.body());
      }
    }
    refuse_damaged(
        say("工作表“{}”的内容到一半就断了", "the contents of sheet \"{}\" break off", sheet_));
  }

 private:
  void take(std::uint16_t id, RecordBody body) {
    switch (id) {
      case record::kLabelSst:
        begin_cell(body);
        return read_shared_text(body.u32());
      case record::kLabel:
      case record::kRString:
        begin_cell(body);
        return put_text(body.text());
      case record::kNumber:
        begin_cell(body);
        return put_number(body.f64());
      case record::kRk:
        begin_cell(body);
        return put_number(rk_number(body.u32()));
      case record::kMulRk:
        return read_numbers(body);
      case record::kBoolErr: {
        begin_cell(body);
        const std::uint8_t value = body.u8();
        return body.u8() == 0 ? put_bool(value) : put_error(value);
      }
      case record::kFormula:
      case record::kFormula3:
      case record::kFormula4:
        begin_cell(body);
        return read_result(body);
      case record::kString:
        return read_text_result(body);
      case record::kMergeCells:
        return read_merges(body);
      default:
        refuse_older_cell(id);
    }
  }

  void begin_cell(RecordBody& body) {
    const int row = body.u16();
    const int col = body.u16();
    begin_cell_at(row, col, body.u16());
  }

  void begin_cell_at(int row, int col, std::uint16_t style) {
    end_formula();
    cell_.ref = {row, col};
    cell_.type = CellType::Blank;
    cell_.text.clear();
    cell_.style = style;
    cell_.formula = false;
    cell_.fault = CellFault::None;
    if (col >= kColumns) refuse_place();
    if (!seen_.add(cell_.ref)) {
      const std::string place = to_string(cell_.ref);
      refuse_damaged(
          say("工作表“{}”的 {} 出现了两次", "{1} of sheet \"{0}\" appears twice", sheet_, place));
    }
  }

  [[noreturn]] void refuse_place() const {
    refuse_damaged(say("工作表“{}”第 {} 行附近有一个位置不对",
                       "near row {1} of sheet \"{0}\" there is an impossible place", sheet_,
                       cell_.ref.row + 1));
  }

  void put() {
    if (!cell_.text.empty() || cell_.formula) visit_(cell_);
  }

  void put_text(std::string text) {
    check_text_size(text.size(), limits_);
    cell_.type = CellType::Text;
    cell_.text = std::move(text);
    put();
  }

  void read_shared_text(std::uint32_t index) {
    if (!globals_.strings) {
      const std::string place = to_string(cell_.ref);
      refuse_damaged(say(
          "文字表丢失，工作表“{}”的 {} 等处的文字读不出来",
          "its table of texts is missing, so that {1} of sheet \"{0}\" and others cannot be read",
          sheet_, place));
    }
    if (index >= globals_.strings->size()) {
      return put_unreadable(fmt::to_string(index), CellFault::NoSuchText);
    }
    cell_.type = CellType::Text;
    cell_.text = globals_.strings->at(index);
    put();
  }

  void put_number(double value) {
    if (!std::isfinite(value)) {
      return put_unreadable(fmt::format("0x{:016X}", std::bit_cast<std::uint64_t>(value)),
                            CellFault::NotANumber);
    }
    cell_.type = CellType::Number;
    cell_.text = number_text(value);
    put();
  }

  void put_bool(std::uint8_t value) {
    if (value > 1) {
      return put_unreadable(fmt::to_string(value), CellFault::NotABool);
    }
    cell_.type = CellType::Bool;
    cell_.text = value == 1 ? "1" : "0";
    put();
  }

  void put_error(std::uint8_t code) {
    cell_.type = CellType::Error;
    cell_.text = error_text(code);
    if (cell_.text.empty()) {
      return put_unreadable(fmt::to_string(code), CellFault::NotAnError);
    }
    put();
  }

  void put_unreadable(const std::string& stored, CellFault fault) {
    mark_unreadable(cell_, stored, fault);
    put();
  }

  void read_numbers(RecordBody body) {
    constexpr std::size_t kAround = 6;  // row, first column, last column
    constexpr std::size_t kEach = 6;    // format, number
    const std::size_t size = body.left();
    const int row = body.u16();
    const int first = body.u16();
    if (size < kAround || (size - kAround) % kEach != 0) refuse_row(row);
    const auto count = static_cast<int>((size - kAround) / kEach);
    for (int i = 0; i < count; ++i) {
      begin_cell_at(row, first + i, body.u16());
      put_number(rk_number(body.u32()));
    }
    if (body.u16() != first + count - 1) refuse_row(row);
  }

  [[noreturn]] void refuse_row(int row) const {
    refuse_damaged(say("工作表“{}”第 {} 行的内容不完整", "row {1} of sheet \"{0}\" is incomplete",
                       sheet_, row + 1));
  }

  /// What is stored in place of a number is told by a pattern that no number has.
  void read_result(RecordBody body) {
    cell_.formula = true;
    RecordBody number = body;
    const std::uint8_t kind = body.u8();
    body.u8();
    const std::uint8_t value = body.u8();
    body.skip(3);
    if (body.u16() != 0xFFFF) return put_number(number.f64());
    switch (kind) {
      case 0:
        awaits_text_ = true;  // in a STRING record that follows
        return;
      case 1:
        return put_bool(value);
      case 2:
        return put_error(value);
      case 3:
        return put_text("");
      default:
        return put_number(number.f64());
    }
  }

  void read_text_result(RecordBody body) {
    if (!awaits_text_) {
      const std::string place = to_string(cell_.ref);
      refuse_damaged(say("工作表“{}”的 {} 之后多出一个公式结果",
                         "after {1} of sheet \"{0}\" there is the result of no formula", sheet_,
                         place));
    }
    awaits_text_ = false;
    put_text(body.text());
  }

  /// A formula whose text did not come has no stored result.
  void end_formula() {
    if (!awaits_text_) return;
    awaits_text_ = false;
    put();
  }

  void read_merges(RecordBody body) {
    const int count = body.u16();
    for (int i = 0; i < count; ++i) {
      const int row = body.u16();
      const int last_row = body.u16();
      const int col = body.u16();
      const int last_col = body.u16();
      if (std::max(col, last_col) >= kColumns) {
        refuse_damaged(say("工作表“{}”第 {} 行附近的合并区域不对",
                           "near row {1} sheet \"{0}\" has an impossible merged range", sheet_,
                           row + 1));
      }
      if (merges_.size() >= limits_.merges) {
        refuse_limit("merges",
                     say("工作表“{}”的合并区域超过 {} 个",
                         "sheet \"{}\" has more than {} merged ranges", sheet_, limits_.merges));
      }
      const CellRange range{{std::min(row, last_row), std::min(col, last_col)},
                            {std::max(row, last_row), std::max(col, last_col)}};
      if (range.first != range.last) merges_.push_back(range);
    }
  }

  /// Records in which versions before 97 kept cells: what they hold may not go unread in silence.
  void refuse_older_cell(std::uint16_t id) const {
    constexpr std::array<std::uint16_t, 5> kOlder = {0x0002, 0x0003, 0x0004, 0x0005, 0x0007};
    if (std::find(kOlder.begin(), kOlder.end(), id) == kOlder.end()) return;
    refuse_damaged(say("工作表“{}”里有早于 97 版的单元格记录",
                       "sheet \"{}\" holds cells as versions before 97 kept them", sheet_));
  }

  std::vector<CellRange> finish() {
    end_formula();
    std::sort(merges_.begin(), merges_.end());
    return std::move(merges_);
  }

  const WorkbookGlobals& globals_;
  const std::string sheet_;
  const Limits& limits_;
  const std::function<void(const Cell&)>& visit_;
  Cell cell_;
  bool awaits_text_ = false;  // cell_ is a formula whose result is a text
  SeenCells seen_;
  std::vector<CellRange> merges_;
};

}  // namespace

std::vector<CellRange> visit_sheet_records(std::string_view stream, const WorkbookGlobals& globals,
                                           const XlsSheet& sheet, const Limits& limits,
                                           const std::function<void(const Cell&)>& visit) {
  return SheetReader(globals, sheet, limits, visit).read(Records(stream, sheet.at));
}

}  // namespace huizong::xlsx
