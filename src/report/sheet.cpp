#include "report/sheet.h"

#include <algorithm>

#include "report/looks.h"
#include "report/wrap.h"
#include "xlsx/sheet_name.h"

namespace huizong::report {
namespace {

constexpr double kBodySize = 10.5;  // the size at which a Han sign is two digits wide
constexpr double kMaxHeading = 8;   // a longer heading takes another line
constexpr double kPadding = 1;      // digits; printed pages are narrow

xlsx::SheetWriter& new_sheet(xlsx::Writer& book, std::string_view wanted,
                             std::vector<std::string>& names) {
  names.push_back(xlsx::sheet_name(wanted, names));
  return book.add_sheet(names.back());
}

}  // namespace

Sheet::Sheet(xlsx::Writer& book, std::string_view name, std::vector<std::string>& names)
    : book_(book), writer_(new_sheet(book, name, names)) {}

void Sheet::text(CellRef cell, std::string_view text, const xlsx::Style& style) {
  writer_.text(cell, text, book_.style(style));
  measure(cell, text, style);
}

void Sheet::number(CellRef cell, const Decimal& value, const xlsx::Style& style) {
  writer_.number(cell, value, book_.style(style));
  need(cell.col,
       static_cast<double>(shown(value, style.number_format).size()) * (style.bold ? 1.1 : 1.0));
  last_row_ = std::max(last_row_, cell.row);
}

void Sheet::formula(CellRef cell, std::string_view formula, const Decimal& value,
                    const xlsx::Style& style) {
  writer_.formula(cell, formula, value, book_.style(style));
  need(cell.col,
       static_cast<double>(shown(value, style.number_format).size()) * (style.bold ? 1.1 : 1.0));
  last_row_ = std::max(last_row_, cell.row);
}

void Sheet::formula(CellRef cell, std::string_view formula, std::string_view value,
                    const xlsx::Style& style) {
  writer_.formula(cell, formula, value, book_.style(style));
  measure(cell, value, style);
}

void Sheet::blank(CellRef cell, const xlsx::Style& style) {
  writer_.blank(cell, book_.style(style));
  last_row_ = std::max(last_row_, cell.row);
}

void Sheet::link(CellRef cell, std::string_view sheet, CellRef to, std::string_view text,
                 const xlsx::Style& style) {
  writer_.link(cell, sheet, to, text, book_.style(style));
  measure(cell, text, style);
}

void Sheet::merged(CellRange range, std::string_view text, const xlsx::Style& style) {
  writer_.merged(range, text, book_.style(style));
  wrapped_.push_back({range, std::string(text), style.size, style.indent});
  last_row_ = std::max(last_row_, range.last.row);
}

void Sheet::headings(CellRef first, const std::vector<std::string>& names) {
  const xlsx::StyleId id = book_.style(looks::heading());
  for (const std::string& name : names) {
    writer_.text(first, name, id);
    wrapped_.push_back({{first, first}, name, looks::heading().size, 0});
    double& widest = text_need_[first.col];
    widest = std::max(widest, std::min(widest_line(name), kMaxHeading));
    last_row_ = std::max(last_row_, first.row);
    ++first.col;
  }
}

/// A text of one cell is wrapped over the most its column may have, which it has then.
void Sheet::measure(CellRef cell, std::string_view text, const xlsx::Style& style) {
  last_row_ = std::max(last_row_, cell.row);
  if (text.empty()) return;
  const double room = widest_line(text) * style.size / kBodySize + 2 * style.indent;
  double& widest = text_need_[cell.col];
  widest = std::max(widest, room);
  const double most = bounds_of(cell.col).max;
  if (room + kPadding <= most && text.find('\n') == std::string_view::npos) return;
  const int lines = lines_in(text, most * kBodySize / style.size - 2 * style.indent);
  min_height(cell.row, height_of(lines, style.size));
}

void Sheet::need(int col, double width) {
  double& widest = number_need_[col];
  widest = std::max(widest, width);
}

void Sheet::min_height(int row, double points) {
  double& height = heights_[row];
  height = std::max(height, points);
}

void Sheet::fold(int first_col, int last_col) {
  fold_first_ = first_col;
  fold_last_ = last_col;
}

Bounds Sheet::bounds_of(int col) const {
  const auto it = bounds_.find(col);
  return it == bounds_.end() ? Bounds{} : it->second;
}

double Sheet::width(int col) const {
  const auto room = [col](const std::map<int, double>& needs) {
    const auto it = needs.find(col);
    return it == needs.end() ? 0.0 : it->second;
  };
  const Bounds bounds = bounds_of(col);
  const double for_text = std::clamp(room(text_need_) + kPadding, bounds.min, bounds.max);
  return std::min(255.0,
                  std::max(for_text, room(number_need_) + kPadding));  // 255: all a column can have
}

void Sheet::finish(int first_print_col, int last_print_col, bool grows) {
  const int last_bounded = bounds_.empty() ? 0 : bounds_.rbegin()->first;
  for (int col = 0; col <= std::max({last_print_col, fold_last_, last_bounded}); ++col) {
    const bool folded = col >= fold_first_ && col <= fold_last_;
    writer_.columns(col, col, {.width = width(col), .outline = folded ? 1 : 0, .hidden = folded});
  }
  if (fold_last_ >= fold_first_)
    writer_.columns(fold_last_ + 1, fold_last_ + 1, {.collapsed = true});

  for (const Wrapped& w : wrapped_) {
    double room = 0;
    for (int col = w.range.first.col; col <= w.range.last.col; ++col) room += width(col);
    const int lines = lines_in(w.text, room * kBodySize / w.font_size - 2 * w.indent);
    const int rows = w.range.last.row - w.range.first.row + 1;
    for (int row = w.range.first.row; row <= w.range.last.row; ++row) {
      min_height(row, height_of(lines, w.font_size) / rows);
    }
  }
  for (int row = 0; row <= last_row_; ++row) {
    const auto it = heights_.find(row);
    writer_.row_height(row,
                       std::max(height_of(1, kBodySize), it == heights_.end() ? 0.0 : it->second));
  }
  if (!grows) writer_.print_area({{0, first_print_col}, {last_row_, last_print_col}});
  writer_.page();
}

std::string shown(const Decimal& value, const std::string& format) {
  const std::string positive = format.substr(0, format.find(';'));
  if (positive.empty() || positive == "General") return value.to_string();
  const std::size_t point = positive.find('.');
  int decimals = 0;
  if (point != std::string::npos) {
    const std::size_t end = positive.find_first_not_of("0#", point + 1);
    decimals = static_cast<int>((end == std::string::npos ? positive.size() : end) - point) - 1;
  }
  const bool percent = positive.find('%') != std::string::npos;
  const Decimal scaled = percent ? value * Decimal(100) : value;
  const std::string digits =
      positive.find(',') != std::string::npos ? scaled.grouped(decimals) : scaled.fixed(decimals);
  return digits + (percent ? "%" : "");
}

}  // namespace huizong::report
