#include "report/findings_table.h"

#include <algorithm>
#include <functional>

#include "report/finding_list.h"
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
  return (f.trial ? "试行·" : "") + name_of(f.level).zh;
}

struct Kind {
  Causes causes = Causes::Numbered;
  bool one_file = false;  ///< the unit and the file go without saying
  Cells cells = Cells::Named;
};

class Table {
 public:
  Table(Sheet& sheet, const job::Job& job, const std::vector<ListedFinding>& findings, Kind kind)
      : sheet_(sheet), job_(job), findings_(findings) {
    const Causes causes = kind.causes;
    const auto any = [&](auto&& holds) {
      return std::any_of(findings.begin(), findings.end(),
                         [&](const ListedFinding& l) { return holds(*l.finding); });
    };
    if (causes == Causes::Numbered) {
      add(
          "序号", {5, 7},
          [](const ListedFinding& l) {
            return l.depth == 0 ? std::to_string(l.root) : fmt::format("{}.{}", l.root, l.sub);
          },
          looks::centered());
    } else {
      columns_.push_back({"序号", {5, 7}, [this](CellRef cell, const ListedFinding& l) {
                            sheet_.number(cell, Decimal(l.number), looks::count());
                          }});
      add(
          "因", {6, 8},
          [](const ListedFinding& l) {
            return l.cause_number > 0 ? fmt::format("第 {} 条", l.cause_number) : "";
          },
          looks::centered());
    }
    columns_.push_back({"级别", {5, 9}, [this](CellRef cell, const ListedFinding& l) {
                          sheet_.text(cell, level_of(*l.finding),
                                      looks::leveled(looks::centered(), l.finding->level));
                        }});
    if (!kind.one_file) add_unit();
    if (any([](const Finding& f) { return !f.item.empty(); })) {
      add(
          "项目", {10, 22}, [](const ListedFinding& l) { return l.finding->item; }, looks::text());
    }
    if (job.forms.size() > 1)
      add(
          "报表", {10, 18}, [this](const ListedFinding& l) { return title_of(*l.finding); },
          looks::text());
    if (!kind.one_file) {
      add(
          "文件", {12, 18}, [](const ListedFinding& l) { return l.finding->place.file; },
          looks::text());
    }
    add(
        "工作表", {6, 10}, [](const ListedFinding& l) { return l.finding->place.sheet; },
        looks::text());
    columns_.push_back({"单元格", {7, 9}, [this, kind](CellRef cell, const ListedFinding& l) {
                          const Location& place = l.finding->place;
                          const auto address = place.cell ? to_string(*place.cell) : "";
                          const bool leads = kind.cells == Cells::Linked && place.cell &&
                                             static_cast<std::size_t>(l.number) <= kMostLinks;
                          if (!leads) return sheet_.text(cell, address, looks::centered());
                          sheet_.link(cell, place.sheet, *place.cell, address,
                                      looks::linked(looks::centered()));
                        }});
    add(
        "公式编号", {10, 14}, [](const ListedFinding& l) { return l.finding->rule; },
        looks::text());
    if (causes == Causes::Column)
      add(
          "指标", {10, 18}, [](const ListedFinding& l) { return l.finding->field; }, looks::text());
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
    if (causes == Causes::Column)
      add(
          "取数", {8, 14}, [](const ListedFinding& l) { return l.finding->expected_from; },
          looks::text());
    add(
        "线索", {8, 18}, [](const ListedFinding& l) { return clues_of(*l.finding); },
        looks::text());
    add(
        "依据", {8, 18}, [](const ListedFinding& l) { return l.finding->cite; }, looks::text());
  }

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
      sheet_.merged({{row, 0}, {row, count - 1}}, "没有审核结果。", looks::text());
    }
    return {{heading, 0}, {row, count - 1}};
  }

 private:
  void add(const char* heading, Bounds bounds,
           std::function<std::string(const ListedFinding&)> text, xlsx::Style style) {
    columns_.push_back(
        {heading, bounds,
         [this, text = std::move(text), style = std::move(style)](
             CellRef cell, const ListedFinding& l) { sheet_.text(cell, text(l), style); }});
  }

  void add_unit() {
    add(
        "单位编码", {7, 16}, [](const ListedFinding& l) { return l.finding->unit.code; },
        looks::centered());
    add(
        "单位名称", {10, 14}, [](const ListedFinding& l) { return l.finding->unit.name; },
        looks::text());
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
  std::vector<FindingColumn> columns_;
};

}  // namespace

CellRange write_findings(Sheet& sheet, int row, const job::Job& job, const model::RunResult& result,
                         Causes causes) {
  const auto findings = listed(result.findings, job.units);
  return Table(sheet, job, findings, {.causes = causes}).write(row);
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
