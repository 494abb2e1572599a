#include "batch/one_figure.h"

#include <algorithm>
#include <map>
#include <set>

#include "audit/clue.h"
#include "audit/correction.h"
#include "batch/code_slips.h"
#include "batch/unit_again.h"
#include "model/display.h"

namespace huizong::batch {
namespace {

using model::Finding;

/// What a finding is told by in two audits of one unit: its check, wherever that fails.
template <class Check>
std::string key_of(const Check& check) {
  return check.rule + '\x1f' + check.item + '\x1f' + to_string(check.place) + '\x1f' + check.field;
}

bool counts(const Finding& f) {
  return f.level != Severity::Note && !f.trial;
}
bool is_root(const Finding& f) {
  return counts(f) && !f.cause;
}

/// What would be found with a figure put right, held against what was found.
class Comparison {
 public:
  Comparison(const std::vector<Finding>& found, const std::set<std::size_t>& settled,
             std::set<std::string> not_made, const UnitAgain::Audited& now)
      : found_(found), not_made_(std::move(not_made)), now_(now) {
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (is_root(found[i]) && !settled.contains(i)) open_.emplace(key_of(found[i]), i);
    }
  }

  /// The roots that are gone; nothing where something else would be wrong then, or a check that
  /// failed would not hold but could not be made.
  std::optional<std::vector<std::size_t>> gone() {
    if (!match_roots()) return std::nullopt;
    match_followers();
    for (const model::PassedCheck& check : now_.passed) {
      passed_.insert(key_of(check));
      rules_.insert(check.rule);
    }
    std::vector<std::size_t> gone = lessened_;
    for (const auto& [key, i] : open_) {
      const bool holds =
          found_[i].level == Severity::Unchecked ? rules_.contains(found_[i].rule) : passed_.contains(key);
      if (!holds) return std::nullopt;
      gone.push_back(i);
    }
    std::sort(gone.begin(), gone.end());
    return gone;
  }
  /// Roots that would follow from another: not from the figure.
  const std::vector<std::pair<std::size_t, std::size_t>>& regrouped() const { return regrouped_; }

 private:
  /// The open root of that check, with the very figures if they are asked for.
  std::multimap<std::string, std::size_t>::iterator same(const Finding& f, bool same_figures) {
    const auto [first, last] = open_.equal_range(key_of(f));
    const auto found = std::find_if(first, last, [&](const auto& open) {
      return !same_figures || found_[open.second].message.zh == f.message.zh;
    });
    return found == last ? open_.end() : found;
  }

  bool match_roots() {
    std::vector<std::size_t> changed;
    for (std::size_t j = 0; j < now_.findings.size(); ++j) {
      const Finding& f = now_.findings[j];
      if (!is_root(f)) continue;
      const auto it = same(f, true);
      if (it == open_.end()) {
        changed.push_back(j);
        continue;
      }
      root_of_[j] = it->second;
      open_.erase(it);
    }
    // Another mistake may be left in the same check; then it is off by less.
    for (const std::size_t j : changed) {
      const Finding& f = now_.findings[j];
      const auto it = same(f, false);
      if (it == open_.end() && not_made_.contains(key_of(f))) continue;
      if (it == open_.end()) return false;
      const auto &before = found_[it->second].difference, &after = f.difference;
      if (!before || !after || after->abs() >= before->abs()) return false;
      root_of_[j] = it->second;
      open_.erase(it);
    }
    return true;
  }

  void match_followers() {
    for (const Finding& f : now_.findings) {
      if (!counts(f) || !f.cause) continue;
      if (const auto it = same(f, true); it != open_.end()) {
        const auto root = root_of_.find(*f.cause);
        if (root != root_of_.end()) regrouped_.emplace_back(it->second, root->second);
        open_.erase(it);
      } else if (const auto other = same(f, false); other != open_.end()) {
        lessened_.push_back(other->second);
        open_.erase(other);
      }
    }
  }

  const std::vector<Finding>& found_;
  const std::set<std::string> not_made_;  ///< checks that may well fail now
  const UnitAgain::Audited& now_;
  std::multimap<std::string, std::size_t> open_;
  std::map<std::size_t, std::size_t> root_of_;  ///< of those found now, which it was
  std::vector<std::size_t> lessened_;
  std::vector<std::pair<std::size_t, std::size_t>> regrouped_;
  std::set<std::string> passed_, rules_;
};

/// Changes that one mistake would be, and the findings that are gone with them.
struct Suspect {
  std::vector<Change> changes;
  model::FieldType type = model::FieldType::Number;
  bool level_only = false;  ///< of a code: see CodeSlip
  std::string quote = {};
  std::vector<std::size_t> gone = {};
  std::vector<std::pair<std::size_t, std::size_t>> regrouped = {};

  const Change& change() const { return changes.front(); }
  std::size_t settled() const { return gone.size() + regrouped.size(); }
  /// A code that is out of order besides is enough for one check.
  bool is_reason() const {
    return !gone.empty() && (settled() > 1 || type == model::FieldType::Code);
  }
};

class OneFigure {
 public:
  OneFigure(const job::Job& job, const model::RunResult& all, const std::string& unit,
            std::vector<Finding>& found)
      : again_(job, all, unit, found), found_(found) {
    for (const Finding& f : found) {
      if (f.level == Severity::Unchecked) unchecked_.insert(key_of(f));
    }
    for (const model::PassedCheck& check : again_.with({}).passed) held_.insert(key_of(check));
  }

  void run() {
    while (settle_one()) continue;
  }

 private:
  static constexpr std::size_t kMostTried = 200;  // a form that is wrong all over has thousands

  bool settle_one() {
    std::vector<Suspect> best;
    for (Suspect& suspect : suspects()) {
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
    put_under(first, alone);
    return true;
  }

  std::vector<Suspect> suspects() const {
    const model::FigureSource source(again_.reported());
    std::vector<Suspect> list;
    for (const audit::Correction& c : audit::corrections(again_.forms(again_.reported()), source, found_)) {
      const auto own = as_reported(c);
      if (!own) continue;
      for (const bool whole_cell : {false, true}) {
        if (whole_cell && !stands_twice(*own)) continue;
        Suspect suspect;
        suspect.changes = {*own};
        suspect.changes.front().whole_cell = whole_cell;
        suspect.type = c.figure->type;
        suspect.quote = c.figure->sentence;
        list.push_back(std::move(suspect));
      }
      if (list.size() >= kMostTried) break;
    }
    for (Suspect& suspect : codes()) list.push_back(std::move(suspect));
    return list;
  }

  /// Codes of the tables on whose sheets something is wrong.
  std::vector<Suspect> codes() const {
    std::vector<Suspect> list;
    const auto is_there = [&](const Location& place) {
      return std::any_of(found_.begin(), found_.end(), [&](const Finding& f) {
        return is_root(f) && f.place.file == place.file && f.place.sheet == place.sheet;
      });
    };
    for (const model::Submission& s : again_.reported().submissions) {
      for (const auto& [name, table] : s.tables) {
        for (const CodeSlip& slip : code_slips(table)) {
          if (!is_there(slip.change.place)) break;
          list.push_back({{slip.change}, model::FieldType::Code, slip.level_only});
        }
      }
    }
    return list;
  }

  /// With its code below another row, a row has rules that could not be made or did not apply.
  std::set<std::string> unmade(const UnitAgain::Audited& now) const {
    std::set<std::string> unmade;
    for (const Finding& f : now.findings) {
      if (!held_.contains(key_of(f))) unmade.insert(key_of(f));
    }
    return unmade;
  }

  /// Another figure was read from the same cell, and is the same number: most likely that very one.
  bool stands_twice(const Change& change) const {
    int found = 0;
    for (const model::Submission& s : again_.reported().submissions) {
      for (const auto& [path, f] : s.figures)
        found += !f.derived && f.place == change.place && f.value == change.was;
      for (const auto& [name, table] : s.tables) {
        for (const model::TableRow& row : table.rows) {
          for (const auto& [column, f] : row.columns)
            found += !f.derived && f.place == change.place && f.value == change.was;
        }
      }
    }
    return found > 1;
  }

  /// In the money of the figure's own form.
  std::optional<Change> as_reported(const audit::Correction& c) const {
    for (const auto& [s, definitions] : again_.forms(again_.reported())) {
      if (c.figure->place.file != s->file) continue;
      const Decimal times =
          c.figure->type == model::FieldType::Money ? c.unit / model::in_yuan(s->money) : Decimal(1);
      const auto own = [&](const model::Value& v) -> model::Value {
        const Decimal* n = model::number(v);
        return n ? model::Value(*n * times) : v;
      };
      return Change{c.figure->place, c.figure->field, own(c.figure->value), c.value * times};
    }
    return std::nullopt;
  }

  static std::string name_of(const Suspect& suspect) {
    const Change& c = suspect.change();
    return to_string(c.place) + '\x1f' + c.field + '\x1f' + model::to_string(c.was) + '\x1f' +
           model::to_string(c.now) + (c.whole_cell ? "*" : "");
  }

  bool judge(Suspect& suspect) {
    if (refuted_.contains(name_of(suspect))) return false;
    std::vector<Change> changes = put_right_;
    changes.insert(changes.end(), suspect.changes.begin(), suspect.changes.end());
    const UnitAgain::Audited now = again_.with(changes);
    const bool code = suspect.type == model::FieldType::Code;
    Comparison comparison(found_, settled_, code ? unmade(now) : unchecked_, now);
    const auto gone = comparison.gone();
    if (!gone) {
      refuted_.insert(name_of(suspect));
      return false;
    }
    suspect.gone = *gone;
    suspect.regrouped = comparison.regrouped();
    return true;
  }

  /// The finding that is told: an error before a warning, at the figure itself if one is.
  std::size_t root_among(const Suspect& suspect, bool alone) const {
    const auto rank = [&](std::size_t i) {
      const bool about = alone && is_about(found_[i], suspect.change());
      return std::tuple(found_[i].level, !about, !found_[i].difference);
    };
    return *std::min_element(suspect.gone.begin(), suspect.gone.end(),
                             [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
  }

  /// It already says what that figure should be. (A cell of prose has many.)
  static bool is_about(const Finding& f, const Change& change) {
    return f.place == change.place &&
           (f.reported == change.was || (f.field == change.field && f.quote.empty()));
  }

  void put_under(const Suspect& suspect, bool alone) {
    const std::size_t root = root_among(suspect, alone);
    for (const auto& [follower, cause] : suspect.regrouped) follow(follower, cause);
    std::size_t checks = suspect.gone.size();
    for (const Finding& f : found_)
      checks += f.cause && std::binary_search(suspect.gone.begin(), suspect.gone.end(), *f.cause);
    const std::string place = shown(alone ? suspect.change().place : found_[root].place, found_[root]);
    for (const std::size_t i : suspect.gone) {
      if (i == root) continue;
      follow(i, root);
      found_[i].clues.push_back(
          alone ? model::Clue{"same_figure", say("{} 处的数改正以后，这里就相符",
                                                 "this holds once the figure at {} is put right", place)}
                : model::Clue{"same_figure",
                              say("与 {} 处的 {} 改正同一个数就都相符，多半是同一处毛病",
                                  "one figure put right mends this and {1} at {0}: most likely one "
                                  "mistake",
                                  place, found_[root].rule)});
    }
    if (alone && !is_about(found_[root], suspect.change())) stand_at_figure(suspect, checks, found_[root]);
    put_right_.insert(put_right_.end(), suspect.changes.begin(), suspect.changes.end());
    settled_.insert(root);
  }

  /// Files and sheets are told where they are not the other finding's.
  static std::string shown(const Location& place, const Finding&) {
    return to_string(Location{"", place.sheet, place.cell});
  }

  void follow(std::size_t follower, std::size_t root) {
    for (Finding& f : found_) {
      if (f.cause == follower) f.cause = root;
    }
    found_[follower].cause = root;
  }

  /// 208××××: which 项 it is cannot be told.
  static model::Value level_of(const model::Value& code) {
    const std::string text = model::to_string(code);
    std::string shown_code = text.substr(0, 3);
    for (std::size_t i = 3; i < text.size(); ++i) shown_code += "×";
    return shown_code;
  }

  /// The sum that does not add up is right where the amount it takes from elsewhere is wrong.
  static void stand_at_figure(const Suspect& suspect, std::size_t checks, Finding& f) {
    const Change& change = suspect.change();
    const model::Value meant = suspect.level_only ? level_of(change.now) : change.now;
    const Message now = model::display(meant, suspect.type);
    const Message was = model::is_blank(change.was) ? Message{"未填", "blank"}
                                                    : model::display(change.was, suspect.type);
    const std::string from = shown(f.place, f);
    f.message = {fmt::format("多半是这里填错：填报 {}，应为 {}，改正后 {} 项核对就都相符。{} 处，{}", was.zh,
                             now.zh, checks, from, f.message.zh),
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
  std::set<std::string> unchecked_, held_;
  std::set<std::string> refuted_;  ///< they would make something else wrong
  std::set<std::size_t> settled_;  ///< the roots that those are the reason of
};

}  // namespace

void put_under_one_figure(const job::Job& job, const model::RunResult& all, const std::string& unit,
                          std::vector<Finding>& found) {
  if (std::none_of(found.begin(), found.end(), is_root)) return;
  OneFigure(job, all, unit, found).run();
}

}  // namespace huizong::batch
