// The work of align(): what it knows of one sheet, and how each kind of block is
// placed (place_tables.cpp, place_grids.cpp, place_fields.cpp).
//
// Only align.h is for others to use.

#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "mapping/align.h"
#include "mapping/place/column_map.h"
#include "mapping/place/heading_match.h"
#include "mapping/place/row_match.h"
#include "mapping/place/row_places.h"
#include "mapping/place/sheet_grid.h"
#include "mapping/place/template_labels.h"

namespace huizong::mapping {

/// Every label in the stacks above a block's columns.
std::vector<int> all_labels(const Headings& headings);

/// What could not be found of one block.
struct Missing {
  std::vector<std::string> labels;
  std::vector<CellRef> candidates;
  void add(const std::string& label);
};

class Aligner {
 public:
  Aligner(const Mapping& mapping, const SheetForm& form, const xlsx::Sheet& sheet, int year);
  Alignment align();

 private:
  void learn_columns(const RowMatch& match);
  void note_word(int label, const CellRange& extent) {
    words_[label] = extent;
    taken_.insert(extent.first);
  }
  RowMatch match_for(const std::vector<int>& own) const;
  bool ambiguous(const RowPlaces& places, int label, Missing& missing) const;
  std::optional<HeadingRows> heading_rows(const Headings& headings, const RowPlaces& places) const;
  std::optional<std::vector<int>> place_columns(const std::string& block, const Headings& headings,
                                                const std::vector<int>& cols, HeadingRows rows,
                                                Missing& missing);
  std::vector<CellRef> places_of(const std::string& label) const;
  void refuse(const std::string& block, const Missing& missing);

  struct FoundBody {
    std::optional<HeadingRows> headings;
    BodyRows rows;
    bool ended = false;
  };
  void find_body(std::size_t index);
  void place_table(std::size_t index);

  void place_grid(std::size_t index);
  std::vector<int> place_lines(const Grid& grid, const GridLabels& own, const RowPlaces& places,
                               const std::optional<HeadingRows>& headings, Missing& missing);
  void take_changed_lines(const Grid& grid, const GridLabels& own, const RowPlaces& places,
                          std::vector<int>& rows, Missing& missing);
  std::optional<int> lane_column(const GridLabels& own, const RowPlaces& places) const;

  void place_field(std::size_t index);
  std::optional<CellRef> beside_label(const Field& field, int label, const RowPlaces& places,
                                      Missing& missing);
  std::optional<CellRef> below_heading(const Field& field, const FieldLabels& own,
                                       const RowPlaces& places, Missing& missing);
  std::string words_for(const Field& field, const FieldLabels& own) const;
  CellRef value_right_of(const CellRange& label, int template_col) const;
  bool is_label(CellRef ref) const { return taken_.contains(sheet_.extent(ref).first); }

  const SheetForm& form_;
  TemplateLabels labels_;
  SheetGrid sheet_;
  RowMatcher matcher_;
  ColumnMap columns_;
  RowMatch whole_;                  ///< rows by all labels together
  std::map<int, CellRange> words_;  ///< the best known place of every label
  std::set<CellRef> taken_;         ///< cells of the sheet that are labels
  std::vector<FoundBody> found_;    ///< by table
  std::vector<BodyRows> bodies_;    ///< of the tables whose place is known
  Alignment out_;
};

}  // namespace huizong::mapping
