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

namespace huizong::store {

enum class Access {
  Write,  ///< made where it is not there
  Read,   ///< must be there, and stays as it is
};

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

  /// What we wrote at the last run: path relative to the job -> sha256, so that an output changed
  /// by somebody else since is noticed before it is written over.
  std::map<std::string, std::string> outputs() const;
  void replace_outputs(const std::map<std::string, std::string>& outputs);

  /// Where the figures of the workbooks last written came from; nothing of it stands once
  /// replace_year() has put other figures in their place.
  void replace_provenance(const model::Provenance& provenance);
  model::Provenance provenance() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace huizong::store
