// What matters of a cell's style for how much room its text takes.

#pragma once

#include <string>
#include <vector>

namespace huizong::xlsx {

struct CellLook {
  double font_size = 11;  ///< points
  bool wraps = false;     ///< text goes on in the next line instead of being cut
};

/// By cell style; empty where `styles` (the styles part's bytes) is. Throws Unreadable.
std::vector<CellLook> read_cell_looks(const std::string& styles);

}  // namespace huizong::xlsx
