// The formats of a workbook that is being written: one for each Style, and a
// quoted twin where a text needs it.

#pragma once

#include <map>
#include <vector>

#include "xlsx/writer.h"

struct lxw_format;
struct lxw_workbook;

namespace huizong::xlsx {

class WriterFormats {
 public:
  StyleId id(const Style& style, lxw_workbook* book);
  lxw_format* plain(StyleId style) const { return formats_.at(static_cast<std::size_t>(style)); }
  /// For a text that Excel would take for a formula, were somebody to edit the cell. The finished
  /// package has to go through finished().
  lxw_format* quoted(StyleId style, lxw_workbook* book);
  bool any_quoted() const { return !quoted_.empty(); }

 private:
  std::map<Style, StyleId> ids_;
  std::vector<Style> styles_;
  std::vector<lxw_format*> formats_;
  std::map<StyleId, lxw_format*> quoted_;
};

}  // namespace huizong::xlsx
