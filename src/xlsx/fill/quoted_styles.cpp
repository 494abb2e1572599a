#include "xlsx/fill/quoted_styles.h"

#include <pugixml.hpp>

#include "xlsx/fill/style_list.h"
#include "xlsx/fill/xml_tree.h"

namespace huizong::xlsx {

unsigned QuotedStyles::quoted(unsigned style, PackageEdit& package, WorkbookPart& book) {
  if (plains_.contains(style)) return style;
  if (const auto known = twins_.find(style); known != twins_.end()) return known->second;
  const auto twin = add_style_twin(
      package, book, style,
      [](pugi::xml_node format) { set_attribute(format, "quotePrefix", "1"); },
      [](const pugi::xml_node& format) { return !format.attribute("quotePrefix").as_bool(); });
  if (!twin) return style;
  twins_[style] = *twin;
  plains_[*twin] = style;
  return *twin;
}

std::optional<unsigned> QuotedStyles::plain(unsigned style) const {
  const auto found = plains_.find(style);
  if (found == plains_.end()) return std::nullopt;
  return found->second;
}

}  // namespace huizong::xlsx
