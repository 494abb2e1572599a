#include "audit/explain.h"

#include "base/text.h"
#include "model/value.h"

namespace huizong::audit {
namespace {

using model::Explanation;
using model::Finding;
namespace state = model::explanation_state;

bool may_be_explained(const Finding& f) {
  return f.level == Severity::Warning && !f.trial && !f.cause;
}

/// As a workbook keeps it: numbers have 15 digits there.
std::string as_kept(const model::Value& value) {
  if (const Decimal* number = model::number(value))
    return Decimal::from_double(number->to_double()).to_string();
  return std::holds_alternative<bool>(value) ? "" : model::to_string(value);
}

std::string key_of(std::initializer_list<std::string_view> parts) {
  std::string key;
  for (const std::string_view part : parts) key += fold_label(part) + '\x1f';
  return key;
}
/// The warning with its figures. Its sentence says which of a rule's names it is about, and stands
/// for the figures where the rule compares none.
std::string figures_key(const Explanation& e) {
  return key_of({e.unit, e.item, e.rule, e.reported, e.expected, e.figures_read, e.problem});
}
std::string place_key(const Explanation& e) {
  return key_of({e.unit, e.item, e.rule, e.place});
}

/// An item's code without the zeros in front, which Excel drops where it takes it for a number.
Explanation without_zeros(Explanation e) {
  if (e.item.find_first_not_of("0123456789") == std::string::npos)
    e.item.erase(0, e.item.find_first_not_of('0'));
  return e;
}

Explanation about(const Finding& f, const std::map<std::string, std::string>& titles) {
  const auto title = titles.find(f.form);
  Explanation e;
  e.unit = f.unit.code;
  e.unit_name = f.unit.name;
  e.item = f.item;
  e.form = title == titles.end() ? f.form : title->second;
  e.rule = f.rule;
  e.place = to_string(Location{"", f.place.sheet, f.place.cell});
  e.reported = as_kept(f.reported);
  e.expected = as_kept(f.expected);
  e.figures_read = f.figures_read;
  e.problem = f.message.zh;
  e.state = state::kUnexplained;
  return e;
}

/// A warning, and what its row says of it.
struct Open {
  Finding* finding;
  Explanation about;
  bool has_row = false;
};

class Explaining {
 public:
  Explaining(std::vector<Finding>& findings, std::vector<Explanation> rows,
             const std::map<std::string, std::string>& titles)
      : rows_(std::move(rows)), matched_(rows_.size(), false) {
    for (Finding& f : findings) {
      f.answer.reset();
      if (may_be_explained(f)) open_.push_back({&f, about(f, titles)});
    }
  }

  std::vector<Explanation> rows() {
    // Of several warnings with the same figures each row keeps to its own; where rows of the form
    // have moved, the figures alone decide.
    match([](const Explanation& e) { return figures_key(e) + place_key(e); });
    match(figures_key);
    match([](const Explanation& e) { return figures_key(without_zeros(e)); });
    settle_the_rest();
    std::vector<Explanation> kept;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (matched_[i] || rows_[i].answered()) kept.push_back(std::move(rows_[i]));
    }
    for (Open& one : open_) {
      if (!one.has_row) kept.push_back(std::move(one.about));
    }
    return kept;
  }

 private:
  template <class Key>
  void match(Key key) {
    std::multimap<std::string, Open*> waiting;
    for (Open& one : open_) {
      if (!one.has_row) waiting.emplace(key(one.about), &one);
    }
    // A row somebody wrote into goes before one nobody did.
    for (const bool answered : {true, false}) {
      for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (matched_[i] || rows_[i].answered() != answered || !rows_[i].unclear.empty()) continue;
        const auto found = waiting.find(key(rows_[i]));
        if (found == waiting.end()) continue;
        matched_[i] = true;
        take(*found->second, rows_[i]);
        waiting.erase(found);
      }
    }
  }

  static void take(Open& one, Explanation& row) {
    one.has_row = true;
    Explanation now = one.about;
    now.text = row.text;
    now.approver = row.approver;
    now.date = row.date;
    now.cell = row.cell;
    Message open;
    if (row.text.empty()) {
      if (!row.approver.empty())
        open = {"有审批人而没有写说明", "it names an approver but explains nothing"};
    } else if (row.approver.empty()) {
      now.state = state::kUnapproved;
      open = {"还没有审批人", "nobody has approved it yet"};
    } else {
      now.state = state::kClosed;
    }
    if (!row.text.empty() || !row.approver.empty())
      one.finding->answer = model::Answer{row.text, row.approver, row.date, std::move(open)};
    row = std::move(now);
  }

  /// What was written about figures that are no longer there closes nothing, and is told at the
  /// warning that now stands in their place.
  void settle_the_rest() {
    std::map<std::string, Open*> at_place;
    for (Open& one : open_) {
      if (!one.finding->closed()) at_place.emplace(place_key(without_zeros(one.about)), &one);
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      Explanation& row = rows_[i];
      if (matched_[i] || !row.answered()) continue;
      if (!row.unclear.empty()) {
        row.state = state::kUnclear;
        continue;
      }
      const auto now = at_place.find(place_key(without_zeros(row)));
      row.state = now == at_place.end() ? state::kGone : state::kChanged;
      if (now == at_place.end() || now->second->finding->answer) continue;
      now->second->finding->answer =
          model::Answer{row.text, row.approver, row.date, what_changed(row, now->second->about)};
    }
  }

  static Message what_changed(const Explanation& was, const Explanation& now) {
    if (was.figures_read.empty() && !now.figures_read.empty())
      return {"写说明时没有记下所据的数，不知是不是现在这些，请核对后重新说明",
              "it does not say which figures it was given for; check them and explain anew"};
    if (was.figures_read != now.figures_read)
      return say("写说明时的数是“{}”，现在已改变，请重新说明",
                 "it was given for \"{}\", which has changed since", was.figures_read);
    if (was.reported.empty() || was.expected.empty())
      return {"写说明以后情况已变，请重新说明", "what it explains has changed since"};
    return say("写说明时填报 {}、应为 {}，现在数已改变，请重新说明",
               "it explains {} against {}, and the figures have changed since", was.reported,
               was.expected);
  }

  std::vector<Explanation> rows_;
  std::vector<bool> matched_;
  std::vector<Open> open_;
};

}  // namespace

std::vector<Explanation> explain(std::vector<Finding>& findings, std::vector<Explanation> rows,
                                 const std::map<std::string, std::string>& titles) {
  return Explaining(findings, std::move(rows), titles).rows();
}

}  // namespace huizong::audit
