// Provenance as tables of the store, and back.

#pragma once

#include "model/provenance.h"
#include "store/sqlite.h"

namespace huizong::store {

extern const char* const kProvenanceSchema;

void clear_provenance(Database& db);
void write_provenance(Database& db, const model::Provenance& provenance);
model::Provenance read_provenance(Database& db);

}  // namespace huizong::store
