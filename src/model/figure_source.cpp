#include "model/figure_source.h"

#include <algorithm>

namespace huizong::model {
namespace {

void convert(Figure& figure, const Decimal& times, int decimals) {
  const Decimal* amount = number(figure.value);
  if (figure.type != FieldType::Money || !amount) return;
  // As many decimals as were given, so that 7.29万元 beside 元 is known to be no exact 72,900; two
  // of any amount, as 190 is written for 190.00.
  const int given =
      std::max({2, figure.shown_decimals.value_or(0), amount->decimals().value_or(0)});
  figure.shown_decimals = given + decimals;
  figure.value = *amount * times;
}

/// "BMJS!" for the whole of another form.
std::string whole(const std::string& form, bool last_year) {
  return (form.empty() ? "" : form + "!") + (last_year ? "上年" : "");
}

Message name_of_form(const std::string& form, bool last_year) {
  if (!last_year) return say("表 {} ", "the form {}", form);
  return say("上年的表 {} ", "last year's form {}", form);
}

}  // namespace

FigureSource::FigureSource(const RunResult& result) : has_last_year_(result.last_year.has_value()) {
  for (const Submission& s : result.submissions)
    submissions_[{false, {s.key.unit, s.key.form}}].push_back(&s);
  if (result.last_year) {
    for (const Submission& s : *result.last_year)
      submissions_[{true, {s.key.unit, s.key.form}}].push_back(&s);
  }
  for (const Owed& owed : result.intake.owed) owed_.insert({owed.unit.code, owed.form});
  for (const DuplicateFiles& d : result.intake.duplicate) {
    if (d.used.empty()) undecided_.insert({d.unit, d.form});
  }
  for (const UnreadFile& file : result.intake.unread) unread_.insert(file.unit);
}

FigureSource::Found FigureSource::find(const Submission& asker, const std::string& form,
                                       bool last_year) const {
  const std::string& id = form.empty() ? asker.key.form : form;
  const UnitForm key{asker.key.unit, id};
  Found found;
  if (const auto all = submissions_.find({last_year, key}); all != submissions_.end())
    found.submissions = all->second;
  const bool items = !found.submissions.empty() && !found.submissions.front()->key.item.empty();
  found.list = items && asker.key.item.empty();
  if (items && !found.list)
    std::erase_if(found.submissions,
                  [&](const Submission* s) { return s->key.item != asker.key.item; });

  const auto missing = [&](Message why) {
    found.missing = NotAvailable{std::move(why), whole(form, last_year)};
    return found;
  };
  const Message name = name_of_form(id, last_year);
  if (found.submissions.empty()) {
    found.missing = absent(asker, form, last_year);
    return found;
  }
  // A sum over items of which one is not known would be a wrong sum.
  if (found.list && !last_year && (undecided_.contains(key) || unread_.contains(key.first)))
    return missing({name.zh + "还有项目没有读到或待定",
                    "some items of " + name.en + " are unread or undecided"});
  for (const Submission*& s : found.submissions) {
    if (!s->counted)
      return missing({name.zh + "没有计入合计：" + s->why_not_counted.zh,
                      name.en + " is kept out of the sums: " + s->why_not_counted.en});
    s = &in_money(*s, asker.money);
  }
  return found;
}

NotAvailable FigureSource::absent(const Submission& asker, const std::string& form,
                                  bool last_year) const {
  const std::string& id = form.empty() ? asker.key.form : form;
  const std::string field = whole(form, last_year);
  if (last_year && !has_last_year_)
    return {{"任务没有写 [previous]，没有上年的数",
             "the job names no [previous] store, so there are no figures of last year"},
            field,
            Absence::NoLastYear};
  if (!last_year && !owed_.contains({asker.key.unit, id}))
    return {say("单位名录没有要求本单位报表 {}", "the unit list does not ask this unit for {}", id),
            field, Absence::NotOwed};
  const auto all = submissions_.find({last_year, {asker.key.unit, id}});
  const Message name = name_of_form(id, last_year);
  if (all != submissions_.end())
    return {{fmt::format("{}里没有项目“{}”", name.zh, asker.key.item),
             fmt::format("{} has no item {}", name.en, asker.key.item)},
            field};
  if (last_year)
    return {say("上年的数里没有本单位的表 {}", "last year's figures have no {} of this unit", id),
            field};
  return {say("本单位的表 {} 未报或不能用", "this unit's {} is missing or cannot be used", id),
          field};
}

const Submission& FigureSource::in_money(const Submission& s, MoneyUnit unit) const {
  if (s.money == unit) return s;
  const auto [it, fresh] = converted_.try_emplace({&s, unit});
  Submission& copy = it->second;
  if (!fresh) return copy;
  copy = s;
  copy.money = unit;
  const Decimal times = in_yuan(s.money) / in_yuan(unit);
  // 元 to 万元 is four decimals more, and back four less: units are powers of ten.
  const int digits = times < Decimal(1) ? times.decimals().value_or(0)
                                        : -(Decimal(1) / times).decimals().value_or(0);
  for (auto& [path, figure] : copy.figures) convert(figure, times, digits);
  for (auto& [name, table] : copy.tables) {
    for (TableRow& row : table.rows) {
      for (auto& [column, figure] : row.columns) convert(figure, times, digits);
    }
  }
  return copy;
}

}  // namespace huizong::model
