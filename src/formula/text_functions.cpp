#include "formula/text_functions.h"

#include <algorithm>

#include "base/text.h"
#include "formula/characters.h"
#include "formula/evaluator.h"
#include "formula/number_format.h"
#include "formula/reasons.h"
#include "model/number_text.h"

namespace huizong::formula {
namespace {

using model::Value;

/// How many characters, cut to a whole number as Excel does.
struct Count {
  Value missing;  ///< NotAvailable where there is no count
  std::size_t value = 0;
  bool ok() const { return model::is_available(missing); }
};

Count count_of(const Evaluator& e, const Expr& expr, int least) {
  constexpr int kLongest = 32767;  // characters a cell can hold
  const Value v = e.number(expr);
  const Decimal* n = model::number(v);
  if (!n) return {v, 0};
  if (*n < Decimal(least))
    return {because(say("字数{}小于{}", "the count of characters {} is less than {}",
                        n->to_string(), least),
                    expr),
            0};
  return {{}, static_cast<std::size_t>(std::min(n->truncated(0), Decimal(kLongest)).to_double())};
}

std::string joined(const std::vector<std::string_view>& chars, std::size_t first,
                   std::size_t count) {
  std::string text;
  for (std::size_t i = first; i < chars.size() && i - first < count; ++i) text += chars[i];
  return text;
}

Value part_of(const Evaluator& e, const Arguments& a, bool from_right) {
  const Value v = e.text(a[0]);
  if (!model::is_available(v)) return v;
  Count count{{}, 1};
  if (a.size() > 1) count = count_of(e, a[1], 0);
  if (!count.ok()) return count.missing;
  const auto chars = characters(*model::text(v));
  const std::size_t taken = std::min(count.value, chars.size());
  return joined(chars, from_right ? chars.size() - taken : 0, taken);
}

bool is_one_of(std::string_view character, std::initializer_list<std::string_view> characters) {
  return std::find(characters.begin(), characters.end(), character) != characters.end();
}

}  // namespace

Value compute_len(const Evaluator& e, const Arguments& a) {
  const Value v = e.text(a[0]);
  if (!model::is_available(v)) return v;
  return Decimal(static_cast<long long>(characters(*model::text(v)).size()));
}

Value compute_left(const Evaluator& e, const Arguments& a) {
  return part_of(e, a, false);
}
Value compute_right(const Evaluator& e, const Arguments& a) {
  return part_of(e, a, true);
}

Value compute_mid(const Evaluator& e, const Arguments& a) {
  const Value v = e.text(a[0]);
  if (!model::is_available(v)) return v;
  const Count first = count_of(e, a[1], 1);
  if (!first.ok()) return first.missing;
  const Count count = count_of(e, a[2], 0);
  if (!count.ok()) return count.missing;
  return joined(characters(*model::text(v)), first.value - 1, count.value);
}

Value compute_value(const Evaluator& e, const Arguments& a) {
  const Value v = e.value(a[0]);
  if (model::number(v)) return v;
  const std::string* text = model::text(v);
  if (!text) return not_a_number(v, a[0]);
  const auto read = model::read_number_text(*text);
  if (!read) return not_a_number(v, a[0]);
  return read->value;
}

Value compute_text(const Evaluator& e, const Arguments& a) {
  const Value number = e.number(a[0]);
  if (!model::is_available(number)) return number;
  const Value written = e.text(a[1]);
  if (!model::is_available(written)) return written;
  const auto format = NumberFormat::parse(*model::text(written));
  if (!format)
    return because(
        say("TEXT 不认识格式“{}”", "TEXT does not know the format {}", *model::text(written)),
        a[1]);
  const auto shown = fifteen_digits(*model::number(number));
  return shown ? Value(format->apply(*shown))
               : because({"数太大", "the number is too large"}, a[0]);
}

Value compute_items(const Evaluator& e, const Arguments& a) {
  const Value v = e.text(a[0]);
  if (!model::is_available(v)) return v;
  long long items = 0;
  int depth = 0;  // inside brackets a sign parts nothing
  bool filled = false;
  std::string last;
  const std::string plain = fold_width(*model::text(v));
  for (const std::string_view c : characters(plain)) {
    if (is_one_of(c, {"(", "[", "《", "“", "【", "〔"})) ++depth;
    if (depth > 0 && is_one_of(c, {")", "]", "》", "”", "】", "〕"})) --depth;
    if (depth == 0 && is_one_of(c, {"、", ",", ";", "。", "\n", "\r"})) {
      filled = false;
    } else if (!trimmed(c).empty()) {
      if (!filled) ++items;
      filled = true;
      last = c;
    }
  }
  if (last == "等")
    return because(say("“{}”没有列全", "{} does not list all", *model::text(v)), a[0]);
  return Decimal(items);
}

}  // namespace huizong::formula
