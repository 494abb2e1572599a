// XML as workbooks use it, piece by piece: elements by namespace and local
// name, text, and nothing else.
//
// Refused whatever part it is in: a DOCTYPE (so no entities), markup that is
// not well-formed, nesting, attributes and tags beyond the limits. Prefixes and
// the strict namespaces make no difference; markup-compatibility alternatives
// are settled here (we know no extension, so the fallback is taken).

#pragma once

#include <string_view>

#include "xlsx/package/package.h"

namespace huizong::xlsx {

enum class Namespace {
  Main,           ///< spreadsheetml, transitional or strict
  Relationships,  ///< of a .rels part
  ContentTypes,
  Other,
};

class Element {
 public:
  Element(std::string_view local, Namespace space, const char** attributes)
      : local_(local), space_(space), attributes_(attributes) {}
  std::string_view local() const { return local_; }
  Namespace space() const { return space_; }
  bool is(std::string_view name) const { return space_ == Namespace::Main && local_ == name; }

  /// An attribute without namespace; the view lasts as long as the call. Null data() where it is
  /// absent.
  std::string_view attribute(const char* name) const;
  bool has(const char* name) const { return attribute(name).data() != nullptr; }
  /// r:id, in the transitional or strict relationships namespace.
  std::string_view relation_id() const;
  /// xml:space="preserve"
  bool preserves_space() const;

 private:
  std::string_view local_;
  Namespace space_;
  const char** attributes_;  // name, value, name, value, ..., null
};

class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  /// False: what is inside does not matter and is passed over, though still checked; no end()
  /// follows.
  virtual bool start(const Element& element) = 0;
  virtual void end(std::string_view local) { (void)local; }
  /// Text right inside the innermost element that start() took, possibly in pieces.
  virtual void text(std::string_view piece) { (void)piece; }
};

/// Small parts keep to Limits::small_part_bytes; sheets and shared strings are Large.
enum class PartSize { Small, Large };

/// Runs a part through the handler. What the handler throws comes out. Throws Unreadable.
void parse_part(const Package& package, std::string_view part, PartSize size, XmlHandler& handler);

/// Blanks as XML knows them (space, tab, line ends) taken off both ends.
std::string_view xml_trimmed(std::string_view text);

}  // namespace huizong::xlsx
