#include "xlsx/writer.h"

#include <locale.h>
#include <stdlib.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <map>
#include <vector>

#include "base/file.h"
#include "base/message.h"
#include "xlsx/writer_chart.h"
#include "xlsx/writer_finish.h"
#include "xlsx/writer_formats.h"
#include "xlsx/written_text.h"

namespace huizong::xlsx {
namespace fs = std::filesystem;
namespace {

constexpr int kMaxFormula = 8192;     // Excel: characters of one formula
constexpr double kMaxHeight = 409.5;  // points
constexpr std::uint8_t kPaperA4 = 9;
constexpr lxw_color_t kBars = 0x9DC3E6;
constexpr const char* kFooter = "&C&\"宋体,常规\"&10第 &P 页 共 &N 页";

lxw_row_t row_of(CellRef cell) {
  return static_cast<lxw_row_t>(cell.row);
}
lxw_col_t col_of(CellRef cell) {
  return static_cast<lxw_col_t>(cell.col);
}

/// A folder nobody else can read, gone with the Writer: libxlsxwriter writes to a file name only.
class PrivateFolder {
 public:
  PrivateFolder() {
    std::error_code error;
    std::string name = (fs::temp_directory_path(error) / "huizong-XXXXXX").string();
    if (error || !::mkdtemp(name.data())) {
      throw Error(Message{
          "没有可用的临时文件夹，写不出工作簿；请检查 TMPDIR "
          "指向的位置是否存在、有没有写权限和空间。",
          "There is no temporary folder to write the workbook in; check that TMPDIR names a folder "
          "that exists, is writable and has room."});
    }
    path_ = name;
  }
  ~PrivateFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

/// While it lives, numbers are written with a point whatever the program's locale: libxlsxwriter
/// uses printf.
class PlainNumbers {
 public:
  PlainNumbers() : plain_(::newlocale(LC_ALL_MASK, "C", nullptr)), before_(::uselocale(plain_)) {}
  ~PlainNumbers() {
    ::uselocale(before_);
    ::freelocale(plain_);
  }
  PlainNumbers(const PlainNumbers&) = delete;
  PlainNumbers& operator=(const PlainNumbers&) = delete;

 private:
  locale_t plain_;
  locale_t before_;
};

/// Seconds since 1970 of that day, 00:00 UTC. libxlsxwriter takes 0 for "now", so nothing before
/// 1980 is passed on.
time_t created_at(const std::string& date) {
  using namespace std::chrono;
  const sys_days fallback = year{1980} / January / 1;
  int y = 0, m = 0, d = 0;
  sys_days day = fallback;
  if (std::sscanf(date.c_str(), "%4d-%2d-%2d", &y, &m, &d) == 3) {
    const year_month_day ymd{year{y}, month{static_cast<unsigned>(m)},
                             std::chrono::day{static_cast<unsigned>(d)}};
    if (ymd.ok()) day = std::max(fallback, sys_days{ymd});
  }
  return static_cast<time_t>(duration_cast<seconds>(day.time_since_epoch()).count());
}

/// 'sheet'!A1
std::string place_on(std::string_view sheet, CellRef cell) {
  return quoted_sheet(sheet) + "!" + to_string(cell);
}

/// As a link spells it. The library does the rest, but takes # for the end of the file's name and
/// what looks like %41 for written so already.
std::string url_path(std::string_view path) {
  std::string url;
  for (const char c : path) {
    constexpr std::string_view kSigns = "%#?:\\";
    const bool sign = kSigns.find(c) != std::string_view::npos;
    url += sign ? fmt::format("%{:02X}", static_cast<unsigned>(c)) : std::string(1, c);
  }
  return url;
}

}  // namespace

// -- one sheet

struct SheetWriter::Impl {
  lxw_worksheet* sheet;
  std::string name;
  lxw_workbook* book;
  WriterFormats& formats;
  bool links_to_files = false;

  lxw_format* format(StyleId style) const { return formats.plain(style); }
  lxw_format* format_for(std::string_view text, StyleId style) const {
    return may_be_typed_as_formula(text) ? formats.quoted(style, book) : formats.plain(style);
  }

  void check(lxw_error result, const std::string& where) const {
    if (result == LXW_NO_ERROR) return;
    throw Error(
        say("工作表“{}”的 {} 写不进工作簿（{}）；请把这条提示连同任务文件夹交给维护人员。",
            "{1} of sheet \"{0}\" cannot be written ({2}); please report this with the job folder.",
            name, where, std::string(lxw_strerror(result))));
  }
  void check(lxw_error result, CellRef cell) const {
    if (result != LXW_NO_ERROR) check(result, to_string(cell));
  }
  std::string checked_formula(CellRef cell, std::string_view formula) const {
    if (utf16_units(formula) > kMaxFormula) check(LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED, cell);
    return std::string(formula);
  }
};

SheetWriter::SheetWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
SheetWriter::~SheetWriter() = default;

void SheetWriter::text(CellRef cell, std::string_view text, StyleId style) {
  const std::string fit = written_text(text);
  impl_->check(worksheet_write_string(impl_->sheet, row_of(cell), col_of(cell), fit.c_str(),
                                      impl_->format_for(fit, style)),
               cell);
}

void SheetWriter::number(CellRef cell, const Decimal& value, StyleId style) {
  const double stored = value.to_double();
  if (!std::isfinite(stored))
    return text(cell, value.to_string(), style);  // more than a workbook's numbers reach
  impl_->check(worksheet_write_number(impl_->sheet, row_of(cell), col_of(cell), stored,
                                      impl_->format(style)),
               cell);
}

void SheetWriter::formula(CellRef cell, std::string_view formula, const Decimal& value,
                          StyleId style) {
  const double stored = value.to_double();
  if (!std::isfinite(stored)) return text(cell, value.to_string(), style);
  impl_->check(worksheet_write_formula_num(impl_->sheet, row_of(cell), col_of(cell),
                                           impl_->checked_formula(cell, formula).c_str(),
                                           impl_->format(style), stored),
               cell);
}

void SheetWriter::formula(CellRef cell, std::string_view formula, std::string_view value,
                          StyleId style) {
  impl_->check(worksheet_write_formula_str(impl_->sheet, row_of(cell), col_of(cell),
                                           impl_->checked_formula(cell, formula).c_str(),
                                           impl_->format(style), written_text(value).c_str()),
               cell);
}

void SheetWriter::blank(CellRef cell, StyleId style) {
  impl_->check(
      worksheet_write_blank(impl_->sheet, row_of(cell), col_of(cell), impl_->format(style)), cell);
}

void SheetWriter::link(CellRef cell, std::string_view sheet, CellRef to, std::string_view text,
                       StyleId style) {
  const std::string target = "internal:" + place_on(sheet, to);
  impl_->check(worksheet_write_url_opt(impl_->sheet, row_of(cell), col_of(cell), target.c_str(),
                                       impl_->format(style), written_text(text).c_str(), nullptr),
               cell);
}

void SheetWriter::link_to_file(CellRef cell, std::string_view path, std::string_view sheet,
                               CellRef to) {
  const auto target = "external:" + url_path(path) + "#" + place_on(sheet, to);
  impl_->check(
      worksheet_write_url(impl_->sheet, row_of(cell), col_of(cell), target.c_str(), nullptr), cell);
  impl_->links_to_files = true;
}

void SheetWriter::comment(CellRef cell, std::string_view text) {
  impl_->check(
      worksheet_write_comment(impl_->sheet, row_of(cell), col_of(cell), written_text(text).c_str()),
      cell);
}

void SheetWriter::chart(CellRef at, const Chart& chart) {
  impl_->check(static_cast<lxw_error>(insert_chart(impl_->book, impl_->sheet, at, chart)), at);
}

void SheetWriter::merged(CellRange range, std::string_view text, StyleId style) {
  if (range.first == range.last) return this->text(range.first, text, style);
  const std::string fit = written_text(text);
  impl_->check(worksheet_merge_range(impl_->sheet, row_of(range.first), col_of(range.first),
                                     row_of(range.last), col_of(range.last), fit.c_str(),
                                     impl_->format_for(fit, style)),
               to_string(range));
}

void SheetWriter::columns(int first, int last, const ColumnLook& look) {
  lxw_row_col_options options{};
  options.hidden = look.hidden;
  options.level = static_cast<std::uint8_t>(look.outline);
  options.collapsed = look.collapsed;
  impl_->check(
      worksheet_set_column_opt(impl_->sheet, static_cast<lxw_col_t>(first),
                               static_cast<lxw_col_t>(last), look.width, nullptr, &options),
      column_name(first));
}

void SheetWriter::row_height(int row, double points) {
  impl_->check(worksheet_set_row(impl_->sheet, static_cast<lxw_row_t>(row),
                                 std::min(points, kMaxHeight), nullptr),
               CellRef{row, 0});
}

void SheetWriter::freeze(CellRef first_scrolling) {
  worksheet_freeze_panes(impl_->sheet, row_of(first_scrolling), col_of(first_scrolling));
}

void SheetWriter::autofilter(CellRange range) {
  impl_->check(worksheet_autofilter(impl_->sheet, row_of(range.first), col_of(range.first),
                                    row_of(range.last), col_of(range.last)),
               to_string(range));
}

void SheetWriter::data_bars(CellRange range, double full) {
  lxw_conditional_format bars{};
  bars.type = LXW_CONDITIONAL_DATA_BAR;
  bars.min_rule_type = bars.max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
  bars.min_value = 0;
  bars.max_value = full;
  bars.bar_color = kBars;
  impl_->check(
      worksheet_conditional_format_range(impl_->sheet, row_of(range.first), col_of(range.first),
                                         row_of(range.last), col_of(range.last), &bars),
      to_string(range));
}

void SheetWriter::colour_text(CellRange range, std::string_view text, std::uint32_t fill) {
  lxw_format* look = workbook_add_format(impl_->book);
  format_set_bg_color(look, fill);
  std::string wanted = "\"";
  for (const char c : text) wanted += c == '"' ? "\"\"" : std::string(1, c);
  wanted += '"';
  lxw_conditional_format rule{};
  rule.type = LXW_CONDITIONAL_TYPE_CELL;
  rule.criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO;
  rule.value_string = wanted.data();
  rule.format = look;
  impl_->check(
      worksheet_conditional_format_range(impl_->sheet, row_of(range.first), col_of(range.first),
                                         row_of(range.last), col_of(range.last), &rule),
      to_string(range));
}

void SheetWriter::protect() {
  lxw_protection allowed{};
  allowed.format_cells = allowed.format_columns = allowed.format_rows = 1;
  allowed.sort = allowed.autofilter = 1;
  worksheet_protect(impl_->sheet, nullptr, &allowed);
}

void SheetWriter::repeat_rows(int first, int last) {
  impl_->check(worksheet_repeat_rows(impl_->sheet, static_cast<lxw_row_t>(first),
                                     static_cast<lxw_row_t>(last)),
               CellRef{first, 0});
}

void SheetWriter::page_breaks(const std::vector<int>& rows) {
  std::vector<lxw_row_t> breaks(rows.begin(), rows.end());
  breaks.push_back(0);  // ends the list
  impl_->check(worksheet_set_h_pagebreaks(impl_->sheet, breaks.data()), "分页");
}

void SheetWriter::print_area(CellRange range) {
  impl_->check(worksheet_print_area(impl_->sheet, row_of(range.first), col_of(range.first),
                                    row_of(range.last), col_of(range.last)),
               to_string(range));
}

void SheetWriter::page(bool landscape) {
  worksheet_set_paper(impl_->sheet, kPaperA4);
  if (landscape) worksheet_set_landscape(impl_->sheet);
  worksheet_fit_to_pages(impl_->sheet, 1, 0);
  worksheet_set_margins(impl_->sheet, 0.5, 0.5, 0.6, 0.7);  // inches
  worksheet_center_horizontally(impl_->sheet);
  impl_->check(worksheet_set_footer(impl_->sheet, kFooter), "页脚");
}

void SheetWriter::one_page() {
  worksheet_fit_to_pages(impl_->sheet, 1, 1);
}

// -- the workbook

struct Writer::Impl {
  PrivateFolder folder;
  std::string file;
  lxw_workbook* book = nullptr;
  WriterFormats formats;
  std::vector<std::unique_ptr<SheetWriter>> sheets;

  ~Impl() {
    if (book) lxw_workbook_free(book);
  }
};

Writer::Writer(const BookProperties& properties) : impl_(std::make_unique<Impl>()) {
  std::string folder = impl_->folder.path().string();
  impl_->file = (impl_->folder.path() / "out.xlsx").string();
  lxw_workbook_options options{};
  options.tmpdir = folder.data();  // copied by libxlsxwriter
  impl_->book = workbook_new_opt(impl_->file.c_str(), &options);
  std::string title = written_text(first_utf16_units(properties.title, 255));
  lxw_doc_properties about{};
  about.title = title.data();
  about.created = created_at(properties.date);
  if (!impl_->book || workbook_set_properties(impl_->book, &about) != LXW_NO_ERROR) {
    throw Error(Message{
        "内存不足，建不了工作簿；请关闭其他程序后重试。",
        "There is not enough memory for the workbook; close other programs and try again."});
  }
}
Writer::~Writer() = default;

StyleId Writer::style(const Style& style) {
  return impl_->formats.id(style, impl_->book);
}

SheetWriter& Writer::add_sheet(std::string_view name) {
  const std::string wanted(name);
  lxw_worksheet* sheet = workbook_add_worksheet(impl_->book, wanted.c_str());
  if (!sheet) {
    throw Error(say(
        "工作表不能取名“{}”：Excel 不允许，或者已有同名的工作表。",
        "A sheet cannot be named \"{}\": Excel does not allow it, or there is one of that name.",
        wanted));
  }
  auto impl = std::make_unique<SheetWriter::Impl>(
      SheetWriter::Impl{sheet, wanted, impl_->book, impl_->formats});
  impl_->sheets.emplace_back(new SheetWriter(std::move(impl)));
  return *impl_->sheets.back();
}

std::string Writer::package() {
  const PlainNumbers plain;
  lxw_workbook* book = impl_->book;
  impl_->book = nullptr;  // workbook_close frees it, also when it fails
  const lxw_error result = workbook_close(book);
  if (result != LXW_NO_ERROR) {
    throw Error(say("工作簿写不进临时文件夹 {}（{}）；请检查磁盘空间和权限后重试。",
                    "The workbook cannot be written to the temporary folder {} ({}); check disk "
                    "space and permissions, "
                    "then try again.",
                    impl_->folder.path().string(), std::string(lxw_strerror(result))));
  }
  const bool links = std::any_of(impl_->sheets.begin(), impl_->sheets.end(),
                                 [](const auto& sheet) { return sheet->impl_->links_to_files; });
  return finished(read_file(impl_->file),
                  {.quotes = impl_->formats.any_quoted(), .file_links = links});
}

}  // namespace huizong::xlsx
