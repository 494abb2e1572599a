// Which names a mapping's expressions may use: its fields, the crossings of its
// grids, the columns of its tables, and what was derived before.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formula/expression.h"
#include "mapping/mapping.h"

namespace huizong::mapping {

/// Everything the form reads, by the path figures are keyed with; derived figures are added by name
/// as they come.
formula::Vocabulary vocabulary_of(const Mapping& mapping);

/// The derived figures besides, all of them.
formula::Vocabulary with_derived(formula::Vocabulary words, const Mapping& mapping);
/// What one row of the table sees besides: its columns as scalars, by their own names, and those
/// derived by row so far.
formula::Vocabulary with_row(formula::Vocabulary words, const FigureRows& table,
                             const Mapping& mapping);
/// What one group of rows sees besides: the grouping columns as scalars, the others as lists.
formula::Vocabulary with_group(formula::Vocabulary words, const FigureRows& table,
                               const std::vector<std::string>& groupings, const Mapping& mapping);
/// The columns that a row of the table has by its own names: those of the form, codes that it
/// splits over several counting as one.
std::vector<std::string> columns_of(const FigureRows& table);
/// Null where the mapping has no table, and no prose that repeats, of that name.
const FigureRows* find_table(const Mapping& mapping, const std::string& name);

/// The type of a cell that the form reads as one figure of its own; nothing for a part of a cell (a
/// weight, a named part of a pattern), a column, or a name the form does not have.
std::optional<model::FieldType> type_of_cell(const Mapping& mapping, const std::string& path);

}  // namespace huizong::mapping
