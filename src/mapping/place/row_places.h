// Rows of a sheet that a block is read from: those matched by their labels, and
// those between them.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mapping/place/row_match.h"
#include "mapping/place/template_labels.h"

namespace huizong::mapping {

/// Rows of the sheet that lie in a variable block, both ends left out.
struct BodyRows {
  int after = 0;
  int before = 0;
  bool contains(int row) const { return after < row && row < before; }
};

/// One matching of rows, asked by one block. Refers to what it is made from.
class RowPlaces {
 public:
  /// A row where one of the block's own labels should stand but does not is not relied on.
  RowPlaces(const TemplateLabels& labels, const RowMatch& match,
            const std::vector<int>& own_labels);

  const RowMatch& match() const { return match_; }
  /// Where a label was found; null if it was not.
  const CellRange* word(int label) const;

  /// Other rows that the label's row would fit just as well, itself included; empty when there are
  /// none. A heading repeated inside a variable block is no rival.
  std::vector<int> rivals(int label, const std::vector<BodyRows>& bodies,
                          bool follows_open_block) const;

  struct Neighbours {
    int above = -1, above_to = -1;  ///< template row, sheet row; -1 without
    int below = -1, below_to = -1;
    bool block_between =
        false;  ///< a variable block lies between them: their distance tells nothing
  };
  Neighbours neighbours(int template_row) const;
  /// A row between two matched ones that are as far apart as on the template; or matched itself.
  std::optional<int> row(int template_row) const;

 private:
  int index_of(int template_row) const;  ///< into labels.rows(); -1
  bool relied_on(std::size_t index) const;

  const TemplateLabels& labels_;
  const RowMatch& match_;
  std::vector<char> own_;
};

}  // namespace huizong::mapping
