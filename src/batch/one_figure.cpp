#include "batch/one_figure.h"

#include <algorithm>
#include <map>
#include <set>

#include "audit/clue.h"
#include "batch/one_figure/roots_gone.h"
#include "batch/one_figure/suspects.h"
#include "model/display.h"

namespace huizong::batch {
namespace {

using model::Finding;

constexpr int kMostTried = 150;  // of one unit: what is wrong all over has no one reason

class OneFigure {
 public:
  OneFigure(const job::Job& job, const model::RunResult& all, const std::string& unit,
            std::vector<Finding>& found)
      : again_(job, all, unit, found), found_(found) {
    for (const Finding& f : found) {
      told_.insert(key_of(f));
      if (f.level == Severity::Unchecked) unchecked_.insert(key_of(f));
    }
  }

  void run() {
    while (settle_one()) continue;
  }

 private:
  bool settle_one() {
    std::vector<Suspect> best;
    for (Suspect& suspect : suspects_of(again_, found_)) {
      if (!judge(suspect) || !suspect.is_reason()) continue;
      if (!best.empty() && suspect.settled() < best.front().settled()) continue;
      if (!best.empty() && suspect.settled() > best.front().settled()) best.clear();
      best.push_back(std::move(suspect));
    }
    if (best.empty()) return false;
    const Suspect first = best.front();
    const bool others = std::any_of(best.begin(), best.end(), [&](const Suspect& s) {
      return s.change().place != first.change().place && s.gone != first.gone &&
             std::find_first_of(s.gone.begin(), s.gone.end(), first.gone.begin(),
                                first.gone.end()) != s.gone.end();
    });
    if (others) return false;  // which finding is whose cannot be told
    const bool alone = std::all_of(best.begin(), best.end(), [&](const Suspect& s) {
      return s.gone != first.gone || s.change().place == first.change().place;
    });
    put_under(first, alone && !others_mend(first));
    return true;
  }

  /// The roots whose checks hold now.
  std::set<std::size_t> mended_by(const UnitAgain::Audited& now) const {
    std::set<std::string> passed;
    for (const model::PassedCheck& check : now.passed) passed.insert(key_of(check));
    std::set<std::size_t> mended;
    for (std::size_t i = 0; i < found_.size(); ++i) {
      if (is_root(found_[i]) && passed.contains(key_of(found_[i]))) mended.insert(i);
    }
    return mended;
  }

  /// Another amount would mend the very findings, had what else is reckoned from it been changed
  /// with it: a 权重 with its 得分. Nobody knows then which was typed wrong.
  bool others_mend(const Suspect& first) const {
    if (first.type == model::FieldType::Code || first.whole_sheet) return false;
    return std::any_of(refuted_.begin(), refuted_.end(), [&](const auto& refuted) {
      const auto& [place, mended] = refuted.second;
      return place != first.change().place &&
             std::includes(mended.begin(), mended.end(), first.gone.begin(), first.gone.end());
    });
  }

  /// With its code below another row, a row has rules that could not be made or did not apply.
  std::set<std::string> unmade(const UnitAgain::Audited& now) {
    if (held_.empty()) {
      for (const model::PassedCheck& check :
           again_.with({}, [](const auto&) { return false; }).passed)
        held_.insert(key_of(check));
    }
    std::set<std::string> unmade;
    for (const Finding& f : now.findings) {
      if (!held_.contains(key_of(f))) unmade.insert(key_of(f));
    }
    return unmade;
  }

  /// Every check that fails now failed before; most that are tried would make another fail.
  bool nothing_new(const UnitAgain::Audited& now) const {
    return std::all_of(now.findings.begin(), now.findings.end(), [&](const Finding& f) {
      return f.level == Severity::Note || f.trial || told_.contains(key_of(f));
    });
  }

  static std::string name_of(const Suspect& suspect) {
    const Change& c = suspect.change();
    return to_string(c.place) + '\x1f' + c.field + '\x1f' + model::to_string(c.was) + '\x1f' +
           model::to_string(c.now) + (suspect.whole_sheet ? "#" : "");
  }

  bool judge(Suspect& suspect) {
    if (refuted_.contains(name_of(suspect)) || tried_ == kMostTried) return false;
    ++tried_;
    std::vector<Change> changes = put_right_;
    changes.insert(changes.end(), suspect.changes.begin(), suspect.changes.end());
    const bool code = suspect.type == model::FieldType::Code;
    const UnitAgain::Audited now =
        again_.with(changes, [&](const auto& audited) { return code || nothing_new(audited); });
    RootsGone comparison(found_, settled_, code ? unmade(now) : unchecked_, now);
    const auto gone = comparison.gone();
    // Divided by ten thousand any difference is small: only those that are as far off are told by
    // it.
    const bool by_chance =
        gone && suspect.whole_sheet &&
        !std::all_of(gone->begin(), gone->end(), [&](std::size_t i) { return is_far(found_[i]); });
    if (!gone || by_chance) {
      refuted_.emplace(name_of(suspect), std::pair(suspect.change().place, mended_by(now)));
      return false;
    }
    suspect.gone = *gone;
    suspect.regrouped = comparison.regrouped();
    return true;
  }

  /// The finding that is told: an error before a warning, at the figure itself if one is.
  std::size_t root_among(const Suspect& suspect, bool alone) const {
    const auto rank = [&](std::size_t i) {
      const bool about = alone && is_about(found_[i], suspect);
      return std::tuple(found_[i].level, !about, !found_[i].difference);
    };
    return *std::min_element(suspect.gone.begin(), suspect.gone.end(),
                             [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
  }

  /// It already says what that figure should be. (A cell of prose has many.)
  static bool is_about(const Finding& f, const Suspect& suspect) {
    const Change& change = suspect.change();
    if (suspect.whole_sheet) return false;
    return f.place == change.place &&
           (f.reported == change.was || (f.field == change.field && f.quote.empty()));
  }

  void put_under(const Suspect& suspect, bool alone) {
    const std::size_t root = root_among(suspect, alone);
    for (const auto& [follower, cause] : suspect.regrouped) follow(follower, cause);
    std::size_t checks = suspect.gone.size();
    for (const Finding& f : found_)
      checks += f.cause && std::binary_search(suspect.gone.begin(), suspect.gone.end(), *f.cause);
    Location reason = suspect.change().place;
    if (suspect.whole_sheet) reason.cell.reset();
    const std::string place = shown(alone ? reason : found_[root].place);
    for (const std::size_t i : suspect.gone) {
      if (i == root) continue;
      follow(i, root);
      found_[i].clues.push_back(
          alone ? model::Clue{"same_figure",
                              say("{} 处的数改正以后，这里就相符",
                                  "this holds once the figure at {} is put right", place)}
                : model::Clue{"same_figure",
                              say("与 {} 处的 {} 改正同一个数就都相符，多半是同一处毛病",
                                  "one figure put right mends this and {1} at {0}: most likely one "
                                  "mistake",
                                  place, found_[root].rule)});
    }
    if (alone && suspect.whole_sheet)
      stand_at_sheet(suspect, checks, found_[root]);
    else if (alone && !is_about(found_[root], suspect))
      stand_at_figure(suspect, checks, found_[root]);
    put_right_.insert(put_right_.end(), suspect.changes.begin(), suspect.changes.end());
    settled_.insert(root);
  }

  static std::string shown(const Location& place) {
    return to_string(Location{"", place.sheet, place.cell});
  }

  void follow(std::size_t follower, std::size_t root) {
    for (Finding& f : found_) {
      if (f.cause == follower) f.cause = root;
    }
    found_[follower].cause = root;
  }

  static void stand_at_sheet(const Suspect& suspect, std::size_t checks, Finding& f) {
    const bool too_great =
        *model::number(suspect.change().was) > *model::number(suspect.change().now);
    const std::string from = shown(f.place);
    f.message = {
        fmt::format(
            "这张工作表的金额多半是按{}填的：都{} 10000 以后，{} 项核对就都相符；请核实金额单位。"
            "{} 处，{}",
            too_great ? "元" : "更大的单位", too_great ? "除以" : "乘以", checks, from,
            f.message.zh),
        fmt::format("the amounts of this sheet are most likely in another unit of money: {} by "
                    "10,000, {} checks hold. Make sure of the unit. At {}, {}",
                    too_great ? "divided" : "multiplied", checks, from, f.message.en)};
    f.place = suspect.change().place;
    f.place.cell.reset();
    f.field.clear();
    f.quote.clear();
    f.reported = f.expected = model::Blank{};
    f.difference.reset();
  }

  /// 208××××: which 项 it is cannot be told.
  static model::Value level_of(const model::Value& code) {
    const std::string text = model::to_string(code);
    std::string shown_code = text.substr(0, 3);
    for (std::size_t i = 3; i < text.size(); ++i) shown_code += "×";
    return shown_code;
  }

  /// 填报 4.90, but 填报“208”.
  static std::string spaced(const std::string& shown) {
    return shown.starts_with("“") || shown == "未填" ? shown : " " + shown;
  }

  /// The sum that does not add up is right where the amount it takes from elsewhere is wrong.
  static void stand_at_figure(const Suspect& suspect, std::size_t checks, Finding& f) {
    const Change& change = suspect.change();
    const model::Value meant = suspect.level_only ? level_of(change.now) : change.now;
    const Message now = model::display(meant, suspect.type);
    const Message was = model::is_blank(change.was) ? Message{"未填", "blank"}
                                                    : model::display(change.was, suspect.type);
    const std::string from = shown(f.place);
    f.message = {
        fmt::format("多半是这里填错：填报{}，应为{}，改正后 {} 项核对就都相符。{} 处，{}",
                    spaced(was.zh), spaced(now.zh), checks, from, f.message.zh),
        fmt::format("most likely the slip is here: reported {}, should be {}; then {} checks "
                    "hold. At {}, {}",
                    was.en, now.en, checks, from, f.message.en)};
    f.expected_from = from;
    f.place = change.place;
    f.field = change.field;
    f.quote = suspect.quote;
    f.reported = change.was;
    f.expected = meant;
    const Decimal *a = model::number(change.was), *b = model::number(change.now);
    f.difference = a && b ? std::optional(*a - *b) : std::nullopt;
    f.clues = a && b ? audit::clues_for(*a, *b, {}) : std::vector<model::Clue>{};
  }

  const UnitAgain again_;
  std::vector<Finding>& found_;
  std::vector<Change> put_right_;
  int tried_ = 0;
  std::set<std::string> told_, unchecked_, held_;
  /// Those that would make something else wrong: where, and what they would mend for all that.
  std::map<std::string, std::pair<Location, std::set<std::size_t>>> refuted_;
  std::set<std::size_t> settled_;  ///< the roots that those are the reason of
};

}  // namespace

void put_under_one_figure(const job::Job& job, const model::RunResult& all, const std::string& unit,
                          std::vector<Finding>& found) {
  if (std::none_of(found.begin(), found.end(), is_root)) return;
  OneFigure(job, all, unit, found).run();
}

}  // namespace huizong::batch
