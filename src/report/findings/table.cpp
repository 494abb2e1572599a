#include "report/findings/table.h"

#include <algorithm>
#include <functional>

#include "report/findings/list.h"
#include "report/looks.h"
#include "report/number_formats.h"

namespace huizong::report {
namespace {

using model::Finding;

using Write = std::function<void(CellRef, const ListedFinding&)>;

struct FindingColumn {
  const char* heading;
  Bounds bounds;
  Write write;
};

const mapping::Mapping* mapping_of(const job::Job& job, const std::string& form) {
  for (const auto& f : job.forms) {
    if (f.mapping.id() == form) return &f.mapping;
  }
  return nullptr;
}

/// The field's format, unless that would hide a part of this very number.
std::string fitting(const std::string& format, const Decimal& value) {
  if (format.empty()) return format;
  std::string digits = shown(value, format);
  std::erase(digits, ',');
  const bool percent = digits.back() == '%';
  if (percent) digits.pop_back();
  const auto seen = Decimal::parse(digits);
  if (seen && (percent ? *seen / Decimal(100) : *seen) == value) return format;
  return percent ? "0.00####%" : "";
}

/// The figure whose two values the finding shows: of <id>-D-执行率 the rate, wherever it went
/// wrong.
std::string compared(const mapping::Mapping& mapping, const Finding& f) {
  const std::string derived = mapping.id() + "-D-";
  return f.rule.rfind(derived, 0) == 0 ? f.rule.substr(derived.size()) : f.field;
}

std::string clues_of(const Finding& f) {
  std::string text;
  for (const model::Clue& clue : f.clues) text += (text.empty() ? "" : "；") + clue.text.zh;
  return text;
}

std::string level_of(const Finding& f) {
  if (f.closed()) return model::explanation_state::kClosed;
  return (f.trial ? "试行·" : "") + name_of(f.level).zh;
}

std::string answer_of(const Finding& f) {
  if (!f.answer) return "";
  const model::Answer& a = *f.answer;
  const std::string text = a.approver.empty()
                               ? a.text
                               : fmt::format("{}（审批：{}{}{}）", a.text, a.approver,
                                             a.date.empty() ? "" : "，", a.date);
  return f.closed() ? text : "未放行，" + a.open.zh + "：" + text;
}

enum class Causes {
  Numbered,  ///< 1, 1.1: consequences are counted under their root
  Column,    ///< 序号 runs through, and a column says 因第 n 条
};

struct Kind {
  Causes causes = Causes::Numbered;
  bool one_file = false;  ///< the unit and the file go without saying
  Cells cells = Cells::Named;
  bool to_files = false;  ///< the cell's address leads to the unit's file, which lies beside 输出
  const char* none = "没有审核结果。";
};

class Table {
 public:
  Table(Sheet& sheet, const job::Job& job, const std::vector<ListedFinding>& findings, Kind kind)
      : sheet_(sheet), job_(job), findings_(findings), none_(kind.none) {
    add_number(kind.causes);
    columns_.push_back({"级别", {5, 9}, [this](CellRef cell, const ListedFinding& l) {
                          sheet_.text(cell, level_of(*l.finding),
                                      l.finding->closed()
                                          ? looks::centered()
                                          : looks::leveled(looks::centered(), l.finding->level));
                        }});
    if (!kind.one_file) add_unit();
    if (any([](const Finding& f) { return !f.item.empty(); }))
      add("项目", {10, 22}, [](const Finding& f) { return f.item; });
    if (job.forms.size() > 1)
      add("报表", {10, 18}, [this](const Finding& f) { return title_of(f); });
    add_cell(kind);
    add("公式编号", {10, 14}, [](const Finding& f) { return f.rule; });
    add_what();
    add("线索", {8, 18}, [](const Finding& f) { return clues_of(f); });
    if (kind.one_file) add_basis();
    if (!kind.one_file && any([](const Finding& f) { return f.answer.has_value(); }))
      add("出错说明", {14, 24}, [](const Finding& f) { return answer_of(f); });
    printed_ = static_cast<int>(columns_.size());
    if (kind.one_file) return;
    // For the screen: on a page they would make all the others too small to read.
    add_file();
    add("指标", {10, 18}, [](const Finding& f) { return f.field; });
    add("取数", {8, 14}, [](const Finding& f) { return f.expected_from; });
    add_basis();
  }

  int printed() const { return printed_; }

  CellRange write(int row) {
    std::vector<std::string> names;
    const int count = static_cast<int>(columns_.size());
    for (int col = 0; col < count; ++col) {
      names.emplace_back(columns_[static_cast<std::size_t>(col)].heading);
      sheet_.bounds(col, columns_[static_cast<std::size_t>(col)].bounds);
    }
    const int heading = row;
    sheet_.headings({row, 0}, names);
    for (const ListedFinding& finding : findings_) {
      ++row;
      for (int col = 0; col < count; ++col)
        columns_[static_cast<std::size_t>(col)].write({row, col}, finding);
    }
    if (findings_.empty()) {
      ++row;
      sheet_.merged({{row, 0}, {row, printed_ - 1}}, none_, looks::text());
    }
    return {{heading, 0}, {row, count - 1}};
  }

 private:
  template <class Holds>
  bool any(Holds holds) const {
    return std::any_of(findings_.begin(), findings_.end(),
                       [&](const ListedFinding& l) { return holds(*l.finding); });
  }

  void add(const char* heading, Bounds bounds, std::function<std::string(const Finding&)> text,
           xlsx::Style style = looks::text()) {
    columns_.push_back({heading, bounds,
                        [this, text = std::move(text), style = std::move(style)](
                            CellRef cell, const ListedFinding& l) {
                          sheet_.text(cell, text(*l.finding), style);
                        }});
  }

  void add_number(Causes causes) {
    if (causes == Causes::Numbered) {
      columns_.push_back({"序号", {5, 7}, [this](CellRef cell, const ListedFinding& l) {
                            sheet_.text(cell,
                                        l.depth == 0 ? std::to_string(l.root)
                                                     : fmt::format("{}.{}", l.root, l.sub),
                                        looks::centered());
                          }});
      return;
    }
    columns_.push_back({"序号", {5, 7}, [this](CellRef cell, const ListedFinding& l) {
                          sheet_.number(cell, Decimal(l.number), looks::count());
                        }});
    columns_.push_back(
        {"因", {6, 8}, [this](CellRef cell, const ListedFinding& l) {
           sheet_.text(cell, l.cause_number > 0 ? fmt::format("第 {} 条", l.cause_number) : "",
                       looks::centered());
         }});
  }

  void add_unit() {
    add(
        "单位编码", {7, 16}, [](const Finding& f) { return f.unit.code; }, looks::centered());
    add("单位名称", {10, 14}, [](const Finding& f) { return f.unit.name; });
  }
  void add_file() {
    add("文件", {12, 18}, [](const Finding& f) { return f.place.file; });
  }
  void add_basis() {
    add("依据", {8, 18}, [](const Finding& f) { return f.cite; });
  }

  void add_cell(const Kind& kind) {
    add("工作表", {6, 10}, [](const Finding& f) { return f.place.sheet; });
    columns_.push_back({"单元格", {7, 9}, [this, kind](CellRef cell, const ListedFinding& l) {
                          const Location& place = l.finding->place;
                          const auto address = place.cell ? to_string(*place.cell) : "";
                          if (kind.to_files && place.cell && !place.file.empty()) {
                            sheet_.writer().link_to_file(cell, "../" + place.file.str(),
                                                         place.sheet.str(), *place.cell);
                            return sheet_.text(cell, address, looks::linked(looks::centered()));
                          }
                          const bool leads = kind.cells == Cells::Linked && place.cell &&
                                             static_cast<std::size_t>(l.number) <= kMostLinks;
                          if (!leads) return sheet_.text(cell, address, looks::centered());
                          sheet_.link(cell, place.sheet.str(), *place.cell, address,
                                      looks::linked(looks::centered()));
                        }});
  }

  void add_what() {
    columns_.push_back({"说明", {24, 34}, [this](CellRef cell, const ListedFinding& l) {
                          sheet_.text(cell, l.finding->message.zh,
                                      looks::indented(looks::text(), l.depth));
                        }});
    columns_.push_back({"填报数", {9, 20}, [this](CellRef cell, const ListedFinding& l) {
                          value(cell, *l.finding, l.finding->reported);
                        }});
    columns_.push_back({"应为", {9, 20}, [this](CellRef cell, const ListedFinding& l) {
                          value(cell, *l.finding, l.finding->expected);
                        }});
    columns_.push_back({"差额", {9, 20}, [this](CellRef cell, const ListedFinding& l) {
                          const auto& difference = l.finding->difference;
                          if (difference) return value(cell, *l.finding, *difference);
                          sheet_.blank(cell, looks::text());
                        }});
  }

  void value(CellRef cell, const Finding& f, const model::Value& v) {
    if (std::holds_alternative<bool>(v))
      return sheet_.blank(cell, looks::text());  // a test that compares no figures
    const Decimal* number = model::number(v);
    if (!number) return sheet_.text(cell, model::to_string(v), looks::centered());
    const mapping::Mapping* mapping = mapping_of(job_, f.form);
    sheet_.number(
        cell, *number,
        looks::number(fitting(mapping ? format_of(*mapping, compared(*mapping, f)) : "", *number)));
  }

  std::string title_of(const Finding& f) const {
    const mapping::Mapping* mapping = mapping_of(job_, f.form);
    return mapping ? mapping->title() : f.form;
  }

  Sheet& sheet_;
  const job::Job& job_;
  const std::vector<ListedFinding>& findings_;
  const char* none_;
  int printed_ = 0;
  std::vector<FindingColumn> columns_;
};

}  // namespace

FindingList write_findings(Sheet& sheet, int row, const job::Job& job,
                           const model::RunResult& result) {
  const auto findings = listed(result.findings, job.units);
  Table table(sheet, job, findings, {});
  const CellRange written = table.write(row);
  return {written, table.printed() - 1};
}

FindingList write_findings(Sheet& sheet, int row, const job::Job& job,
                           const std::vector<ListedFinding>& findings, const char* none) {
  const bool to_files = findings.size() <= kMostLinks;
  Table table(sheet, job, findings, {.causes = Causes::Column, .to_files = to_files, .none = none});
  const CellRange written = table.write(row);
  return {written, table.printed() - 1};
}

CellRange write_slip_findings(Sheet& sheet, int row, const job::Job& job,
                              const std::vector<ListedFinding>& findings, Cells cells) {
  return Table(sheet, job, findings, {.one_file = true, .cells = cells}).write(row);
}

std::string unlinked(std::size_t findings) {
  if (findings <= kMostLinks) return "";
  return fmt::format("问题太多，前 {} 条的单元格可以点开，其余请按地址查找。", kMostLinks);
}

}  // namespace huizong::report
