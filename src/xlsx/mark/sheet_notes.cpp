#include "xlsx/mark/sheet_notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <pugixml.hpp>

#include "base/message.h"
#include "xlsx/fill/office_names.h"
#include "xlsx/fill/part_orders.h"
#include "xlsx/fill/string_appender.h"
#include "xlsx/fill/xml_tree.h"

namespace huizong::xlsx {
namespace {

constexpr std::string_view kAuthor = "审核";
constexpr std::string_view kNoBoxes =
    "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" "
    "xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
    "xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\">"
    "<o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout></xml>";
constexpr std::string_view kBoxType =
    "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" "
    "path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>"
    "<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";
constexpr int kBoxColumns = 4;  // how wide a box is, in columns of the sheet
constexpr int kLineCharacters = 18;
constexpr std::size_t kMostNotes = 2000;  // of a sheet; the list in front has them all
constexpr std::string_view kTypes = "application/vnd.openxmlformats-officedocument.";

/// A part's name that is free: "xl/comments1.xml".
std::string free_part(const PackageEdit& package, std::string_view stem, std::string_view ending) {
  for (int n = 1;; ++n) {
    auto part = fmt::format("{}{}{}", stem, n, ending);
    if (!package.has(part)) return part;
  }
}

/// The part that an element of the sheet (legacyDrawing) names by its id.
std::string linked_by(PackageEdit& package, const std::string& part,
                      const pugi::xml_node& element) {
  for (const auto& a : element.attributes()) {
    if (!std::string_view(a.name()).ends_with(":id")) continue;
    const auto* link = find_by_id(package.relations(part), a.value());
    if (link && package.has(link->target)) return link->target;
  }
  return {};
}

std::string linked(PackageEdit& package, const std::string& part, std::string_view kind) {
  const auto* link = find_by_type(package.relations(part), kind);
  return link && package.has(link->target) ? link->target : std::string();
}

void append_xml(pugi::xml_node parent, std::string_view xml) {
  parent.append_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata);
}

/// The number at the end of a shape's id ("_x0000_s1025").
int shape_number(std::string_view id) {
  const auto from = id.find_last_not_of("0123456789");
  const auto digits = id.substr(from == std::string_view::npos ? 0 : from + 1);
  return digits.empty() || digits.size() > 8 ? 0 : std::stoi(std::string(digits));
}

int lines_of(std::string_view text) {
  const auto letters = std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  });
  return static_cast<int>(letters) / kLineCharacters + 1 +
         static_cast<int>(std::count(text.begin(), text.end(), '\n'));
}

void set_text(pugi::xml_node t, const std::string& text) {
  set_attribute(t, "xml:space", "preserve");
  t.text().set(text.c_str());
}

std::string anchor(CellRef cell, int lines) {
  const int first = std::max(cell.row - 1, 0);
  return fmt::format("{}, 12, {}, 2, {}, 12, {}, 4", cell.col + 1, first,
                     cell.col + 1 + kBoxColumns, first + lines + 1);
}

}  // namespace

struct SheetNotes::Note {
  pugi::xml_node comment;
  CellRef cell;
  pugi::xml_node box = {};  ///< the x:Anchor of one of ours
  int lines = 0;            ///< of our text
  bool discussed = false;
};

SheetNotes::~SheetNotes() = default;
SheetNotes::SheetNotes(SheetNotes&&) noexcept = default;

SheetNotes::SheetNotes(PackageEdit& package, const std::string& part, pugi::xml_node sheet,
                       bool strict)
    : package_(package),
      texts_(linked(package, part, "comments")),
      boxes_(linked_by(package, part, child_named(sheet, "legacyDrawing"))) {
  if (texts_.empty()) make_texts(part, strict);
  if (boxes_.empty()) make_boxes(part, sheet, strict);
  const auto top = package.tree(boxes_);
  const bool usual = attribute(top, "xmlns:v") == "urn:schemas-microsoft-com:vml" &&
                     attribute(top, "xmlns:x") == "urn:schemas-microsoft-com:office:excel" &&
                     attribute(top, "xmlns:o") == "urn:schemas-microsoft-com:office:office";
  if (!usual) {
    throw Error(
        {"原有批注框的写法不认识，不能添加批注", "the boxes of its notes cannot be added to"});
  }
  index();
}

void SheetNotes::index() {
  const auto texts = package_.tree(texts_);
  if (!child_named(texts, "authors") || !child_named(texts, "commentList")) {
    throw Error(
        {"原有批注不完整，不能添加批注", "its notes are incomplete and cannot be added to"});
  }
  const auto authors = children_named(child_named(texts, "authors"), "author");
  for (const auto& comment : children_named(child_named(texts, "commentList"), "comment")) {
    const auto cell = parse_cell_ref(attribute(comment, "ref"));
    if (!cell) continue;
    const auto by = comment.attribute("authorId").as_uint();
    const bool discussed =
        by < authors.size() && std::string_view(authors[by].text().get()).starts_with("tc=");
    notes_.emplace(*cell, Note{comment, *cell, {}, 0, discussed});
  }
  for (const auto& node : elements_named(package_.tree(boxes_), {"shape", "shapetype"})) {
    const auto id = attribute(node, "id");
    has_type_ = has_type_ || id == "_x0000_t202";
    if (local_name(node) == "shape") last_shape_ = std::max(last_shape_, shape_number(id));
  }
}

void SheetNotes::make_texts(const std::string& part, bool strict) {
  texts_ = free_part(package_, "xl/comments", ".xml");
  package_.add_part(texts_,
                    fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"
                                "<comments xmlns=\"{}\"><authors/><commentList/></comments>",
                                main_space(strict)),
                    std::string(kTypes) + "spreadsheetml.comments+xml", part,
                    relation_type(strict, "comments"));
}

void SheetNotes::make_boxes(const std::string& part, pugi::xml_node sheet, bool strict) {
  boxes_ = free_part(package_, "xl/drawings/vmlDrawing", ".vml");
  const auto id =
      package_.add_part(boxes_, std::string(kNoBoxes), std::string(kTypes) + "vmlDrawing", part,
                        relation_type(strict, "vmlDrawing"));
  auto drawing = child_named(sheet, "legacyDrawing");
  if (!drawing) drawing = add_child(sheet, "legacyDrawing", worksheet_order());
  set_attribute(drawing, relation_id_name(sheet, strict).c_str(), id);
  sheet_changed_ = true;
}

std::string SheetNotes::author() {
  auto authors = child_named(package_.tree(texts_), "authors");
  int number = 0;
  for (const auto& one : children_named(authors, "author")) {
    if (one.text().get() == kAuthor) return std::to_string(number);
    ++number;
  }
  append_child(authors, "author").text().set(std::string(kAuthor).c_str());
  return std::to_string(number);
}

bool SheetNotes::add(CellRef cell, std::string_view text) {
  const auto known = notes_.find(cell);
  if (known != notes_.end()) {
    if (known->second.discussed) return false;
    add_below(known->second, text);
    return true;
  }
  if (notes_.size() >= kMostNotes) return false;
  const auto by = author();
  auto comment = append_child(child_named(package_.tree(texts_), "commentList"), "comment");
  set_attribute(comment, "ref", to_string(cell));
  set_attribute(comment, "authorId", by);
  set_text(append_child(append_child(append_child(comment, "text"), "r"), "t"), stored_text(text));
  package_.touch(texts_);
  const int lines = lines_of(text);
  notes_.emplace(cell, Note{comment, cell, add_box(cell, lines), lines, false});
  return true;
}

/// Phonetic runs stay behind the text.
void SheetNotes::add_below(Note& note, std::string_view text) {
  auto was = child_named(note.comment, "text");
  if (!was) was = append_child(note.comment, "text");
  const auto more = "\n" + stored_text(text);
  auto runs = children_named(was, "r");
  if (auto plain = child_named(was, "t"); plain && runs.empty()) {
    set_text(plain, plain.text().get() + more);
  } else {
    auto run = append_child(was, "r");
    if (!runs.empty()) was.insert_move_after(run, runs.back());
    set_text(append_child(run, "t"), more);
  }
  package_.touch(texts_);
  if (!note.box) return;
  note.lines += lines_of(text);
  note.box.text().set(anchor(note.cell, note.lines).c_str());
  package_.touch(boxes_);
}

/// Hidden until the pointer rests on the cell; as high as its text needs. Returns its anchor.
pugi::xml_node SheetNotes::add_box(CellRef cell, int lines) {
  auto top = package_.tree(boxes_);
  if (!has_type_) append_xml(top, kBoxType);
  has_type_ = true;
  append_xml(
      top,
      fmt::format(
          "<v:shape id=\"_x0000_s{}\" type=\"#_x0000_t202\" "
          "style=\"position:absolute;z-index:1;visibility:hidden\" fillcolor=\"#ffffe1\" "
          "o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" "
          "obscured=\"t\"/><v:path o:connecttype=\"none\"/><v:textbox "
          "style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox>"
          "<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/>"
          "<x:Anchor>{}</x:Anchor><x:AutoFill>False</x:AutoFill>"
          "<x:Row>{}</x:Row><x:Column>{}</x:Column></x:ClientData></v:shape>",
          ++last_shape_, anchor(cell, lines), cell.row, cell.col));
  package_.touch(boxes_);
  return child_named(child_named(top.last_child(), "ClientData"), "Anchor");
}

}  // namespace huizong::xlsx
