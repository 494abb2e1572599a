// A part of a package edited as a tree, and written so that everything not
// touched comes back as it was: no blank dropped, no namespace moved, no
// declaration doubled.
//
// Elements are known by their local name, since a producer may prefix all of
// them (<x:row>); elements made here take their parent's prefix.

#pragma once

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace pugi {
class xml_document;
class xml_node;
}  // namespace pugi

namespace huizong::xlsx {

/// Reads a part's bytes; throws Unreadable where they are not well-formed or bring a DOCTYPE.
void parse_tree(pugi::xml_document& document, std::string_view bytes, std::string_view part);
std::string print_tree(const pugi::xml_document& document);

std::string_view local_name(const pugi::xml_node& node);
/// The first child of that local name; a null node where there is none.
pugi::xml_node child_named(const pugi::xml_node& parent, std::string_view name);
std::vector<pugi::xml_node> children_named(const pugi::xml_node& parent, std::string_view name);
/// Every element below that one, in document order.
std::vector<pugi::xml_node> elements_below(const pugi::xml_node& top);
/// Those of them that have one of the local names; the others may be removed meanwhile.
std::vector<pugi::xml_node> elements_named(const pugi::xml_node& top,
                                           std::initializer_list<std::string_view> names);
/// The element and every one below it, as they stood when it was called.
void for_each_element(pugi::xml_node top, const std::function<void(pugi::xml_node)>& take);

/// A new child with its parent's prefix. It is put before the first child whose local name comes
/// later in `order`, so that the schema's sequence holds; last where none does.
pugi::xml_node add_child(pugi::xml_node parent, std::string_view name,
                         const std::vector<std::string_view>& order);
pugi::xml_node append_child(pugi::xml_node parent, std::string_view name);

std::string_view attribute(const pugi::xml_node& node, const char* name);  ///< "" where absent
void set_attribute(pugi::xml_node node, const char* name, std::string_view value);

}  // namespace huizong::xlsx
