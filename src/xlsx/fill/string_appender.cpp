#include "xlsx/fill/string_appender.h"

#include <fmt/format.h>

#include <pugixml.hpp>

#include "base/message.h"
#include "base/text.h"
#include "xlsx/fill/office_names.h"
#include "xlsx/fill/xml_tree.h"
#include "xlsx/unreadable.h"
#include "xlsx/written_text.h"

namespace huizong::xlsx {
namespace {

constexpr std::string_view kEmpty =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"
    "<sst xmlns=\"{}\" uniqueCount=\"0\"></sst>";

std::string xml_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else {
      out += c;
    }
  }
  return out;
}

/// XML readers may drop blanks at the ends of a text that does not forbid it.
bool has_edge_blanks(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\n";
  return kBlanks.find(text.front()) != std::string_view::npos ||
         kBlanks.find(text.back()) != std::string_view::npos ||
         text.find('\n') != std::string_view::npos;
}

/// The root's start tag again, without `count` (which nobody needs) and with the right number of
/// texts.
std::string start_tag(const pugi::xml_node& root, std::size_t unique) {
  pugi::xml_document document;
  auto copy = document.append_child(root.name());
  for (const auto a : root.attributes()) {
    const std::string_view name = a.name();
    if (name != "count" && name != "uniqueCount")
      copy.append_attribute(a.name()).set_value(a.value());
  }
  copy.append_attribute("uniqueCount").set_value(std::to_string(unique).c_str());
  const std::string whole = print_tree(document);
  const auto from = whole.rfind('<');
  return whole.substr(from, whole.rfind("/>") - from) + ">";
}

}  // namespace

std::string stored_text(std::string_view text) {
  if (!is_utf8(text)) {
    throw Error({"要填写的文字不是有效的 UTF-8，请检查来源文件。",
                 "A text to be filled in is not valid UTF-8; check where it comes from."});
  }
  if (utf16_units(text) > kMaxTextUnits) {
    throw Error(
        say("要填写的文字有 {} 个字，超过一个单元格最多能放的 32767 个；请缩短。",
            "A text of {} characters is more than the 32767 that a cell can hold; shorten it.",
            char_count(text)));
  }
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    if (c < 0x20 && c != '\t' && c != '\n') {
      out += fmt::format("_x{:04X}_", c);
    } else if (text.substr(i, 3) == "\xEF\xBF\xBE" || text.substr(i, 3) == "\xEF\xBF\xBF") {
      out += text[i + 2] == '\xBE' ? "_xFFFE_" : "_xFFFF_";
      i += 2;
    } else {
      if (c == '_' && is_escape(text.substr(i))) out += "_x005F";
      out += text[i];
    }
  }
  return out;
}

StringAppender::StringAppender(std::string bytes)
    : bytes_(std::move(bytes)), stored_tree_(std::make_unique<pugi::xml_document>()) {
  parse_tree(*stored_tree_, bytes_, "sharedStrings.xml");
  const auto root = stored_tree_->document_element();
  for (const auto child : root.children()) stored_ += local_name(child) == "si" ? 1 : 0;
  const std::string_view name = root.name();
  prefix_ = name.substr(0, name.size() - local_name(root).size());
}

std::string StringAppender::no_texts(bool strict) {
  return fmt::format(kEmpty, main_space(strict));
}

StringAppender::~StringAppender() = default;
StringAppender::StringAppender(StringAppender&&) noexcept = default;

std::size_t StringAppender::add(std::string_view text) {
  const auto [at, fresh] = index_.emplace(std::string(text), stored_ + added_.size());
  if (fresh) added_.push_back(stored_text(text));
  return at->second;
}

std::string StringAppender::bytes() const {
  if (!changed()) return bytes_;
  const auto root = stored_tree_->document_element();
  const std::string name = prefix_ + "sst";
  std::string out = bytes_;
  auto open = out.find("<" + name);
  const auto close = out.rfind("</" + name);
  if (open == std::string::npos || (close == std::string::npos && root.first_child())) {
    // Not UTF-8 text; print_tree makes it so.
    out = print_tree(*stored_tree_);
    open = out.find("<" + name);
  }
  std::string items;
  for (const auto& text : added_) {
    items += "<" + prefix_ + "si><" + prefix_ + "t" +
             (has_edge_blanks(text) ? " xml:space=\"preserve\">" : ">") + xml_text(text) + "</" +
             prefix_ + "t></" + prefix_ + "si>";
  }
  const std::string head = out.substr(0, open) + start_tag(root, stored_ + added_.size());
  const auto end = out.rfind("</" + name);
  if (end == std::string::npos) return head + items + "</" + name + ">";  // it was <sst/>
  const auto body = out.find('>', open) + 1;
  return head + out.substr(body, end - body) + items + out.substr(end);
}

}  // namespace huizong::xlsx
