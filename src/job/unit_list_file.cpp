#include "job/unit_list_file.h"

#include <algorithm>
#include <map>

#include "base/diagnostic.h"
#include "base/text.h"
#include "job/unit_list_headings.h"
#include "model/number_text.h"
#include "xlsx/reader.h"

namespace huizong::job {
namespace {

using model::BudgetUnit;
using model::MoneyUnit;
using Kind = UnitListColumn;

constexpr std::size_t kExactDigits = 15;  // digits a number cell keeps

/// A whole number as its digits, with the zeros that a format like 000000 puts in front.
std::string digits_of(const Decimal& number, const xlsx::NumberFormat& format) {
  std::string digits = number.to_string();
  const bool only_zeros =
      !format.code.empty() && format.code.find_first_not_of('0') == std::string::npos;
  if (only_zeros && digits.size() < format.code.size())
    digits.insert(0, format.code.size() - digits.size(), '0');
  return digits;
}

class UnitListReader {
 public:
  UnitListReader(std::string shown, const xlsx::Workbook& book, const xlsx::Sheet& sheet)
      : shown_(std::move(shown)), book_(book), sheet_(sheet) {}

  model::UnitList read() {
    if (check_headings()) read_rows();
    if (!mistakes_.empty()) throw Mistakes(std::move(mistakes_));
    return model::UnitList(std::move(units_));
  }

 private:
  void add(CellRef cell, const Message& message, Message hint = {}) {
    const std::string place = to_string(Location{"", sheet_.name, cell});
    Mistake mistake;
    mistake.place.file = shown_;
    mistake.message = {place + "：" + message.zh, place + ": " + message.en};
    mistake.hint = std::move(hint);
    mistakes_.push_back(std::move(mistake));
  }

  bool check_headings() {
    const auto found = find_unit_list_headings(sheet_);
    if (!found) {
      add({0, 0},
          say("前 {} 行里没有同时写着“编码”和“名称”的表头",
              "none of the first {} rows has the headings 编码 and 名称", kUnitListHeadingRows),
          {"请在单位上面一行写：编码 名称 简称 别名 主管部门 应报表 财政拨款 期限，后六项可以不要",
           "put in the row above the units: 编码 名称 and, if wanted, 简称 别名 主管部门 应报表 "
           "财政拨款 期限"});
      return false;
    }
    headings_ = *found;
    for (const CellRef cell : headings_.doubled)
      add(cell, say("“{}”这一列有两个", "there are two columns {}", sheet_.text_at(cell)),
          {"请留一列", "keep one of them"});
    return true;
  }

  void read_rows() {
    int last = headings_.row;
    for (const xlsx::Cell& cell : sheet_.cells) last = std::max(last, cell.ref.row);
    for (int row = headings_.row + 1; row <= last; ++row) read_row(row);
    if (units_.empty() && mistakes_.empty())
      add({headings_.row + 1, headings_.columns.at(Kind::Code)},
          {"表头下面没有单位", "there are no units under the headings"});
  }

  void read_row(int row) {
    const std::size_t before = mistakes_.size();
    BudgetUnit unit;
    unit.code = text(row, Kind::Code);
    unit.name = text(row, Kind::Name);
    unit.short_name = text(row, Kind::ShortName);
    unit.aliases = split(text(row, Kind::Aliases), "；;、");
    unit.department = text(row, Kind::Department);
    unit.forms = split(text(row, Kind::Forms), "；;、");
    unit.deadline = text(row, Kind::Deadline);
    unit.appropriation = appropriation(row);
    if (mistakes_.size() > before) return;
    const bool both = !unit.code.empty() && !unit.name.empty();
    if (!both) return check_incomplete(row, unit);
    check_new(row, unit);
    units_.push_back(std::move(unit));
  }

  /// A row with something in it, but not both code and name, would be a unit silently lost.
  void check_incomplete(int row, const BudgetUnit& unit) {
    const bool own_words = !unit.code.empty() || !unit.name.empty() || !unit.short_name.empty() ||
                           !unit.aliases.empty() || unit.appropriation ||
                           has_own(row, Kind::Department) || has_own(row, Kind::Forms) ||
                           has_own(row, Kind::Deadline);
    if (!own_words) return;
    const Kind missing = unit.code.empty() ? Kind::Code : Kind::Name;
    add({row, headings_.columns.at(missing)},
        missing == Kind::Code ? Message{"这一行没有单位编码", "this row has no unit code"}
                              : Message{"这一行没有单位名称", "this row has no unit name"},
        {"请补上；不是单位的行（合计、说明）请删去",
         "fill it in; take out rows that are no unit (totals, remarks)"});
  }

  void check_new(int row, const BudgetUnit& unit) {
    const auto [code, fresh] = codes_.emplace(fold_label(unit.code), row);
    if (!fresh)
      add({row, headings_.columns.at(Kind::Code)},
          say("编码“{}”与第 {} 行重复", "the code {} is also on row {}", unit.code,
              code->second + 1),
          {"一个编码只能有一家单位", "a code belongs to one unit"});
    check_name(row, Kind::Name, unit.name);
    check_name(row, Kind::ShortName, unit.short_name);
    for (const std::string& alias : unit.aliases) check_name(row, Kind::Aliases, alias);
  }

  /// A name that two units go by would find neither.
  void check_name(int row, Kind kind, const std::string& name) {
    if (name.empty()) return;
    const auto [it, fresh] = names_.emplace(fold_label(name), row);
    if (!fresh && it->second != row)
      add({row, headings_.columns.at(kind)},
          say("名称“{}”与第 {} 行重复", "the name {} is also on row {}", name, it->second + 1),
          {"名称、简称、别名要能认出是哪一家",
           "a name, short name or alias must tell which unit it is"});
  }

  /// Whether something stands in the cell itself, not only in a merge that reaches over it.
  bool has_own(int row, Kind kind) const {
    const auto column = headings_.columns.find(kind);
    return column != headings_.columns.end() &&
           !trimmed(sheet_.text_at({row, column->second})).empty();
  }

  /// 主管部门 and the like are often merged over all their units; what tells a unit apart cannot
  /// be.
  static bool may_be_merged(Kind kind) {
    return kind == Kind::Department || kind == Kind::Forms || kind == Kind::Deadline;
  }

  const xlsx::Cell* cell_of(int row, Kind kind) {
    const auto column = headings_.columns.find(kind);
    if (column == headings_.columns.end()) return nullptr;
    const CellRange extent = sheet_.extent({row, column->second});
    const xlsx::Cell* cell = sheet_.find(extent.first);
    if (!cell || extent.first.row == extent.last.row || may_be_merged(kind)) return cell;
    add({row, column->second},
        say("合并单元格 {} 占了几行，分不清是哪一家的", "the merged cell {} spans several units",
            to_string(extent)),
        {"请取消合并，每家一格", "unmerge it, one cell a unit"});
    return nullptr;
  }

  std::string text(int row, Kind kind) {
    const xlsx::Cell* cell = cell_of(row, kind);
    if (!cell || !usable(*cell)) return "";
    if (cell->type != xlsx::CellType::Number) return std::string(trimmed(cell->text));
    const auto number = xlsx::number_of(*cell);
    if (!number) return cell->text;
    if (kind != Kind::Code) return number->to_string();
    const std::string digits = digits_of(*number, book_.format(*cell));
    if (!number->is_integer() || *number < Decimal(0) || digits.size() > kExactDigits) {
      add(cell->ref, {"编码是数字格式，读不准", "the code is a number and cannot be read exactly"},
          {"请把这一列设为文本格式，重新填写",
           "format the column as text and type the code again"});
      return "";
    }
    return digits;
  }

  /// False, and said, where what the cell shows is not known.
  bool usable(const xlsx::Cell& cell) {
    if (cell.type == xlsx::CellType::Error)
      add(cell.ref, say("单元格是错误值 {}", "the cell holds the error {}", cell.text),
          {"请改成实际内容", "put in what belongs there"});
    else if (cell.type == xlsx::CellType::Blank && cell.formula)
      add(cell.ref, {"公式没有存下结果", "the formula has no stored value"},
          {"请用 Excel 或 WPS 打开名录，保存一次", "open the list in Excel and save it once"});
    else
      return true;
    return false;
  }

  std::optional<Decimal> appropriation(int row) {
    const xlsx::Cell* cell = cell_of(row, Kind::Appropriation);
    if (!cell || !usable(*cell) || trimmed(cell->text).empty()) return std::nullopt;
    if (model::is_not_applicable(cell->text, model::not_applicable_marks())) return std::nullopt;
    std::optional<Decimal> value;
    MoneyUnit unit = headings_.money;
    if (cell->type == xlsx::CellType::Number) {
      value = xlsx::number_of(*cell);
    } else if (const auto read = cell->type == xlsx::CellType::Text
                                     ? model::read_number_text(cell->text)
                                     : std::nullopt;
               read && !read->percent) {
      value = read->value;
      unit = read->unit.value_or(read->scaled ? MoneyUnit::Yuan : headings_.money);
    }
    if (!value || *value < Decimal(0)) {
      add(cell->ref,
          say("财政拨款“{}”不是金额", "the 财政拨款 {} is no amount",
              std::string(trimmed(cell->text))),
          {"请填不小于 0 的数，或留空", "give a number, 0 or more, or leave it blank"});
      return std::nullopt;
    }
    return *value * model::in_yuan(unit) / model::in_yuan(MoneyUnit::WanYuan);
  }

  std::string shown_;
  const xlsx::Workbook& book_;
  const xlsx::Sheet& sheet_;
  UnitListHeadings headings_;
  std::map<std::string, int> codes_;
  std::map<std::string, int> names_;
  std::vector<BudgetUnit> units_;
  std::vector<Mistake> mistakes_;
};

[[noreturn]] void refuse(const std::string& shown, Message message) {
  Mistake mistake;
  mistake.place.file = shown;
  mistake.message = std::move(message);
  throw Mistakes({mistake});
}

}  // namespace

model::UnitList load_unit_list(const std::filesystem::path& file) {
  const std::string shown = file.generic_string();
  xlsx::Workbook book;
  try {
    book = xlsx::read_workbook(file);
  } catch (const xlsx::Unreadable& error) {
    refuse(shown, error.message());
  }
  const auto visible =
      std::find_if(book.sheets.begin(), book.sheets.end(),
                   [](const xlsx::Sheet& s) { return s.state == xlsx::SheetState::Visible; });
  if (visible == book.sheets.end())
    refuse(shown, {"单位名录里没有看得见的工作表", "the unit list has no visible sheet"});
  return UnitListReader(shown, book, *visible).read();
}

}  // namespace huizong::job
