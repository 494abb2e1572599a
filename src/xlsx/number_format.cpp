#include "xlsx/number_format.h"

#include <algorithm>
#include <array>

namespace huizong::xlsx {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool starts_with_word(std::string_view text, std::string_view word) {
  return text.size() >= word.size() &&
         std::equal(word.begin(), word.end(), text.begin(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

/// [h], [mm], [ss]: elapsed time. Every other bracket (colour, condition, locale, [DBNum1]) is no
/// part of what is shown.
bool is_elapsed_time(std::string_view bracket) {
  if (bracket.empty()) return false;
  const char unit = lower(bracket.front());
  if (unit != 'h' && unit != 'm' && unit != 's') return false;
  return std::all_of(bracket.begin(), bracket.end(), [&](char c) { return lower(c) == unit; });
}

/// A code without what it shows literally: quoted text, escaped and padding characters, brackets;
/// "T" stands for elapsed time and "G" for the word General, in any language a Chinese Excel writes
/// it.
std::string skeleton(std::string_view code) {
  std::string bare;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const std::string_view rest = code.substr(i);
    if (code[i] == '"' || code[i] == '[') {
      const std::size_t end = code.find(code[i] == '"' ? '"' : ']', i + 1);
      const std::string_view inside =
          code.substr(i + 1, end == std::string_view::npos ? end : end - i - 1);
      if (code[i] == '[' && is_elapsed_time(inside)) bare += 'T';
      if (end == std::string_view::npos) break;
      i = end;
    } else if (code[i] == '\\' || code[i] == '_' || code[i] == '*') {
      ++i;  // the next character is shown, left as a gap, or repeated
    } else if (starts_with_word(rest, "General")) {
      bare += 'G';
      i += 6;
    } else if (starts_with_word(rest, "G/通用格式")) {
      bare += 'G';
      i += std::string_view("G/通用格式").size() - 1;
    } else {
      bare += lower(code[i]);
    }
  }
  return bare;
}

bool is_placeholder(char c) {
  return c == '0' || c == '#' || c == '?';
}

bool shows_date(std::string_view bare) {
  for (std::size_t i = 0; i < bare.size(); ++i) {
    const char c = bare[i];
    if (c == 'y' || c == 'm' || c == 'd' || c == 'h' || c == 's' || c == 'T') return true;
    if (bare.substr(i).starts_with("aaa")) return true;  // 星期
    // An e is the year, but for the power of ten in 0.00E+00.
    const bool power = i > 0 && i + 1 < bare.size() && (bare[i + 1] == '+' || bare[i + 1] == '-');
    if (c == 'e' && !power) return true;
  }
  return false;
}

int decimals_shown(std::string_view section) {
  if (section.find_first_of("Ge@/") != std::string_view::npos) return -1;
  if (std::none_of(section.begin(), section.end(), is_placeholder)) return -1;
  const std::size_t last = static_cast<std::size_t>(
      std::find_if(section.rbegin(), section.rend(), is_placeholder).base() - section.begin());
  if (section.substr(last).starts_with(",")) return -1;  // shown in thousands
  const std::size_t point = section.find('.');
  if (point == std::string_view::npos) return 0;
  if (point > 0 && section[point - 1] == ',') return -1;
  return static_cast<int>(std::count_if(section.begin() + static_cast<std::ptrdiff_t>(point),
                                        section.end(), is_placeholder));
}

struct Builtin {
  int first;
  int last;
  std::string_view code;
};
// ECMA-376 part 1, 18.8.30, with its zh-cn column for 27-36 and 50-58.
constexpr std::array kBuiltins = {
    Builtin{1, 1, "0"},
    Builtin{2, 2, "0.00"},
    Builtin{3, 3, "#,##0"},
    Builtin{4, 4, "#,##0.00"},
    Builtin{5, 5, "\"¥\"#,##0;\"¥\"\\-#,##0"},
    Builtin{6, 6, "\"¥\"#,##0;[Red]\"¥\"\\-#,##0"},
    Builtin{7, 7, "\"¥\"#,##0.00;\"¥\"\\-#,##0.00"},
    Builtin{8, 8, "\"¥\"#,##0.00;[Red]\"¥\"\\-#,##0.00"},
    Builtin{9, 9, "0%"},
    Builtin{10, 10, "0.00%"},
    Builtin{11, 11, "0.00E+00"},
    Builtin{12, 12, "# ?/?"},
    Builtin{13, 13, "# ?\?/?\?"},
    Builtin{14, 14, "yyyy/m/d"},
    Builtin{15, 15, "d-mmm-yy"},
    Builtin{16, 16, "d-mmm"},
    Builtin{17, 17, "mmm-yy"},
    Builtin{18, 18, "h:mm AM/PM"},
    Builtin{19, 19, "h:mm:ss AM/PM"},
    Builtin{20, 20, "h:mm"},
    Builtin{21, 21, "h:mm:ss"},
    Builtin{22, 22, "yyyy/m/d h:mm"},
    Builtin{27, 27, "yyyy\"年\"m\"月\""},
    Builtin{28, 29, "m\"月\"d\"日\""},
    Builtin{30, 30, "m-d-yy"},
    Builtin{31, 31, "yyyy\"年\"m\"月\"d\"日\""},
    Builtin{32, 32, "h\"时\"mm\"分\""},
    Builtin{33, 33, "h\"时\"mm\"分\"ss\"秒\""},
    Builtin{34, 34, "上午/下午h\"时\"mm\"分\""},
    Builtin{35, 35, "上午/下午h\"时\"mm\"分\"ss\"秒\""},
    Builtin{36, 36, "yyyy\"年\"m\"月\""},
    Builtin{37, 37, "#,##0;\\-#,##0"},
    Builtin{38, 38, "#,##0;[Red]\\-#,##0"},
    Builtin{39, 39, "#,##0.00;\\-#,##0.00"},
    Builtin{40, 40, "#,##0.00;[Red]\\-#,##0.00"},
    Builtin{41, 41, "_ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"_ ;_ @_ "},
    Builtin{42, 42, "_ \"¥\"* #,##0_ ;_ \"¥\"* \\-#,##0_ ;_ \"¥\"* \"-\"_ ;_ @_ "},
    Builtin{43, 43, "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"?\?_ ;_ @_ "},
    Builtin{44, 44, "_ \"¥\"* #,##0.00_ ;_ \"¥\"* \\-#,##0.00_ ;_ \"¥\"* \"-\"?\?_ ;_ @_ "},
    Builtin{45, 45, "mm:ss"},
    Builtin{46, 46, "[h]:mm:ss"},
    Builtin{47, 47, "mm:ss.0"},
    Builtin{48, 48, "##0.0E+0"},
    Builtin{49, 49, "@"},
    Builtin{50, 50, "yyyy\"年\"m\"月\""},
    Builtin{51, 51, "m\"月\"d\"日\""},
    Builtin{52, 52, "yyyy\"年\"m\"月\""},
    Builtin{53, 54, "m\"月\"d\"日\""},
    Builtin{55, 55, "上午/下午h\"时\"mm\"分\""},
    Builtin{56, 56, "上午/下午h\"时\"mm\"分\"ss\"秒\""},
    Builtin{57, 57, "yyyy\"年\"m\"月\""},
    Builtin{58, 58, "m\"月\"d\"日\""},
};

}  // namespace

NumberFormat read_number_format(std::string_view code) {
  NumberFormat format;
  format.code = code;
  const std::string bare = skeleton(code);
  format.date = shows_date(bare);
  const std::string_view first =
      std::string_view(bare).substr(0, bare.find(';'));  // what positive numbers get
  if (!format.date) {
    format.percent = first.find('%') != std::string_view::npos;
    format.decimals = decimals_shown(first);
  }
  return format;
}

std::string_view builtin_format(int id) {
  const auto found = std::find_if(kBuiltins.begin(), kBuiltins.end(),
                                  [&](const Builtin& b) { return id >= b.first && id <= b.last; });
  return found == kBuiltins.end() ? "General" : found->code;
}

}  // namespace huizong::xlsx
