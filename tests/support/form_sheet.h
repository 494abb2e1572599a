// A blank form as it is drawn, cell by cell, and saved in the way of one program
// or another.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/cell_ref.h"

namespace huizong::testing {

/// How a program saves: ours (libxlsxwriter: shared strings, every cell stored), or one that writes
/// texts inside the sheet and stores no cell without content or style.
enum class Producer { SharedStrings, InlineStrings };

class FormSheet {
 public:
  void text(CellRange place, std::string text);
  void number(CellRef place, std::string number, std::string format);
  void formula(CellRef place, std::string formula, std::string value);
  void input(CellRange place, std::string format);  ///< to be filled in; "" is General

  /// One workbook with this sheet, behind one of explanations where `explained`.
  std::string workbook(Producer producer, bool explained) const;

 private:
  struct Content {
    CellRange place;
    enum class Kind { Text, Number, Formula, Input } kind;
    std::string text;    ///< text, number or formula
    std::string value;   ///< of the formula
    std::string format;  ///< number format
  };
  std::string ours(bool explained) const;
  std::string inline_strings(bool explained) const;
  std::string sheet_xml(const std::vector<std::string>& formats) const;
  std::vector<std::string> formats() const;

  std::map<CellRef, Content> cells_;
};

}  // namespace huizong::testing
