// Makes a workbook of our own: summary, findings, slips. The one place that
// knows libxlsxwriter.
//
//   Writer book({.title = "2021年度汇总表", .date = "2022-03-15"});
//   const StyleId money = book.style({.number_format = "#,##0.00"});
//   SheetWriter& sheet = book.add_sheet("汇总");
//   sheet.number({4, 5}, amount, money);
//   sheet.formula({9, 5}, "SUM(F5:F9)", total, money);
//   const std::string bytes = book.package();
//
// Text is always text: a code keeps its zeros, "=1+1" is no formula. A formula
// is never written without its value. The same calls give the same bytes,
// whatever the clock, the time zone and the folder.

#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/cell_ref.h"
#include "base/decimal.h"
#include "xlsx/chart.h"

namespace huizong::xlsx {

enum class Horizontal { General, Left, Center, Right };

inline constexpr int kMaxLinks = 65530;  ///< of one sheet; Excel's

/// How a cell looks. Text is centred between top and bottom.
struct Style {
  std::string font = "宋体";
  double size = 10.5;  ///< points; 10.5 is 五号
  bool bold = false;
  Horizontal horizontal = Horizontal::General;
  int indent = 0;
  bool wrap = false;
  bool border = false;             ///< thin lines on all four sides
  std::string number_format = {};  ///< "" is General
  std::uint32_t color = 0;         ///< 0xRRGGBB of the text
  std::uint32_t fill = 0xFFFFFF;   ///< 0xRRGGBB; white is no fill
  auto operator<=>(const Style&) const = default;
};

/// A style of one Writer.
enum class StyleId : std::size_t {};

/// Columns that stand side by side and look alike.
struct ColumnLook {
  double width = 8.43;     ///< in digits of the default font
  int outline = 0;         ///< grouped at this level
  bool hidden = false;     ///< folded away: the + above the next column opens it
  bool collapsed = false;  ///< the column after a folded group
};

class SheetWriter {
 public:
  ~SheetWriter();
  // All throw Error when the workbook cannot hold what is asked for.
  void text(CellRef cell, std::string_view text, StyleId style);
  void number(CellRef cell, const Decimal& value, StyleId style);
  /// Without "="; the value is what the formula gives when it is recalculated.
  void formula(CellRef cell, std::string_view formula, const Decimal& value, StyleId style);
  void formula(CellRef cell, std::string_view formula, std::string_view value, StyleId style);
  void blank(CellRef cell, StyleId style);
  /// A text that leads to a cell of a sheet of the same workbook.
  void link(CellRef cell, std::string_view sheet, CellRef to, std::string_view text, StyleId style);
  /// One text over the range, every cell of it in the style. A range of one cell is written
  /// plainly.
  void merged(CellRange range, std::string_view text, StyleId style);

  /// The cell leads to a cell of a workbook beside this one; what it shows is written after it.
  /// `path` is relative to the folder this workbook goes to, with /. At most kMaxLinks a sheet.
  void link_to_file(CellRef cell, std::string_view path, std::string_view sheet, CellRef to);
  void comment(CellRef cell, std::string_view text);
  /// Its upper left corner stands in the cell.
  void chart(CellRef at, const Chart& chart);

  void columns(int first, int last, const ColumnLook& look);
  void row_height(int row, double points);  ///< at most 409, which is all a row can have

  void freeze(CellRef first_scrolling);   ///< rows above and columns left of it stay
  void autofilter(CellRange range);       ///< heading row included
  void repeat_rows(int first, int last);  ///< 顶端标题行, on every printed page
  /// A bar behind each number, as long as it is large: empty at 0, full at `full`.
  void data_bars(CellRange range, double full);
  /// Fills the cells of the range that show exactly this text.
  void colour_text(CellRange range, std::string_view text, std::uint32_t fill);
  /// Cells cannot be typed into by mistake; no password, and filtering, sorting and widening go on
  /// working.
  void protect();
  /// A new page begins with each of these rows, rising.
  void page_breaks(const std::vector<int>& rows);
  void print_area(CellRange range);
  /// A4, sideways unless told, one page wide, centred, 第 x 页 共 y 页 at the foot.
  void page(bool landscape = true);
  void one_page();  ///< after page(): all of it on one page, smaller where it must be

 private:
  friend class Writer;
  struct Impl;
  explicit SheetWriter(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// What the workbook says of itself.
struct BookProperties {
  std::string title;
  std::string date;  ///< "2022-03-15"; anything else counts as 1980-01-01
};

class Writer {
 public:
  explicit Writer(const BookProperties&
                      properties);  ///< throws Error when there is no room for a temporary file
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  StyleId style(const Style& style);  ///< the same style gives the same id
  /// Stays valid as long as the Writer. The name must be legal and new: sheet_name.h makes it so.
  SheetWriter& add_sheet(std::string_view name);

  std::string package();  ///< the finished .xlsx; nothing can be written after it

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace huizong::xlsx
