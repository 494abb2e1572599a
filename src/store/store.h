// The store (.huizong/store.hzs): the figures of all units and years, and what
// was read when, in one SQLite file. Amounts are kept as decimal text.

#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/provenance.h"
#include "model/submission.h"
#include "store/access.h"

namespace huizong::store {

class Store {
 public:
  /// Throws Error when the file is no store, or one of another version of this program.
  explicit Store(const std::filesystem::path& file, Access access = Access::Write);
  ~Store();
  Store(Store&&) noexcept;

  /// Replaces everything kept of that year by these submissions, in one transaction.
  void replace_year(int year, const std::vector<model::Submission>& submissions);
  /// Submissions of that year, ordered by key; derived figures included. Of all units, or of those.
  std::vector<model::Submission> load_year(
      int year, const std::optional<std::set<std::string>>& units = std::nullopt) const;
  bool has_year(int year) const;

  /// What we wrote at the last run: path relative to the job -> sha256, so that an output changed
  /// by somebody else since is noticed before it is written over.
  std::map<std::string, std::string> outputs() const;
  void replace_outputs(const std::map<std::string, std::string>& outputs);

  /// Where the figures of the workbooks last written came from; nothing of it stands once
  /// replace_year() has put other figures in their place.
  void replace_provenance(const model::Provenance& provenance);
  /// The workbooks and their sheets, without the cells.
  std::vector<model::BookOrigins> recorded_books() const;
  /// What is recorded of the cells of a range that goes down one column, in order.
  std::vector<model::CellOrigin> origins(const std::string& book, const std::string& sheet,
                                         const CellRange& cells) const;
  std::vector<model::ReadingNote> reading_notes(const std::string& unit) const;
  /// Of a file as it was read; nothing of one that was not.
  std::optional<std::string> hash_of_source(const std::string& path) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace huizong::store
