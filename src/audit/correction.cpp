#include "audit/correction.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "audit/check.h"

namespace huizong::audit {
namespace {

using model::Figure;

auto place_of(const Figure* f) {
  return std::tuple(f->place.file, f->place.sheet, *f->place.cell, f->field,
                    model::to_string(f->value));
}

/// A figure that may have been typed wrong: a number, or nothing where one is due, in a cell.
bool may_be_wrong(const Figure* f) {
  return f->place.cell && !f->derived && model::is_numeric(f->type) &&
         (model::number(f->value) || model::is_blank(f->value));
}

/// A rate is written as its cell shows it.
Decimal as_written(const Decimal& value, const Figure& figure) {
  if (figure.type != model::FieldType::Percent) return value;
  const Decimal* own = model::number(figure.value);
  const int stored = own ? own->decimals().value_or(0) : 0;
  return value.rounded(std::max(stored, figure.shown_decimals.value_or(4)));
}

/// The numbers that would make the check hold with everything else as it is.
std::vector<Decimal> values_for(const FailedCheck& check, const Figure& figure,
                                const model::Finding& f) {
  std::vector<Decimal> values;
  const Decimal* own = model::number(figure.value);
  const Decimal now = own ? *own : Decimal(0);
  if (check.difference && figure.type == check.kind) {
    values.push_back(now - *check.difference);
    values.push_back(now + *check.difference);
  }
  const Decimal* expected = model::number(f.expected);
  if (check.alone == &figure && expected) values.push_back(as_written(*expected, figure));
  std::erase(values, now);
  return values;
}

}  // namespace

std::vector<Correction> corrections(const std::vector<FormOfUnit>& forms,
                                    const model::FigureSource& others,
                                    const std::vector<model::Finding>& found) {
  std::vector<std::pair<FailedCheck, Decimal>> failed;  // with the unit of money
  for (const FormOfUnit& form : forms) {
    CheckLog log(*form.submission, *form.definitions, {}, false, &others);
    for (const formula::Derived& derived : form.definitions->derived) {
      if (!derived.off) check_derived(derived, log);
    }
    for (const formula::Rule& rule : form.definitions->rules) {
      if (!rule.off) check_rule(rule, log);
    }
    for (FailedCheck& check : log.take_failed(found))
      failed.emplace_back(std::move(check), model::in_yuan(form.submission->money));
  }
  using Place = decltype(place_of(nullptr));
  std::map<Place, std::set<std::size_t>> findings_of;
  for (const auto& [check, unit] : failed) {
    for (const Figure* figure : check.figures) {
      if (may_be_wrong(figure)) findings_of[place_of(figure)].insert(check.finding);
    }
  }
  std::vector<Correction> list;
  std::set<std::pair<Place, Decimal>> listed;
  for (const auto& [check, unit] : failed) {
    for (const Figure* figure : check.figures) {
      if (!may_be_wrong(figure)) continue;
      const std::size_t of = findings_of[place_of(figure)].size();
      if (of < 2 && figure != check.alone) continue;
      for (const Decimal& value : values_for(check, *figure, found[check.finding])) {
        if (listed.insert({place_of(figure), value}).second)
          list.push_back({figure, value, unit, of});
      }
    }
  }
  std::stable_sort(list.begin(), list.end(),
                   [](const Correction& a, const Correction& b) { return a.of > b.of; });
  return list;
}

}  // namespace huizong::audit
