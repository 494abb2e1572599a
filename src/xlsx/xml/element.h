// A start tag as the scanner hands it out: expanded names and attributes,
// normalised, all good until the scanner goes on.

#pragma once

#include <string_view>
#include <vector>

#include "xlsx/xml/namespaces.h"

namespace huizong::xlsx {

struct Attribute {
  std::string_view local;
  std::string_view value;
  std::string_view uri;  ///< empty for an attribute without prefix
  Namespace space = Namespace::None;
};

class Element {
 public:
  std::string_view local() const { return local_; }
  std::string_view uri() const { return uri_; }
  Namespace space() const { return space_; }
  bool prefixed() const { return prefixed_; }
  bool is(std::string_view name) const { return space_ == Namespace::Main && local_ == name; }

  /// An attribute without namespace. Null data() where it is absent.
  std::string_view attribute(std::string_view name) const {
    return attribute(Namespace::None, name);
  }
  bool has(std::string_view name) const { return attribute(name).data() != nullptr; }
  /// r:id, in the transitional or strict relationships namespace.
  std::string_view relation_id() const { return attribute(Namespace::OfficeRelationships, "id"); }
  /// xml:space="preserve"
  bool preserves_space() const { return attribute(Namespace::Xml, "space") == "preserve"; }
  /// In the order of the file; the declarations of namespaces among them.
  const std::vector<Attribute>& attributes() const { return attributes_; }

 private:
  friend class XmlScanner;
  std::string_view attribute(Namespace space, std::string_view name) const {
    for (const Attribute& each : attributes_) {
      if (each.space == space && each.local == name) return each.value;
    }
    return {};
  }

  std::string_view local_;
  std::string_view uri_;
  Namespace space_ = Namespace::None;
  bool prefixed_ = false;
  std::vector<Attribute> attributes_;
};

}  // namespace huizong::xlsx
