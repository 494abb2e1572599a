#include "mapping/load/template_words.h"

#include <algorithm>

#include "base/text.h"

namespace huizong::mapping {
namespace {

/// Whether one label holds the other; 其中：当年财政拨款 is the label of 当年财政拨款.
bool holds(const std::string& text, const std::vector<std::string>& names) {
  const std::string label = fold_label(text);
  if (label.empty()) return false;
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    const std::string folded = fold_label(name);
    return label.find(folded) != std::string::npos || folded.find(label) != std::string::npos;
  });
}

std::string bare_label(const std::string& text) {
  const std::string label = without_unit(fold_label(text));
  const std::string prefix = "其中:";
  return label.rfind(prefix, 0) == 0 ? label.substr(prefix.size()) : label;
}

}  // namespace

bool same_label(const std::string& a, const std::string& b) {
  return bare_label(a) == bare_label(b);
}

TemplateWords::TemplateWords(const xlsx::Sheet& sheet) : sheet_(sheet) {
  const auto take = [&](CellRef corner) {
    used_.last.row = std::max(used_.last.row, corner.row);
    used_.last.col = std::max(used_.last.col, corner.col);
  };
  for (const xlsx::Cell& cell : sheet.cells) take(cell.ref);
  for (const CellRange& merge : sheet.merges) take(merge.last);
}

std::string TemplateWords::text_at(CellRef cell) const {
  return sheet_.text_at(sheet_.extent(cell).first);
}

bool TemplateWords::reaches(CellRef cell) const {
  if (used_.contains(cell)) return true;
  if (cell.row == used_.last.row + 1 && cell.col <= used_.last.col)
    return !fold_label(text_at({cell.row - 1, cell.col})).empty();
  if (cell.col == used_.last.col + 1 && cell.row <= used_.last.row)
    return !fold_label(text_at({cell.row, cell.col - 1})).empty();
  return false;
}

bool TemplateWords::row_has(int row, int before, const std::vector<std::string>& names) const {
  for (int col = 0; col < before; ++col) {
    if (holds(text_at({row, col}), names)) return true;
  }
  return false;
}

bool TemplateWords::column_has(int col, int before, const std::vector<std::string>& names) const {
  for (int row = 0; row < before; ++row) {
    if (holds(text_at({row, col}), names)) return true;
  }
  return false;
}

std::optional<int> TemplateWords::row_named(const std::string& name, int first, int last,
                                            int before) const {
  for (int row = std::max(0, first); row <= std::min(last, used_.last.row); ++row) {
    for (int col = 0; col < before; ++col) {
      if (same_label(text_at({row, col}), name)) return row;
    }
  }
  return std::nullopt;
}

std::optional<int> TemplateWords::column_named(const std::string& name, int first, int last) const {
  for (int row = std::max(0, first); row <= last; ++row) {
    for (int col = 0; col <= used_.last.col; ++col) {
      if (same_label(text_at({row, col}), name)) return sheet_.extent({row, col}).first.col;
    }
  }
  return std::nullopt;
}

}  // namespace huizong::mapping
