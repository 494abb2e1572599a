#include "xlsx/fill/office_names.h"

#include <pugixml.hpp>

#include "xlsx/fill/xml_tree.h"

namespace huizong::xlsx {
namespace {

constexpr std::string_view kRelations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view kStrictRelations =
    "http://purl.oclc.org/ooxml/officeDocument/relationships";

}  // namespace

bool is_strict(const pugi::xml_node& workbook) {
  for (const auto& a : workbook.attributes()) {
    if (a.value() == main_space(true)) return true;
  }
  return false;
}

std::string_view main_space(bool strict) {
  return strict ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
                : "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
}

std::string relation_type(bool strict, std::string_view kind) {
  return std::string(strict ? kStrictRelations : kRelations) + "/" + std::string(kind);
}

std::string relation_id_name(pugi::xml_node top, bool strict) {
  const auto space = strict ? kStrictRelations : kRelations;
  for (const auto& a : top.attributes()) {
    const std::string_view name = a.name();
    if (name.starts_with("xmlns:") && a.value() == space) {
      return std::string(name.substr(6)) + ":id";
    }
  }
  set_attribute(top, "xmlns:r", space);
  return "r:id";
}

}  // namespace huizong::xlsx
