// Reads the part of a mapping that says where figures are: fields, grids,
// tables, and how the form is recognised. What the template says to it comes
// after (template_check.h).

#pragma once

#include "mapping/load/draft.h"
#include "mapping/load/names.h"
#include "mapping/load/table_reader.h"

namespace huizong::mapping {

/// The key `name` of the block or column being read, entered among the others; "" when there is
/// none.
std::string read_name(TableReader& reader, Draft& draft, NameRegister& names, TextSpot& spot);

/// The place among the draft's sheets that the block's key `sheet` names: the mapping's own without
/// it.
std::size_t read_sheet(TableReader& reader, Draft& draft);
/// "12:21", or "12" alone; false where it is no range of rows.
bool parse_rows(const std::string& text, int& first_row, int& last_row);
/// A unit of money from the key `money`; nothing when it is absent or none.
std::optional<model::MoneyUnit> read_money(TableReader& reader, Slips& slips);
/// The same of one block, which must hold money then.
std::optional<model::MoneyUnit> read_block_money(TableReader& reader, bool has_money, Draft& draft);

/// `names` takes the names of fields, grids, tables and prose: one level, since expressions see
/// them side by side.
void read_fields(const TomlValue* list, Draft& draft, NameRegister& names);
void read_grids(const TomlValue* list, Draft& draft, NameRegister& names);
void read_tables(const TomlValue* list, Draft& draft, NameRegister& names);
void read_prose(const TomlValue* list, Draft& draft, NameRegister& names);
void read_recognise(const TomlValue* table, const TextSpot& head, Draft& draft);

}  // namespace huizong::mapping
