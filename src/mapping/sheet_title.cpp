#include "mapping/sheet_title.h"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <vector>

#include "base/text.h"
#include "mapping/place/label_key.h"

namespace huizong::mapping {
namespace {

constexpr int kTopRows = 10;
constexpr int kMore = 20;              // characters a title may have besides its words
constexpr int kShortestTitle = 4;      // characters: 附件 and the like tell nothing
constexpr std::size_t kLongest = 600;  // bytes; longer texts are prose

using Words = std::initializer_list<std::string_view>;

bool take_front(std::string_view& text, Words words) {
  for (const std::string_view word : words) {
    if (!text.starts_with(word)) continue;
    text.remove_prefix(word.size());
    return true;
  }
  return false;
}

bool take_digits(std::string_view& text) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
  text.remove_prefix(end);
  return end > 0;
}

bool take_han_number(std::string_view& text) {
  bool any = false;
  while (take_front(text, {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"})) any = true;
  return any;
}

bool take_separator(std::string_view& text) {
  return take_front(text, {".", "、", "-", "_", ":", ")", "—"});
}

/// Takes away one number in front: 1. （一） 附表3- 公开02表; false where there is none.
bool take_number(std::string_view& text) {
  std::string_view rest = text;
  const bool open = take_front(rest, {"("});
  const bool word = take_front(rest, {"附件", "附表", "公开", "附", "表"});
  if (take_digits(rest)) {
    if (word) take_front(rest, {"表"});
  } else if (!take_han_number(rest)) {
    return false;
  } else if (!open && !word && !take_separator(rest)) {
    return false;  // 一般公共预算 and 三公经费 are words
  }
  while (take_separator(rest)) continue;
  if (rest.empty()) return false;
  text = rest;
  return true;
}

/// The words of a title: its year, and brackets left empty without it, dropped.
std::string title_key(std::string_view text) {
  std::string key = label_key(text, year_in(text).value_or(0));
  for (const std::string_view word : {"本年", "()"}) {
    for (std::size_t at; (at = key.find(word)) != std::string::npos;) key.erase(at, word.size());
  }
  return key;
}

bool is_title(const std::string& key, const std::string& words) {
  return !words.empty() && key.find(words) != std::string::npos &&
         char_count(key) <= char_count(words) + kMore;
}

/// The texts at a sheet's top, as titles are compared.
std::vector<std::string> top_keys(const xlsx::Sheet& sheet) {
  std::vector<std::string> keys;
  for (const xlsx::Cell& cell : sheet.cells) {
    if (cell.ref.row >= kTopRows) break;
    if (cell.type == xlsx::CellType::Text && cell.text.size() <= kLongest)
      keys.push_back(title_key(cell.text));
  }
  return keys;
}

}  // namespace

std::string sheet_name_key(std::string_view name) {
  const std::string key = title_key(name);
  std::string_view rest = key;
  while (take_number(rest)) continue;
  return std::string(rest);
}

std::string title_words(const Mapping& mapping, const SheetForm& form) {
  const std::vector<std::string> keys = top_keys(mapping.blank_of(form));
  std::vector<std::string> wanted = {sheet_name_key(mapping.blank_of(form).name)};
  if (mapping.sheets.size() == 1) wanted.insert(wanted.begin(), title_key(mapping.title()));
  for (const std::string& words : wanted) {
    if (char_count(words) < kShortestTitle) continue;
    for (const std::string& key : keys) {
      if (is_title(key, words)) return words;
    }
  }
  std::set<std::string> others;  // 部门决算报表 over every sheet of it tells none of them
  for (const SheetForm& other : mapping.sheets) {
    if (&other == &form || other.at == form.at) continue;
    for (std::string& key : top_keys(mapping.blank_of(other))) others.insert(std::move(key));
  }
  const auto first = std::find_if(keys.begin(), keys.end(), [&](const std::string& key) {
    return char_count(key) >= kShortestTitle && !others.contains(key);
  });
  return first == keys.end() ? "" : *first;
}

bool says_title(std::string_view text, const std::string& words) {
  return text.size() <= kLongest && is_title(title_key(text), words);
}

}  // namespace huizong::mapping
