// BIG-READ: every cell of every sheet, as it streams by.   big_read FILE

#include <charconv>
#include <cstdio>

#include "tally.h"
#include "xlsx/reader.h"

int main(int argc, char** argv) {
  using namespace huizong::xlsx;
  if (argc != 2) return std::fputs("big_read FILE\n", stderr), 2;
  Reader reader{std::filesystem::path(argv[1])};
  bench::Tally tally;
  for (std::size_t sheet = 0; sheet < reader.sheets().size(); ++sheet) {
    reader.visit(sheet, [&](const Cell& cell) {
      switch (cell.type) {
        case CellType::Number: {
          double value = 0;
          std::from_chars(cell.text.data(), cell.text.data() + cell.text.size(), value);
          tally.number(value);
          break;
        }
        case CellType::Text:
          tally.text(cell.text);
          break;
        case CellType::Blank:
          break;
        default:
          tally.cell();
      }
    });
  }
  tally.print();
}
