#include "cli/run_text.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <vector>

#include "base/text.h"

namespace huizong::cli {
namespace {

using model::Finding;
using model::Standing;

constexpr int kLabelWidth = 8;
constexpr std::size_t kNotesOfAKind = 3;
constexpr std::size_t kConsequences = 4;

class RunText {
 public:
  RunText(const job::Job& job, const batch::Run& run, const Options& options)
      : job_(job),
        run_(run),
        result_(run.result),
        lang_(options.lang),
        color_(use_color(options)),
        verbose_(options.verbose) {
    for (const Finding& f : result_.findings) {
      if (f.cause) following_[*f.cause].push_back(&f);
    }
  }

  std::string whole(int exit_status) {
    heading();
    for (const Severity level : {Severity::Error, Severity::Unchecked, Severity::Warning})
      blocks(level);
    explained();
    notes();
    intake();
    outputs();
    verdict(exit_status);
    return std::move(text_);
  }
  std::string verdict_only(int exit_status) {
    verdict(exit_status);
    return std::move(text_);
  }

 private:
  static bool use_color(const Options& options) {
    if (options.color != Color::Auto) return options.color == Color::Always;
    const char* no_color = std::getenv("NO_COLOR");
    return isatty(STDOUT_FILENO) && !(no_color && *no_color);
  }

  std::string pick(const char* zh, const char* en) const { return lang_ == Lang::Zh ? zh : en; }

  std::string painted(Severity level, const std::string& words) const {
    if (!color_) return words;
    const char* code = level == Severity::Error ? "31;1" : level == Severity::Note ? "36" : "33;1";
    return fmt::format("\x1b[{}m{}\x1b[0m", code, words);
  }

  void line(const std::string& label, const std::string& words) {
    text_ += padded(label, kLabelWidth) + without_controls(words) + "\n";
  }
  void detail(const char* zh, const char* en, const std::string& words) {
    text_ +=
        "  " + padded(pick(zh, en), lang_ == Lang::Zh ? 6 : 9) + without_controls(words) + "\n";
  }

  void heading() {
    line(pick("任务", "job"), fmt::format("{}", job_.name));
    int passed = 0, failed = 0, unchecked = 0;
    for (const auto& [rule, count] : result_.checks) {
      passed += count.passed;
      failed += count.failed;
      unchecked += count.unchecked;
    }
    line(pick("读取", "read"), say("{} 个文件", "{} files", result_.files.size()).in(lang_));
    line(pick("审核", "audited"),
         say("{} 条公式，{} 次：通过 {}，不符 {}，未能检查 {}",
             "{} rules, {} checks: {} passed, {} failed, {} unchecked", result_.checks.size(),
             passed + failed + unchecked, passed, failed, unchecked)
             .in(lang_));
    text_ += "\n";
  }

  void blocks(Severity level) {
    for (std::size_t i = 0; i < result_.findings.size(); ++i) {
      const Finding& f = result_.findings[i];
      if (f.level == level && !f.cause && !f.trial && !f.closed()) block(i, f);
    }
  }

  /// A line each: they are settled, and only kept in sight.
  void explained() {
    const std::size_t before = text_.size();
    for (const Finding& f : result_.findings) {
      if (f.closed())
        text_ +=
            fmt::format("{} › {} {}: {}\n  {}\n", without_controls(to_string(f.place)),
                        painted(Severity::Note, pick("已说明", "explained")), f.rule,
                        without_controls(f.message.in(lang_)), without_controls(answer(*f.answer)));
    }
    if (text_.size() > before) text_ += "\n";
  }

  std::string answer(const model::Answer& a) const {
    if (a.text.empty()) return pick("审批：", "approved by ") + a.approver;
    std::string by = a.approver;
    if (!by.empty() && !a.date.empty()) by += pick("，", ", ") + a.date;
    return by.empty() ? a.text : a.text + say("（审批：{}）", " (approved by {})", by).in(lang_);
  }

  void block(std::size_t index, const Finding& f) {
    text_ += painted(f.level, name_of(f.level).in(lang_) + "[" + f.rule + "]") + " " +
             without_controls(f.message.in(lang_)) + "\n";
    if (!f.unit.code.empty() || !f.unit.name.empty())
      detail("单位", "unit", std::string(trimmed(f.unit.code + " " + f.unit.name)));
    if (!f.item.empty()) detail("项目", "item", f.item);
    std::string place = to_string(f.place);
    if (!f.field.empty()) place += pick("（", " (") + f.field + pick("）", ")");
    if (!place.empty()) detail("位置", "where", place);
    if (!f.expected_from.empty()) detail("算自", "from", f.expected_from);
    for (const model::Clue& clue : f.clues) detail("线索", "clue", clue.text.in(lang_));
    if (!f.cite.empty()) detail("依据", "source", f.cite);
    if (f.answer)
      detail("说明", "answer", f.answer->open.in(lang_) + pick("：", ": ") + answer(*f.answer));
    consequences(index);
    text_ += "\n";
  }

  void consequences(std::size_t root) {
    const std::vector<const Finding*>& following = following_[root];
    const bool all = verbose_ || following.size() <= kConsequences + 1;
    const std::size_t shown = all ? following.size() : kConsequences;
    for (std::size_t i = 0; i < shown; ++i)
      detail("连带", "so also", "[" + following[i]->rule + "] " + following[i]->message.in(lang_));
    if (!all)
      detail("连带", "so also",
             say("还有 {} 条，改好上面这一处再看", "{} more; look again when this one is corrected",
                 following.size() - shown)
                 .in(lang_));
  }

  /// Notes of one kind: those of one file that reading it left (<form>-T-…), or those of one rule.
  static std::string kind_of(const Finding& f) {
    const std::size_t mark = f.form.size();
    const bool implied =
        f.rule.size() > mark + 3 && f.rule.compare(0, mark, f.form) == 0 && f.rule[mark + 2] == '-';
    return implied ? f.rule.substr(0, mark + 3) + f.place.file.str() : f.rule;
  }

  /// A line each, but of many alike only the first few unless all are asked for: notes must not
  /// drown the errors.
  void notes() {
    std::vector<std::vector<const Finding*>> kinds;
    std::map<std::string, std::size_t> known;
    for (const Finding& f : result_.findings) {
      if (f.cause || (f.level != Severity::Note && !f.trial)) continue;
      const auto [it, fresh] = known.emplace(kind_of(f), kinds.size());
      if (fresh) kinds.emplace_back();
      kinds[it->second].push_back(&f);
    }
    for (const auto& notes : kinds) {
      const bool all = verbose_ || notes.size() <= kNotesOfAKind + 1;
      const std::size_t shown = all ? notes.size() : kNotesOfAKind;
      for (std::size_t i = 0; i < shown; ++i) note(*notes[i]);
      if (!all)
        text_ +=
            say("  …… 同类提示还有 {} 处，见 审核结果.xlsx，或加 -v 全部列出\n",
                "  ... {} more like these, in 审核结果.xlsx or with -v\n", notes.size() - shown)
                .in(lang_);
    }
    if (!kinds.empty()) text_ += "\n";
  }

  void note(const Finding& f) {
    const std::string place = without_controls(to_string(f.place));
    text_ += fmt::format("{}{} {}: {}\n", place.empty() ? "" : place + " › ",
                         painted(Severity::Note, name_of(Severity::Note).in(lang_)), f.rule,
                         without_controls(f.message.in(lang_)));
  }

  void intake() {
    const model::Intake& intake = result_.intake;
    for (const auto& file : intake.unread)
      line(file.is_pattern() ? pick("无文件", "no file") : pick("未读", "unread"),
           file.file + pick("：", ": ") + file.message.in(lang_));
    for (const auto& d : intake.duplicate) {
      std::string files;
      for (const std::string& f : d.set_aside) files += (files.empty() ? "" : pick("、", ", ")) + f;
      const model::BudgetUnit* unit = job_.units.by_code(d.unit);
      std::string name = d.unit + " " + (unit ? unit->name : "");
      if (!d.item.empty()) name += say(" 项目“{}”", " item {}", d.item).in(lang_);
      line(pick("重复", "several"),
           (d.used.empty() ? say("{}：内容不同，都未采用：{}",
                                 "{}: different contents, none used: {}", name, files)
                           : say("{}：内容相同，采用 {}，不计 {}",
                                 "{}: identical, {} used, {} set aside", name, d.used, files))
               .in(lang_));
    }
    for (const auto& u : intake.unknown)
      line(pick("名录外", "unknown"),
           say("{}：单位“{}”不在单位名录里，未计入",
               "{}: the unit \"{}\" is not in the unit list; not counted", u.file,
               u.name.empty() ? pick("（未填）", "(blank)") : u.name)
               .in(lang_));
    for (const auto& f : intake.ignored)
      line(pick("略过", "ignored"), f.file + pick("：", ": ") + f.why.in(lang_));
    std::string missing;
    for (const auto& owed : intake.owed) {
      if (owed.standing == Standing::Missing)
        missing += (missing.empty() ? "" : pick("，", ", ")) + owed.unit.code + " " +
                   owed.unit.name + form_of(owed);
    }
    if (!missing.empty())
      line(pick("缺报", "missing"),
           (job_.forms.size() > 1
                ? say("{} 份：{}", "{}: {}", intake.count(Standing::Missing), missing)
                : say("{} 家：{}", "{}: {}", intake.count(Standing::Missing), missing))
               .in(lang_));
  }

  /// Which form is missing, where the job has several.
  std::string form_of(const model::Owed& owed) const {
    if (job_.forms.size() < 2) return "";
    for (const auto& form : job_.forms) {
      if (form.mapping.id() == owed.form)
        return pick("（", " (") + form.mapping.title() + pick("）", ")");
    }
    return "";
  }

  void outputs() {
    int filled = 0, returned = 0;
    for (const batch::WrittenOutput& o : run_.outputs) {
      if (o.kind == "filled")
        ++filled;
      else if (o.kind == "return")
        ++returned;
      else if (o.kind != "explanations")  // told below, and not always written
        line(pick("写出", "written"), o.path);
    }
    explanations();
    if (filled > 0)
      line(pick("写出", "written"),
           say("输出/填表/ {} 份", "输出/填表/ {} forms", filled).in(lang_));
    if (returned > 0)
      line(pick("写出", "written"),
           say("输出/退回/ {} 份（退给单位更正）",
               "输出/退回/ {} workbooks to go back to their units", returned)
               .in(lang_));
    for (const std::string& kept : run_.kept)
      line(pick("保留", "kept"), say("{}（有人在上次运行后改过，已另存）",
                                     "{} (somebody had changed it since the last run)", kept)
                                     .in(lang_));
  }

  /// How the rows of 出错说明 stand.
  void explanations() {
    if (job_.explanations_file.empty() || result_.explanations.empty()) return;
    namespace state = model::explanation_state;
    const std::pair<const char*, const char*> states[] = {
        {state::kClosed, "explained"},       {state::kUnexplained, "to explain"},
        {state::kUnapproved, "to approve"},  {state::kChanged, "figures changed"},
        {state::kUnclear, "not recognised"}, {state::kGone, "no longer needed"}};
    std::string counts;
    for (const auto& [zh, en] : states) {
      const auto& rows = result_.explanations;
      const auto n = std::count_if(rows.begin(), rows.end(),
                                   [zh = zh](const auto& row) { return row.state == zh; });
      if (n > 0)
        counts += (counts.empty() ? "" : pick("，", ", ")) + fmt::format("{} {}", pick(zh, en), n);
    }
    line(pick("说明", "answers"), job_.explanations_file + pick("：", ": ") + counts);
  }

  void verdict(int exit_status) {
    const model::Intake& intake = result_.intake;
    const model::Verdict v = model::verdict_of(result_.findings);
    std::set<std::string> wrong;
    for (const Finding& f : result_.findings) {
      if (f.level == Severity::Error && !f.cause && !f.trial) wrong.insert(f.unit.code);
    }
    const auto strays =
        std::count_if(intake.unread.begin(), intake.unread.end(),
                      [](const auto& u) { return u.unit.empty() && !u.is_pattern(); });
    const auto patterns = std::count_if(intake.unread.begin(), intake.unread.end(),
                                        [](const auto& u) { return u.is_pattern(); });
    std::string stray;
    if (patterns > 0)
      stray += say("，没有文件的 input {}", ", inputs without a file {}", patterns).in(lang_);
    if (strays > 0)
      stray +=
          say("，不知是谁的未读文件 {}", ", unread files of no known unit {}", strays).in(lang_);
    if (!intake.unknown.empty())
      stray += say("，名录外 {}", ", unknown units {}", intake.unknown.size()).in(lang_);
    const std::string units =
        say("应报 {}，已报 {}，重复待定 {}，未读 {}，缺报 {}",
            "owed {}, in {}, ambiguous {}, unread {}, missing {}", intake.owed.size(),
            intake.count(Standing::In), intake.count(Standing::Ambiguous),
            intake.count(Standing::Unread), intake.count(Standing::Missing))
            .in(lang_);
    const std::string settled =
        v.explained > 0 ? say("（另 {} 处已说明）", " ({} more explained)", v.explained).in(lang_)
                        : "";
    const std::string findings =
        say("错误 {} 处（{} 家），警告 {}{}，提示 {}，未能检查 {}",
            "{} errors ({} units), {} warnings{}, {} notes, {} unchecked", v.errors, wrong.size(),
            v.warnings, settled, v.notes, v.unchecked)
            .in(lang_);
    const std::string end = exit_status == 0 ? pick("可以定稿", "ready to sign")
                                             : pick("暂不能定稿", "not ready to sign");
    line(pick("结论", "verdict"),
         units + stray + pick("；", "; ") + findings + pick(" —— ", " -- ") + end);
  }

  const job::Job& job_;
  const batch::Run& run_;
  const model::RunResult& result_;
  Lang lang_;
  bool color_;
  bool verbose_;
  std::map<std::size_t, std::vector<const Finding*>> following_;  ///< by the root they follow from
  std::string text_;
};

}  // namespace

std::string run_text(const job::Job& job, const batch::Run& run, const Options& options,
                     int exit_status) {
  RunText text(job, run, options);
  return options.quiet ? text.verdict_only(exit_status) : text.whole(exit_status);
}

}  // namespace huizong::cli
