// READ-MERGE: of every unit form in a folder, the 12 header and funds cells and all indicator rows.
//
//   read_merge FOLDER         the whole workbook in memory, as `huizong run` reads it
//   read_merge FOLDER stream  the form's sheet only, as its cells stream by

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <vector>

#include "tally.h"
#include "xlsx/reader.h"

namespace {
using namespace huizong;

constexpr std::array<CellRef, 12> kHeader{{{0, 0},
                                           {2, 2},  // A1 C3
                                           {4, 4},
                                           {4, 5},
                                           {4, 6},  // E5:G5
                                           {5, 4},
                                           {5, 5},
                                           {5, 6},  // E6:G6
                                           {6, 4},
                                           {6, 5},
                                           {6, 6},
                                           {4, 8}}};   // E7:G7 I5
constexpr std::array kIndicator{2, 3, 5, 6, 7, 8, 9};  // C D F G H I J
constexpr int kFirstIndicator = 11;                    // row 12
constexpr std::string_view kEnd = "总分";

void take(const xlsx::Cell& cell, bench::Tally& tally) {
  if (const auto number = xlsx::number_of(cell)) {
    tally.number(number->to_double());
  } else if (!cell.text.empty()) {
    tally.text(cell.text);
  }
}

void read_whole(const std::filesystem::path& file, bench::Tally& tally) {
  const xlsx::Workbook workbook = xlsx::read_workbook(file);
  const xlsx::Sheet& form = workbook.sheets.front();
  for (const CellRef ref : kHeader) {
    if (const xlsx::Cell* cell = form.find(ref)) take(*cell, tally);
  }
  for (int row = kFirstIndicator; form.text_at({row, 0}) != kEnd; ++row) {
    for (const int col : kIndicator) {
      if (const xlsx::Cell* cell = form.find({row, col})) take(*cell, tally);
    }
  }
}

void read_stream(const std::filesystem::path& file, bench::Tally& tally) {
  xlsx::Reader reader(file);
  bool ended = false;
  reader.visit(0, [&](const xlsx::Cell& cell) {
    if (cell.ref.row < kFirstIndicator) {
      if (std::ranges::find(kHeader, cell.ref) != kHeader.end()) take(cell, tally);
    } else if (!ended) {
      ended = cell.ref.col == 0 && cell.text == kEnd;
      if (std::ranges::find(kIndicator, cell.ref.col) != kIndicator.end()) take(cell, tally);
    }
  });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::fputs("read_merge FOLDER [stream]\n", stderr), 2;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(argv[1])) {
    files.push_back(entry.path());
  }
  std::ranges::sort(files);
  bench::Tally tally;
  for (const auto& file : files) argc > 2 ? read_stream(file, tally) : read_whole(file, tally);
  tally.print();
}
