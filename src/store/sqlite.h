// A thin hold on SQLite: closes what it opens, and turns its errors into ours.

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "store/access.h"

struct sqlite3;
struct sqlite3_stmt;

namespace huizong::store {

class Database {
 public:
  /// Made where it is not there, if it is to be written. Throws Error.
  Database(const std::filesystem::path& file, Access access);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  void execute(const char* sql);
  std::int64_t last_id() const;
  [[noreturn]] void fail() const;
  sqlite3* handle() const { return db_; }

 private:
  sqlite3* db_ = nullptr;
  std::filesystem::path file_;
  Access access_;
};

/// One prepared statement; parameters and columns count from 0.
class Statement {
 public:
  Statement(Database& db, const char* sql);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  Statement& bind(int index, std::string_view text);
  Statement& bind(int index, std::int64_t number);
  Statement& bind_null(int index);
  bool step();  ///< true when there is a row
  void run();   ///< steps to the end, ready to be bound anew
  std::string text(int column) const;
  std::int64_t integer(int column) const;
  bool is_null(int column) const;

 private:
  Database& db_;
  sqlite3_stmt* statement_ = nullptr;
};

/// Rolled back unless committed.
class Transaction {
 public:
  explicit Transaction(Database& db) : db_(db) { db_.execute("BEGIN IMMEDIATE"); }
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database& db_;
  bool open_ = true;
};

}  // namespace huizong::store
