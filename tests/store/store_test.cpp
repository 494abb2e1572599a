#include "store/store.h"

#include <catch2/catch.hpp>

#include "derive/derive.h"
#include "store/sqlite.h"
#include "support/sample_submission.h"
#include "support/support.h"

using namespace huizong;
using huizong::testing::TempFolder;

namespace {

std::string dump(const model::Figure& f) {
  const auto* na = model::not_available(f.value);
  const auto* blank = std::get_if<model::Blank>(&f.value);
  return fmt::format("{}|{}|{}|{}|{}|{}|{}|{}|{}|{}", f.field, static_cast<int>(f.type),
                     f.value.index(), model::to_string(f.value), na ? na->why.zh + na->field : "",
                     blank && blank->not_applicable, f.raw, to_string(f.place), f.derived,
                     f.shown_decimals.value_or(-1));
}

std::string dump(const model::Submission& s) {
  std::string text =
      fmt::format("{} {} {} {} {} {} {}\n", s.key.year, s.key.form, s.key.unit, s.key.item,
                  model::name_of(s.money), s.counted, s.why_not_counted.zh);
  for (const auto& [path, f] : s.figures) text += path + " " + dump(f) + "\n";
  for (const auto& [name, table] : s.tables) {
    for (const auto& row : table.rows) {
      text += fmt::format("{} {}\n", name, row.has_figure);
      for (const auto& [column, f] : row.columns) text += column + " " + dump(f) + "\n";
    }
  }
  return text;
}

}  // namespace

TEST_CASE("what is kept comes back: blank, 0, text, error and n/a stay apart", "[store]") {
  model::Submission s = huizong::testing::sample_submission();
  huizong::testing::put(s, "资金.合计.全年预算数", "");
  s.figures.at("资金.其他资金.年初预算数").value = model::Blank{true};
  s.figures.at("资金.其他资金.全年预算数").value = Decimal(0);
  s.figures.at("资金.其他资金.全年执行数").value = model::CellError{"#DIV/0!"};
  s.figures.at("资金.合计.分值").shown_decimals = 0;
  s.money = model::MoneyUnit::Yuan;
  s.counted = false;
  s.why_not_counted = {"疑似以元填报", "seems to be in 元"};
  derive::derive(s, huizong::testing::sample_definitions());

  const TempFolder folder;
  {
    store::Store store(folder / ".huizong/store.hzs");
    store.replace_year(2021, {s});
  }
  const store::Store store(folder / ".huizong/store.hzs");
  const auto loaded = store.load_year(2021);
  REQUIRE(loaded.size() == 1);
  CHECK(dump(loaded.front()) == dump(s));
  CHECK(store.load_year(2020).empty());
}

TEST_CASE("a run replaces its own year and leaves the others", "[store]") {
  const TempFolder folder;
  store::Store store(folder / "store.hzs");
  model::Submission a = huizong::testing::sample_submission();
  a.key.year = 2020;
  model::Submission b = huizong::testing::sample_submission();
  model::Submission item = b;
  item.key.item = "项目一";
  store.replace_year(2020, {a});
  store.replace_year(2021, {b, item});
  store.replace_year(2021, {b});
  CHECK(store.load_year(2020).size() == 1);
  CHECK(store.load_year(2021).size() == 1);
}

TEST_CASE("two submissions of one key are refused whole", "[store]") {
  const TempFolder folder;
  store::Store store(folder / "store.hzs");
  const model::Submission s = huizong::testing::sample_submission();
  store.replace_year(2021, {s});
  CHECK_THROWS_AS(store.replace_year(2021, {s, s}), Error);
  CHECK(store.load_year(2021).size() == 1);  // rolled back
}

// The job's own store was damaged, and trace advised to look for a sound copy of it.
TEST_CASE("of a damaged store of the job's own it is said that a run makes it anew", "[store]") {
  const TempFolder folder;
  const auto file = folder / "store.hzs";
  huizong::testing::write_file(file, std::string(4096, 'x'));
  for (const store::Access access : {store::Access::Write, store::Access::Read}) {
    try {
      store::Store(file, access);
      FAIL("it was opened");
    } catch (const Error& error) {
      CHECK(
          error.message().zh ==
          fmt::format("数据文件 {} 损坏，或不是 huizong 的（file is not a database）。它是 huizong "
                      "自己存的，请删除它，再运行一次 huizong run：会从报送表重建，报送表和已写出的"
                      "结果都不会丢；同一文件夹里做过的别的年度要各自重新运行。",
                      file.string()));
      CHECK(error.message().en ==
            fmt::format("The store {} is damaged, or not one of huizong's (file is not a "
                        "database). It is kept by huizong itself: delete it and run huizong run, "
                        "which makes it anew from the submissions. No submission and no result is "
                        "lost; other years done in the same folder must be run again.",
                        file.string()));
    }
  }
}

// Last year's archive was damaged, and the advice was to delete it.
TEST_CASE("another job's store is never advised to be deleted", "[store]") {
  const TempFolder folder;
  huizong::testing::write_file(folder / "2020.hzs", "这不是数据文件，是一段文字。");
  try {
    store::Store(folder / "2020.hzs", store::Access::ReadOther);
    FAIL("it was opened");
  } catch (const Error& error) {
    const std::string& said = error.message().zh;
    CHECK(said.find("请换一份完好的备份，或在它自己的任务里重新运行一次得到它") !=
          std::string::npos);
    CHECK(said.find("删除") == std::string::npos);
  }
}

TEST_CASE("outputs of the last run are remembered", "[store]") {
  const TempFolder folder;
  store::Store store(folder / "store.hzs");
  store.replace_outputs({{"输出/汇总表.xlsx", "ab"}});
  store.replace_outputs({{"输出/审核结果.xlsx", "cd"}});
  CHECK(store.outputs() == std::map<std::string, std::string>{{"输出/审核结果.xlsx", "cd"}});
}

TEST_CASE("a store that is only read must be there, and stays as it is", "[store]") {
  const TempFolder folder;
  CHECK_THROWS_AS(store::Store(folder / "没有.hzs", store::Access::Read), Error);
  CHECK(!std::filesystem::exists(folder / "没有.hzs"));
  { store::Store(folder / "上年.hzs").replace_year(2020, {}); }
  const std::string before = huizong::testing::read_file(folder / "上年.hzs");
  CHECK(store::Store(folder / "上年.hzs", store::Access::Read).load_year(2020).empty());
  CHECK(huizong::testing::read_file(folder / "上年.hzs") == before);
}

TEST_CASE("provenance comes back as it was, until other figures are put in", "[store]") {
  const TempFolder folder;
  store::Store store(folder / "store.hzs");
  model::Provenance kept;
  model::CellOrigin total{*parse_cell_ref("F9"), "sum", "合计", "预算数", "12.5"};
  total.from = {*parse_cell_range("F5:F6"), *parse_cell_range("F8")};
  kept.books = {{"输出/汇总表.xlsx", "ab", {{.name = "自评表", .cells = {total}}}}};
  kept.notes = {{"ZTZP",
                 "101001",
                 "",
                 {"上报/a.xlsx", "自评表", parse_cell_ref("F5")},
                 "",
                 false,
                 {"已按数字读取", "read as a number"}}};
  kept.files = {{"上报/a.xlsx", "cd"}};
  store.replace_provenance(kept);
  const auto books = store.recorded_books();
  REQUIRE(books.size() == 1);
  CHECK(books[0].sha256 == "ab");
  CHECK(books[0].sheets.at(0).name == "自评表");
  const auto at = [&](const char* range) {
    return store.origins("输出/汇总表.xlsx", "自评表", *parse_cell_range(range));
  };
  CHECK(at("F5:F9") == std::vector<model::CellOrigin>{total});
  CHECK(at("F5:F8").empty());
  CHECK(at("E9").empty());
  const auto notes = store.reading_notes("101001");
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].place == kept.notes[0].place);
  CHECK(notes[0].note == kept.notes[0].note);
  CHECK(store.reading_notes("101002").empty());
  CHECK(store.hash_of_source("上报/a.xlsx") == "cd");
  CHECK(store.hash_of_source("上报/b.xlsx") == std::nullopt);

  store.replace_year(2021, {});
  CHECK(store.recorded_books().empty());
}

// 100,000 indicator rows of 12 columns each were to be recorded without a record for each cell.
TEST_CASE("what stands in every row alike is kept once a column, and comes back cell by cell",
          "[store]") {
  const TempFolder folder;
  store::Store store(folder / "store.hzs");
  model::SheetOrigins details{.name = "指标明细"};
  details.columns = {{9, "figure", "年度指标值", "年度指标值"},
                     {10, "difference", "增减", "", {8, 9}}};
  details.rows = {{4, 5, "101001 甲", "ZTZP", "101001", "", "绩效指标", 0},
                  {6, 6, "101001 甲", "ZTZP", "101001", "", "绩效指标", 3},
                  {7, 7, "101002 乙", "ZTZP", "101002", "", "", -1, {"", "2.5"}}};
  store.replace_provenance({{{"输出/汇总表.xlsx", "ab", {details}}}, {}, {}});

  std::string told;
  for (const auto& o : store.origins("输出/汇总表.xlsx", "指标明细", *parse_cell_range("J6:J8")))
    told += fmt::format("{} {} {} {}[{}].{}\n", to_string(o.cell), o.row, o.column, o.table,
                        o.table_row, o.expression);
  CHECK(told ==
        "J6 101001 甲 年度指标值 绩效指标[1].年度指标值\n"
        "J7 101001 甲 年度指标值 绩效指标[3].年度指标值\n"
        "J8 101002 乙 年度指标值 [-1].年度指标值\n");
  const auto more = store.origins("输出/汇总表.xlsx", "指标明细", *parse_cell_range("K8"));
  REQUIRE(more.size() == 1);
  CHECK(more[0].value == "2.5");
  CHECK(more[0].from == std::vector<CellRange>{*parse_cell_range("I8"), *parse_cell_range("J8")});
}

// Last year's archive was written before provenance was kept.
TEST_CASE("a store without provenance is read as it is, and gains it when written", "[store]") {
  const TempFolder folder;
  { store::Store(folder / "上年.hzs").replace_year(2020, {huizong::testing::sample_submission()}); }
  {
    store::Database old(folder / "上年.hzs", store::Access::Write);
    old.execute(
        "DROP TABLE origin_rows; DROP TABLE origin_column; DROP TABLE origin; "
        "DROP TABLE book_sheet; DROP TABLE book; DROP TABLE reading; DROP TABLE source");
    old.execute("PRAGMA user_version = 2");
  }
  const auto read = [&] { return store::Store(folder / "上年.hzs", store::Access::Read); };
  CHECK(read().recorded_books().empty());
  CHECK(read().load_year(2021).size() == 1);
  CHECK(store::Store(folder / "上年.hzs").recorded_books().empty());
  store::Store(folder / "上年.hzs").replace_provenance({{{"输出/汇总表.xlsx", "ab", {}}}, {}, {}});
  CHECK(read().recorded_books().size() == 1);
}
