// A package being rewritten: parts are read, replaced, added and taken away, and
// everything else goes into the new package still compressed, byte for byte, in
// the same order.
//
// A part that is looked into as a tree is parsed once, however many look. The
// same edits of the same package always give the same bytes: no clock, no
// folder, no user name gets in.

#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "xlsx/package/package.h"
#include "xlsx/package/relationships.h"

namespace pugi {
class xml_node;
}

namespace huizong::xlsx {

class PackageEdit {
 public:
  explicit PackageEdit(std::string bytes, const Limits& limits = {});  ///< throws Unreadable
  ~PackageEdit();
  PackageEdit(PackageEdit&&) noexcept;
  PackageEdit& operator=(PackageEdit&&) noexcept;

  const Package& original() const { return package_; }

  bool has(std::string_view part) const;
  /// As things stand; throws Unreadable where there is none, or it is too big or damaged.
  std::string read(std::string_view part) const;
  void replace(std::string_view part,
               std::string bytes);  ///< adds it at the end where there is none
  void remove(std::string_view part);

  /// The top element of a part, to look at or to change; whoever changes it says so by touch().
  /// It stays valid until the part is replaced or removed. Throws as read().
  pugi::xml_node tree(std::string_view part);
  void touch(std::string_view part);

  /// A part's links as they came, targets resolved.
  const std::vector<Relationship>& relations(std::string_view part);
  /// The parts whose content type ends so ("drawingml.chart+xml").
  std::vector<std::string> parts_of_type(std::string_view ending);

  /// Puts a new part in, with its content type and a link from another part; returns the link's id.
  std::string add_part(std::string_view part, std::string bytes, std::string_view content_type,
                       std::string_view from, std::string_view relation_type);
  /// Takes a part away, with its content type and the link from `from`.
  void drop_part(std::string_view part, std::string_view from);

  std::string bytes() const;  ///< the new package; the old bytes where nothing was changed

 private:
  struct Tree;
  void add_relationships(const std::string& list);

  std::string bytes_;
  Package package_;
  std::map<std::string, std::string> written_;  // replaced and added, by part_key
  std::map<std::string, Tree> trees_;           // parts parsed so far, by part_key
  std::map<std::string, std::vector<Relationship>> relations_;
  std::vector<std::string> added_;  // names, in order
  std::set<std::string> removed_;   // by part_key
};

}  // namespace huizong::xlsx
