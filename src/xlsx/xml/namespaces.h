// Which prefix stands for which namespace, at the place the scanner has reached.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace huizong::xlsx {

enum class Namespace : std::uint8_t {
  None,           ///< no namespace: an attribute without prefix
  Main,           ///< spreadsheetml, transitional or strict
  Relationships,  ///< of a .rels part
  ContentTypes,
  OfficeRelationships,  ///< of r:id, transitional or strict
  Compatibility,        ///< mc:AlternateContent
  Xml,                  ///< of xml:space
  Declaration,          ///< of xmlns attributes themselves
  Other,
};

struct BoundNamespace {
  Namespace space = Namespace::None;
  std::string_view uri;  ///< good until the next declaration
};

class Namespaces {
 public:
  Namespaces();
  /// False for what may not be declared: reserved names, a prefix for nothing.
  bool declare(std::string_view prefix, std::string_view uri);
  /// "" is the default namespace. False for a prefix that is not declared.
  bool find(std::string_view prefix, BoundNamespace& bound) const;
  const BoundNamespace& default_space() const { return default_; }

  std::size_t count() const { return count_; }  ///< declarations in force
  std::size_t bytes() const { return bytes_; }  ///< of their prefixes and names
  void drop_to(std::size_t count);              ///< those made since there were so many

 private:
  struct Binding {
    std::string prefix;
    std::string uri;
    Namespace space = Namespace::Other;
    std::size_t before = 0;  // the same prefix's binding that this one hides, where indexed; plus 1
  };
  const Binding* binding(std::string_view prefix) const;
  void find_default();

  // Few are in force at once, so they are looked through from the last; what a hostile file heaps
  // on top of kLinear is found by an index. A slot is used again with the memory it has.
  static constexpr std::size_t kLinear = 32;
  std::vector<Binding> bindings_;
  std::size_t count_ = 0;
  std::size_t bytes_ = 0;
  std::unordered_map<std::string, std::size_t> index_;  // prefix -> its last binding plus 1
  BoundNamespace default_;
};

}  // namespace huizong::xlsx
