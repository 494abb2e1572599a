// The words of a blank form that tell where its figures are, learnt from the
// template: every text outside an input is a label, and so is the text around
// the part that a pattern field takes.

#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "mapping/mapping.h"
#include "mapping/place/sheet_grid.h"

namespace huizong::mapping {

struct Label {
  CellRange extent;  ///< its first cell is the label's own
  std::string text;  ///< as printed on the template
  std::vector<std::string>
      keys;  ///< label_key of the text, then of what a mapping lets stand for it
  const Field* field = nullptr;  ///< set where the label is the text around that field's own part
  std::string literal;           ///< for such a field: the longest of its fixed words, folded
  /// For a year field: words of the title. A text that holds them may be the title, retyped.
  std::vector<std::string> title_words;
  bool needed = false;  ///< some mapped place is found by it
  CellRef cell() const { return extent.first; }
};

/// The headings above a block. `stacks` gives for each of its columns the labels that cover it,
/// lowest first.
struct Headings {
  std::vector<int> rows;  ///< of the template, ascending
  std::vector<std::vector<int>> stacks;
};

struct FieldLabels {
  int own = -1;    ///< the field's own cell, where its fixed words are a label
  int left = -1;   ///< right before it in its row
  int above = -1;  ///< the nearest over it that begins in its column
};
struct GridLabels {
  std::vector<int> lines;  ///< by row of the grid: the nearest label on its left; -1 without
  Headings headings;
};
struct TableLabels {
  Headings headings;
  int end = -1;  ///< label of the row that ends the block
};

/// A row of the template that has labels.
struct LabelRow {
  int row = 0;
  std::vector<int> labels;  ///< left to right
  bool needed = false;
  int segment = 0;  ///< how many variable blocks end above it
};

class TemplateLabels {
 public:
  /// Of one sheet of the template. The mapping must outlive it.
  TemplateLabels(const Mapping& mapping, const SheetForm& form);

  const SheetGrid& grid() const { return grid_; }
  const std::vector<Label>& labels() const { return labels_; }  ///< in reading order
  const Label& label(int i) const { return labels_[static_cast<std::size_t>(i)]; }
  const std::vector<LabelRow>& rows() const { return rows_; }  ///< from top to bottom
  std::set<std::string> keys() const;                          ///< of all labels
  int covering(CellRef ref) const;  ///< the label seen at the place; -1 if none

  /// Parallel to the sheet's own lists.
  std::vector<FieldLabels> fields;
  std::vector<GridLabels> grids;
  std::vector<TableLabels> tables;

 private:
  void collect_inputs();
  void collect_labels();
  bool is_input(CellRef ref) const;
  Headings headings_above(int first_row, const std::vector<int>& cols) const;
  void find_field_labels();
  void find_grid_labels();
  void find_table_labels();
  void mark_needed();
  void add_key(int label, const std::string& key, bool only_if_free);

  const Mapping& mapping_;
  const SheetForm& form_;
  SheetGrid grid_;
  int year_;
  std::map<CellRef, int> own_inputs_;  ///< first cells of fields (index) and crossings (-1)
  std::vector<Label> labels_;
  std::map<CellRef, int> by_cell_;
  std::vector<LabelRow> rows_;
};

}  // namespace huizong::mapping
