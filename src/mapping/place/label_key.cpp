#include "mapping/place/label_key.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>
#include <vector>

#include "base/text.h"

namespace huizong::mapping {
namespace {

constexpr std::string_view kYear = "年";
constexpr std::string_view kOfYear = "度";

bool starts(std::string_view text, std::string_view word) {
  return text.substr(0, word.size()) == word;
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// 2021 at the front, in digits of either kind, and how many bytes it takes.
std::optional<std::pair<int, std::size_t>> four_digits(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, int>, 12> kHan{{{"〇", 0},
                                                                          {"○", 0},
                                                                          {"零", 0},
                                                                          {"一", 1},
                                                                          {"二", 2},
                                                                          {"三", 3},
                                                                          {"四", 4},
                                                                          {"五", 5},
                                                                          {"六", 6},
                                                                          {"七", 7},
                                                                          {"八", 8},
                                                                          {"九", 9}}};
  int year = 0;
  std::size_t at = 0;
  for (int count = 0; count < 4; ++count) {
    if (at < text.size() && is_digit(text[at])) {
      year = year * 10 + (text[at++] - '0');
      continue;
    }
    const auto han = std::find_if(kHan.begin(), kHan.end(),
                                  [&](const auto& h) { return starts(text.substr(at), h.first); });
    if (han == kHan.end()) return std::nullopt;
    year = year * 10 + han->second;
    at += han->first.size();
  }
  if (year < 1950 || year > 2100) return std::nullopt;
  return std::pair(year, at);
}

struct YearMark {
  std::optional<int> year;  ///< none: left blank
  std::size_t length = 0;   ///< bytes, 年 or 年度 included
  bool of_year = false;     ///< 年度
};

/// A year that begins here: 2021年, 2021年度, or one left open, ____年度, 20××年. `text` has its
/// blanks dropped, so that a blank year is a bare 年度 and counts only at the beginning of a text
/// or of a bracket.
std::optional<YearMark> year_mark(std::string_view text, bool at_beginning) {
  YearMark mark;
  if (const auto digits = four_digits(text)) {
    mark.year = digits->first;
    mark.length = digits->second;
  } else {
    if (starts(text, "20")) mark.length = 2;
    for (bool more = true; more;) {
      more = false;
      for (const std::string_view open : {"_", "X", "x", "×", "Y", "*", "-"}) {
        if (!starts(text.substr(mark.length), open)) continue;
        mark.length += open.size();
        more = true;
      }
    }
    if (mark.length == 2 && starts(text, "20")) return std::nullopt;  // 20年 is a span of time
    if (mark.length == 0 && !(at_beginning && starts(text, "年度"))) return std::nullopt;
  }
  if (!starts(text.substr(mark.length), kYear)) return std::nullopt;
  mark.length += kYear.size();
  mark.of_year = starts(text.substr(mark.length), kOfYear);
  if (mark.of_year) mark.length += kOfYear.size();
  return mark;
}

std::string distance_word(int distance) {
  if (distance == 0) return "本年";
  if (distance == -1) return "上年";
  if (distance == -2) return "前年";
  return "<" + std::to_string(distance) + ">年";
}

std::string generalised(std::string_view text, int year) {
  if (text.find(kYear) == std::string_view::npos) return std::string(text);  // most texts
  std::string out;
  bool at_beginning = true;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = text.substr(i);
    const bool inside_number = i > 0 && is_digit(text[i - 1]);
    const auto mark = inside_number ? std::nullopt : year_mark(rest, at_beginning);
    if (mark) {
      out += distance_word(mark->year && year ? *mark->year - year : 0);
      i += mark->length;
      at_beginning = false;
      continue;
    }
    bool word = false;
    for (const std::string_view relative : {"本年", "上年", "前年"}) {
      if (!starts(rest, relative)) continue;
      out += relative;
      i += relative.size();
      if (starts(text.substr(i), kOfYear)) i += kOfYear.size();
      word = true;
    }
    at_beginning = !word && text[i] == '(';
    if (!word) out += text[i++];
  }
  return out;
}

/// What follows a year goes on to something that is no year: -22年, .03.04. Of such a span it is
/// not known what the first figure means.
bool opens_odd_span(std::string_view rest) {
  for (const std::string_view word : {kYear, kOfYear}) {
    if (starts(rest, word)) rest.remove_prefix(word.size());
  }
  for (const std::string_view dash : {"-", "—", "–", "~", "/", "至", "到", "、", "."}) {
    if (!starts(rest, dash)) continue;
    rest.remove_prefix(dash.size());
    return !rest.empty() && is_digit(rest.front()) && !four_digits(rest);
  }
  return false;
}

/// Without (50分), (50%) or (50) at its end: weights differ from form to form.
std::string without_weight(std::string label) {
  if (label.empty() || label.back() != ')') return label;
  const std::size_t open = label.rfind('(');
  if (open == std::string::npos || open == 0) return label;
  std::string_view inside = std::string_view(label).substr(open + 1, label.size() - open - 2);
  for (const std::string_view unit : {"分", "%"}) {
    if (inside.size() > unit.size() && inside.substr(inside.size() - unit.size()) == unit)
      inside.remove_suffix(unit.size());
  }
  const bool number = !inside.empty() && std::all_of(inside.begin(), inside.end(), [](char c) {
    return is_digit(c) || c == '.';
  });
  if (number) label.resize(open);
  return label;
}

/// The texts a sheet begins with: title, unit line and headings stand among them. Longer ones are
/// prose, and speak of other years.
std::vector<std::string_view> first_labels(const xlsx::Sheet& sheet) {
  constexpr std::size_t kFirstTexts = 40;
  constexpr std::size_t kLabelBytes = 200;
  std::vector<std::string_view> labels;
  for (const xlsx::Cell& cell : sheet.cells) {
    if (cell.type != xlsx::CellType::Text || cell.text.size() > kLabelBytes) continue;
    labels.push_back(cell.text);
    if (labels.size() == kFirstTexts) break;
  }
  return labels;
}

}  // namespace

std::string label_key(std::string_view text, int year) {
  std::string key = without_weight(without_unit(generalised(fold_label(text), year)));
  while (!key.empty() && key.back() == ':') key.pop_back();
  return key;
}

std::optional<int> year_in(std::string_view text) {
  const std::string folded = fold_label(text);
  if (const auto whole = four_digits(folded); whole && whole->second == folded.size())
    return whole->first;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    if (i > 0 && is_digit(folded[i - 1])) continue;
    const auto mark = year_mark(std::string_view(folded).substr(i), false);
    if (mark && mark->year) return mark->year;
  }
  return std::nullopt;
}

std::vector<int> years_in(std::string_view text) {
  const std::string folded = fold_label(text);
  std::vector<int> years;
  for (std::size_t i = 0; i < folded.size();) {
    const std::string_view rest = std::string_view(folded).substr(i);
    const bool inside_number = i > 0 && is_digit(folded[i - 1]);
    const auto digits = inside_number ? std::nullopt : four_digits(rest);
    const std::string_view after = digits ? rest.substr(digits->second) : "";
    if (!digits || (!after.empty() && is_digit(after.front()))) {
      ++i;
      continue;
    }
    const bool seen = std::find(years.begin(), years.end(), digits->first) != years.end();
    if (!seen && !opens_odd_span(after)) years.push_back(digits->first);
    i += digits->second;
  }
  return years;
}

std::optional<int> only_year_in(std::string_view text) {
  const std::vector<int> years = years_in(text);
  return years.size() == 1 ? std::optional(years.front()) : std::nullopt;
}

int year_of(const xlsx::Sheet& sheet) {
  int latest = 0;
  for (const std::string_view text : first_labels(sheet))
    latest = std::max(latest, year_in(text).value_or(0));
  return latest;
}

int year_of(const xlsx::Sheet& sheet, const std::set<std::string>& keys, int otherwise) {
  std::vector<std::string_view> dated;
  std::set<int, std::greater<>> years;
  for (const std::string_view text : first_labels(sheet)) {
    const auto year = year_in(text);
    if (!year) continue;
    dated.push_back(text);
    years.insert(*year);
    years.insert(*year + 1);  // a form that names only last year
  }
  if (years.empty()) return otherwise;
  int best = *years.rbegin();
  std::ptrdiff_t most = -1;
  for (const int year : years) {
    const auto known = std::count_if(dated.begin(), dated.end(), [&](std::string_view text) {
      return keys.contains(label_key(text, year));
    });
    // By a year that nothing on the sheet names, only what fits better counts.
    const bool named = std::any_of(dated.begin(), dated.end(),
                                   [&](std::string_view text) { return year_in(text) == year; });
    const std::ptrdiff_t fit = 2 * known + (named ? 1 : 0);
    if (fit > most) {
      most = fit;
      best = year;
    }
  }
  return best;
}

}  // namespace huizong::mapping
