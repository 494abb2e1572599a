// The sheet of 出错说明 and its heading row: which column holds what.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/explanation.h"
#include "xlsx/workbook.h"

namespace huizong::job {

/// The headings of its columns, in our order; the office may have others between them.
struct ExplanationColumn {
  enum class Kind {
    Text,
    Figure,   ///< a number stays one
    Written,  ///< by the office
  };
  const char* heading;
  std::string model::Explanation::*cell;
  bool needed;  ///< the file cannot be read without it
  Kind kind = Kind::Text;
};
const std::vector<ExplanationColumn>& explanation_columns();

constexpr int kExplanationHeadingRows = 10;  ///< how far down it may stand, under a title

struct ExplanationHeadings {
  const xlsx::Sheet* sheet = nullptr;
  int row = 0;
  std::vector<std::optional<int>> columns;  ///< as explanation_columns()
  std::vector<CellRef> doubled;             ///< headings of ours that stand a second time
  std::string missing;                      ///< those it cannot be read without: "项目、位置"
  std::ptrdiff_t known() const;
};

/// Of every visible sheet the row with the most of our headings.
std::vector<ExplanationHeadings> find_explanation_headings(const xlsx::Workbook& book);

}  // namespace huizong::job
