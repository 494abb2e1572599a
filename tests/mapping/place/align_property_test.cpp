// Whatever rows and columns an office inserts, every figure is read the same;
// and whatever a sheet holds, it is read in bounded time.

#include <catch2/catch.hpp>

#include <chrono>
#include <ctime>
#include <random>

#include "mapping/align.h"
#include "mapping/extract.h"
#include "mapping/place/label_key.h"
#include "mapping/self_evaluation.h"

using namespace huizong;
using namespace huizong::mapping;
using namespace huizong::testing;

namespace {

/// Every figure's path and value, rows without content left out.
std::string figures(const model::Submission& s) {
  std::string out;
  for (const auto& [path, figure] : s.figures)
    out += path + "=" + model::to_string(figure.value) + "\n";
  for (const auto& [name, table] : s.tables) {
    for (const auto& row : table.rows) {
      if (!row.has_figure) continue;
      for (const auto& [column, figure] : row.columns)
        out += column + "=" + model::to_string(figure.value) + ";";
      out += "\n";
    }
  }
  return out;
}

Extracted read(const xlsx::Sheet& form) {
  static const model::UnitList none;
  return extract(self_evaluation(), workbook(form), Recognised(0), "x.xlsx", {none, 2021});
}

}  // namespace

TEST_CASE("inserted rows and columns change no figure", "[align][property]") {
  const auto form = filled_form(9);
  const std::string want = figures(read(form).submission);
  std::mt19937 random(20211);
  for (int round = 0; round < 400; ++round) {
    auto changed = form;
    std::string what;
    const unsigned count = 1 + random() % 4;
    for (unsigned k = 0; k < count; ++k) {
      if (random() % 2) {
        const int at = static_cast<int>(random() % 24);
        insert_row(changed, at);
        what += " row " + std::to_string(at + 1);
      } else {
        const int at = static_cast<int>(random() % 10);
        insert_column(changed, at);
        what += " column " + column_name(at);
      }
    }
    CAPTURE(round, what);
    const auto e = read(changed);
    REQUIRE(e.findings.size() == 0);
    REQUIRE(figures(e.submission) == want);
  }
}

TEST_CASE("more or fewer indicators change nothing else", "[align][property]") {
  for (const int count : {1, 2, 3, 12, 40}) {
    CAPTURE(count);
    const auto e = read(filled_form(count));
    CHECK(e.findings.empty());
    CHECK(e.submission.tables.at("绩效指标").rows.size() == static_cast<std::size_t>(count));
    CHECK(model::to_string(e.submission.find("填报总分")->value) == "98.5");
  }
}

TEST_CASE("a sheet of thirty thousand rows is read, and a hostile one ends", "[align]") {
  const auto seconds = [](const auto& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  auto long_form = filled_form(30000);
  CHECK(seconds([&] {
          const auto e = read(long_form);
          CHECK(e.findings.empty());
          CHECK(e.submission.tables.at("绩效指标").rows.size() == 30000);
        }) < 60);
  auto hostile = filled_form(5000);
  for (auto& cell : hostile.cells) {
    if (cell.ref.row > 11 && cell.type == xlsx::CellType::Text)
      cell.text = cell.ref.col % 2 ? "一级指标" : "合计";
  }
  CHECK(seconds([&] { read(hostile); }) < 60);
}

TEST_CASE("a sheet is looked through once, not once for each label that is missing", "[align]") {
  // A sheet of 400,000 cells that held label words in no order of ours took seven seconds.
  xlsx::Sheet strange;
  strange.name = "Sheet1";
  for (int at = 0; at < 200000; ++at) {
    xlsx::Cell cell;
    cell.ref = {at / 10, at % 10};
    cell.type = xlsx::CellType::Text;
    cell.text = "总分";
    strange.cells.push_back(cell);
  }
  const auto cpu_time = [](const auto& work) {
    const auto start = std::clock();
    work();
    return static_cast<double>(std::clock() - start);
  };
  std::size_t keys = 0;
  const double once = cpu_time([&] {
    for (const auto& cell : strange.cells) keys += label_key(cell.text, 2021).size();
  });
  CHECK(keys > 0);
  Alignment found;
  const double all = cpu_time(
      [&] { found = align(self_evaluation(), self_evaluation().sheets[0], strange, 2021); });
  CHECK(found.unaligned.size() > 4);
  CAPTURE(all / once);
  CHECK(all < 12 * once);  // 5; with a look for each label 30
}
