// extract(fill(x)) = x: whatever is filled into whatever form, a reader of the
// filled form finds those very figures, blank, zero, text, error and 不适用 apart.

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "derive/derive.h"
#include "formula/print.h"
#include "mapping/extract.h"
#include "mapping/recognise.h"
#include "report/filled_form.h"
#include "support/random_figures.h"
#include "support/random_form.h"
#include "support/support.h"
#include "xlsx/package/package.h"
#include "xlsx/reader.h"

namespace huizong::report {
namespace {

constexpr unsigned kForms = 300;

/// A value with its kind, so that none is taken for another.
std::string told(const model::Value& value) {
  if (const auto* blank = std::get_if<model::Blank>(&value))
    return blank->not_applicable ? "不适用" : "blank";
  if (model::not_available(value)) return "unread";
  if (const auto* text = model::text(value))
    return *text == formula::kNotRead ? "unread" : "text " + *text;
  return (model::number(value) ? "number " : "other ") + model::to_string(value);
}

using Told = std::map<std::string, std::string>;

Told told(const model::Submission& submission) {
  Told all = {{"unit", submission.key.unit}};
  for (const auto& [path, figure] : submission.figures) all[path] = told(figure.value);
  for (const auto& [name, table] : submission.tables) {
    all[name] = std::to_string(table.rows.size()) + " rows";
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      const std::string at = name + " " + std::to_string(row + 1) + ".";
      all[at] = table.rows[row].has_figure ? "filled" : "empty";
      for (const auto& [column, figure] : table.rows[row].columns)
        all[at + column] = told(figure.value);
    }
  }
  return all;
}

/// What the form's own cells for derived figures must be found to hold: nothing for n/a.
Told told_as_reported(const model::Submission& submission, const mapping::Mapping& mapping) {
  Told all = told(submission);
  for (const auto& derived : mapping.definitions.derived) {
    if (derived.by_row()) {  // a column that the form does not have
      std::erase_if(all, [&](const auto& one) {
        return one.first.starts_with(derived.each_table + " ") &&
               one.first.ends_with("." + derived.name);
      });
      continue;
    }
    all.erase(derived.name);
    if (derived.reported.empty()) continue;
    const auto& value = submission.find(derived.name)->value;
    const auto* number = model::number(value);
    if (number != nullptr) {  // a workbook keeps 15 digits
      all[derived.reported] = told(Decimal::from_double(number->to_double()));
    } else {
      all[derived.reported] = model::text(value) ? told(value) : "blank";
    }
  }
  return all;
}

std::string differences(const Told& want, const Told& got) {
  std::string all;
  const auto cut = [](const std::string& text) { return text.substr(0, 200); };
  for (const auto& [path, value] : want) {
    const auto found = got.find(path);
    if (found == got.end() || found->second != value)
      all +=
          path + ": " + cut(value) + " -> " + (found == got.end() ? "" : cut(found->second)) + "\n";
  }
  for (const auto& [path, value] : got) {
    if (!want.contains(path)) all += path + ": -> " + cut(value) + "\n";
  }
  return all;
}

mapping::Mapping load(const testing::RandomForm& form, const testing::TempFolder& folder) {
  testing::write_file(folder / "templates/表.xlsx", form.workbook);
  testing::write_file(folder / "mappings/表.toml", form.toml);
  return mapping::load_mapping(folder / "mappings/表.toml");
}

/// The formulas over a figure that was not read say so; over one that is the words 未读出 they need
/// not.
bool all_read(const Told& figures) {
  return std::none_of(figures.begin(), figures.end(),
                      [](const auto& figure) { return figure.second == "unread"; });
}

/// Fills, reads, compares, and fills once more with what was read: the same form. (Not where
/// figures are derived: what was reported in their place is another figure the second time.)
void check_round_trip(const mapping::Mapping& mapping, model::Submission submission) {
  derive::derive(submission, mapping.definitions);
  const std::string form = filled_form({}, mapping, submission).bytes;
  const auto book = xlsx::read_workbook(xlsx::Package(form));
  const auto found = mapping::recognise(mapping, book);
  REQUIRE(found.size() == 1);
  REQUIRE(found[0].sheets.size() == mapping.sheets.size());
  for (std::size_t i = 0; i < mapping.sheets.size(); ++i)
    CHECK(found[0].sheets[i].at == mapping.sheets[i].at);
  const model::UnitList units(
      {{testing::kRandomUnitCode, testing::kRandomUnit, "", {}, "", {}, std::nullopt, ""}});
  auto read =
      mapping::extract(mapping, book, found[0], "x.xlsx", {units, testing::kRandomYear, {"cell"}})
          .submission;
  const Told want = told_as_reported(submission, mapping);
  CHECK(differences(want, told(read)) == "");
  if (!all_read(want) || !mapping.definitions.derived.empty()) return;
  derive::derive(read, mapping.definitions);
  const bool same = filled_form({}, mapping, read).bytes == form;
  CHECK(same);
}

/// Without those that read sentences: figures put at random do not stand in any.
std::vector<std::filesystem::path> official_mappings() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(testing::project_file("mappings"))) {
    if (entry.path().extension() != ".toml") continue;
    if (testing::read_file(entry.path()).find("[[prose]]") == std::string::npos)
      files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

TEST_CASE("whatever is filled into whatever form is read back as it was", "[report][property]") {
  for (unsigned seed = 1; seed <= kForms; ++seed) {
    testing::Dice dice(seed);
    const auto form = testing::random_form(dice);
    const testing::TempFolder folder;
    CAPTURE(seed, form.toml);
    const auto mapping = load(form, folder);
    check_round_trip(mapping, testing::random_figures(mapping, dice));
  }
}

TEST_CASE("whatever is filled into an official form is read back as it was", "[report][property]") {
  const auto file = GENERATE(from_range(official_mappings()));
  CAPTURE(file);
  const auto mapping = mapping::load_mapping(file);
  for (unsigned seed = 1; seed <= kForms / 15; ++seed) {
    testing::Dice dice(seed);
    CAPTURE(seed);
    check_round_trip(mapping, testing::random_figures(mapping, dice));
  }
}

}  // namespace huizong::report
