// The text of a shared string or of a cell, as Excel shows it.

#pragma once

#include <string>
#include <string_view>

#include "xlsx/package/xml_stream.h"

namespace huizong::xlsx {

/// Appends text with _x000D_ and its like put back to characters ("_x005F_x000D_" is the literal
/// "_x000D_"). What is no character (a lone surrogate, NUL) stays as it is written.
void append_unescaped(std::string& out, std::string_view text);

/// Gathers what stands inside <si> or <is>: plain and rich text; phonetic guides are left out. Each
/// <t> loses the blanks at its ends unless it says xml:space="preserve".
class TextCollector {
 public:
  explicit TextCollector(const Limits& limits) : limits_(limits) {}
  void clear();
  bool start(const Element& element);  ///< as XmlHandler, for what is inside the <si> or <is>
  void end(std::string_view local);
  void text(std::string_view piece);
  const std::string& collected() const { return collected_; }

 private:
  const Limits& limits_;
  std::string collected_;
  std::string raw_;  // of the open <t>
  bool in_text_ = false;
  bool keep_blanks_ = false;
};

/// Throws Unreadable ("limit") for more than one cell may hold.
void check_text_size(std::size_t bytes, const Limits& limits);

}  // namespace huizong::xlsx
