#include "xlsx/xml/namespaces.h"

#include <utility>

namespace huizong::xlsx {
namespace {

constexpr std::string_view kXmlUri = "http://www.w3.org/XML/1998/namespace";
constexpr std::string_view kDeclarationUri = "http://www.w3.org/2000/xmlns/";

Namespace namespace_of(std::string_view uri) {
  struct Known {
    std::string_view uri;
    Namespace space;
  };
  static constexpr Known kKnown[] = {
      {"http://schemas.openxmlformats.org/spreadsheetml/2006/main", Namespace::Main},
      {"http://purl.oclc.org/ooxml/spreadsheetml/main", Namespace::Main},
      {"http://schemas.openxmlformats.org/package/2006/relationships", Namespace::Relationships},
      {"http://schemas.openxmlformats.org/package/2006/content-types", Namespace::ContentTypes},
      {"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
       Namespace::OfficeRelationships},
      {"http://purl.oclc.org/ooxml/officeDocument/relationships", Namespace::OfficeRelationships},
      {"http://schemas.openxmlformats.org/markup-compatibility/2006", Namespace::Compatibility},
      {kXmlUri, Namespace::Xml},
  };
  for (const Known& known : kKnown) {
    if (known.uri == uri) return known.space;
  }
  return uri.empty() ? Namespace::None : Namespace::Other;
}

/// A slot keeps its memory for the next declaration, but not what only a hostile file fills.
void release_long(std::string& text) {
  constexpr std::size_t kOrdinary = 128;
  if (text.capacity() > kOrdinary) std::string().swap(text);
}

}  // namespace

Namespaces::Namespaces() {
  bindings_.reserve(kLinear);
}

bool Namespaces::declare(std::string_view prefix, std::string_view uri) {
  if (prefix == "xmlns" || uri == kDeclarationUri) return false;
  if ((prefix == "xml") != (uri == kXmlUri)) return false;
  if (uri.empty() && !prefix.empty()) return false;
  if (count_ == bindings_.size()) bindings_.emplace_back();
  Binding& made = bindings_[count_];
  made.prefix.assign(prefix);
  made.uri.assign(uri);
  made.space = namespace_of(uri);
  made.before = 0;
  bytes_ += prefix.size() + uri.size();
  ++count_;
  if (count_ > kLinear) {
    std::size_t& last = index_[made.prefix];
    made.before = std::exchange(last, count_);
  }
  find_default();
  return true;
}

const Namespaces::Binding* Namespaces::binding(std::string_view prefix) const {
  std::size_t at = count_;
  if (at > kLinear) {
    const auto found = index_.find(std::string(prefix));
    if (found != index_.end()) return &bindings_[found->second - 1];
    at = kLinear;
  }
  while (at > 0) {
    if (bindings_[--at].prefix == prefix) return &bindings_[at];
  }
  return nullptr;
}

bool Namespaces::find(std::string_view prefix, BoundNamespace& bound) const {
  if (prefix == "xml") {
    bound = {Namespace::Xml, kXmlUri};
    return true;
  }
  const Binding* found = binding(prefix);
  if (found == nullptr) return false;
  bound = {found->space, found->uri};
  return true;
}

void Namespaces::find_default() {
  const Binding* found = binding("");
  default_ = found == nullptr ? BoundNamespace{} : BoundNamespace{found->space, found->uri};
}

void Namespaces::drop_to(std::size_t count) {
  if (count == count_) return;
  while (count_ > count) {
    Binding& gone = bindings_[--count_];
    bytes_ -= gone.prefix.size() + gone.uri.size();
    if (count_ < kLinear) {
      // found without the index
    } else if (gone.before == 0) {
      index_.erase(gone.prefix);
    } else {
      index_[gone.prefix] = gone.before;
    }
    release_long(gone.prefix);
    release_long(gone.uri);
  }
  if (count_ <= kLinear && bindings_.size() > kLinear) bindings_.resize(kLinear);
  find_default();
}

}  // namespace huizong::xlsx
