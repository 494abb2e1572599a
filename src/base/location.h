// Where something is in the user's files.

#pragma once

#include <optional>
#include <string>

#include "base/cell_ref.h"
#include "base/shared_text.h"

namespace huizong {

/// A place in a workbook; the narrower parts are empty when unknown.
struct Location {
  SharedText file;  ///< relative to the job's folder, with /
  SharedText sheet;
  std::optional<CellRef> cell;
  bool operator==(const Location&) const = default;
};

/// "上报/101001.xlsx › 决算表 › F12"; parts that are unknown are left out.
std::string to_string(const Location& place);

}  // namespace huizong
