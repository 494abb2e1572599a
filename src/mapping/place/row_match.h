// Finds the template's label rows among a sheet's rows.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "mapping/place/chain.h"
#include "mapping/place/column_map.h"
#include "mapping/place/sheet_grid.h"
#include "mapping/place/template_labels.h"

namespace huizong::mapping {

struct RowMatch {
  Chain chain;                     ///< by index into TemplateLabels::rows()
  std::map<int, CellRange> words;  ///< label -> where it stands on the sheet, its merge included
};

class RowMatcher {
 public:
  /// All three must outlive it. `year` is the one the sheet is of.
  RowMatcher(const SheetForm& form, const TemplateLabels& labels, const SheetGrid& sheet, int year);

  /// Rows matched by their labels. With `columns` a label counts for more in its own column, and a
  /// block's end is looked for in its column only. The `emphasised` labels outweigh all others: one
  /// side of a two-sided form is matched by its own words.
  RowMatch match(const ColumnMap* columns, const std::vector<int>& emphasised = {}) const;

  /// Every cell of the sheet that says what the label says, its place aside; in reading order.
  const std::vector<CellRef>& said_at(int label) const {
    return said_at_[static_cast<std::size_t>(label)];
  }

  int year() const { return year_; }

 private:
  /// A text of the sheet that may be one of the template's labels.
  struct Word {
    CellRange extent;
    std::vector<int> labels;
  };
  struct Pairing {
    std::int64_t weight = 0;
    std::vector<std::pair<int, const Word*>> words;  ///< label, its word
  };

  void collect_words();
  void add_word(const xlsx::Cell& cell, const std::vector<int>& labels);
  void find_retyped_titles();
  void drop_commonplace_words();
  Pairing pair(const LabelRow& row, const std::vector<Word>& words, const ColumnMap* columns,
               const std::vector<char>& emphasised) const;
  ChainRules rules(const ColumnMap* columns) const;
  std::vector<int> end_rows(std::size_t table, const ColumnMap* columns) const;

  const SheetForm& form_;
  const TemplateLabels& labels_;
  const SheetGrid& sheet_;
  int year_;
  std::map<int, std::vector<Word>> words_;  ///< by row of the sheet, left to right
  std::vector<std::vector<int>>
      places_;  ///< by label: rows of the sheet where it may stand, ascending
  std::vector<std::vector<CellRef>> said_at_;  ///< by label
};

}  // namespace huizong::mapping
