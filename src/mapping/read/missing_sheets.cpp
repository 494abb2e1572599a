#include "mapping/read/missing_sheets.h"

#include "mapping/read/item_rows.h"

namespace huizong::mapping {
namespace {

void count_unchecked(const Mapping& mapping, const SheetForm& sheet, Extracted& extracted) {
  const auto unchecked = [&](const std::string& path) {
    ++extracted.checks[mapping.id() + "-R-" + path].unchecked;
  };
  for (const Field& field : sheet.fields) {
    if (field.required) unchecked(field.name);
  }
  for (const Grid& grid : sheet.grids) {
    for (std::size_t r = 0; grid.required && r < grid.rows.size(); ++r) {
      for (const Grid::Line& col : grid.cols)
        unchecked(grid.name + "." + grid.rows[r].name + "." + col.name);
    }
  }
  for (const TableBlock& table : sheet.tables) {
    for (const Column& column : table.columns) {
      if (column.required) unchecked(table.name + "." + column.name);
    }
  }
  for (const Prose& prose : sheet.prose)
    ++extracted.checks[mapping.id() + "-P-" + prose.name].unchecked;
}

std::vector<std::string> names_on(const SheetForm& sheet) {
  std::vector<std::string> names;
  for (const Field& field : sheet.fields) names.push_back(field.name);
  for (const Grid& grid : sheet.grids) names.push_back(grid.name);
  for (const TableBlock& table : sheet.tables) names.push_back(table.name);
  for (const Prose& prose : sheet.prose) names.push_back(prose.name);
  return names;
}

Message sentence(const std::string& name, const xlsx::Workbook& workbook,
                 const std::vector<std::size_t>& rivals) {
  if (rivals.empty())
    return say(
        "工作簿里没有“{0}”这张表，它的数没有读到；请按下发的表样补上，或改回工作表的名称和标题。",
        "The workbook has no sheet {0}; its figures were not read. Put it in as issued, or give "
        "the "
        "sheet its name and title back.",
        name);
  Message names;
  for (const std::size_t sheet : rivals) {
    names.zh += (names.zh.empty() ? "“" : "、“") + workbook.sheets[sheet].name + "”";
    names.en += (names.en.empty() ? "" : ", ") + workbook.sheets[sheet].name;
  }
  return {fmt::format("有几张工作表都像“{}”：{}，不能确定是哪一张，都没有读取；请只留一张。", name,
                      names.zh),
          fmt::format("Several sheets could be {}: {}; none of them was read. Keep only one.", name,
                      names.en)};
}

}  // namespace

void note_missing_sheets(const Mapping& mapping, const xlsx::Workbook& workbook,
                         const Recognised& form, Extracted& extracted) {
  if (form.sheets.size() < 2) return;
  for (std::size_t i = 0; i < form.sheets.size(); ++i) {
    const Recognised::Place& place = form.sheets[i];
    const SheetForm& sheet = mapping.sheets[i];
    const std::string& name = mapping.blank_of(sheet).name;
    model::CheckCount& count = extracted.checks[mapping.id() + "-S-" + name];
    if (place.at) {
      ++count.passed;
      continue;
    }
    ++count.failed;
    model::Finding f;
    f.rule = mapping.id() + "-S-" + name;
    f.message = sentence(name, workbook, place.rivals);
    f.place.file = extracted.submission.file;
    f.lost = names_on(sheet);
    if (!place.rivals.empty()) f.place.sheet = workbook.sheets[place.rivals.front()].name;
    extracted.findings.push_back(std::move(f));
    count_unchecked(mapping, sheet, extracted);
  }
}

void look_for_second_copy(const Mapping& mapping, const xlsx::Sheet& rows, Extracted& extracted) {
  const auto cell = second_copy(mapping, rows);
  if (!cell) return;
  model::Finding f;
  f.rule = mapping.id() + "-I-项目";
  f.place = {extracted.submission.file, rows.name, *cell};
  f.message = say(
      "从这里起像是另一个项目的表，但没有标题“{0}”，没有另作一份读取；请把标题补上。",
      "Another item's form seems to begin about here without the title {0}; it was not read as one "
      "of its own. Put the title in.",
      mapping.title());
  extracted.findings.push_back(std::move(f));
}

}  // namespace huizong::mapping
