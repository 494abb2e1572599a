// The names that a workbook gives to what Office relates: a workbook saved as
// strict OpenXML has namespaces and relationship types of its own.

#pragma once

#include <string>
#include <string_view>

namespace pugi {
class xml_node;
}

namespace huizong::xlsx {

bool is_strict(const pugi::xml_node& workbook);
/// The namespace of workbooks, sheets, styles and texts.
std::string_view main_space(bool strict);
/// The type of a link to a part of that kind: "worksheet", "comments".
std::string relation_type(bool strict, std::string_view kind);
/// "r:id" where the element's document calls relationships r; declared there where it is not yet.
std::string relation_id_name(pugi::xml_node top, bool strict);

}  // namespace huizong::xlsx
