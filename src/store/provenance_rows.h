// Provenance as tables of the store, and back, as far as it is asked for: of a
// year's workbook a single cell is wanted.

#pragma once

#include "model/provenance.h"
#include "store/sqlite.h"

namespace huizong::store {

extern const char* const kProvenanceSchema;

/// Of older stores too.
void drop_provenance(Database& db);
void clear_provenance(Database& db);
void write_provenance(Database& db, const model::Provenance& provenance);

/// Without the cells of their sheets.
std::vector<model::BookOrigins> read_books(Database& db);
/// `cells` go down one column.
std::vector<model::CellOrigin> read_origins(Database& db, const std::string& book,
                                            const std::string& sheet, const CellRange& cells);
std::vector<model::ReadingNote> read_notes(Database& db, const std::string& unit);

}  // namespace huizong::store
