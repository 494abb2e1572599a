// 任务: one year's batch, as huizong.toml and the unit list describe it.

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "job/explanation_file.h"
#include "job/unit_list_file.h"
#include "mapping/mapping.h"
#include "model/unit_list.h"
#include "xlsx/limits.h"

namespace huizong::job {

struct JobForm {
  mapping::Mapping mapping;
  std::string input;  ///< glob relative to the job, "上报/**/*.xlsx"
  std::vector<std::string> unit_from = {"cell", "file"};

  /// Whether 应报表 in the unit list means this form by that word: its title, its mapping's file
  /// name, or its id.
  bool is_called(std::string_view name) const;
  /// The folder its input begins in: all before the first wildcard, "上报"; "" for the job's own.
  std::string input_folder() const;
};

/// A figure derived across forms or years.
struct AcrossDerived {
  std::size_t form = 0;     ///< into Job::forms
  std::size_t derived = 0;  ///< into its definitions
};

/// A rule whose level the job changes: "error" "warning" "note" "trial" "off".
struct LevelChange {
  std::string rule;
  std::string from;  ///< as the mapping has it
  std::string to;
  std::string why;
};

struct Job {
  std::filesystem::path folder;
  std::string name;
  int year = 0;
  /// "2022-03-15"; "" when the job gives none (and SOURCE_DATE_EPOCH is not set)
  std::string date;
  model::UnitList units;
  std::vector<JobForm> forms;
  std::vector<AcrossDerived> across;  ///< each behind those it needs
  std::vector<LevelChange> levels;
  std::string explanations_file;  ///< 出错说明, relative to the job; "": warnings stay open
  ExplanationFile explanations;   ///< as it stands there; nothing where it does not exist yet
  std::string explanations_hash;  ///< sha256 of the file; "" where it does not exist yet
  std::filesystem::path previous_store;  ///< of last year's job; empty: last year is not known
  xlsx::Limits limits;  ///< of a submission; the office's own files keep to the defaults

  std::filesystem::path output_folder() const { return folder / "输出"; }
  std::filesystem::path store_file() const { return folder / ".huizong" / "store.hzs"; }
};

/// `where` is a folder or a huizong.toml. Throws Mistakes with every slip in the job, its mappings
/// and its unit list, or Error when there is no job there.
Job load_job(const std::filesystem::path& where);

}  // namespace huizong::job
