#include "audit/audit.h"

#include "audit/check.h"
#include "model/display.h"

namespace huizong::audit {

using formula::Op;
using model::Finding;

AuditResult audit(const model::Submission& submission, const formula::Definitions& definitions,
                  std::vector<Finding> found, bool list_passed) {
  CheckLog log(submission, definitions, std::move(found), list_passed);
  for (const formula::Derived& derived : definitions.derived) {
    if (!derived.across && !derived.off) check_derived(derived, log);
  }
  for (const formula::Rule& rule : definitions.rules) {
    if (!rule.across && !rule.off) check_rule(rule, log);
  }
  return log.take();
}

AuditResult audit_across(const model::Submission& submission,
                         const formula::Definitions& definitions, std::vector<Finding> found,
                         const model::FigureSource& others, bool list_passed) {
  CheckLog log(submission, definitions, std::move(found), list_passed, &others);
  for (const formula::Derived& derived : definitions.derived) {
    if (derived.across && !derived.off) check_derived(derived, log);
  }
  for (const formula::Rule& rule : definitions.rules) {
    if (rule.across && !rule.off) check_rule(rule, log);
  }
  return log.take();
}

void put_across_under_one_root(const std::vector<FormOfUnit>& forms,
                               const model::FigureSource& others, std::vector<Finding>& found) {
  std::vector<AmountCheck> amounts;
  for (const FormOfUnit& form : forms) {
    CheckLog log(*form.submission, *form.definitions, {}, false, &others);
    for (const formula::Rule& rule : form.definitions->rules) {
      if (!rule.off) check_rule(rule, log);
    }
    for (AmountCheck& check : log.take_amounts(found)) amounts.push_back(std::move(check));
  }
  put_under_one_root(amounts, found);
}

Message numbers_sentence(const model::Value& reported, Op op, const model::Value& expected,
                         model::FieldType kind) {
  const Message left = model::display(reported, kind);
  const Message right = model::display(expected, kind);
  const Decimal* a = model::number(reported);
  const Decimal* b = model::number(expected);
  if (op != Op::Equal) {
    const char* limit_zh = op == Op::LessEqual      ? "不大于"
                           : op == Op::Less         ? "小于"
                           : op == Op::GreaterEqual ? "不小于"
                           : op == Op::Greater      ? "大于"
                                                    : "不等于";
    const char* limit_en = op == Op::LessEqual      ? "at most"
                           : op == Op::Less         ? "less than"
                           : op == Op::GreaterEqual ? "at least"
                           : op == Op::Greater      ? "more than"
                                                    : "other than";
    return {fmt::format("填报 {}，应{} {}", left.zh, limit_zh, right.zh),
            fmt::format("reported {}, should be {} {}", left.en, limit_en, right.en)};
  }
  if (!a || !b)
    return {fmt::format("填报{}，应为{}", left.zh, right.zh),
            fmt::format("reported {}, expected {}", left.en, right.en)};
  const std::string difference = model::display(*a - *b, kind);
  return {fmt::format("填报 {}，应为 {}，差 {}", left.zh, right.zh, difference),
          fmt::format("reported {}, expected {}, difference {}", left.en, right.en, difference)};
}

std::string derived_rule_id(const formula::Definitions& definitions, const std::string& name) {
  return definitions.form + "-D-" + name;
}

}  // namespace huizong::audit
