#include "xlsx/fill/cell_looks.h"

#include <pugixml.hpp>

#include "xlsx/fill/xml_tree.h"

namespace huizong::xlsx {

std::vector<CellLook> read_cell_looks(const pugi::xml_node& root) {
  std::vector<CellLook> looks;
  std::vector<double> sizes;
  for (const auto& font : children_named(child_named(root, "fonts"), "font")) {
    sizes.push_back(child_named(font, "sz").attribute("val").as_double(CellLook{}.font_size));
  }
  for (const auto& format : children_named(child_named(root, "cellXfs"), "xf")) {
    CellLook look;
    const auto font = format.attribute("fontId").as_uint();
    if (font < sizes.size()) look.font_size = sizes[font];
    look.wraps = child_named(format, "alignment").attribute("wrapText").as_bool();
    looks.push_back(look);
  }
  return looks;
}

}  // namespace huizong::xlsx
