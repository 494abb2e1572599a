#include "xlsx/writer_formats.h"

#include <xlsxwriter.h>

#include "xlsx/writer_finish.h"

namespace huizong::xlsx {
namespace {

lxw_format* add_format(lxw_workbook* book, const Style& style) {
  lxw_format* format = workbook_add_format(book);
  format_set_font_name(format, style.font.c_str());
  format_set_font_size(format, style.size);
  if (style.bold) format_set_bold(format);
  if (style.color != 0) format_set_font_color(format, style.color);
  if (style.fill != 0xFFFFFF) format_set_bg_color(format, style.fill);
  if (style.border) format_set_border(format, LXW_BORDER_THIN);
  if (style.wrap) format_set_text_wrap(format);
  if (style.indent > 0) format_set_indent(format, static_cast<std::uint8_t>(style.indent));
  if (!style.number_format.empty()) format_set_num_format(format, style.number_format.c_str());
  switch (style.horizontal) {
    case Horizontal::General:
      break;
    case Horizontal::Left:
      format_set_align(format, LXW_ALIGN_LEFT);
      break;
    case Horizontal::Center:
      format_set_align(format, LXW_ALIGN_CENTER);
      break;
    case Horizontal::Right:
      format_set_align(format, LXW_ALIGN_RIGHT);
      break;
  }
  format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  return format;
}

}  // namespace

StyleId WriterFormats::id(const Style& style, lxw_workbook* book) {
  if (const auto known = ids_.find(style); known != ids_.end()) return known->second;
  const StyleId id{formats_.size()};
  formats_.push_back(add_format(book, style));
  styles_.push_back(style);
  ids_.emplace(style, id);
  return id;
}

lxw_format* WriterFormats::quoted(StyleId style, lxw_workbook* book) {
  auto& format = quoted_[style];
  if (!format) {
    format = add_format(book, styles_.at(static_cast<std::size_t>(style)));
    format_set_reading_order(format, kQuoteMark);
  }
  return format;
}

}  // namespace huizong::xlsx
