// The text of a shared string or of a cell, as Excel shows it.

#pragma once

#include <string>
#include <string_view>

#include "xlsx/limits.h"
#include "xlsx/xml/scanner.h"

namespace huizong::xlsx {

/// Appends text with _x000D_ and its like put back to characters ("_x005F_x000D_" is the literal
/// "_x000D_"). What is no character (a lone surrogate, NUL) stays as it is written.
void append_unescaped(std::string& out, std::string_view text);

/// Appends what a <t> holds: without the blanks at its ends unless it says xml:space="preserve",
/// and unescaped. Only the <t> itself is asked, as Excel is known to do; that a workbook would say
/// it further out was never seen.
void append_text(std::string& out, std::string_view stored, bool keep_blanks);

/// Gathers what stands inside <si> or <is>: plain and rich text; phonetic guides are left out.
class TextCollector {
 public:
  explicit TextCollector(const Limits& limits) : limits_(limits) {}
  /// Reads on to the end of the <si> or <is> the scanner has just begun.
  const std::string& collect(XmlScanner& xml);
  /// Whether that is all of it: no element stood between the characters of a <t>.
  bool whole() const { return whole_; }

 private:
  void read_text(XmlScanner& xml, bool keep_blanks);
  const Limits& limits_;
  std::string collected_;
  std::string raw_;  // of one <t>
  bool whole_ = true;
};

/// Throws Unreadable ("limit") for more than one cell may hold.
void check_text_size(std::size_t bytes, const Limits& limits);

}  // namespace huizong::xlsx
