// One sheet being laid out: passes cells on to the workbook and remembers the
// room each needs, so that at the end every column is as wide and every row as
// high as its text asks for.

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "xlsx/writer.h"

namespace huizong::report {

/// Of one sheet: Excel bears 65530, the rows' own included.
inline constexpr std::size_t kMostLinks = 60000;

struct Bounds {
  double min = 4;
  double max = 40;  ///< text that needs more is wrapped; numbers are never cut
};

class Sheet {
 public:
  /// The name is made legal and unlike those of the sheets before it, which `names` lists.
  Sheet(xlsx::Writer& book, std::string_view name, std::vector<std::string>& names);

  void text(CellRef cell, std::string_view text, const xlsx::Style& style);
  void number(CellRef cell, const Decimal& value, const xlsx::Style& style);
  void formula(CellRef cell, std::string_view formula, const Decimal& value,
               const xlsx::Style& style);
  void formula(CellRef cell, std::string_view formula, std::string_view value,
               const xlsx::Style& style);
  void blank(CellRef cell, const xlsx::Style& style);
  /// A text that leads to a cell of a sheet of the same workbook.
  void link(CellRef cell, std::string_view sheet, CellRef to, std::string_view text,
            const xlsx::Style& style);
  /// Never widens a column: the text is wrapped over the width the range has in the end.
  void merged(CellRange range, std::string_view text, const xlsx::Style& style);
  /// Framed headings side by side from a cell on; each may take two lines.
  void headings(CellRef first, const std::vector<std::string>& names);

  /// Before anything is written into the column.
  void bounds(int col, Bounds bounds) { bounds_[col] = bounds; }
  void min_height(int row, double points);
  /// Folded away at the right of the sheet: helper columns.
  void fold(int first_col, int last_col);

  xlsx::SheetWriter& writer() { return writer_; }
  /// Sets widths, heights and the page. The last thing done to a sheet. Where rows come to be added
  /// later no print area cuts them off.
  void finish(int first_print_col, int last_print_col, bool grows = false);

 private:
  struct Wrapped {
    CellRange range;
    std::string text;
    double font_size;
    int indent;
  };
  void measure(CellRef cell, std::string_view text, const xlsx::Style& style);
  void need(int col, double width);
  Bounds bounds_of(int col) const;
  double width(int col) const;

  xlsx::Writer& book_;
  xlsx::SheetWriter& writer_;
  std::map<int, Bounds> bounds_;
  std::map<int, double> text_need_;  // by column, in digits
  std::map<int, double> number_need_;
  std::map<int, double> heights_;  // by row, points
  std::vector<Wrapped> wrapped_;   // merged texts and headings: their room is known at the end
  int fold_first_ = 0, fold_last_ = -1;
  int last_row_ = 0;
};

/// The number as the format shows it: "1,234.50", "95.00%"; plain where the format is General.
std::string shown(const Decimal& value, const std::string& number_format);

}  // namespace huizong::report
