#include "xlsx/writer_finish.h"

#include <algorithm>
#include <limits>
#include <pugixml.hpp>

#include "xlsx/fill/package_edit.h"
#include "xlsx/fill/xml_tree.h"
#include "xlsx/package/part_name.h"

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

void quote_texts(PackageEdit& edit) {
  for (auto format : children_named(child_named(edit.tree(kStyles), "cellXfs"), "xf")) {
    auto alignment = child_named(format, "alignment");
    if (alignment.attribute("readingOrder").as_uint() != kQuoteMark) continue;
    alignment.remove_attribute("readingOrder");
    set_attribute(format, "quotePrefix", "1");
    edit.touch(kStyles);
  }
}

void use_slashes(PackageEdit& edit) {
  for (const auto& sheet : edit.parts_of_type("worksheet+xml")) {
    const auto links = relationships_part(sheet);
    if (!edit.has(links)) continue;
    for (auto link : edit.tree(links).children()) {
      std::string target(attribute(link, "Target"));
      if (attribute(link, "TargetMode") != "External" || target.find('\\') == std::string::npos) {
        continue;
      }
      std::replace(target.begin(), target.end(), '\\', '/');
      set_attribute(link, "Target", target);
      edit.touch(links);
    }
  }
}

}  // namespace

std::string finished(std::string package, const WriterFinish& what) {
  if (!what.quotes && !what.file_links) return package;
  PackageEdit edit(std::move(package), no_limits());
  if (what.quotes) quote_texts(edit);
  if (what.file_links) use_slashes(edit);
  return edit.bytes();
}

}  // namespace huizong::xlsx
