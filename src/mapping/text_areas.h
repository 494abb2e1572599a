// The parts of a form that are left for free text: where its prose is written on
// the template, and what of it a text field reads anyway.

#pragma once

#include <string>
#include <vector>

#include "mapping/mapping.h"

namespace huizong::mapping {

/// Rows of the template that take the paragraphs of one text. Prose blocks that share rows share
/// the text.
struct TextArea {
  std::string name;  ///< of its first prose block
  int first_row = 0, last_row = 0;
  int col = 0;
  bool one_cell = false;
};

/// From the top down; without those that a field or a table fills.
std::vector<TextArea> text_areas(const SheetForm& form);
/// The area the block belongs to, as an index; nothing where a field has its cell.
std::optional<std::size_t> area_of(const std::vector<TextArea>& areas, const Prose& prose);
/// The field that has the cell of this prose; null without.
const Field* field_of(const SheetForm& form, const Prose& prose);
/// The table that has the cell of this prose in its first sample row, and which of its columns.
struct TableColumn {
  const TableBlock* table;
  std::size_t column;
};
std::optional<TableColumn> column_of(const SheetForm& form, const Prose& prose);

}  // namespace huizong::mapping
