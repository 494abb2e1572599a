// WRITE: 200,000 rows by 10, by our Writer or by libxlsxwriter called bare.
//
//   write huizong|bare ROWS OUT
//
// Both get the same texts and numbers, in the same looks; only the calls differ.

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "file_bytes.h"
#include "tally.h"
#include "xlsx/writer.h"

namespace {
using huizong::Decimal;

constexpr int kTexts = 4, kColumns = 10;
constexpr int kDistinct =
    20'000;  ///< values that recur: what is measured is writing, not making them

struct Values {
  std::vector<std::string> texts;
  std::vector<Decimal> amounts;
  std::vector<double> doubles;
  Values() {
    for (int n = 0; n < kDistinct; ++n) {
      texts.push_back(fmt::format("示例市第{:05}预算单位设备采购", n));
      amounts.push_back(*Decimal::parse(fmt::format("{}.{:02}", n * 37, n % 100)));
      doubles.push_back(amounts.back().to_double());
    }
  }
};

std::size_t pick(int row, int col) {
  return static_cast<std::size_t>(row * 13 + col * 101) % kDistinct;
}

void by_huizong(const Values& values, int rows, const char* file) {
  using namespace huizong::xlsx;
  Writer book({.title = "支出明细", .date = "2022-03-15"});
  const StyleId text = book.style({.border = true});
  const StyleId money =
      book.style({.horizontal = Horizontal::Right, .border = true, .number_format = "#,##0.00"});
  SheetWriter& sheet = book.add_sheet("支出明细");
  for (int row = 0; row < rows; ++row) {
    for (int col = 0; col < kTexts; ++col) {
      sheet.text({row, col}, values.texts[pick(row, col)], text);
    }
    for (int col = kTexts; col < kColumns; ++col) {
      sheet.number({row, col}, values.amounts[pick(row, col)], money);
    }
  }
  bench::write_bytes(file, book.package());
}

lxw_format* look(lxw_workbook* book) {
  lxw_format* format = workbook_add_format(book);
  format_set_font_name(format, "宋体");
  format_set_font_size(format, 10.5);
  format_set_border(format, LXW_BORDER_THIN);
  format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  return format;
}

void by_libxlsxwriter(const Values& values, int rows, const char* file) {
  lxw_workbook* book = workbook_new(file);
  lxw_format* text = look(book);
  lxw_format* money = look(book);
  format_set_align(money, LXW_ALIGN_RIGHT);
  format_set_num_format(money, "#,##0.00");
  lxw_worksheet* sheet = workbook_add_worksheet(book, "支出明细");
  for (int row = 0; row < rows; ++row) {
    const auto r = static_cast<lxw_row_t>(row);
    for (int col = 0; col < kTexts; ++col) {
      worksheet_write_string(sheet, r, static_cast<lxw_col_t>(col),
                             values.texts[pick(row, col)].c_str(), text);
    }
    for (int col = kTexts; col < kColumns; ++col) {
      worksheet_write_number(sheet, r, static_cast<lxw_col_t>(col), values.doubles[pick(row, col)],
                             money);
    }
  }
  if (workbook_close(book) != LXW_NO_ERROR) std::exit(1);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return std::fputs("write huizong|bare ROWS OUT\n", stderr), 2;
  const Values values;
  const bool bare = argv[1] == std::string_view("bare");
  (bare ? by_libxlsxwriter : by_huizong)(values, std::atoi(argv[2]), argv[3]);
  bench::Tally().print();
}
