#include "xlsx/fill/xml_tree.h"

#include <algorithm>
#include <pugixml.hpp>

#include "xlsx/unreadable.h"

namespace huizong::xlsx {
namespace {

constexpr unsigned kParse = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_wconv_attribute |
                            pugi::parse_eol | pugi::parse_comments | pugi::parse_pi |
                            pugi::parse_ws_pcdata;
constexpr std::string_view kDeclaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n";

class Appender final : public pugi::xml_writer {
 public:
  explicit Appender(std::string& out) : out_(out) {}
  /// A carriage return is in the tree only where the part spelt it (&#13;): written bare, every
  /// reader would take it for a line's end.
  void write(const void* data, std::size_t size) override {
    std::string_view text(static_cast<const char*>(data), size);
    for (auto at = text.find('\r'); at != std::string_view::npos; at = text.find('\r')) {
      out_.append(text.substr(0, at)).append("&#13;");
      text.remove_prefix(at + 1);
    }
    out_.append(text);
  }

 private:
  std::string& out_;
};

/// Whether that is the local name: the whole, or what stands behind a colon.
bool is_named(const pugi::xml_node& node, std::string_view name) {
  const std::string_view whole = node.name();
  return whole.ends_with(name) &&
         (whole.size() == name.size() || whole[whole.size() - name.size() - 1] == ':');
}

std::string prefixed(const pugi::xml_node& parent, std::string_view name) {
  const std::string_view whole = parent.name();
  const auto colon = whole.find(':');
  if (colon == std::string_view::npos) return std::string(name);
  return std::string(whole.substr(0, colon + 1)).append(name);
}

}  // namespace

void parse_tree(pugi::xml_document& document, std::string_view bytes, std::string_view part) {
  const auto result = document.load_buffer(bytes.data(), bytes.size(), kParse);
  if (!result || !document.document_element() ||
      bytes.find("<!DOCTYPE") != std::string_view::npos) {
    const std::string name = printable(part);
    refuse_damaged(say("内部部件 {} 不是完好的 XML", "its part {} is not well-formed", name));
  }
}

std::string print_tree(const pugi::xml_document& document) {
  std::string out(kDeclaration);
  Appender writer(out);
  document.save(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  return out;
}

std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child_named(const pugi::xml_node& parent, std::string_view name) {
  auto child = parent.first_child();
  while (child && !is_named(child, name)) child = child.next_sibling();
  return child;
}

std::vector<pugi::xml_node> children_named(const pugi::xml_node& parent, std::string_view name) {
  std::vector<pugi::xml_node> found;
  for (auto child = parent.first_child(); child; child = child.next_sibling()) {
    if (is_named(child, name)) found.push_back(child);
  }
  return found;
}

std::vector<pugi::xml_node> elements_below(const pugi::xml_node& top) {
  std::vector<pugi::xml_node> found;
  for (auto at = top.first_child(); at;) {
    if (at.type() == pugi::node_element) found.push_back(at);
    if (at.first_child()) {
      at = at.first_child();
      continue;
    }
    while (at && at != top && !at.next_sibling()) at = at.parent();
    if (!at || at == top) break;
    at = at.next_sibling();
  }
  return found;
}

pugi::xml_node add_child(pugi::xml_node parent, std::string_view name,
                         const std::vector<std::string_view>& order) {
  const std::string full = prefixed(parent, name);
  const auto own = std::find(order.begin(), order.end(), name);
  for (const auto child : parent.children()) {
    if (std::find(own, order.end(), local_name(child)) != order.end() &&
        local_name(child) != name) {
      return parent.insert_child_before(full.c_str(), child);
    }
  }
  return parent.append_child(full.c_str());
}

pugi::xml_node append_child(pugi::xml_node parent, std::string_view name) {
  return parent.append_child(prefixed(parent, name).c_str());
}

std::vector<pugi::xml_node> elements_named(const pugi::xml_node& top,
                                           std::initializer_list<std::string_view> names) {
  auto found = elements_below(top);
  std::erase_if(found, [&](const pugi::xml_node& node) {
    return std::find(names.begin(), names.end(), local_name(node)) == names.end();
  });
  return found;
}

void for_each_element(pugi::xml_node top, const std::function<void(pugi::xml_node)>& take) {
  take(top);
  for (const auto& node : elements_below(top)) take(node);
}

std::string_view attribute(const pugi::xml_node& node, const char* name) {
  return node.attribute(name).value();
}

void set_attribute(pugi::xml_node node, const char* name, std::string_view value) {
  auto found = node.attribute(name);
  if (!found) found = node.append_attribute(name);
  found.set_value(std::string(value).c_str());
}

}  // namespace huizong::xlsx
