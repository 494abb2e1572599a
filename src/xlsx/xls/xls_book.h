// A workbook in the Excel 97-2003 format (.xls, BIFF8), read in process into
// the same cells as an .xlsx.
//
// For what Excel, WPS, LibreOffice and web systems save as .xls. Nothing in the
// file is trusted; what cannot be read whole is refused whole, with one
// sentence. Formulas, charts, macros and notes are not looked at, and no .xls
// is ever written or filled.

#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "xlsx/limits.h"
#include "xlsx/unreadable.h"
#include "xlsx/workbook.h"

namespace huizong::xlsx {

class XlsBook {
 public:
  /// Takes the whole file, which begins with kCompoundMagic; throws Unreadable.
  explicit XlsBook(const std::string& bytes, const Limits& limits = {});
  ~XlsBook();
  XlsBook(XlsBook&&) noexcept;
  XlsBook& operator=(XlsBook&&) noexcept;

  const std::vector<SheetInfo>& sheets() const;  ///< worksheets only: charts, macros left out
  bool date1904() const;
  const std::vector<NumberFormat>& formats() const;  ///< by cell style
  /// As Reader::visit: every stored non-empty cell and every formula without a value, no place
  /// twice, the Cell used again. Throws Unreadable, possibly after some cells were visited. Returns
  /// the sheet's merged ranges, sorted.
  std::vector<CellRange> visit(std::size_t sheet,
                               const std::function<void(const Cell&)>& cell) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace huizong::xlsx
