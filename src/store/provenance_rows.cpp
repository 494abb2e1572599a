#include "store/provenance_rows.h"

#include "base/text.h"

namespace huizong::store {

const char* const kProvenanceSchema = R"(
CREATE TABLE book (path TEXT PRIMARY KEY, sha256 TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE origin (
  path TEXT NOT NULL REFERENCES book, sheet TEXT NOT NULL, cell TEXT NOT NULL, kind TEXT NOT NULL,
  row TEXT NOT NULL, col TEXT NOT NULL, value TEXT NOT NULL, expression TEXT NOT NULL,
  form TEXT NOT NULL, unit TEXT NOT NULL, item TEXT NOT NULL, cells TEXT NOT NULL);
CREATE TABLE reading (
  form TEXT NOT NULL, unit TEXT NOT NULL, item TEXT NOT NULL, file TEXT NOT NULL, sheet TEXT NOT NULL,
  cell TEXT NOT NULL, block TEXT NOT NULL, money INTEGER NOT NULL, zh TEXT NOT NULL, en TEXT NOT NULL);
CREATE TABLE source (path TEXT PRIMARY KEY, sha256 TEXT NOT NULL) WITHOUT ROWID;
)";

void clear_provenance(Database& db) {
  db.execute("DELETE FROM origin; DELETE FROM book; DELETE FROM reading; DELETE FROM source");
}

void write_provenance(Database& db, const model::Provenance& provenance) {
  Statement book(db, "INSERT INTO book VALUES (?,?)");
  Statement origin(db, "INSERT INTO origin VALUES (?,?,?,?,?,?,?,?,?,?,?,?)");
  for (const model::BookOrigins& b : provenance.books) {
    book.bind(0, b.path).bind(1, b.sha256).run();
    for (const model::CellOrigin& o : b.cells) {
      std::string cells;
      for (const CellRange& range : o.from) cells += (cells.empty() ? "" : " ") + to_string(range);
      origin.bind(0, b.path).bind(1, o.sheet).bind(2, to_string(o.cell)).bind(3, o.kind);
      origin.bind(4, o.row).bind(5, o.column).bind(6, o.value).bind(7, o.expression);
      origin.bind(8, o.form).bind(9, o.unit).bind(10, o.item).bind(11, cells).run();
    }
  }
  Statement reading(db, "INSERT INTO reading VALUES (?,?,?,?,?,?,?,?,?,?)");
  for (const model::ReadingNote& n : provenance.notes) {
    reading.bind(0, n.form).bind(1, n.unit).bind(2, n.item).bind(3, n.place.file.str());
    reading.bind(4, n.place.sheet.str()).bind(5, n.place.cell ? to_string(*n.place.cell) : "");
    reading.bind(6, n.block).bind(7, std::int64_t{n.of_money});
    reading.bind(8, n.note.zh).bind(9, n.note.en).run();
  }
  Statement source(db, "INSERT INTO source VALUES (?,?)");
  for (const auto& [path, hash] : provenance.files) source.bind(0, path).bind(1, hash).run();
}

model::Provenance read_provenance(Database& db) {
  model::Provenance found;
  Statement books(db, "SELECT path, sha256 FROM book ORDER BY path");
  while (books.step()) {
    model::BookOrigins& book = found.books.emplace_back();
    book.path = books.text(0);
    book.sha256 = books.text(1);
    Statement origins(db,
                      "SELECT sheet, cell, kind, row, col, value, expression, form, unit, item, "
                      "cells FROM origin WHERE path = ? ORDER BY rowid");
    origins.bind(0, book.path);
    while (origins.step()) {
      const auto cell = parse_cell_ref(origins.text(1));
      if (!cell) continue;
      model::CellOrigin o{origins.text(0), *cell,           origins.text(2), origins.text(3),
                          origins.text(4), origins.text(5), origins.text(6), origins.text(7),
                          origins.text(8), origins.text(9)};
      for (const std::string& range : split(origins.text(10), " ")) {
        if (const auto r = parse_cell_range(range)) o.from.push_back(*r);
      }
      book.cells.push_back(std::move(o));
    }
  }
  Statement notes(db,
                  "SELECT form, unit, item, file, sheet, cell, block, money, zh, en FROM reading "
                  "ORDER BY rowid");
  while (notes.step()) {
    found.notes.push_back({notes.text(0),
                           notes.text(1),
                           notes.text(2),
                           {notes.text(3), notes.text(4), parse_cell_ref(notes.text(5))},
                           notes.text(6),
                           notes.integer(7) != 0,
                           {notes.text(8), notes.text(9)}});
  }
  Statement files(db, "SELECT path, sha256 FROM source ORDER BY path");
  while (files.step()) found.files.emplace_back(files.text(0), files.text(1));
  return found;
}

}  // namespace huizong::store
