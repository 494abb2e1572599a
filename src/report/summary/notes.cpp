#include "report/summary/notes.h"

#include "formula/expression.h"
#include "report/findings/rule_catalogue.h"
#include "report/looks.h"

namespace huizong::report {
namespace {

constexpr int kLast = 10;  // as wide as 公式目录's table, which stands below

const char* name_of(formula::Total total) {
  switch (total) {
    case formula::Total::Sum:
      return "相加";
    case formula::Total::Ratio:
      return "按各合计数重算";
    case formula::Total::Mean:
      return "平均";
    case formula::Total::Count:
      return "计数";
    case formula::Total::None:
      return "—";
  }
  return "";
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : "、") + name;
  return text;
}

class Notes {
 public:
  Notes(Sheet& sheet, const job::Job& job, const model::RunResult& result)
      : sheet_(sheet), job_(job), result_(result) {}

  void write(const std::vector<SheetNotes>& notes) {
    bound_catalogue(sheet_);
    sheet_.merged({{0, 0}, {0, kLast}}, "编制说明", looks::title());
    sheet_.min_height(0, 32);
    row_ = 1;
    how(notes);
    for (const auto& form : job_.forms) columns(form.mapping.definitions);
    section("审核公式");
    const CellRange table = write_catalogue(sheet_, row_, rule_catalogue(job_, result_));
    row_ = table.last.row + 2;
    files();
    sheet_.finish(0, std::max(kLast, table.last.col));
  }

 private:
  void section(const std::string& name) {
    static const char* const numerals[] = {"一", "二", "三", "四", "五",
                                           "六", "七", "八", "九", "十"};
    const std::string numeral = section_ < 10 ? numerals[section_] : std::to_string(section_ + 1);
    ++section_;
    sheet_.merged({{row_, 0}, {row_, kLast}}, numeral + "、" + name, looks::section());
    sheet_.min_height(row_++, 24);
  }
  void paragraph(const std::string& text) {
    sheet_.merged({{row_, 0}, {row_, kLast}}, text, looks::prose());
    ++row_;
  }

  void how(const std::vector<SheetNotes>& notes) {
    section("编制口径");
    paragraph(fmt::format("1. 本表由各单位报送的工作簿汇总，程序版本 {}；数据截止：{}。",
                          HUIZONG_VERSION, job_.date.empty() ? "任务中没有写明日期" : job_.date));
    paragraph("2. 合计行的比率（如执行率）按各合计数重新计算，不由各单位的比率相加或平均得出。");
    paragraph(
        "3. 计算全部采用十进制精确数；保留小数时四舍五入（逢五向绝对值大的方向进位），与 Excel 的 "
        "ROUND 相同。");
    paragraph(
        "4. 未填不等于 "
        "0：未填、不适用、文字和错误值都不参加计算；因此算不出的数留空，原因写在备注中。");
    paragraph(
        "5. "
        "“计入合计”为“否”的报送表（例如金额单位有误）列示其数，但不进入合计、平均、排名和等级分布；"
        "未报、未读、重复待定的单位只列名，备注中说明。");
    paragraph(
        "6. "
        "各单位的数是填报数，表中由公式算出的数都是活公式；公式要用而表上没有的数放在右侧折叠的辅助"
        "列中，点列标上方的“+”可以展开。");
    int number = 7;
    for (const SheetNotes& n : notes) {
      if (!n.not_live.empty()) {
        paragraph(fmt::format("{}. “{}”的下列各列不能写成 Excel 公式，写的是算好的值：{}。",
                              number++, n.title, joined(n.not_live)));
      }
      if (!n.without_total.empty()) {
        paragraph(fmt::format("{}. “{}”的下列各列不能按合计数重算，合计行留空：{}。", number++,
                              n.title, joined(n.without_total)));
      }
    }
    for (const job::LevelChange& change : job_.levels)
      paragraph(fmt::format("{}. 任务把公式 {} 的级别由“{}”改为“{}”：{}。", number++, change.rule,
                            name_of_level(change.from), name_of_level(change.to), change.why));
    ++row_;
  }

  void columns(const formula::Definitions& definitions) {
    section("“" + definitions.title + "”的汇总列和派生数");
    headings("汇总列", "合计行");
    int number = 0;
    for (const auto& column : definitions.summary)
      line(++number, column.name, formula::to_text(column.expr), name_of(column.total));
    ++row_;
    headings("派生数", "小数位数或档次");
    number = 0;
    for (const auto& derived : definitions.derived) {
      std::string grades;
      for (const auto& band : derived.bands) {
        const char* sign = band.upper ? (band.inclusive ? "≤" : "<") : (band.inclusive ? "≥" : ">");
        grades +=
            (grades.empty() ? "" : "，") + band.label + " " + sign + " " + band.bound.to_string();
      }
      if (grades.empty()) grades = fmt::format("保留 {} 位小数", derived.digits);
      line(++number, derived.name, formula::to_text(derived.expr), grades);
    }
    ++row_;
  }
  void headings(const char* name, const char* last) {
    sheet_.headings({row_, 0}, {"序号", name});
    wide({row_, 2}, 4, "公式", looks::heading());
    wide({row_, 5}, kLast, last, looks::heading());
    ++row_;
  }
  void line(int number, const std::string& name, const std::string& expression,
            const std::string& last) {
    sheet_.number({row_, 0}, Decimal(number), looks::count());
    sheet_.text({row_, 1}, name, looks::text());
    wide({row_, 2}, 4, expression, looks::text());
    wide({row_, 5}, kLast, last, looks::text());
    ++row_;
  }
  void wide(CellRef first, int last_col, const std::string& text, const xlsx::Style& style) {
    sheet_.merged({first, {first.row, last_col}}, text, style);
  }

  void files() {
    section(fmt::format("读过的文件（{} 个）及其 SHA-256", result_.files.size()));
    sheet_.headings({row_, 0}, {"序号"});
    wide({row_, 1}, 3, "文件", looks::heading());
    wide({row_, 4}, kLast, "SHA-256", looks::heading());
    ++row_;
    int number = 0;
    for (const auto& [file, hash] : result_.files) {
      sheet_.number({row_, 0}, Decimal(++number), looks::count());
      wide({row_, 1}, 3, file, looks::text());
      wide({row_, 4}, kLast, hash, looks::text());
      ++row_;
    }
  }

  Sheet& sheet_;
  const job::Job& job_;
  const model::RunResult& result_;
  int row_ = 0;
  int section_ = 0;
};

}  // namespace

void write_notes(Sheet& sheet, const job::Job& job, const model::RunResult& result,
                 const std::vector<SheetNotes>& notes) {
  Notes(sheet, job, result).write(notes);
}

}  // namespace huizong::report
