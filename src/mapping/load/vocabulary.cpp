#include "mapping/load/vocabulary.h"

#include <algorithm>

namespace huizong::mapping {
namespace {

const char* const kWeight = ".权重";

void add_column(const Column& column, const std::string& prefix, std::vector<std::string>& to) {
  to.push_back(prefix + column.name);
  if (column.typing.type == model::FieldType::LabelWeight)
    to.push_back(prefix + column.name + kWeight);
}

}  // namespace

formula::Vocabulary vocabulary_of(const Mapping& mapping) {
  formula::Vocabulary words;
  for (const Field& field : mapping.fields()) {
    words.scalars.push_back(field.name);
    if (field.typing.type == model::FieldType::LabelWeight)
      words.scalars.push_back(field.name + kWeight);
    if (field.patterns.empty()) continue;
    for (const std::string& part : field.patterns.front().names()) {
      if (!part.empty()) words.scalars.push_back(field.name + "." + part);
    }
  }
  for (const Grid& grid : mapping.grids()) {
    for (const Grid::Line& row : grid.rows) {
      for (const Grid::Line& col : grid.cols)
        words.scalars.push_back(grid.name + "." + row.name + "." + col.name);
    }
  }
  for (const FigureRows* table : mapping.rows()) {
    for (const Column& column : table->columns) add_column(column, table->name + ".", words.lists);
    for (const SplitCode& code : table->codes) words.lists.push_back(table->name + "." + code.name);
  }
  for (const Prose& prose : mapping.prose()) {
    for (const Column& part : prose.columns) {
      if (!prose.repeat) words.scalars.push_back(prose.name + "." + part.name);
    }
  }
  return words;
}

formula::Vocabulary with_derived(formula::Vocabulary words, const Mapping& mapping) {
  for (const formula::Derived& derived : mapping.definitions.derived)
    (derived.by_row() ? words.lists : words.scalars).push_back(derived.path());
  return words;
}

formula::Vocabulary with_row(formula::Vocabulary words, const FigureRows& table,
                             const Mapping& mapping) {
  for (const Column& column : table.columns) add_column(column, "", words.scalars);
  for (const SplitCode& code : table.codes) words.scalars.push_back(code.name);
  for (const formula::Derived& derived : mapping.definitions.derived) {
    if (derived.each_table == table.name) words.scalars.push_back(derived.name);
  }
  return words;
}

formula::Vocabulary with_group(formula::Vocabulary words, const FigureRows& table,
                               const std::vector<std::string>& groupings, const Mapping& mapping) {
  const auto list_of = [&](const std::string& name) -> std::vector<std::string>& {
    const bool groups = std::find(groupings.begin(), groupings.end(), name) != groupings.end();
    return groups ? words.scalars : words.lists;
  };
  for (const Column& column : table.columns) add_column(column, "", list_of(column.name));
  for (const SplitCode& code : table.codes) list_of(code.name).push_back(code.name);
  for (const formula::Derived& derived : mapping.definitions.derived) {
    if (derived.each_table == table.name) words.lists.push_back(derived.name);
  }
  return words;
}

std::vector<std::string> columns_of(const FigureRows& table) {
  std::vector<std::string> names;
  for (const SplitCode& code : table.codes) names.push_back(code.name);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (!table.is_part(i)) names.push_back(table.columns[i].name);
  }
  return names;
}

const FigureRows* find_table(const Mapping& mapping, const std::string& name) {
  for (const FigureRows* table : mapping.rows()) {
    if (table->name == name) return table;
  }
  return nullptr;
}

std::optional<model::FieldType> type_of_cell(const Mapping& mapping, const std::string& path) {
  for (const Field& field : mapping.fields()) {
    if (field.name == path) return field.typing.type;
  }
  for (const Grid& grid : mapping.grids()) {
    for (const Grid::Line& row : grid.rows) {
      for (const Grid::Line& col : grid.cols) {
        if (path != grid.name + "." + row.name + "." + col.name) continue;
        const auto it = grid.types.find(col.name);
        return it == grid.types.end() ? grid.typing.type : it->second.type;
      }
    }
  }
  for (const Prose& prose : mapping.prose()) {
    for (const Column& part : prose.columns) {
      if (!prose.repeat && path == prose.name + "." + part.name) return part.typing.type;
    }
  }
  return std::nullopt;
}

}  // namespace huizong::mapping
