#include "report/summary/cover.h"

#include <cstdio>

#include "report/intake_tables.h"
#include "report/looks.h"
#include "report/verdict.h"

namespace huizong::report {
namespace {

constexpr int kLast = 5;  // columns A to F
constexpr double kLine = 24;

/// "2022年3月15日"; blanks to be filled by hand where the job gives no date.
std::string written_date(const std::string& date) {
  int y = 0, m = 0, d = 0;
  if (std::sscanf(date.c_str(), "%4d-%2d-%2d", &y, &m, &d) != 3) return "　　　　年　　月　　日";
  return fmt::format("{}年{}月{}日", y, m, d);
}

class Cover {
 public:
  Cover(Sheet& sheet, const job::Job& job, const model::RunResult& result)
      : sheet_(sheet), job_(job), result_(result) {}

  void write() {
    sheet_.bounds(0, {30, 46});
    for (int col = 1; col <= kLast; ++col) sheet_.bounds(col, {16, 16});
    sheet_.merged({{0, 0}, {0, kLast}}, job_.name, looks::cover_title());
    sheet_.min_height(0, 72);
    sheet_.merged({{1, 0}, {1, kLast}}, "汇　总　表", looks::title());
    sheet_.min_height(1, 40);
    sheet_.merged({{2, 0}, {2, kLast}}, fmt::format("{}年度", job_.year),
                  centered(looks::caption()));
    sheet_.min_height(2, 28);
    row_ = 4;
    intake();
    findings();
    conclusion();
    signatures();
    sheet_.finish(0, kLast);
    sheet_.writer().one_page();  // with its signatures, however many forms there are
  }

 private:
  static xlsx::Style centered(xlsx::Style style) {
    style.horizontal = xlsx::Horizontal::Center;
    return style;
  }
  void section(const char* name) {
    sheet_.merged({{row_, 0}, {row_, kLast}}, name, looks::section());
    sheet_.min_height(row_++, kLine);
  }
  void numbers(const std::string& label, const std::vector<int>& counts, bool total = false) {
    const auto look = [&](xlsx::Style style) {
      return total ? looks::bold(std::move(style)) : style;
    };
    sheet_.text({row_, 0}, label, look(looks::text()));
    int col = 1;
    for (const int n : counts) sheet_.number({row_, col++}, Decimal(n), look(looks::count()));
    sheet_.min_height(row_++, kLine);
  }

  void intake() {
    using model::Standing;
    section("一、报送情况");
    sheet_.headings({row_++, 0}, {"报表", "应报", "已报", "重复待定", "未读", "缺报"});
    const auto counts = [&](const std::string* form) {
      std::vector<int> list(5, 0);
      for (const model::Owed& owed : result_.intake.owed) {
        if (form && owed.form != *form) continue;
        ++list[0];
        ++list[owed.standing == Standing::In          ? 1
               : owed.standing == Standing::Ambiguous ? 2
               : owed.standing == Standing::Unread    ? 3
                                                      : 4];
      }
      return list;
    };
    for (const auto& form : job_.forms) numbers(form.mapping.title(), counts(&form.mapping.id()));
    if (job_.forms.size() != 1) numbers("合计", counts(nullptr), true);
    ++row_;
  }

  void findings() {
    const model::Verdict v = verdict_of(result_.findings);
    section("二、审核结果");
    sheet_.headings({row_++, 0}, {"", "错误", "警告", "提示", "未能检查"});
    numbers("条数（由前一条引起的不另计）", {v.errors, v.warnings, v.notes, v.unchecked});
    ++row_;
  }

  void conclusion() {
    section("三、结论");
    std::string reasons;
    for (const std::string& obstacle : obstacles(job_, result_))
      reasons += (reasons.empty() ? "" : "；") + obstacle;
    const bool final = reasons.empty();
    sheet_.merged({{row_, 0}, {row_, kLast}},
                  final ? "可以定稿。" : "暂不能定稿：" + reasons + "。",
                  final ? looks::bold(looks::prose()) : looks::alarmed(looks::prose()));
    sheet_.min_height(row_, 32);
    row_ += 2;
  }

  void signatures() {
    sheet_.merged({{row_, 0}, {row_, kLast}}, "编制日期：" + written_date(job_.date),
                  looks::caption());
    sheet_.min_height(row_, 30);
    row_ += 2;
    sheet_.merged({{row_, 0}, {row_, 1}}, "填表人：", looks::caption());
    sheet_.merged({{row_, 2}, {row_, 3}}, "审核人：", looks::caption());
    sheet_.merged({{row_, 4}, {row_, kLast}}, "负责人：", looks::caption());
    sheet_.min_height(row_, 30);
  }

  Sheet& sheet_;
  const job::Job& job_;
  const model::RunResult& result_;
  int row_ = 0;
};

}  // namespace

void write_cover(Sheet& sheet, const job::Job& job, const model::RunResult& result) {
  Cover(sheet, job, result).write();
}

}  // namespace huizong::report
