// FILL: the official form's bytes to a filled form's bytes, in memory, once a unit.
//
//   fill TEMPLATE COUNT OUT         60 cells
//   fill TEMPLATE COUNT OUT 20      the indicator block grown by 20 rows first, all its rows
//   filled,
//                                   the totals left to the form's own formulas
//
// OUT gets the last one, for the comparison with what others filled.

#include <cstdio>
#include <cstdlib>

#include "file_bytes.h"
#include "fill_values.h"
#include "tally.h"

namespace {
constexpr huizong::xlsx::RowSpan kBlock{11, 20};
constexpr int kRows = 10;
}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) return std::fputs("fill TEMPLATE COUNT OUT [ROWS]\n", stderr), 2;
  const std::string blank = bench::read_bytes(argv[1]);
  const int count = std::atoi(argv[2]), grown = argc > 4 ? std::atoi(argv[4]) : 0;
  std::string filled;
  for (int file = 1; file <= count; ++file) {
    huizong::xlsx::Patcher form(blank);
    if (grown > 0) form.resize_block(0, kBlock, kRows + grown);
    bench::fill_header(form, file, grown == 0);
    bench::fill_indicators(form, file, kRows + grown, grown > 0);
    if (grown == 0) bench::fill_total(form, file, kBlock.last + 1);
    filled = form.package();
  }
  bench::write_bytes(argv[3], filled);
  bench::Tally().print();
}
