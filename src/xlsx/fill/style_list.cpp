#include "xlsx/fill/style_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <pugixml.hpp>

#include "xlsx/fill/office_names.h"
#include "xlsx/fill/part_orders.h"
#include "xlsx/fill/xml_tree.h"

namespace huizong::xlsx {
namespace {

constexpr std::size_t kMaxStyles = 65490;     // Excel's limit of cell formats
constexpr unsigned kFirstCustomFormat = 164;  // below are the built-in ones
constexpr std::string_view kPlainStyles =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"
    "<styleSheet xmlns=\"{}\">"
    "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"宋体\"/></font></fonts>"
    "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
    "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
    "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
    "</cellStyleXfs><cellXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" "
    "borderId=\"0\" xfId=\"0\"/></cellXfs></styleSheet>";

pugi::xml_node styles_of(PackageEdit& package, WorkbookPart& book) {
  if (book.styles.empty()) {
    book.styles = book.part.substr(0, book.part.rfind('/') + 1) + "styles.xml";
    const bool strict = is_strict(package.tree(book.part));
    package.add_part(book.styles, fmt::format(kPlainStyles, main_space(strict)),
                     "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml",
                     book.part, relation_type(strict, "styles"));
  }
  return package.tree(book.styles);
}

/// The list of that name, made where there is none.
pugi::xml_node list_of(pugi::xml_node styles, std::string_view name) {
  const auto list = child_named(styles, name);
  return list ? list : add_child(styles, name, style_sheet_order());
}

std::size_t elements_in(const pugi::xml_node& list) {
  return static_cast<std::size_t>(
      std::count_if(list.begin(), list.end(),
                    [](const pugi::xml_node& n) { return n.type() == pugi::node_element; }));
}

/// The element and those in it, with the prefix of the list they go to.
void copy_into(pugi::xml_node parent, const pugi::xml_node& element) {
  auto copy = append_child(parent, element.name());
  for (const auto& a : element.attributes()) copy.append_attribute(a.name()).set_value(a.value());
  for (const auto& child : element.children()) copy_into(copy, child);
}

}  // namespace

std::optional<unsigned> add_style_twin(
    PackageEdit& package, WorkbookPart& book, unsigned style,
    const std::function<void(pugi::xml_node format)>& change,
    const std::function<bool(const pugi::xml_node& format)>& wanted) {
  const auto root = styles_of(package, book);
  auto list = list_of(root, "cellXfs");
  auto formats = children_named(list, "xf");
  if (formats.empty()) formats.push_back(append_child(list, "xf"));
  if (style >= formats.size()) style = 0;
  if (formats.size() >= kMaxStyles || (wanted && !wanted(formats[style]))) return std::nullopt;
  auto twin = list.insert_copy_after(formats[style], formats.back());
  change(twin);
  // A style that names a cell style there is none of is one fault; its twin shall not be another.
  const auto named = children_named(child_named(root, "cellStyleXfs"), "xf").size();
  if (twin.attribute("xfId").as_uint() >= named) twin.remove_attribute("xfId");
  set_attribute(list, "count", std::to_string(formats.size() + 1));
  package.touch(book.styles);
  return static_cast<unsigned>(formats.size());
}

std::optional<unsigned> add_style_piece(PackageEdit& package, WorkbookPart& book,
                                        std::string_view list, std::string_view xml) {
  auto pieces = list_of(styles_of(package, book), list);
  const auto number = elements_in(pieces);
  if (number >= kMaxStyles) return std::nullopt;
  pugi::xml_document piece;
  piece.load_buffer(xml.data(), xml.size());
  copy_into(pieces, piece.document_element());
  set_attribute(pieces, "count", std::to_string(number + 1));
  package.touch(book.styles);
  return static_cast<unsigned>(number);
}

unsigned number_format_id(PackageEdit& package, WorkbookPart& book, std::string_view code) {
  if (code.empty()) return 0;
  auto list = list_of(styles_of(package, book), "numFmts");
  unsigned next = kFirstCustomFormat;
  for (const auto& format : children_named(list, "numFmt")) {
    const unsigned id = format.attribute("numFmtId").as_uint();
    if (attribute(format, "formatCode") == code) return id;
    next = std::max(next, id + 1);
  }
  auto format = append_child(list, "numFmt");
  set_attribute(format, "numFmtId", std::to_string(next));
  set_attribute(format, "formatCode", code);
  set_attribute(list, "count", std::to_string(children_named(list, "numFmt").size()));
  package.touch(book.styles);
  return next;
}

}  // namespace huizong::xlsx
