#include "store/store.h"

#include "base/file.h"
#include "store/figure_row.h"
#include "store/provenance_rows.h"
#include "store/sqlite.h"

namespace huizong::store {
namespace {

constexpr int kVersion =
    4;  // before it, provenance was none or kept otherwise; a run makes it anew
constexpr int kOldest = 2;

// A figure of no table has tbl "" and row -1. A row of a table without any figure of its own keeps
// its place through table_row.
constexpr const char* kSchema = R"(
CREATE TABLE submission (
  id INTEGER PRIMARY KEY, year INTEGER NOT NULL, form TEXT NOT NULL, unit TEXT NOT NULL, item TEXT NOT NULL,
  unit_name TEXT NOT NULL, file TEXT NOT NULL, sheet TEXT NOT NULL, money INTEGER NOT NULL, counted INTEGER NOT NULL,
  why_zh TEXT NOT NULL, why_en TEXT NOT NULL,
  UNIQUE (year, form, unit, item));
CREATE TABLE table_row (
  submission INTEGER NOT NULL REFERENCES submission, tbl TEXT NOT NULL, row INTEGER NOT NULL, has_figure INTEGER NOT NULL,
  PRIMARY KEY (submission, tbl, row)) WITHOUT ROWID;
CREATE TABLE figure (
  submission INTEGER NOT NULL REFERENCES submission, tbl TEXT NOT NULL, row INTEGER NOT NULL,
  field TEXT NOT NULL, type INTEGER NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL,
  reason_zh TEXT, reason_en TEXT, root TEXT, raw TEXT NOT NULL, file TEXT NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL,
  derived INTEGER NOT NULL, required INTEGER NOT NULL, shown INTEGER,
  PRIMARY KEY (submission, tbl, row, field)) WITHOUT ROWID;
CREATE TABLE output (path TEXT PRIMARY KEY, sha256 TEXT NOT NULL) WITHOUT ROWID;
)";

std::string marks(int count) {
  std::string text = "?";
  for (int i = 1; i < count; ++i) text += ",?";
  return text;
}

}  // namespace

struct Store::Impl {
  Impl(const std::filesystem::path& file, Access access) : db(file, access) {}
  Database db;
  bool has_provenance = true;  ///< false of an older store that is only read

  void insert(const model::Submission& s, Statement& head, Statement& row, Statement& figure) {
    head.bind(0, std::int64_t{s.key.year})
        .bind(1, s.key.form)
        .bind(2, s.key.unit)
        .bind(3, s.key.item);
    head.bind(4, s.unit_name).bind(5, s.file).bind(6, s.sheet).bind(7, std::int64_t{s.counted});
    head.bind(8, s.why_not_counted.zh).bind(9, s.why_not_counted.en);
    head.bind(10, static_cast<std::int64_t>(s.money)).run();
    const std::int64_t id = db.last_id();
    const auto add = [&](const std::string& table, std::int64_t at, const model::Figure& f) {
      figure.bind(0, id).bind(1, table).bind(2, at);
      bind_figure(figure, 3, f);
      figure.run();
    };
    for (const auto& [path, f] : s.figures) add("", -1, f);
    for (const auto& [name, table] : s.tables) {
      std::int64_t at = 0;
      for (const model::TableRow& r : table.rows) {
        row.bind(0, id).bind(1, name).bind(2, at).bind(3, std::int64_t{r.has_figure}).run();
        for (const auto& [column, f] : r.columns) add(name, at, f);
        ++at;
      }
    }
  }

  void load_rows(std::int64_t id, model::Submission& s) {
    Statement rows(db,
                   "SELECT tbl, has_figure FROM table_row WHERE submission = ? ORDER BY tbl, row");
    rows.bind(0, id);
    while (rows.step()) {
      model::Table& table = s.tables[rows.text(0)];
      table.name = rows.text(0);
      table.rows.emplace_back().has_figure = rows.integer(1) != 0;
    }
    const std::string sql =
        std::string("SELECT tbl, row, ") + kFigureColumns + " FROM figure WHERE submission = ?";
    Statement figures(db, sql.c_str());
    figures.bind(0, id);
    while (figures.step()) {
      model::Figure f = figure_from(figures, 2);
      const std::string table = figures.text(0);
      auto& target =
          table.empty()
              ? s.figures
              : s.tables[table].rows.at(static_cast<std::size_t>(figures.integer(1))).columns;
      std::string key = f.field;
      target.emplace(std::move(key), std::move(f));
    }
  }
};

Store::Store(const std::filesystem::path& file, Access access) {
  std::error_code made;
  if (access == Access::Write && file.has_parent_path())
    std::filesystem::create_directories(file.parent_path(), made);
  if (made)
    throw WriteError(say("建不了文件夹 {}：{}。请检查能否写入。",
                         "Cannot make the folder {}: {}. Check that it can be written to.",
                         file.parent_path().string(), made.message()));
  impl_ = std::make_unique<Impl>(file, access);
  Statement version(impl_->db, "PRAGMA user_version");
  version.step();
  const std::int64_t found = version.integer(0);
  const bool fresh = found == 0 && access == Access::Write;
  impl_->has_provenance = found == kVersion || access == Access::Write;
  if (found > kVersion)
    throw Error(
        say("数据文件 {} 是更新版本的 huizong 写的。请升级 huizong，或删除它后重新运行。",
            "The store {} was written by a newer huizong. Upgrade, or delete it and run again.",
            file.string()));
  if (found < kOldest && !fresh)
    throw Error(
        say("数据文件 {} 是旧版本的 huizong 写的，或不是 huizong 的。请把它删除，在它的任务里"
            "重新运行一次，它会从报送表重建。",
            "The store {} was written by an older huizong, or is not one of huizong's. "
            "Delete it and run its job again, which makes it anew from the submissions.",
            file.string()));
  if (access != Access::Write || found == kVersion) return;
  Transaction change(impl_->db);
  if (fresh) impl_->db.execute(kSchema);
  drop_provenance(impl_->db);
  impl_->db.execute(kProvenanceSchema);
  impl_->db.execute("PRAGMA user_version = 4");
  change.commit();
}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;

void Store::replace_year(int year, const std::vector<model::Submission>& submissions) {
  Database& db = impl_->db;
  Transaction change(db);
  for (const char* sql :
       {"DELETE FROM figure WHERE submission IN (SELECT id FROM submission WHERE year = ?)",
        "DELETE FROM table_row WHERE submission IN (SELECT id FROM submission WHERE year = ?)",
        "DELETE FROM submission WHERE year = ?"}) {
    Statement(db, sql).bind(0, std::int64_t{year}).run();
  }
  clear_provenance(db);
  Statement head(db,
                 "INSERT INTO submission (year, form, unit, item, unit_name, file, sheet, counted, "
                 "why_zh, why_en, money) "
                 "VALUES (?,?,?,?,?,?,?,?,?,?,?)");
  Statement row(db, "INSERT INTO table_row VALUES (?,?,?,?)");
  const std::string sql = std::string("INSERT INTO figure (submission, tbl, row, ") +
                          kFigureColumns + ") VALUES (" + marks(3 + kFigureColumnCount) + ")";
  Statement figure(db, sql.c_str());
  for (const model::Submission& s : submissions) impl_->insert(s, head, row, figure);
  change.commit();
}

std::vector<model::Submission> Store::load_year(
    int year, const std::optional<std::set<std::string>>& units) const {
  std::vector<model::Submission> list;
  Statement heads(impl_->db,
                  "SELECT id, form, unit, item, unit_name, file, sheet, counted, why_zh, why_en, "
                  "money FROM submission "
                  "WHERE year = ? ORDER BY form, unit, item");
  heads.bind(0, std::int64_t{year});
  while (heads.step()) {
    if (units && !units->contains(heads.text(2))) continue;
    model::Submission s;
    s.key = {year, heads.text(1), heads.text(2), heads.text(3)};
    s.unit_name = heads.text(4);
    s.file = heads.text(5);
    s.sheet = heads.text(6);
    s.counted = heads.integer(7) != 0;
    s.why_not_counted = {heads.text(8), heads.text(9)};
    s.money = static_cast<model::MoneyUnit>(heads.integer(10));
    impl_->load_rows(heads.integer(0), s);
    list.push_back(std::move(s));
  }
  return list;
}

bool Store::has_year(int year) const {
  Statement any(impl_->db, "SELECT 1 FROM submission WHERE year = ? LIMIT 1");
  return any.bind(0, std::int64_t{year}).step();
}

std::map<std::string, std::string> Store::outputs() const {
  std::map<std::string, std::string> found;
  Statement rows(impl_->db, "SELECT path, sha256 FROM output");
  while (rows.step()) found.emplace(rows.text(0), rows.text(1));
  return found;
}

void Store::replace_provenance(const model::Provenance& provenance) {
  Transaction change(impl_->db);
  clear_provenance(impl_->db);
  write_provenance(impl_->db, provenance);
  change.commit();
}

std::vector<model::BookOrigins> Store::recorded_books() const {
  return impl_->has_provenance ? read_books(impl_->db) : std::vector<model::BookOrigins>{};
}

std::vector<model::CellOrigin> Store::origins(const std::string& book, const std::string& sheet,
                                              const CellRange& cells) const {
  return read_origins(impl_->db, book, sheet, cells);
}

std::vector<model::ReadingNote> Store::reading_notes(const std::string& unit) const {
  return read_notes(impl_->db, unit);
}

std::optional<std::string> Store::hash_of_source(const std::string& path) const {
  Statement source(impl_->db, "SELECT sha256 FROM source WHERE path = ?");
  source.bind(0, path);
  return source.step() ? std::optional(source.text(0)) : std::nullopt;
}

void Store::replace_outputs(const std::map<std::string, std::string>& outputs) {
  Transaction change(impl_->db);
  impl_->db.execute("DELETE FROM output");
  Statement insert(impl_->db, "INSERT INTO output VALUES (?,?)");
  for (const auto& [path, hash] : outputs) insert.bind(0, path).bind(1, hash).run();
  change.commit();
}

}  // namespace huizong::store
