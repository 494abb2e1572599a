#include "mapping/read/form_year.h"

#include <algorithm>

#include "base/text.h"
#include "mapping/place/label_key.h"

namespace huizong::mapping {
namespace {

constexpr std::string_view kYear = "年";
constexpr std::string_view kOfYear = "年度";

/// A place left for the year: ____, 20××, or nothing.
bool is_open(std::string_view part) {
  const std::string folded = fold_label(part);
  std::string_view rest = folded;
  const bool century = rest.starts_with("20");
  if (century) rest.remove_prefix(2);
  if (century && rest.empty()) return false;
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view open : {"_", "X", "x", "×", "Y", "*", "-", "—"}) {
      if (!rest.starts_with(open)) continue;
      rest.remove_prefix(open.size());
      more = true;
    }
  }
  return rest.empty();
}

/// A figure right before 年 that is no year of four digits: 21年自评表.
bool has_odd_year(const std::string& text) {
  const std::string folded = fold_label(text);
  for (std::size_t at = folded.find(kYear); at != std::string::npos;
       at = folded.find(kYear, at + kYear.size())) {
    if (at > 0 && folded[at - 1] >= '0' && folded[at - 1] <= '9') return true;
  }
  return false;
}

}  // namespace

TitleYear year_of_title(const Field& field, const std::string& text) {
  using Kind = TitleYear::Kind;
  std::optional<std::string> part;
  for (const Pattern& pattern : field.patterns) {
    if (part) break;
    if (const auto parts = pattern.match(text)) part = parts->front();
  }
  if (part && is_open(*part)) return {Kind::Blank, 0, true};
  const auto year = only_year_in(part ? *part : text);
  if (year) {
    const bool alone = part && year_in(*part) && fold_label(*part).find(kYear) == std::string::npos;
    return {Kind::Year, *year, alone};
  }
  if (part || !years_in(text).empty() || has_odd_year(text)) return {Kind::Unreadable, 0, true};
  return {Kind::Blank, 0, true};
}

std::optional<PlacedYear> year_below(const SheetGrid& sheet, CellRef title) {
  constexpr int kRows = 2;
  constexpr int kLongest = 16;  // characters: more is prose, and may speak of other years
  const int last = sheet.extent(title).last.row;
  for (int row = last + 1; row <= last + kRows; ++row) {
    for (const xlsx::Cell& cell : sheet.row(row)) {
      const std::string text = fold_label(cell.text);
      if (cell.type != xlsx::CellType::Text || char_count(text) > kLongest) continue;
      if (text.find(kOfYear) == std::string::npos) continue;
      if (const auto year = only_year_in(text)) return PlacedYear{*year, cell.ref};
    }
  }
  return std::nullopt;
}

std::optional<PlacedYear> year_in_labels(const SheetForm& form, const Alignment& places,
                                         const SheetGrid& sheet) {
  int first_input = kMaxRows;
  for (const Field& field : form.fields) first_input = std::min(first_input, field.cell.row);
  for (const Grid& grid : form.grids) {
    for (const Grid::Line& line : grid.rows) first_input = std::min(first_input, line.at);
  }
  for (const TableBlock& table : form.tables) first_input = std::min(first_input, table.first_row);
  for (const Prose& prose : form.prose) first_input = std::min(first_input, prose.first_row);
  for (const auto& [own, theirs] : places.labels) {
    const std::string text = sheet.text_at(theirs);
    const auto year = only_year_in(text);
    if (own.row < first_input && year && fold_label(text).find(kOfYear) != std::string::npos)
      return PlacedYear{*year, theirs};
  }
  return std::nullopt;
}

std::string year_as_issued(const Field& field, int year) {
  const std::string digits = year == 0 ? "……" : std::to_string(year);
  return field.patterns.empty() ? digits + "年度" : field.patterns.front().fill({digits});
}

}  // namespace huizong::mapping
