#include "mapping/recognise.h"

#include <algorithm>

#include "base/text.h"

namespace huizong::mapping {
namespace {

/// Whether the name fits a pattern with * and ?, ? being one character.
bool fits(std::string_view name, std::string_view pattern) {
  const auto char_length = [](std::string_view text) {
    std::size_t n = 1;
    while (n < text.size() && (static_cast<unsigned char>(text[n]) & 0xC0) == 0x80) ++n;
    return n;
  };
  // On a mismatch only the last * takes one character more: never more than |name| x |pattern|
  // steps.
  std::size_t n = 0, p = 0, star = std::string_view::npos, resume = 0;
  while (n < name.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      resume = n;
    } else if (p < pattern.size() && pattern[p] == '?') {
      ++p;
      n += char_length(name.substr(n));
    } else if (p < pattern.size() && pattern[p] == name[n]) {
      ++p;
      ++n;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      resume += char_length(name.substr(resume));
      n = resume;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

/// Every wanted label stands on the sheet: as a cell, or within one that says little more (a title
/// with its year). Prose that mentions them does not count.
bool holds_all(const xlsx::Sheet& sheet, const std::vector<std::string>& wanted) {
  constexpr std::size_t kMore = 60;  // bytes: twenty Han characters
  std::vector<const std::string*> missing;
  for (const std::string& label : wanted) missing.push_back(&label);
  for (const xlsx::Cell& cell : sheet.cells) {
    if (missing.empty()) return true;
    if (cell.type != xlsx::CellType::Text) continue;
    const std::string text = fold_label(cell.text);
    std::erase_if(missing, [&](const std::string* label) {
      return text.size() <= label->size() + kMore && text.find(*label) != std::string::npos;
    });
  }
  return missing.empty();
}

}  // namespace

std::vector<std::size_t> recognise(const Mapping& mapping, const xlsx::Workbook& workbook) {
  const Recognise& signs = mapping.recognise;
  const std::string pattern = fold_label(signs.sheet);
  std::vector<std::size_t> visible, hidden;
  for (std::size_t i = 0; i < workbook.sheets.size(); ++i) {
    const xlsx::Sheet& sheet = workbook.sheets[i];
    if (!fits(fold_label(sheet.name), pattern)) continue;
    const bool shown = sheet.state == xlsx::SheetState::Visible;
    if ((shown || visible.empty()) && holds_all(sheet, signs.contains))
      (shown ? visible : hidden).push_back(i);
  }
  return visible.empty() ? hidden : visible;
}

}  // namespace huizong::mapping
