#include "xlsx/fill/form_parts.h"

#include <algorithm>
#include <stdexcept>

#include "xlsx/package/part_name.h"
#include "xlsx/patcher.h"

namespace huizong::xlsx {
namespace {

constexpr std::string_view kRelations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string worksheet(std::string_view rows, std::string_view after, std::string_view before = {}) {
  return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
         "xmlns:r=\"" +
         std::string(kRelations) + "\">" + std::string(before) + "<sheetData>" + std::string(rows) +
         "</sheetData>" + std::string(after) + "</worksheet>";
}

}  // namespace

FormParts::FormParts(std::string_view rows, std::string_view after, std::string_view before)
    : parts_(testing::simple_parts(worksheet(rows, after, before))) {}

void FormParts::insert(std::string_view part, std::string_view before, std::string_view element) {
  for (auto& [name, bytes] : parts_) {
    if (name != part) continue;
    bytes.insert(bytes.rfind(before), element);
    return;
  }
  throw std::runtime_error("no part " + std::string(part));
}

void FormParts::relate(std::string_view from, std::string_view kind, std::string_view target) {
  const auto links = relationships_part(from);
  const bool known =
      std::any_of(parts_.begin(), parts_.end(), [&](const auto& p) { return p.first == links; });
  if (!known) {
    parts_.emplace_back(links,
                        "<Relationships "
                        "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        "</Relationships>");
  }
  insert(links, "</Relationships>",
         "<Relationship Id=\"rId" + std::to_string(next_++) + "\" Type=\"" +
             (kind.starts_with("http") ? std::string() : std::string(kRelations) + "/") +
             std::string(kind) + "\" Target=\"" + std::string(target) + "\"/>");
}

FormParts& FormParts::part(std::string_view from, std::string_view name, std::string_view kind,
                           std::string_view bytes, std::string_view content_type) {
  relate(from, kind, "/" + std::string(name));
  if (!content_type.empty()) {
    insert("[Content_Types].xml", "</Types>",
           "<Override PartName=\"/" + std::string(name) + "\" ContentType=\"application/vnd." +
               std::string(content_type) + "+xml\"/>");
  }
  parts_.emplace_back(name, bytes);
  return *this;
}

FormParts& FormParts::link(std::string_view from, std::string_view target) {
  relate(from, "hyperlink", target);
  return *this;
}

FormParts& FormParts::sheet(std::string_view name, std::string_view rows, std::string_view after) {
  const int number = next_;
  part("xl/workbook.xml", "xl/worksheets/sheet" + std::to_string(number) + ".xml", "worksheet",
       worksheet(rows, after), "openxmlformats-officedocument.spreadsheetml.worksheet");
  insert("xl/workbook.xml", "</sheets>",
         "<sheet name=\"" + std::string(name) + "\" sheetId=\"" + std::to_string(number) +
             "\" r:id=\"rId" + std::to_string(number) + "\"/>");
  return *this;
}

FormParts& FormParts::workbook(std::string_view elements) {
  insert("xl/workbook.xml", "</workbook>", elements);
  return *this;
}

std::string FormParts::package() const {
  return testing::zip_package(parts_);
}

std::string FormParts::resized(int first, int last, int count) const {
  Patcher form(package());
  form.resize_block(0, {first - 1, last - 1}, count);
  return form.package();
}

std::string FormParts::refusal(int first, int last, int count) const {
  return refusal_of([&] { resized(first, last, count); });
}

std::string sheet_xml(const std::string& package) {
  return testing::part_of(package, "xl/worksheets/sheet1.xml");
}

bool holds(const std::string& text, std::string_view piece) {
  return text.find(piece) != std::string::npos;
}

std::string refusal_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.message().zh;
  }
  return "";
}

}  // namespace huizong::xlsx
