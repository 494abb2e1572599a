#include "xlsx/limits.h"

#include <algorithm>
#include <array>

namespace huizong::xlsx {
namespace {

constexpr std::uint64_t kKiB = 1u << 10, kMiB = 1u << 20, kGiB = 1u << 30;
/// A size below this was meant in megabytes.
constexpr std::uint64_t kLeastBytes = 64 * kKiB;
/// Texts are found by places of 32 bits.
constexpr std::uint64_t kMostTextBytes = 4 * kGiB - 1;

template <auto kMember>
constexpr AdjustableLimit limit(std::string_view name, std::uint64_t least, std::uint64_t most) {
  return {name, least, most, [](Limits& limits, std::uint64_t value) {
            auto& member = limits.*kMember;
            member = static_cast<std::remove_reference_t<decltype(member)>>(value);
          }};
}

constexpr std::array kAdjustable = {
    limit<&Limits::package_bytes>("package_bytes", kLeastBytes, 64 * kGiB),
    limit<&Limits::part_bytes>("part_bytes", kLeastBytes, 256 * kGiB),
    limit<&Limits::total_bytes>("total_bytes", kLeastBytes, 512 * kGiB),
    limit<&Limits::small_part_bytes>("small_part_bytes", kLeastBytes, 4 * kGiB),
    limit<&Limits::ratio>("ratio", 10, 1032),  // deflate can do no more
    limit<&Limits::ratio_free_bytes>("ratio_free_bytes", 0, 4 * kGiB),
    limit<&Limits::string_bytes>("string_bytes", kLeastBytes, kMostTextBytes),
    limit<&Limits::strings>("strings", 1, 1'000'000'000),
    limit<&Limits::cells>("cells", 1, 1'000'000'000),
    limit<&Limits::merges>("merges", 1, 100'000'000),
    limit<&Limits::styles>("styles", 1, 10'000'000),
    limit<&Limits::format_bytes>("format_bytes", 64, 64 * kMiB),
    limit<&Limits::relationships>("relationships", 16, 100'000'000),
    limit<&Limits::entries>("entries", 16, 10'000'000),
    limit<&Limits::sheets>("sheets", 1, 1'000'000),
    limit<&Limits::sheet_name_chars>("sheet_name_chars", 31, 32767),
    limit<&Limits::depth>("depth", 16, 1'000'000),
    limit<&Limits::attributes>("attributes", 16, 1'000'000),
    limit<&Limits::token_bytes>("token_bytes", kLeastBytes, kGiB),
    limit<&Limits::text_bytes>("text_bytes", kKiB, kGiB),
};

}  // namespace

Message AdjustableLimit::allowed() const {
  if (!name.ends_with("_bytes"))
    return say("{} 到 {} 的整数", "a whole number from {} to {}", least, most);
  return say("{} 到 {} 的整数，单位是字节", "a whole number of bytes from {} to {}", least, most);
}

std::span<const AdjustableLimit> adjustable_limits() {
  return kAdjustable;
}

std::vector<std::string> limit_names() {
  std::vector<std::string> names;
  for (const AdjustableLimit& each : kAdjustable) names.emplace_back(each.name);
  return names;
}

const AdjustableLimit* find_limit(std::string_view name) {
  const auto* found = std::find_if(kAdjustable.begin(), kAdjustable.end(),
                                   [&](const AdjustableLimit& each) { return each.name == name; });
  return found == kAdjustable.end() ? nullptr : found;
}

bool set_limit(Limits& limits, std::string_view name, std::uint64_t value) {
  const AdjustableLimit* known = find_limit(name);
  if (!known || value < known->least || value > known->most) return false;
  known->put(limits, value);
  return true;
}

}  // namespace huizong::xlsx
