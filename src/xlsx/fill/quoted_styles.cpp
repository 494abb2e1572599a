#include "xlsx/fill/quoted_styles.h"

#include <pugixml.hpp>

#include "xlsx/fill/part_orders.h"
#include "xlsx/fill/xml_tree.h"

namespace huizong::xlsx {
namespace {

constexpr std::size_t kMaxStyles = 65490;  // Excel's limit of cell formats
constexpr std::string_view kPlainStyles =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"
    "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
    "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"宋体\"/></font></fonts>"
    "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
    "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
    "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
    "</cellStyleXfs><cellXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" "
    "borderId=\"0\" xfId=\"0\"/></cellXfs></styleSheet>";

void add_plain_styles(PackageEdit& package, WorkbookPart& book) {
  book.styles = book.part.substr(0, book.part.rfind('/') + 1) + "styles.xml";
  package.add_part(book.styles, std::string(kPlainStyles),
                   "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml",
                   book.part,
                   "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles");
}

}  // namespace

unsigned QuotedStyles::quoted(unsigned style, PackageEdit& package, WorkbookPart& book) {
  if (plains_.contains(style)) return style;
  if (const auto known = twins_.find(style); known != twins_.end()) return known->second;
  if (book.styles.empty()) add_plain_styles(package, book);
  auto root = package.tree(book.styles);
  auto list = child_named(root, "cellXfs");
  if (!list) list = add_child(root, "cellXfs", style_sheet_order());
  auto formats = children_named(list, "xf");
  if (formats.empty()) formats.push_back(append_child(list, "xf"));
  if (style >= formats.size()) style = 0;
  if (formats[style].attribute("quotePrefix").as_bool() || formats.size() >= kMaxStyles) {
    return style;
  }
  auto twin = list.insert_copy_after(formats[style], formats.back());
  set_attribute(twin, "quotePrefix", "1");
  // A style that names a cell style there is none of is one fault; its twin shall not be another.
  const auto named = children_named(child_named(root, "cellStyleXfs"), "xf").size();
  if (twin.attribute("xfId").as_uint() >= named) twin.remove_attribute("xfId");
  set_attribute(list, "count", std::to_string(formats.size() + 1));
  package.touch(book.styles);
  const auto number = static_cast<unsigned>(formats.size());
  twins_[style] = number;
  plains_[number] = style;
  return number;
}

std::optional<unsigned> QuotedStyles::plain(unsigned style) const {
  const auto found = plains_.find(style);
  if (found == plains_.end()) return std::nullopt;
  return found->second;
}

}  // namespace huizong::xlsx
