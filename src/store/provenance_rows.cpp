#include "store/provenance_rows.h"

#include <algorithm>

#include "base/text.h"

namespace huizong::store {

// The keys lead from a cell, or a stretch of a column, straight to what is recorded of it.
const char* const kProvenanceSchema = R"(
CREATE TABLE book (path TEXT PRIMARY KEY, sha256 TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE book_sheet (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL REFERENCES book, name TEXT NOT NULL,
  is_summary INTEGER NOT NULL, zh TEXT NOT NULL, en TEXT NOT NULL, UNIQUE (path, name));
CREATE TABLE origin (
  sheet INTEGER NOT NULL REFERENCES book_sheet, col INTEGER NOT NULL, row INTEGER NOT NULL,
  kind TEXT NOT NULL, name TEXT NOT NULL, heading TEXT NOT NULL, value TEXT NOT NULL,
  expression TEXT NOT NULL, form TEXT NOT NULL, unit TEXT NOT NULL, item TEXT NOT NULL,
  cells TEXT NOT NULL, cells_sheet TEXT NOT NULL,
  PRIMARY KEY (sheet, col, row)) WITHOUT ROWID;
CREATE TABLE origin_column (
  sheet INTEGER NOT NULL REFERENCES book_sheet, col INTEGER NOT NULL, at INTEGER NOT NULL,
  kind TEXT NOT NULL, heading TEXT NOT NULL, expression TEXT NOT NULL, cols TEXT NOT NULL,
  PRIMARY KEY (sheet, col)) WITHOUT ROWID;
CREATE TABLE origin_rows (
  sheet INTEGER NOT NULL REFERENCES book_sheet, last INTEGER NOT NULL, first INTEGER NOT NULL,
  name TEXT NOT NULL, form TEXT NOT NULL, unit TEXT NOT NULL, item TEXT NOT NULL,
  tbl TEXT NOT NULL, tbl_row INTEGER NOT NULL, vals TEXT NOT NULL,
  PRIMARY KEY (sheet, last)) WITHOUT ROWID;
CREATE TABLE reading (
  form TEXT NOT NULL, unit TEXT NOT NULL, item TEXT NOT NULL, file TEXT NOT NULL, sheet TEXT NOT NULL,
  cell TEXT NOT NULL, block TEXT NOT NULL, money INTEGER NOT NULL, zh TEXT NOT NULL, en TEXT NOT NULL);
CREATE INDEX reading_of_unit ON reading (unit);
CREATE TABLE source (path TEXT PRIMARY KEY, sha256 TEXT NOT NULL) WITHOUT ROWID;
)";

namespace {

constexpr const char* kBetween = "\x1f";  // values; each behind a "=", since some are empty

template <class List, class ToText>
std::string joined(const List& list, const char* between, ToText to_text) {
  std::string text;
  bool first = true;
  for (const auto& one : list) {
    text += (first ? "" : between) + to_text(one);
    first = false;
  }
  return text;
}

/// The rows of one sheet.
void write_sheet(Database& db, std::int64_t id, const model::SheetOrigins& sheet) {
  Statement origin(db, "INSERT OR REPLACE INTO origin VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)");
  for (const model::CellOrigin& o : sheet.cells) {
    origin.bind(0, id).bind(1, std::int64_t{o.cell.col}).bind(2, std::int64_t{o.cell.row});
    origin.bind(3, o.kind).bind(4, o.row).bind(5, o.column).bind(6, o.value).bind(7, o.expression);
    origin.bind(8, o.form).bind(9, o.unit).bind(10, o.item);
    origin.bind(11, joined(o.from, " ", [](const CellRange& range) { return to_string(range); }));
    origin.bind(12, o.from_sheet).run();
  }
  Statement column(db, "INSERT INTO origin_column VALUES (?,?,?,?,?,?,?)");
  std::int64_t at = 0;
  for (const model::ColumnOrigin& c : sheet.columns) {
    column.bind(0, id).bind(1, std::int64_t{c.col}).bind(2, at++).bind(3, c.kind);
    column.bind(4, c.column).bind(5, c.expression);
    column.bind(6, joined(c.from, " ", [](int col) { return std::to_string(col); })).run();
  }
  Statement rows(db, "INSERT INTO origin_rows VALUES (?,?,?,?,?,?,?,?,?,?)");
  for (const model::RowsOrigin& r : sheet.rows) {
    rows.bind(0, id).bind(1, std::int64_t{r.last}).bind(2, std::int64_t{r.first}).bind(3, r.row);
    rows.bind(4, r.form).bind(5, r.unit).bind(6, r.item).bind(7, r.table);
    rows.bind(8, std::int64_t{r.table_row});
    rows.bind(9, joined(r.values, kBetween, [](const std::string& v) { return "=" + v; })).run();
  }
}

std::vector<model::CellOrigin> single_cells(Database& db, std::int64_t sheet,
                                            const CellRange& cells) {
  std::vector<model::CellOrigin> found;
  Statement rows(db,
                 "SELECT row, kind, name, heading, value, expression, form, unit, item, cells, "
                 "cells_sheet FROM origin WHERE sheet = ? AND col = ? AND row BETWEEN ? AND ? "
                 "ORDER BY row");
  rows.bind(0, sheet).bind(1, std::int64_t{cells.first.col});
  rows.bind(2, std::int64_t{cells.first.row}).bind(3, std::int64_t{cells.last.row});
  while (rows.step()) {
    model::CellOrigin o{{static_cast<int>(rows.integer(0)), cells.first.col},
                        rows.text(1),
                        rows.text(2),
                        rows.text(3),
                        rows.text(4),
                        rows.text(5),
                        rows.text(6),
                        rows.text(7),
                        rows.text(8)};
    for (const std::string& range : split(rows.text(9), " ")) {
      if (const auto r = parse_cell_range(range)) o.from.push_back(*r);
    }
    o.from_sheet = rows.text(10);
    found.push_back(std::move(o));
  }
  return found;
}

/// Of the rows that a stretch of a column meets, one cell each.
void add_cells_of_rows(Database& db, std::int64_t sheet, const CellRange& cells,
                       std::vector<model::CellOrigin>& found) {
  Statement rows(
      db,
      "SELECT r.first, r.last, r.name, r.form, r.unit, r.item, r.tbl, r.tbl_row, r.vals, "
      "c.at, c.kind, c.heading, c.expression, c.cols "
      "FROM origin_column c JOIN origin_rows r ON r.sheet = c.sheet "
      "WHERE c.sheet = ? AND c.col = ? AND r.last >= ? ORDER BY r.last");
  rows.bind(0, sheet).bind(1, std::int64_t{cells.first.col});
  rows.bind(2, std::int64_t{cells.first.row});
  while (rows.step()) {
    const int first = static_cast<int>(rows.integer(0)), last = static_cast<int>(rows.integer(1));
    if (first > cells.last.row) break;
    const std::vector<std::string> values = split(rows.text(8), kBetween);
    const auto at = static_cast<std::size_t>(rows.integer(9));
    for (int row = std::max(first, cells.first.row); row <= std::min(last, cells.last.row); ++row) {
      model::CellOrigin o{{row, cells.first.col},
                          rows.text(10),
                          rows.text(2),
                          rows.text(11),
                          at < values.size() ? values[at].substr(1) : "",
                          rows.text(12),
                          rows.text(3),
                          rows.text(4),
                          rows.text(5)};
      for (const std::string& col : split(rows.text(13), " ")) {
        const CellRef from{row, std::stoi(col)};
        o.from.push_back({from, from});
      }
      o.table = rows.text(6);
      if (!o.table.empty()) o.table_row = static_cast<int>(rows.integer(7)) + row - first;
      found.push_back(std::move(o));
    }
  }
}

}  // namespace

void drop_provenance(Database& db) {
  for (const char* sql :
       {"DROP TABLE IF EXISTS origin_rows", "DROP TABLE IF EXISTS origin_column",
        "DROP TABLE IF EXISTS origin", "DROP TABLE IF EXISTS book_sheet",
        "DROP TABLE IF EXISTS book", "DROP TABLE IF EXISTS reading", "DROP TABLE IF EXISTS source"})
    db.execute(sql);
}

void clear_provenance(Database& db) {
  db.execute(
      "DELETE FROM origin_rows; DELETE FROM origin_column; DELETE FROM origin; "
      "DELETE FROM book_sheet; DELETE FROM book; DELETE FROM reading; DELETE FROM source");
}

void write_provenance(Database& db, const model::Provenance& provenance) {
  Statement book(db, "INSERT INTO book VALUES (?,?)");
  Statement sheet(db, "INSERT INTO book_sheet (path, name, is_summary, zh, en) VALUES (?,?,?,?,?)");
  for (const model::BookOrigins& b : provenance.books) {
    book.bind(0, b.path).bind(1, b.sha256).run();
    for (const model::SheetOrigins& s : b.sheets) {
      sheet.bind(0, b.path).bind(1, s.name).bind(2, std::int64_t{s.is_summary});
      sheet.bind(3, s.about.zh).bind(4, s.about.en).run();
      write_sheet(db, db.last_id(), s);
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

std::vector<model::BookOrigins> read_books(Database& db) {
  std::vector<model::BookOrigins> found;
  Statement books(db, "SELECT path, sha256 FROM book ORDER BY path");
  while (books.step()) {
    model::BookOrigins& book = found.emplace_back();
    book.path = books.text(0);
    book.sha256 = books.text(1);
    Statement sheets(db,
                     "SELECT name, is_summary, zh, en FROM book_sheet WHERE path = ? ORDER BY id");
    sheets.bind(0, book.path);
    while (sheets.step())
      book.sheets.push_back(
          {sheets.text(0), sheets.integer(1) != 0, {sheets.text(2), sheets.text(3)}});
  }
  return found;
}

std::vector<model::CellOrigin> read_origins(Database& db, const std::string& book,
                                            const std::string& sheet, const CellRange& cells) {
  Statement id(db, "SELECT id FROM book_sheet WHERE path = ? AND name = ?");
  if (!id.bind(0, book).bind(1, sheet).step()) return {};
  std::vector<model::CellOrigin> found = single_cells(db, id.integer(0), cells);
  add_cells_of_rows(db, id.integer(0), cells, found);
  return found;
}

std::vector<model::ReadingNote> read_notes(Database& db, const std::string& unit) {
  std::vector<model::ReadingNote> found;
  Statement notes(db,
                  "SELECT form, unit, item, file, sheet, cell, block, money, zh, en FROM reading "
                  "WHERE unit = ? ORDER BY rowid");
  notes.bind(0, unit);
  while (notes.step()) {
    found.push_back({notes.text(0),
                     notes.text(1),
                     notes.text(2),
                     {notes.text(3), notes.text(4), parse_cell_ref(notes.text(5))},
                     notes.text(6),
                     notes.integer(7) != 0,
                     {notes.text(8), notes.text(9)}});
  }
  return found;
}

}  // namespace huizong::store
