// 出错说明.xlsx -> Explanations: the workbook in which an office answers
// warnings. A file that cannot be read, or lost a heading, is a mistake of the
// job: nothing is judged, and the file is left as it is.

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/explanation.h"

namespace huizong::job {

/// The headings of its columns, in our order; those the office adds stand behind them.
struct ExplanationColumn {
  enum class Kind {
    Text,
    Figure,   ///< a number stays one
    Written,  ///< by the office: may be merged over several rows
  };
  const char* heading;
  std::string model::Explanation::*cell;
  bool needed;  ///< the file cannot be read without it
  Kind kind = Kind::Text;
};
const std::vector<ExplanationColumn>& explanation_columns();

/// The first visible sheet; headings in any order within the first ten rows. Throws Mistakes.
model::Explanations load_explanations(const std::filesystem::path& file);

}  // namespace huizong::job
