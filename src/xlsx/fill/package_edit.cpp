#include "xlsx/fill/package_edit.h"

#include <algorithm>
#include <pugixml.hpp>

#include "xlsx/fill/xml_tree.h"
#include "xlsx/package/archive_rewrite.h"
#include "xlsx/package/part_name.h"

namespace huizong::xlsx {
namespace {

constexpr std::string_view kNoRelationships =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>";
constexpr std::string_view kContentTypes = "[Content_Types].xml";

std::string key_of(std::string_view part) {
  return part_key(clean_part_name(part).value_or(""));
}

}  // namespace

struct PackageEdit::Tree {
  std::unique_ptr<pugi::xml_document> document = std::make_unique<pugi::xml_document>();
  bool touched = false;
};

PackageEdit::PackageEdit(std::string bytes, const Limits& limits)
    : bytes_(std::move(bytes)), package_(bytes_, limits) {}
PackageEdit::~PackageEdit() = default;
PackageEdit::PackageEdit(PackageEdit&&) noexcept = default;
PackageEdit& PackageEdit::operator=(PackageEdit&&) noexcept = default;

bool PackageEdit::has(std::string_view part) const {
  const auto key = key_of(part);
  return written_.contains(key) || (!removed_.contains(key) && package_.find(part));
}

std::string PackageEdit::read(std::string_view part) const {
  const auto key = key_of(part);
  const auto tree = trees_.find(key);
  if (tree != trees_.end() && tree->second.touched) return print_tree(*tree->second.document);
  const auto now = written_.find(key);
  return now == written_.end() ? package_.read(part) : now->second;
}

void PackageEdit::replace(std::string_view part, std::string bytes) {
  const auto key = key_of(part);
  if (!package_.find(part) && !written_.contains(key)) added_.emplace_back(part);
  removed_.erase(key);
  trees_.erase(key);
  written_[key] = std::move(bytes);
}

void PackageEdit::remove(std::string_view part) {
  const auto key = key_of(part);
  written_.erase(key);
  trees_.erase(key);
  std::erase_if(added_, [&](const std::string& name) { return key_of(name) == key; });
  if (package_.find(part)) removed_.insert(key);
}

pugi::xml_node PackageEdit::tree(std::string_view part) {
  const auto key = key_of(part);
  auto found = trees_.find(key);
  if (found == trees_.end()) {
    Tree fresh;
    parse_tree(*fresh.document, read(part), part);
    found = trees_.emplace(key, std::move(fresh)).first;
  }
  return found->second.document->document_element();
}

void PackageEdit::touch(std::string_view part) {
  trees_.at(key_of(part)).touched = true;
}

const std::vector<Relationship>& PackageEdit::relations(std::string_view part) {
  const auto key = key_of(part);
  auto found = relations_.find(key);
  if (found == relations_.end()) {
    found = relations_.emplace(key, read_relationships(package_, part)).first;
  }
  return found->second;
}

std::vector<std::string> PackageEdit::parts_of_type(std::string_view ending) {
  std::vector<std::string> found;
  for (const auto node : tree(kContentTypes).children()) {
    if (local_name(node) != "Override" || !attribute(node, "ContentType").ends_with(ending)) {
      continue;
    }
    const auto part = clean_part_name(attribute(node, "PartName"));
    if (part && has(*part)) found.push_back(*part);
  }
  return found;
}

/// Almost every package states the type of all its .rels parts in one line.
void PackageEdit::add_relationships(const std::string& list) {
  replace(list, std::string(kNoRelationships));
  for (const auto& stated : children_named(tree(kContentTypes), "Default")) {
    if (attribute(stated, "Extension") == "rels") return;
  }
  auto type = append_child(tree(kContentTypes), "Override");
  set_attribute(type, "PartName", "/" + list);
  set_attribute(type, "ContentType", "application/vnd.openxmlformats-package.relationships+xml");
}

std::string PackageEdit::add_part(std::string_view part, std::string bytes,
                                  std::string_view content_type, std::string_view from,
                                  std::string_view relation_type) {
  replace(part, std::move(bytes));
  auto type = append_child(tree(kContentTypes), "Override");
  set_attribute(type, "PartName", "/" + std::string(part));
  set_attribute(type, "ContentType", content_type);
  touch(kContentTypes);

  const auto list = relationships_part(from);
  if (!has(list)) add_relationships(list);
  auto links = tree(list);
  std::set<std::string_view> ids;
  for (const auto& link : children_named(links, "Relationship")) ids.insert(attribute(link, "Id"));
  int number = 1;
  while (ids.contains("rId" + std::to_string(number))) ++number;
  auto link = append_child(links, "Relationship");
  const std::string id = "rId" + std::to_string(number);
  set_attribute(link, "Id", id);
  set_attribute(link, "Type", relation_type);
  set_attribute(link, "Target", "/" + std::string(part));
  touch(list);
  return id;
}

void PackageEdit::drop_part(std::string_view part, std::string_view from) {
  const auto take_out = [this](const std::string& list, const auto& names_it) {
    auto root = tree(list);
    for (const char* name : {"Override", "Relationship"}) {
      for (const auto& node : children_named(root, name)) {
        if (names_it(node)) root.remove_child(node);
      }
    }
    touch(list);
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
  ArchiveChanges changes;
  changes.replaced = written_;
  for (const auto& [key, tree] : trees_) {
    if (tree.touched) changes.replaced[key] = print_tree(*tree.document);
  }
  changes.removed = removed_;
  if (changes.replaced.empty() && changes.removed.empty()) return bytes_;
  for (const auto& name : added_) {
    const auto key = key_of(name);
    changes.added.emplace_back(name, changes.replaced.at(key));
    changes.replaced.erase(key);
  }
  return rewrite_archive(bytes_, changes);
}

}  // namespace huizong::xlsx
