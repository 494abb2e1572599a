#include "xlsx/read/sheet_stream.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>
#include <utility>

#include "xlsx/package/xml_stream.h"
#include "xlsx/read/cell_text.h"
#include "xlsx/read/cell_value.h"
#include "xlsx/read/places.h"
#include "xlsx/read/plain_spelling.h"

namespace huizong::xlsx {
namespace {

using Event = XmlScanner::Event;

class SheetReader {
 public:
  SheetReader(const Package& package, const SheetPart& sheet, const SharedStrings* strings,
              const std::function<void(const Cell&)>& visit, Spelling spelling)
      : sheet_(printable(sheet.name)),
        strings_(strings),
        limits_(package.limits()),
        visit_(visit),
        spelling_(spelling),
        xml_(scan_part(package, sheet.part, PartSize::Large)),
        places_(sheet_),
        inline_(limits_) {}

  std::vector<CellRange> read() {
    if (xml_.next() != Event::Start || !xml_.element().is("worksheet")) {
      refuse_damaged(
          say("工作表“{}”的内容不是表格", "the contents of sheet \"{}\" are no sheet", sheet_));
    }
    bool cells = false;
    while (next_child()) {
      if (xml_.element().is("sheetData")) {
        // Excel does not open it: which of the two figures for one cell would be audited?
        if (std::exchange(cells, true)) {
          refuse_damaged(
              say("工作表“{}”里有两份单元格内容", "sheet \"{}\" has two sets of cells", sheet_));
        }
        read_rows();
      } else if (xml_.element().is("mergeCells")) {
        read_merges();
      } else {
        pass_over();
      }
    }
    while (xml_.next() != Event::Finished) {
    }
    std::sort(merges_.begin(), merges_.end());
    return std::move(merges_);
  }

 private:
  /// The next element inside the one that is open; false at its end. Text between is passed over.
  bool next_child() {
    while (true) {
      const Event event = xml_.next();
      if (event != Event::Text) return event == Event::Start;
    }
  }

  /// What is not ours to read; but a cell is never passed over for standing where none belongs.
  void pass_over() {
    if (xml_.element().is("row") || xml_.element().is("c")) {
      refuse_damaged(say("工作表“{}”里有行或单元格没有放在该放的地方",
                         "sheet \"{}\" has a row or a cell where none belongs", sheet_));
    }
    xml_.skip();
  }

  void read_rows() {
    while (next_child()) {
      if (xml_.element().is("row")) {
        read_row();
      } else {
        pass_over();
      }
    }
  }

  void read_row() {
    places_.begin_row(xml_.element().attribute("r"));
    constexpr int kPlainAttributes = 3;
    const int depth = xml_.depth();
    const bool plain = spelling_ == Spelling::PlainFirst && !xml_.element().prefixed() &&
                       depth + 2 <= limits_.depth && kPlainAttributes <= limits_.attributes;
    while (true) {
      // Deeper, an alternative stands between, which may say what <c> means anew.
      if (plain && xml_.depth() == depth) read_plain_cells();
      if (!next_child()) return;
      if (xml_.element().is("c")) {
        read_cell();
      } else {
        pass_over();
      }
    }
  }

  void read_plain_cells() {
    const std::string_view ahead = xml_.ahead();
    const char* p = ahead.data();
    const char* end = p + ahead.size();
    char row[std::numeric_limits<int>::digits10 + 2];
    char* row_end = std::to_chars(row, row + sizeof row - 1, places_.row() + 1).ptr;
    *row_end++ = '"';
    const std::string_view row_text(row, static_cast<std::size_t>(row_end - row));
    PlainCell plain;
    const char* before = p;
    while (p != end && take_plain_cell(p, end, row_text, plain)) {
      if (plain.type == StoredType::SharedString && strings_ == nullptr && !plain.value.empty()) {
        p = before;
        break;
      }
      cell_.ref = places_.at_column(plain.col);
      cell_.style = plain.style;
      cell_.formula = plain.formula;
      before = p;
      if (plain.value.data() == nullptr) continue;
      show_plain(plain);
    }
    xml_.take(static_cast<std::size_t>(p - ahead.data()));
  }

  void show_plain(const PlainCell& plain) {
    check_text_size(plain.value.size(), limits_);
    cell_.type = CellType::Blank;
    cell_.text.clear();
    if (plain.type == StoredType::Number && is_short_decimal(plain.value)) {
      cell_.type = CellType::Number;
      cell_.text = plain.value;
    } else {
      read_value(plain.type, plain.value);
    }
    show();
  }

  void read_cell() {
    const Element& element = xml_.element();
    cell_.ref = places_.next_cell(element.attribute("r"));
    cell_.formula = false;
    cell_.style = 0;
    const std::string_view style = element.attribute("s");
    std::from_chars(style.data(), style.data() + style.size(),
                    cell_.style);  // a bad one is General
    const std::string_view type = element.attribute("t");
    type_ = stored_type(type, type.data() != nullptr);
    value_.clear();
    values_ = 0;
    whole_ = true;
    inline_text_.clear();
    while (next_child()) {
      if (xml_.element().is("v")) {
        ++values_;
        read_content(&value_);
      } else if (xml_.element().is("f")) {
        cell_.formula = true;
        read_content(nullptr);
      } else if (xml_.element().is("is")) {
        inline_text_ += inline_.collect(xml_);
        whole_ = whole_ && inline_.whole();
        check_text_size(inline_text_.size(), limits_);
      } else {
        pass_over();
      }
    }
    finish_cell();
  }

  /// What stands right inside the element just begun, up to its end. Elements do not belong there:
  /// of 1<b>2</b> nobody can tell what was meant.
  void read_content(std::string* content) {
    while (true) {
      const Event event = xml_.next();
      if (event == Event::Start) {
        whole_ = false;
        xml_.skip();
      } else if (event != Event::Text) {
        return;
      } else if (content != nullptr) {
        check_text_size(content->size() + xml_.text().size(), limits_);
        *content += xml_.text();
      }
    }
  }

  void finish_cell() {
    const bool has_text = !inline_text_.empty();
    if (values_ == 0 && !cell_.formula && !has_text && whole_)
      return;  // empty, there for its format
    cell_.type = CellType::Blank;
    cell_.text.clear();
    if (!whole_) {
      mark_unreadable(cell_, has_text ? inline_text_ : value_, CellFault::OtherContents);
    } else if (values_ > 1 || (has_text && (values_ > 0 || type_ != StoredType::InlineText))) {
      mark_unreadable(cell_, has_text ? inline_text_ : value_, CellFault::SeveralValues);
    } else if (has_text) {
      cell_.type = CellType::Text;
      cell_.text = inline_text_;
    } else if (values_ > 0) {
      read_value(type_, value_);
    }
    show();
  }

  void show() {
    if (!cell_.text.empty() || cell_.formula || cell_.fault != CellFault::None) visit_(cell_);
    cell_.fault = CellFault::None;
  }

  void read_value(StoredType type, std::string_view stored) {
    static const SharedStrings kNone;
    // "" may be the result of a formula, but is neither true nor false, and no error by name; else
    // it is an empty cell.
    const bool may_be_empty =
        type != StoredType::FormulaText && type != StoredType::Bool && type != StoredType::Error;
    if (may_be_empty && xml_trimmed(stored).empty()) return;
    if (type == StoredType::SharedString && strings_ == nullptr) {
      const std::string place = to_string(cell_.ref);
      refuse_damaged(say(
          "文字表丢失，工作表“{}”的 {} 等处的文字读不出来",
          "its table of texts is missing, so that {1} of sheet \"{0}\" and others cannot be read",
          sheet_, place));
    }
    read_stored_value(cell_, type, stored, strings_ != nullptr ? *strings_ : kNone);
  }

  void read_merges() {
    while (next_child()) {
      if (xml_.element().is("mergeCell")) add_merge(xml_.element().attribute("ref"));
      xml_.skip();
    }
  }

  void add_merge(std::string_view ref) {
    const auto range = parse_cell_range(ref);
    if (!range) {
      const std::string shown = printable(ref);
      refuse_damaged(say("工作表“{}”的合并区域“{}”不对",
                         "sheet \"{}\" has an impossible merged range \"{}\"", sheet_, shown));
    }
    if (merges_.size() >= limits_.merges) {
      refuse_limit("merges",
                   say("工作表“{}”的合并区域超过 {} 个",
                       "sheet \"{}\" has more than {} merged ranges", sheet_, limits_.merges));
    }
    if (range->first != range->last) merges_.push_back(*range);
  }

  const std::string sheet_;
  const SharedStrings* strings_;
  const Limits& limits_;
  const std::function<void(const Cell&)>& visit_;
  const Spelling spelling_;
  XmlScanner xml_;
  Places places_;
  Cell cell_;
  StoredType type_ = StoredType::Number;
  std::string value_;        // inside <v>
  int values_ = 0;           // how many <v>
  bool whole_ = true;        // nothing stands between the characters of its value or formula
  std::string inline_text_;  // inside <is>
  TextCollector inline_;
  std::vector<CellRange> merges_;
};

}  // namespace

std::vector<CellRange> stream_sheet(const Package& package, const SheetPart& sheet,
                                    const SharedStrings* strings,
                                    const std::function<void(const Cell&)>& visit,
                                    Spelling spelling) {
  return SheetReader(package, sheet, strings, visit, spelling).read();
}

}  // namespace huizong::xlsx
