#include "xlsx/mark/grafted_sheet.h"

#include <algorithm>
#include <map>
#include <pugixml.hpp>
#include <sstream>

#include "xlsx/fill/office_names.h"
#include "xlsx/fill/style_list.h"
#include "xlsx/fill/xml_tree.h"
#include "xlsx/sheet_name.h"

namespace huizong::xlsx {
namespace {

constexpr std::string_view kSheetType =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
constexpr unsigned kFirstCustomFormat = 164;

std::string xml_of(const pugi::xml_node& node) {
  std::ostringstream out;
  node.print(out, "", pugi::format_raw);
  return out.str();
}

/// The styles of our workbook as the other one numbers them, each added when it is first used.
class StyleMap {
 public:
  StyleMap(PackageEdit& package, WorkbookPart& book, const pugi::xml_node& ours)
      : package_(package), book_(book), ours_(ours) {}

  unsigned operator()(unsigned style) {
    const auto [at, fresh] = styles_.try_emplace(style);
    if (!fresh) return at->second;
    pugi::xml_document document;
    auto format = document.append_copy(piece("cellXfs", style));
    for (const auto& [attribute_name, list] :
         {std::pair<const char*, const char*>{"fontId", "fonts"},
          {"fillId", "fills"},
          {"borderId", "borders"}}) {
      const auto number = format.attribute(attribute_name).as_uint();
      set_attribute(format, attribute_name, std::to_string(piece_there(list, number)));
    }
    set_attribute(format, "numFmtId", std::to_string(number_format(format)));
    format.remove_attribute("xfId");
    // In a workbook that has all the styles Excel bears, ours has its first.
    return at->second = add_style_piece(package_, book_, "cellXfs", xml_of(format)).value_or(0);
  }

 private:
  pugi::xml_node piece(const char* list, unsigned number) const {
    const auto all = child_named(ours_, list);
    auto at = all.first_child();
    for (unsigned i = 0; at && i < number; ++i) at = at.next_sibling();
    return at;
  }
  unsigned piece_there(const char* list, unsigned number) {
    const auto [at, fresh] = pieces_.try_emplace({list, number});
    if (fresh) {
      at->second = add_style_piece(package_, book_, list, xml_of(piece(list, number))).value_or(0);
    }
    return at->second;
  }
  unsigned number_format(const pugi::xml_node& format) {
    const unsigned id = format.attribute("numFmtId").as_uint();
    if (id < kFirstCustomFormat) return id;
    for (const auto& one : children_named(child_named(ours_, "numFmts"), "numFmt")) {
      if (one.attribute("numFmtId").as_uint() != id) continue;
      return number_format_id(package_, book_, attribute(one, "formatCode"));
    }
    return 0;
  }

  PackageEdit& package_;
  WorkbookPart& book_;
  pugi::xml_node ours_;
  std::map<unsigned, unsigned> styles_;
  std::map<std::pair<std::string, unsigned>, unsigned> pieces_;
};

/// Texts stand in their cells, since the other workbook's list of texts is not ours to extend.
void make_inline(pugi::xml_node cell, const std::vector<pugi::xml_node>& texts) {
  const auto value = cell.child("v");
  const auto index = value.text().as_uint();
  cell.remove_child(value);
  set_attribute(cell, "t", "inlineStr");
  auto text = cell.append_child("is");
  for (const auto& child : texts.at(index).children()) text.append_copy(child);
}

std::string free_part(const PackageEdit& package, const std::string& folder) {
  for (int n = 1;; ++n) {
    auto part = folder + "worksheets/sheet" + std::to_string(n) + ".xml";
    if (!package.has(part)) return part;
  }
}

std::string free_name(const pugi::xml_node& sheets, std::string_view name) {
  std::vector<std::string> taken;
  for (const auto& sheet : sheets.children()) taken.emplace_back(attribute(sheet, "name"));
  return sheet_name(name, taken);
}

/// Sheets are numbered by their place in what belongs to one of them, and in which is shown.
void count_one_more(const pugi::xml_node& workbook) {
  for (auto name : children_named(child_named(workbook, "definedNames"), "definedName")) {
    const auto sheet = name.attribute("localSheetId");
    if (sheet) set_attribute(name, "localSheetId", std::to_string(sheet.as_uint() + 1));
  }
  for (auto view : children_named(child_named(workbook, "bookViews"), "workbookView")) {
    for (const char* shown : {"activeTab", "firstSheet"}) view.remove_attribute(shown);
  }
}

/// Two selected sheets would be edited together.
void unselect_others(PackageEdit& package, const WorkbookPart& book) {
  for (const auto& sheet : book.sheets) {
    if (package.read(sheet.part).find("tabSelected") == std::string::npos) continue;
    for (auto view : elements_named(package.tree(sheet.part), {"sheetView"})) {
      if (view.remove_attribute("tabSelected")) package.touch(sheet.part);
    }
  }
}

}  // namespace

std::string graft_first_sheet(PackageEdit& package, WorkbookPart& book, std::string_view ours) {
  PackageEdit source{std::string(ours)};
  const WorkbookPart source_book = read_workbook_part(source.original());
  auto sheet = source.tree(source_book.sheets.front().part);
  StyleMap style(package, book, source.tree(source_book.styles));
  std::vector<pugi::xml_node> texts;
  if (!source_book.shared_strings.empty()) {
    texts = children_named(source.tree(source_book.shared_strings), "si");
  }
  for (auto node : elements_named(sheet, {"c", "row", "col"})) {
    const char* name = local_name(node) == "col" ? "style" : "s";
    if (const auto number = node.attribute(name)) {
      set_attribute(node, name, std::to_string(style(number.as_uint())));
    }
    if (local_name(node) == "c" && attribute(node, "t") == "s") make_inline(node, texts);
  }
  for (auto link : elements_named(sheet, {"hyperlink"})) {
    if (!link.attribute("location")) link.parent().remove_child(link);
  }

  auto workbook = package.tree(book.part);
  auto sheets = child_named(workbook, "sheets");
  const std::string name = free_name(sheets, source_book.sheets.front().name);
  const bool strict = is_strict(workbook);
  if (strict) set_attribute(sheet, "xmlns", main_space(true));
  unselect_others(package, book);
  count_one_more(workbook);

  const auto part = free_part(package, book.part.substr(0, book.part.rfind('/') + 1));
  const auto id = package.add_part(
      part, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml_of(sheet),
      kSheetType, book.part, relation_type(strict, "worksheet"));
  unsigned number = 0;
  for (const auto& other : sheets.children()) {
    number = std::max(number, other.attribute("sheetId").as_uint());
  }
  auto entry = append_child(sheets, "sheet");
  sheets.insert_move_before(entry, sheets.first_child());
  set_attribute(entry, "name", name);
  set_attribute(entry, "sheetId", std::to_string(number + 1));
  set_attribute(entry, relation_id_name(workbook, strict).c_str(), id);
  package.touch(book.part);
  return name;
}

}  // namespace huizong::xlsx
