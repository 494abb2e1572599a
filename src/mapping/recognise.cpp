#include "mapping/recognise.h"

#include <algorithm>

#include "base/text.h"
#include "mapping/match_sheets.h"
#include "mapping/read/item_rows.h"

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

/// The labels that do not stand on the sheet: as a cell, or within one that says little more (a
/// title with its year). Prose that mentions them does not count.
std::vector<std::string> missing_on(const xlsx::Sheet& sheet, std::vector<std::string> wanted) {
  constexpr std::size_t kMore = 60;  // bytes: twenty Han characters
  for (const xlsx::Cell& cell : sheet.cells) {
    if (wanted.empty()) break;
    if (cell.type != xlsx::CellType::Text) continue;
    const std::string text = fold_label(cell.text);
    std::erase_if(wanted, [&](const std::string& label) {
      return text.size() <= label.size() + kMore && text.find(label) != std::string::npos;
    });
  }
  return wanted;
}

struct FittingSheets {
  std::vector<std::size_t> visible, hidden;
};

FittingSheets fitting_sheets(const Mapping& mapping, const xlsx::Workbook& workbook) {
  const Recognise& signs = mapping.recognise;
  const std::string pattern = fold_label(signs.sheet);
  FittingSheets found;
  for (std::size_t i = 0; i < workbook.sheets.size(); ++i) {
    const xlsx::Sheet& sheet = workbook.sheets[i];
    if (!fits(fold_label(sheet.name), pattern)) continue;
    const bool shown = sheet.state == xlsx::SheetState::Visible;
    if (missing_on(sheet, signs.contains).empty())
      (shown ? found.visible : found.hidden).push_back(i);
  }
  return found;
}

/// A workbook holds a form of many sheets when each sign stands on one of those that are there,
/// but for the signs of sheets that are not.
bool is_there(const Mapping& mapping, const xlsx::Workbook& workbook, const Recognised& form) {
  std::vector<std::string> missing = mapping.recognise.contains;
  for (const Recognised::Place& place : form.sheets) {
    if (place.at) missing = missing_on(workbook.sheets[*place.at], std::move(missing));
  }
  if (missing.size() == mapping.recognise.contains.size()) return false;
  for (std::size_t i = 0; i < form.sheets.size(); ++i) {
    const xlsx::Sheet& blank = mapping.blank_of(mapping.sheets[i]);
    if (form.sheets[i].at && missing_on(blank, missing) != missing) return false;
  }
  return true;
}

}  // namespace

std::vector<Recognised> recognise(const Mapping& mapping, const xlsx::Workbook& workbook) {
  std::vector<Recognised> found;
  if (mapping.sheets.size() > 1) {
    Recognised form;
    form.sheets = match_sheets(mapping, workbook);
    if (is_there(mapping, workbook, form)) found.push_back(std::move(form));
    return found;
  }
  const auto [visible, hidden] = fitting_sheets(mapping, workbook);
  for (const std::size_t sheet : visible.empty() ? hidden : visible) {
    if (mapping.per != Per::Block) {
      found.emplace_back(sheet);
      continue;
    }
    for (const Rows rows : item_rows(mapping, workbook.sheets[sheet])) {
      found.emplace_back(sheet);
      found.back().rows = rows;
    }
  }
  return found;
}

std::vector<std::size_t> half_recognised(const Mapping& mapping, const xlsx::Workbook& workbook) {
  std::vector<std::size_t> found;
  if (mapping.per != Per::Sheet || mapping.sheets.size() > 1) return found;
  const auto& signs = mapping.recognise.contains;
  for (std::size_t i = 0; i < workbook.sheets.size(); ++i) {
    const xlsx::Sheet& sheet = workbook.sheets[i];
    if (sheet.state != xlsx::SheetState::Visible) continue;
    const auto missing = missing_on(sheet, signs).size();
    if (missing > 0 && missing < signs.size()) found.push_back(i);
  }
  return found;
}

std::vector<std::size_t> hidden_besides(const Mapping& mapping, const xlsx::Workbook& workbook) {
  if (!mapping.has_items()) return {};
  FittingSheets sheets = fitting_sheets(mapping, workbook);
  return sheets.visible.empty() ? std::vector<std::size_t>{} : std::move(sheets.hidden);
}

}  // namespace huizong::mapping
