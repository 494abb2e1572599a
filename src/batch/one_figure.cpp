#include "batch/one_figure.h"

#include <algorithm>
#include <map>
#include <set>

#include "audit/correction.h"
#include "batch/unit_again.h"
#include "model/display.h"

namespace huizong::batch {
namespace {

using model::Finding;

/// What a finding is told by in two audits of one unit: its check, wherever that fails.
std::string key_of(const std::string& rule, const std::string& item, const Location& place,
                   const std::string& field) {
  return rule + '\x1f' + item + '\x1f' + to_string(place) + '\x1f' + field;
}
std::string key_of(const Finding& f) {
  return key_of(f.rule, f.item, f.place, f.field);
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
             const UnitAgain::Audited& now)
      : found_(found), now_(now) {
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (is_root(found[i]) && !settled.contains(i)) open_.emplace(key_of(found[i]), i);
    }
  }

  /// The roots that are gone; nothing where something else would be wrong then, or a check that
  /// failed would not hold but could not be made.
  std::optional<std::vector<std::size_t>> gone() {
    if (!match_roots()) return std::nullopt;
    match_followers();
    for (const model::PassedCheck& check : now_.passed)
      passed_.insert(key_of(check.rule, check.item, check.place, check.field)),
          rules_.insert(check.rule);
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
    std::vector<const Finding*> changed;
    for (std::size_t j = 0; j < now_.findings.size(); ++j) {
      const Finding& f = now_.findings[j];
      if (!is_root(f)) continue;
      const auto it = same(f, true);
      if (it == open_.end()) {
        changed.push_back(&f);
        continue;
      }
      root_of_[j] = it->second;
      open_.erase(it);
    }
    // Another mistake may be left in the same check; then it is off by less.
    for (const Finding* f : changed) {
      const auto it = same(*f, false);
      if (it == open_.end()) return false;
      const auto &before = found_[it->second].difference, &after = f->difference;
      if (!before || !after || after->abs() >= before->abs()) return false;
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
  std::string quote;
  std::vector<std::size_t> gone;
  std::vector<std::pair<std::size_t, std::size_t>> regrouped;

  const Change& change() const { return changes.front(); }
};

class OneFigure {
 public:
  OneFigure(const job::Job& job, const model::RunResult& all, const std::string& unit,
            std::vector<Finding>& found)
      : again_(job, all, unit, found), found_(found) {}

  void run() {
    while (settle_one()) continue;
  }

 private:
  static constexpr std::size_t kMostTried = 200;  // a form that is wrong all over has thousands

  bool settle_one() {
    std::vector<Suspect> best;
    for (Suspect& suspect : suspects()) {
      if (!judge(suspect) || suspect.gone.size() < 2) continue;
      if (!best.empty() && suspect.gone.size() < best.front().gone.size()) continue;
      if (!best.empty() && suspect.gone.size() > best.front().gone.size()) best.clear();
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
        if (whole_cell && c.figure->sentence.empty()) continue;
        Suspect suspect;
        suspect.changes = {*own};
        suspect.changes.front().whole_cell = whole_cell;
        suspect.type = c.figure->type;
        suspect.quote = c.figure->sentence;
        list.push_back(std::move(suspect));
      }
      if (list.size() >= kMostTried) break;
    }
    return list;
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

  bool judge(Suspect& suspect) const {
    std::vector<Change> changes = put_right_;
    changes.insert(changes.end(), suspect.changes.begin(), suspect.changes.end());
    const UnitAgain::Audited now = again_.with(changes);
    Comparison comparison(found_, settled_, now);
    const auto gone = comparison.gone();
    if (!gone) return false;
    suspect.gone = *gone;
    suspect.regrouped = comparison.regrouped();
    return true;
  }

  /// The finding that is told: an error before a warning, at the figure itself if one is.
  std::size_t root_among(const Suspect& suspect, bool alone) const {
    const auto rank = [&](std::size_t i) {
      const bool there = alone && found_[i].place == suspect.change().place;
      return std::tuple(found_[i].level, !there, !found_[i].difference);
    };
    return *std::min_element(suspect.gone.begin(), suspect.gone.end(),
                             [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
  }

  void put_under(const Suspect& suspect, bool alone) {
    const std::size_t root = root_among(suspect, alone);
    for (const auto& [follower, cause] : suspect.regrouped) follow(follower, cause);
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
    if (alone && found_[root].place != suspect.change().place) stand_at_figure(suspect, found_[root]);
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

  /// The sum that does not add up is right where the amount it takes from elsewhere is wrong.
  static void stand_at_figure(const Suspect& suspect, Finding& f) {
    const Change& change = suspect.change();
    const Message now = model::display(change.now, suspect.type);
    const Message was = model::is_blank(change.was) ? Message{"未填", "blank"}
                                                    : model::display(change.was, suspect.type);
    const std::string from = shown(f.place, f);
    f.message = {fmt::format("多半是这里填错：填报 {}，应为 {}，改正后 {} 项核对都相符。{} 处，{}", was.zh,
                             now.zh, suspect.gone.size(), from, f.message.zh),
                 fmt::format("most likely the slip is here: reported {}, should be {}; then {} checks "
                             "hold. At {}, {}",
                             was.en, now.en, suspect.gone.size(), from, f.message.en)};
    f.expected_from = from;
    f.place = change.place;
    f.field = change.field;
    f.quote = suspect.quote;
    f.reported = change.was;
    f.expected = change.now;
    const Decimal *a = model::number(change.was), *b = model::number(change.now);
    f.difference = a && b ? std::optional(*a - *b) : std::nullopt;
  }

  const UnitAgain again_;
  std::vector<Finding>& found_;
  std::vector<Change> put_right_;
  std::set<std::size_t> settled_;  ///< the roots that those are the reason of
};

}  // namespace

void put_under_one_figure(const job::Job& job, const model::RunResult& all, const std::string& unit,
                          std::vector<Finding>& found) {
  if (std::count_if(found.begin(), found.end(), is_root) < 2) return;
  OneFigure(job, all, unit, found).run();
}

}  // namespace huizong::batch
