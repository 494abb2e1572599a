#include "report/intake_tables.h"

#include <algorithm>
#include <array>

#include "report/looks.h"

namespace huizong::report {
namespace {

using model::Standing;

/// One line of either table: both have the same columns.
struct Line {
  std::string code, name, department, form, standing, file, remark;
  bool alarming = false;
};

const std::array<const char*, 8> kHeadings = {"序号", "单位编码", "单位名称", "主管部门",
                                              "报表", "情况",     "文件",     "说明"};

class Tables {
 public:
  Tables(Sheet& sheet, const job::Job& job, const model::Intake& intake)
      : sheet_(sheet), job_(job), intake_(intake) {
    const std::array<Bounds, 8> bounds = {
        {{5, 8}, {9, 20}, {14, 30}, {12, 24}, {14, 28}, {10, 14}, {18, 36}, {20, 56}}};
    for (std::size_t col = 0; col < bounds.size(); ++col)
      sheet_.bounds(static_cast<int>(col), bounds[col]);
  }

  std::vector<Line> units(Units which) const {
    std::vector<Line> lines;
    for (const model::Owed& owed : intake_.owed) {
      if (which == Units::NotIn && owed.standing == Standing::In) continue;
      Line line{owed.unit.code,
                owed.unit.name,
                owed.department,
                title_of(owed.form),
                report::name_of(owed.standing),
                "",
                "",
                owed.standing != Standing::In};
      if (owed.standing == Standing::Unread) {
        for (const model::UnreadFile& f : intake_.unread) {
          if (f.unit == owed.unit.code) append(line, f.file, f.message.zh);
        }
      }
      if (owed.standing == Standing::Ambiguous) {
        for (const model::DuplicateFiles& d : intake_.duplicate) {
          if (d.unit != owed.unit.code || d.form != owed.form || !d.used.empty()) continue;
          for (const std::string& file : d.set_aside) append(line, file, "");
          append(line, "",
                 (d.item.empty() ? "" : "项目“" + d.item + "”") +
                     "内容不同，都没有采用；请单位确认后只留一份。");
        }
      }
      lines.push_back(std::move(line));
    }
    return lines;
  }

  /// The files that do not stand beside their unit in the table of units.
  std::vector<Line> files() const {
    std::vector<Line> lines;
    for (const model::UnreadFile& f : intake_.unread) {
      if (listed(f.unit, "", Standing::Unread)) continue;
      const model::BudgetUnit unit = unit_of(f.unit);
      lines.push_back({f.unit, unit.name, unit.department, "", f.is_pattern() ? "没有文件" : "未读",
                       f.file, f.message.zh, true});
    }
    for (const model::DuplicateFiles& d : intake_.duplicate) {
      if (d.used.empty() && listed(d.unit, d.form, Standing::Ambiguous)) continue;
      const model::BudgetUnit unit = unit_of(d.unit);
      Line line{d.unit,
                unit.name,
                unit.department,
                title_of(d.form),
                d.used.empty() ? "重复待定" : "重复",
                "",
                "",
                d.used.empty()};
      for (const std::string& file : d.set_aside) append(line, file, "");
      line.remark = d.used.empty() ? "内容不同，都没有采用；请单位确认后只留一份。"
                                   : "内容相同，采用 " + d.used + "。";
      if (!d.item.empty()) line.remark = "项目“" + d.item + "”：" + line.remark;
      lines.push_back(std::move(line));
    }
    for (const model::UnknownUnit& u : intake_.unknown) {
      lines.push_back({"", u.name, "", "", "单位不明", u.file,
                       "单位名录中没有这个单位；请核对表上的单位名称，或补进单位名录。", true});
    }
    for (const model::IgnoredFile& f : intake_.ignored)
      lines.push_back({"", "", "", "", "未处理", f.file, f.why.zh, false});
    return lines;
  }

  CellRange write(int row, const std::vector<Line>& lines, const char* none) {
    sheet_.headings({row, 0}, {kHeadings.begin(), kHeadings.end()});
    const int heading = row;
    const int last = static_cast<int>(kHeadings.size()) - 1;
    int number = 0;
    for (const Line& line : lines) {
      ++row;
      sheet_.number({row, 0}, Decimal(++number), looks::count());
      sheet_.text({row, 1}, line.code, looks::centered());
      sheet_.text({row, 2}, line.name, looks::text());
      sheet_.text({row, 3}, line.department, looks::text());
      sheet_.text({row, 4}, line.form, looks::text());
      sheet_.text({row, 5}, line.standing,
                  line.alarming ? looks::alarmed(looks::centered()) : looks::centered());
      sheet_.text({row, 6}, line.file, looks::text());
      sheet_.text({row, 7}, line.remark, looks::text());
    }
    if (lines.empty()) sheet_.merged({{row + 1, 0}, {row + 1, last}}, none, looks::text());
    return {{heading, 0}, {lines.empty() ? row + 1 : row, last}};
  }

 private:
  static void append(Line& line, const std::string& file, const std::string& remark) {
    line.file += (line.file.empty() || file.empty() ? "" : "\n") + file;
    line.remark += (line.remark.empty() || remark.empty() ? "" : "\n") + remark;
  }
  bool listed(const std::string& unit, const std::string& form, Standing standing) const {
    return std::any_of(intake_.owed.begin(), intake_.owed.end(), [&](const model::Owed& o) {
      return o.unit.code == unit && (form.empty() || o.form == form) && o.standing == standing;
    });
  }
  model::BudgetUnit unit_of(const std::string& code) const {
    const model::BudgetUnit* unit = job_.units.by_code(code);
    return unit ? *unit : model::BudgetUnit{};
  }
  std::string title_of(const std::string& form) const {
    for (const auto& f : job_.forms) {
      if (f.mapping.id() == form) return f.mapping.title();
    }
    return form;
  }

  Sheet& sheet_;
  const job::Job& job_;
  const model::Intake& intake_;
};

}  // namespace

const char* name_of(Standing standing) {
  switch (standing) {
    case Standing::In:
      return "已报";
    case Standing::Ambiguous:
      return "重复待定";
    case Standing::Unread:
      return "未读";
    case Standing::Missing:
      return "缺报";
  }
  return "";
}

CellRange write_intake(Sheet& sheet, int row, const job::Job& job, const model::Intake& intake,
                       Units units, int* below) {
  Tables tables(sheet, job, intake);
  const int last = static_cast<int>(kHeadings.size()) - 1;
  sheet.merged({{row, 0}, {row, last}}, units == Units::All ? "一、各单位" : "一、尚未报齐的单位",
               looks::section());
  const CellRange first = tables.write(row + 1, tables.units(units),
                                       units == Units::All ? "没有应报单位。" : "全部报齐。");
  row = first.last.row + 2;
  sheet.merged({{row, 0}, {row, last}}, "二、其他没有采用的文件", looks::section());
  const CellRange second = tables.write(row + 1, tables.files(), "没有。");
  if (below) *below = second.last.row + 2;
  return first;
}

}  // namespace huizong::report
