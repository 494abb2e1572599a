#include "xlsx/read/sheet_stream.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "xlsx/package/xml_stream.h"
#include "xlsx/read/cell_text.h"
#include "xlsx/read/cell_value.h"

namespace huizong::xlsx {
namespace {

std::optional<int> parse_row_number(std::string_view text) {
  int value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  if (result.ec != std::errc() || result.ptr != text.data() + text.size()) return std::nullopt;
  if (value < 1 || value > kMaxRows) return std::nullopt;
  return value - 1;
}

/// Where the next cell stands. Rows and cells may leave out their place (it is the one after the
/// last) and may come in any order, but no place may come twice: one of two figures would be lost
/// in silence.
class Places {
 public:
  explicit Places(std::string sheet) : sheet_(std::move(sheet)), cols_(kMaxCols) {}

  void begin_row(const Element& element) {
    const std::string_view stated = element.attribute("r");
    row_ = stated.data() == nullptr ? row_ + 1 : parse_row_number(stated).value_or(-1);
    if (row_ < 0 || row_ >= kMaxRows) refuse_place(stated);
    const auto row = static_cast<std::size_t>(row_);
    if (row >= rows_.size()) rows_.resize(row + 1);
    if (rows_[row]) {
      refuse_damaged(say("工作表“{}”的第 {} 行出现了两次", "row {1} of sheet \"{0}\" appears twice",
                         sheet_, row_ + 1));
    }
    rows_[row] = true;
    std::fill(cols_.begin(), cols_.begin() + (last_col_ + 1), false);
    col_ = last_col_ = -1;
  }

  CellRef next_cell(const Element& element) {
    const std::string_view stated = element.attribute("r");
    if (stated.data() == nullptr) {
      ++col_;
    } else {
      const auto ref = parse_cell_ref(stated);
      if (!ref || ref->row != row_) refuse_place(stated);
      col_ = ref->col;
    }
    if (col_ >= kMaxCols) refuse_place({});
    const CellRef cell{row_, col_};
    const auto col = static_cast<std::size_t>(col_);
    if (cols_[col]) {
      const std::string place = to_string(cell);
      refuse_damaged(
          say("工作表“{}”的 {} 出现了两次", "{1} of sheet \"{0}\" appears twice", sheet_, place));
    }
    cols_[col] = true;
    last_col_ = std::max(last_col_, col_);
    return cell;
  }

 private:
  [[noreturn]] void refuse_place(std::string_view stated) const {
    const std::string place = stated.data() == nullptr ? "?" : printable(stated);
    refuse_damaged(say("工作表“{}”第 {} 行附近有一个位置“{}”不对",
                       "near row {1} of sheet \"{0}\" there is an impossible place \"{2}\"", sheet_,
                       std::max(row_, 0) + 1, place));
  }

  const std::string sheet_;
  int row_ = -1;
  int col_ = -1;
  int last_col_ = -1;       // rightmost of this row
  std::vector<bool> rows_;  // seen
  std::vector<bool> cols_;  // seen in this row
};

class SheetHandler : public XmlHandler {
 public:
  SheetHandler(const SheetPart& sheet, const SharedStrings* strings, const Limits& limits,
               const std::function<void(const Cell&)>& visit)
      : sheet_(printable(sheet.name)),
        strings_(strings),
        limits_(limits),
        visit_(visit),
        places_(sheet_),
        inline_(limits) {}

  bool start(const Element& element) override {
    switch (state_) {
      case State::Outside:
        if (!element.is("worksheet")) {
          refuse_damaged(
              say("工作表“{}”的内容不是表格", "the contents of sheet \"{}\" are no sheet", sheet_));
        }
        return enter(State::Sheet);
      case State::Sheet:
        if (element.is("sheetData")) return enter(State::Data);
        return element.is("mergeCells") && enter(State::Merges);
      case State::Data:
        if (!element.is("row")) return false;
        places_.begin_row(element);
        return enter(State::Row);
      case State::Row:
        if (!element.is("c")) return false;
        begin_cell(element);
        return enter(State::Cell);
      case State::Cell:
        return start_in_cell(element);
      case State::Inline:
        return inline_.start(element);
      case State::Merges:
        if (element.is("mergeCell")) add_merge(element.attribute("ref"));
        return false;
      case State::Value:
      case State::Formula:
        return false;
    }
    return false;
  }

  void text(std::string_view piece) override {
    if (state_ == State::Inline) inline_.text(piece);
    if (state_ != State::Value) return;
    check_text_size(value_.size() + piece.size(), limits_);
    value_ += piece;
  }

  void end(std::string_view local) override {
    switch (state_) {
      case State::Inline:
        if (local != "is") return inline_.end(local);
        state_ = State::Cell;
        return;
      case State::Value:
      case State::Formula:
        state_ = State::Cell;
        return;
      case State::Cell:
        finish_cell();
        state_ = State::Row;
        return;
      case State::Row:
        state_ = State::Data;
        return;
      case State::Data:
      case State::Merges:
        state_ = State::Sheet;
        return;
      case State::Sheet:
      case State::Outside:
        state_ = State::Outside;
        return;
    }
  }

  std::vector<CellRange> take_merges() {
    std::sort(merges_.begin(), merges_.end());
    return std::move(merges_);
  }

 private:
  enum class State { Outside, Sheet, Data, Row, Cell, Value, Formula, Inline, Merges };

  bool enter(State state) {
    state_ = state;
    return true;
  }

  void begin_cell(const Element& element) {
    cell_.ref = places_.next_cell(element);
    cell_.formula = false;
    cell_.style = 0;
    const std::string_view style = element.attribute("s");
    std::from_chars(style.data(), style.data() + style.size(),
                    cell_.style);  // a bad one is General
    const std::string_view type = element.attribute("t");
    type_ = stored_type(type, type.data() != nullptr);
    value_.clear();
    values_ = 0;
    has_inline_ = false;
  }

  bool start_in_cell(const Element& element) {
    if (element.is("v")) {
      ++values_;
      return enter(State::Value);
    }
    if (element.is("f")) {
      cell_.formula = true;
      return enter(State::Formula);
    }
    if (!element.is("is")) return false;
    if (!has_inline_) inline_.clear();
    has_inline_ = true;
    return enter(State::Inline);
  }

  void finish_cell() {
    const bool has_text = has_inline_ && !inline_.collected().empty();
    if (values_ == 0 && !cell_.formula && !has_text) return;  // empty, there for its format
    cell_.type = CellType::Blank;
    cell_.text.clear();
    cell_.warn = {};
    if (values_ > 1 || (has_text && (values_ > 0 || type_ != StoredType::InlineText))) {
      const std::string& stored = has_text ? inline_.collected() : value_;
      mark_unreadable(cell_, stored,
                      {"单元格里存了不止一个值，或类型和内容对不上",
                       "it holds more than one value, or its type does not fit what it holds"});
    } else if (has_text) {
      cell_.type = CellType::Text;
      cell_.text = inline_.collected();
    } else if (type_ == StoredType::FormulaText && values_ > 0) {
      read_value();  // may be "", the result of a formula
    } else if (!xml_trimmed(value_).empty()) {
      read_value();
    }
    if (cell_.text.empty() && !cell_.formula) return;
    visit_(cell_);
  }

  void read_value() {
    static const SharedStrings kNone;
    if (type_ == StoredType::SharedString && strings_ == nullptr) {
      const std::string place = to_string(cell_.ref);
      refuse_damaged(say(
          "文字表丢失，工作表“{}”的 {} 等处的文字读不出来",
          "its table of texts is missing, so that {1} of sheet \"{0}\" and others cannot be read",
          sheet_, place));
    }
    read_stored_value(cell_, type_, value_, strings_ != nullptr ? *strings_ : kNone);
  }

  void add_merge(std::string_view ref) {
    const auto range = parse_cell_range(ref);
    if (!range) {
      const std::string shown = printable(ref);
      refuse_damaged(say("工作表“{}”的合并区域“{}”不对",
                         "sheet \"{}\" has an impossible merged range \"{}\"", sheet_, shown));
    }
    if (merges_.size() >= limits_.merges) {
      refuse_limit(say("工作表“{}”的合并区域超过 {} 个",
                       "sheet \"{}\" has more than {} merged ranges", sheet_, limits_.merges));
    }
    if (range->first != range->last) merges_.push_back(*range);
  }

  const std::string sheet_;
  const SharedStrings* strings_;
  const Limits& limits_;
  const std::function<void(const Cell&)>& visit_;
  State state_ = State::Outside;
  Places places_;
  Cell cell_;
  StoredType type_ = StoredType::Number;
  std::string value_;  // inside <v>
  int values_ = 0;     // how many <v>
  bool has_inline_ = false;
  TextCollector inline_;
  std::vector<CellRange> merges_;
};

}  // namespace

std::vector<CellRange> stream_sheet(const Package& package, const SheetPart& sheet,
                                    const SharedStrings* strings,
                                    const std::function<void(const Cell&)>& visit) {
  SheetHandler handler(sheet, strings, package.limits(), visit);
  parse_part(package, sheet.part, PartSize::Large, handler);
  return handler.take_merges();
}

}  // namespace huizong::xlsx
