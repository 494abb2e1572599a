#include "store/sqlite.h"

#include <sqlite3.h>

#include "base/file.h"

namespace huizong::store {

Database::Database(const std::filesystem::path& file, Access access)
    : file_(file), access_(access) {
  const bool writable = access == Access::Write;
  const int flags = writable ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
  if (sqlite3_open_v2(file.c_str(), &db_, flags, nullptr) != SQLITE_OK) {
    const std::string why = db_ ? sqlite3_errmsg(db_) : "out of memory";
    sqlite3_close(db_);
    if (!writable)
      throw Error(say("打不开数据文件 {}（{}）。请检查它在不在、能否读取。",
                      "Cannot open the store {} ({}). Check that it is there and can be read.",
                      file.string(), why));
    throw WriteError(say("打不开数据文件 {}（{}）。请检查文件夹能否写入。",
                         "Cannot open the store {} ({}). Check that its folder can be written to.",
                         file.string(), why));
  }
  sqlite3_busy_timeout(db_, 5000);
}
Database::~Database() {
  sqlite3_close(db_);
}

void Database::fail() const {
  const int code = sqlite3_errcode(db_);
  if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
    throw Error(say("数据文件 {} 正被另一个 huizong 使用，请等它运行完再试。",
                    "The store {} is in use by another huizong; wait until that has finished.",
                    file_.string()));
  if (code == SQLITE_FULL || code == SQLITE_READONLY || code == SQLITE_IOERR ||
      code == SQLITE_CANTOPEN)
    throw WriteError(
        say("写不了数据文件 {}。请检查磁盘空间和权限后重试。",
            "Cannot write the store {}. Check disk space and permissions, and try again.",
            file_.string()));
  if (access_ == Access::ReadOther)
    throw Error(
        say("数据文件 {} 损坏，或不是 huizong 的（{}）。请换一份完好的备份，或在它自己的任务里重新"
            "运行一次得到它；本次任务不能重建它。",
            "The store {} is damaged, or not one of huizong's ({}). Put a sound copy in its "
            "place, or run its own job again; this job cannot make it anew.",
            file_.string(), sqlite3_errmsg(db_)));
  throw Error(
      say("数据文件 {} 损坏，或不是 huizong 的（{}）。它是 huizong 自己存的，请删除它，再运行一次 "
          "huizong run：会从报送表重建，报送表和已写出的结果都不会丢；同一文件夹里做过的别的年度"
          "要各自重新运行。",
          "The store {} is damaged, or not one of huizong's ({}). It is kept by huizong itself: "
          "delete it and run huizong run, which makes it anew from the submissions. No submission "
          "and no result is lost; other years done in the same folder must be run again.",
          file_.string(), sqlite3_errmsg(db_)));
}
void Database::execute(const char* sql) {
  if (sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}
std::int64_t Database::last_id() const {
  return sqlite3_last_insert_rowid(db_);
}

Statement::Statement(Database& db, const char* sql) : db_(db) {
  if (sqlite3_prepare_v2(db.handle(), sql, -1, &statement_, nullptr) != SQLITE_OK) db.fail();
}
Statement::~Statement() {
  sqlite3_finalize(statement_);
}

Statement& Statement::bind(int index, std::string_view text) {
  sqlite3_bind_text(statement_, index + 1, text.data(), static_cast<int>(text.size()),
                    SQLITE_TRANSIENT);
  return *this;
}
Statement& Statement::bind(int index, std::int64_t number) {
  sqlite3_bind_int64(statement_, index + 1, number);
  return *this;
}
Statement& Statement::bind_null(int index) {
  sqlite3_bind_null(statement_, index + 1);
  return *this;
}
bool Statement::step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) db_.fail();
  return false;
}
void Statement::run() {
  while (step()) {
  }
  sqlite3_reset(statement_);
}
std::string Statement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  return bytes ? std::string(bytes,
                             static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)))
               : std::string();
}
std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_, column);
}
bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

Transaction::~Transaction() {
  if (open_) sqlite3_exec(db_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}
void Transaction::commit() {
  db_.execute("COMMIT");
  open_ = false;
}

}  // namespace huizong::store
