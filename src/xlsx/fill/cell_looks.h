// What matters of a cell's style for how much room its text takes.

#pragma once

#include <vector>

namespace pugi {
class xml_node;
}

namespace huizong::xlsx {

struct CellLook {
  double font_size = 11;  ///< points
  bool wraps = false;     ///< text goes on in the next line instead of being cut
};

/// By cell style; `styles` is the styles part's top element.
std::vector<CellLook> read_cell_looks(const pugi::xml_node& styles);

}  // namespace huizong::xlsx
