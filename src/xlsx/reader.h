// Reads .xlsx, .xlsm and .xls, streaming, and says exactly what else a file is.
//
// Which of them it is, its bytes tell and never its name. Nothing in the file is trusted: sizes, counts, dimension, spans, part names.
// A file that cannot be read whole is refused whole, with one sentence: a
// figure is never guessed and a sheet never silently empty.

#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "xlsx/limits.h"
#include "xlsx/unreadable.h"
#include "xlsx/workbook.h"

namespace huizong::xlsx {

class Package;

/// One open workbook, for what is too big to hold: visits a sheet's cells as they stream by.
class Reader {
 public:
  explicit Reader(const std::filesystem::path& path,
                  const Limits& limits = {});  ///< throws Unreadable
  explicit Reader(Package package);            ///< throws Unreadable
  static Reader of_bytes(std::string file, const Limits& limits = {});  ///< throws Unreadable
  ~Reader();
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  const std::vector<SheetInfo>& sheets() const;  ///< worksheets only: chart sheets hold no cells
  bool date1904() const;
  const std::vector<NumberFormat>& formats() const;
  /// Every stored non-empty cell, and every formula without a value, in the order of the file; no
  /// place comes twice. The Cell is used again for the next one. Throws Unreadable, possibly after
  /// some cells were visited; what the visitor throws comes out. Returns the sheet's merged ranges,
  /// sorted.
  std::vector<CellRange> visit(std::size_t sheet, const std::function<void(const Cell&)>& cell);
  /// What no sheet needed (pictures, charts, properties) must be whole too, and without a DOCTYPE.
  /// Comes by itself when every sheet was visited; who stops before may ask for it. Throws
  /// Unreadable.
  void check_rest();

 private:
  struct Impl;
  explicit Reader(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// The whole workbook in memory, cells in reading order; throws Unreadable.
Workbook read_workbook(const std::filesystem::path& path, const Limits& limits = {});
Workbook read_workbook(Package package);
/// The same for the bytes of a file.
Workbook parse_workbook(std::string file, const Limits& limits = {});

}  // namespace huizong::xlsx
