#include "xlsx/fill/quote_marks.h"

#include <limits>
#include <pugixml.hpp>

#include "xlsx/fill/package_edit.h"
#include "xlsx/fill/xml_tree.h"

namespace huizong::xlsx {
namespace {

constexpr const char* kStyles = "xl/styles.xml";

/// We wrote it: nothing in it is too big.
Limits no_limits() {
  Limits limits;
  constexpr auto kAll = std::numeric_limits<std::uint64_t>::max() / 4;
  limits.package_bytes = limits.part_bytes = limits.total_bytes = kAll;
  limits.ratio_free_bytes = kAll;
  return limits;
}

}  // namespace

std::string with_quotes(std::string package) {
  PackageEdit edit(std::move(package), no_limits());
  for (auto format : children_named(child_named(edit.tree(kStyles), "cellXfs"), "xf")) {
    auto alignment = child_named(format, "alignment");
    if (alignment.attribute("readingOrder").as_uint() != kQuoteMark) continue;
    alignment.remove_attribute("readingOrder");
    set_attribute(format, "quotePrefix", "1");
    edit.touch(kStyles);
  }
  return edit.bytes();
}

}  // namespace huizong::xlsx
