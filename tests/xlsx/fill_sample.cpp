// Fills any workbook, for checks from outside (tools/check_fill_corpus.py):
//
//   fill_sample IN OUT SHEET FIRST LAST COUNT [CELL=TEXT | CELL=#NUMBER | CELL=]...
//
// makes rows FIRST to LAST (from 1) of the SHEETth sheet (from 0) COUNT rows, then fills the cells;
// an empty text clears. Exit 3 with the sentence where the workbook is refused.

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string_view>

#include "xlsx/patcher.h"

namespace {

void fill(huizong::xlsx::Patcher& form, std::size_t sheet, std::string_view what) {
  const auto sign = what.find('=');
  const auto cell = huizong::parse_cell_ref(what.substr(0, sign)).value();
  const auto content = what.substr(sign + 1);
  if (content.starts_with('#')) {
    form.set_number(sheet, cell, huizong::Decimal::parse(content.substr(1)).value());
  } else {
    form.set_text(sheet, cell, content);
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 7) return 2;
  const auto number = [&](int i) { return std::atoi(arguments[i]); };
  try {
    std::ostringstream bytes;
    bytes << std::ifstream(arguments[1], std::ios::binary).rdbuf();
    huizong::xlsx::Patcher form(bytes.str());
    const auto sheet = static_cast<std::size_t>(number(3));
    form.resize_block(sheet, {number(4) - 1, number(5) - 1}, number(6));
    for (int i = 7; i < count; ++i) fill(form, sheet, arguments[i]);
    std::ofstream(arguments[2], std::ios::binary) << form.package();
  } catch (const huizong::Error& error) {
    std::cerr << error.message().zh << "\n";
    return 3;
  }
  return 0;
}
