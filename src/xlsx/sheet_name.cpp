#include "xlsx/sheet_name.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"
#include "xlsx/written_text.h"

namespace huizong::xlsx {
namespace {

constexpr int kMaxUnits = 31;

std::string folded(std::string_view name) {
  std::string text = fold_width(name);
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

/// A name that print titles and formulas would need in quotes but libxlsxwriter leaves bare (2021,
/// A1, R1C1), or that Excel keeps for itself.
bool needs_a_word(const std::string& name) {
  const auto plain = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' ||
           c == '.';
  };
  if (!std::all_of(name.begin(), name.end(), plain)) return false;
  if (name.find_first_of("0123456789") != std::string::npos) return true;
  const std::string lower = folded(name);
  return lower.empty() || lower == "history" || lower == "r" || lower == "c" || lower == "rc";
}

}  // namespace

std::string sheet_name(std::string_view wanted, const std::vector<std::string>& taken) {
  std::string name = written_text(trimmed(wanted));
  for (char& c : name) {
    if (std::string_view("[]:*?/\\'\n\t").find(c) != std::string_view::npos) c = '_';
  }
  if (needs_a_word(name)) name += "表";
  const auto is_taken = [&](const std::string& candidate) {
    return std::any_of(taken.begin(), taken.end(), [&](const std::string& other) {
      return folded(other) == folded(candidate);
    });
  };
  std::string unique = first_utf16_units(name, kMaxUnits);
  for (int n = 2; is_taken(unique); ++n) {
    const std::string tail = "（" + std::to_string(n) + "）";
    unique = first_utf16_units(name, kMaxUnits - utf16_units(tail)) + tail;
  }
  return unique;
}

}  // namespace huizong::xlsx
