// One workbook to write, as bytes: whoever writes it to disk does so through a
// temporary file beside its place. Nothing in report/ opens a file to write.

#pragma once

#include <string>
#include <vector>

#include "model/provenance.h"

namespace huizong::report {

struct Output {
  std::string kind;   ///< "summary" "filled" "findings" "return"; stable, for programs
  std::string path;   ///< relative to the job, with /
  std::string bytes;  ///< the whole .xlsx; the same input gives the same bytes
  std::vector<model::SheetOrigins> origins = {};  ///< where its figures came from, if that is kept
};

}  // namespace huizong::report
