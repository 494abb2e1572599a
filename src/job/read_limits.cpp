#include "job/read_limits.h"

#include <charconv>

namespace huizong::job {
namespace {

/// Nothing for what is no whole number from 0 to 2^64-1.
std::optional<std::uint64_t> whole_number(const std::string& written) {
  const auto number = Decimal::parse(written);
  if (!number || !number->is_integer()) return std::nullopt;
  const std::string digits = number->to_string();  // 4e6 as 4000000
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

}  // namespace

xlsx::Limits read_limits(const mapping::TomlValue& table, const mapping::TextSpot& head,
                         mapping::Slips& slips) {
  xlsx::Limits limits;
  mapping::TableReader reader(table, slips, {"[limits]", "[limits]"}, head);
  for (const xlsx::AdjustableLimit& limit : xlsx::adjustable_limits()) {
    const auto* given = reader.get(limit.name, mapping::TomlValue::Kind::Number);
    if (!given) continue;
    const auto value = whole_number(given->text);
    if (value && xlsx::set_limit(limits, limit.name, *value)) continue;
    const Message allowed = limit.allowed();
    slips.add(given->spot, {fmt::format("{} 应当是 {}", limit.name, allowed.zh),
                            fmt::format("{} must be {}", limit.name, allowed.en)});
  }
  reader.finish();
  return limits;
}

}  // namespace huizong::job
