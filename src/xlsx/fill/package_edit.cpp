#include "xlsx/fill/package_edit.h"

#include <algorithm>
#include <pugixml.hpp>

#include "xlsx/fill/xml_tree.h"
#include "xlsx/package/archive_rewrite.h"
#include "xlsx/package/part_name.h"

namespace huizong::xlsx {
namespace {

constexpr std::string_view kContentTypes = "[Content_Types].xml";

std::string key_of(std::string_view part) {
  return part_key(clean_part_name(part).value_or(""));
}

}  // namespace

PackageEdit::PackageEdit(std::string bytes, const Limits& limits)
    : bytes_(std::move(bytes)), package_(bytes_, limits) {}

bool PackageEdit::has(std::string_view part) const {
  const auto key = key_of(part);
  return written_.contains(key) || (!removed_.contains(key) && package_.find(part));
}

std::string PackageEdit::read(std::string_view part) const {
  const auto now = written_.find(key_of(part));
  return now == written_.end() ? package_.read(part) : now->second;
}

void PackageEdit::replace(std::string_view part, std::string bytes) {
  const auto key = key_of(part);
  if (!package_.find(part) && !written_.contains(key)) added_.emplace_back(part);
  removed_.erase(key);
  written_[key] = std::move(bytes);
}

void PackageEdit::remove(std::string_view part) {
  const auto key = key_of(part);
  written_.erase(key);
  std::erase_if(added_, [&](const std::string& name) { return key_of(name) == key; });
  if (package_.find(part)) removed_.insert(key);
}

std::vector<std::string> PackageEdit::parts_of_type(std::string_view ending) const {
  std::vector<std::string> found;
  pugi::xml_document document;
  parse_tree(document, read(kContentTypes), kContentTypes);
  for (const auto& node : children_named(document.document_element(), "Override")) {
    if (!attribute(node, "ContentType").ends_with(ending)) continue;
    const auto part = clean_part_name(attribute(node, "PartName"));
    if (part && has(*part)) found.push_back(*part);
  }
  return found;
}

void PackageEdit::add_part(std::string_view part, std::string bytes, std::string_view content_type,
                           std::string_view from, std::string_view relation_type) {
  replace(part, std::move(bytes));
  pugi::xml_document types;
  parse_tree(types, read(kContentTypes), kContentTypes);
  auto type = append_child(types.document_element(), "Override");
  set_attribute(type, "PartName", "/" + std::string(part));
  set_attribute(type, "ContentType", content_type);
  replace(kContentTypes, print_tree(types));

  const auto list = relationships_part(from);
  pugi::xml_document links;
  parse_tree(links, read(list), list);
  std::set<std::string_view> ids;
  for (const auto& link : children_named(links.document_element(), "Relationship")) {
    ids.insert(attribute(link, "Id"));
  }
  int number = 1;
  while (ids.contains("rId" + std::to_string(number))) ++number;
  auto link = append_child(links.document_element(), "Relationship");
  set_attribute(link, "Id", "rId" + std::to_string(number));
  set_attribute(link, "Type", relation_type);
  set_attribute(link, "Target", "/" + std::string(part));
  replace(list, print_tree(links));
}

void PackageEdit::drop_part(std::string_view part, std::string_view from) {
  const auto take_out = [this](const std::string& list, const auto& names_it) {
    pugi::xml_document document;
    parse_tree(document, read(list), list);
    auto root = document.document_element();
    for (const char* name : {"Override", "Relationship"}) {
      for (const auto& node : children_named(root, name)) {
        if (names_it(node)) root.remove_child(node);
      }
    }
    replace(list, print_tree(document));
  };
  const auto key = key_of(part);
  take_out(std::string(kContentTypes),
           [&](const pugi::xml_node& node) { return key_of(attribute(node, "PartName")) == key; });
  take_out(relationships_part(from), [&](const pugi::xml_node& node) {
    const auto target = resolve_target(from, attribute(node, "Target"));
    return attribute(node, "TargetMode") != "External" && target && part_key(*target) == key;
  });
  remove(part);
}

std::string PackageEdit::bytes() const {
  if (!changed()) return bytes_;
  ArchiveChanges changes;
  changes.replaced = written_;
  changes.removed = removed_;
  for (const auto& name : added_) {
    const auto key = key_of(name);
    changes.added.emplace_back(name, written_.at(key));
    changes.replaced.erase(key);
  }
  return rewrite_archive(bytes_, changes);
}

}  // namespace huizong::xlsx
