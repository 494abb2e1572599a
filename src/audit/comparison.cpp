#include "audit/comparison.h"

#include <algorithm>

#include "formula/evaluate.h"

namespace huizong::audit {
namespace {

using formula::Op;

const Decimal kHalfCent = Decimal(5) / 1000;
const Decimal kCent = Decimal(1) / 100;
constexpr int kRateDecimals = 4;  // 98.76%: what a rate shows when its cell says nothing

/// The decimals two rates are compared in: those the cell shows, or those it stores where that is
/// more, but no more than the expected rate is rounded to.
int rate_digits(const Decimal& reported, const Precision& p) {
  int digits = p.shown ? std::max(*p.shown, reported.decimals().value_or(*p.shown)) : kRateDecimals;
  if (p.digits) digits = std::min(digits, *p.digits);
  return digits;
}

/// The decimals an amount is given in: those its cell shows, or stores where that is more. Of a
/// whole number in a cell of no format (常规) nobody knows whether it was meant to be rounded.
std::optional<int> decimals_given(const Decimal& reported, const Precision& p) {
  const int stored = reported.decimals().value_or(0);
  if (p.shown) return std::max(*p.shown, stored);
  return stored > 0 ? std::optional(stored) : std::nullopt;
}

bool is_coarser(const Decimal& reported, const Decimal& expected, const Precision& p) {
  const auto digits = decimals_given(reported, p);
  return p.kind == model::FieldType::Money && digits && reported == expected.rounded(*digits);
}

Agreement agree_equal(const Decimal& reported, const Decimal& expected, const Precision& p) {
  if (p.kind == model::FieldType::Percent) {
    const int digits = rate_digits(reported, p);
    const Decimal shown = reported.rounded(digits);
    if (shown == expected.rounded(digits)) return Agreement::Equal;
    if (shown == expected.truncated(digits)) return Agreement::Truncated;
  } else {
    // A cell that computes 分值×执行率 unrounded holds more decimals than the figure has.
    const bool finer_report = p.digits && reported.decimals().value_or(*p.digits + 1) > *p.digits;
    const Decimal left = finer_report ? reported.rounded(*p.digits) : reported;
    if (left == (p.digits ? expected.rounded(*p.digits) : expected)) return Agreement::Equal;
    // A figure written with fewer decimals than the exact result was cut off there.
    const int digits = p.digits.value_or(reported.decimals().value_or(0));
    const bool finer = expected.decimals().value_or(digits + 1) > digits;
    if (finer && left == expected.truncated(digits) && (p.digits || digits >= 2))
      return Agreement::Truncated;
  }
  if (is_coarser(reported, expected, p)) return Agreement::Coarser;
  const Decimal rounded = p.digits ? expected.rounded(*p.digits) : expected;
  return (reported - rounded).abs() <= tolerance_of(p) ? Agreement::Residual : Agreement::Differs;
}

}  // namespace

Message remark_of(Agreement agreement) {
  switch (agreement) {
    case Agreement::Truncated:
      return {"截断，未四舍五入", "cut off, not rounded"};
    case Agreement::Coarser:
      return {"小数位数较少，按填报的位数相符", "fewer decimals, equal in those given"};
    case Agreement::Residual:
      return {"尾差，在允许范围内", "within the tolerance"};
    case Agreement::Equal:
    case Agreement::Differs:
      break;
  }
  return {};
}

Decimal tolerance_of(const Precision& p) {
  if (p.tolerance) return *p.tolerance;
  const Decimal by_terms = kHalfCent * Decimal(static_cast<long long>(p.terms));
  switch (p.kind) {
    case model::FieldType::Money:
      return std::max(p.coarse,
                      p.money == model::MoneyUnit::Yuan ? kCent : std::max(kCent, by_terms));
    case model::FieldType::Percent:
      return 0;
    default:
      return p.rounded_terms ? by_terms : Decimal(0);
  }
}

Agreement agree(const Decimal& reported, Op op, const Decimal& expected,
                const Precision& precision) {
  if (op == Op::Equal) return agree_equal(reported, expected, precision);
  if (formula::holds(reported, op, expected)) return Agreement::Equal;
  // Less is less: two equal numbers, or a cent over, are no 尾差 of it.
  if (op == Op::NotEqual || op == Op::Less || op == Op::Greater) return Agreement::Differs;
  return (reported - expected).abs() <= tolerance_of(precision) ? Agreement::Residual
                                                                : Agreement::Differs;
}

}  // namespace huizong::audit
