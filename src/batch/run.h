// A run over a whole job: discover, process each workbook, collect, store, write.
//
// Threads live here only. Results are collected in the files' order, so they are
// the same whatever the number of threads.

#pragma once

#include <atomic>
#include <string>
#include <vector>

#include "job/job.h"
#include "model/run_result.h"

namespace huizong::batch {

struct RunOptions {
  int threads = 0;           ///< 0: as many as the machine has cores
  bool dry_run = false;      ///< read and audit, write nothing
  bool list_passed = false;  ///< checks that held are listed too, not only counted
  const std::atomic<bool>* stop =
      nullptr;  ///< set by an interrupt: throws Interrupted at the next workbook
};

class Interrupted : public Error {
 public:
  Interrupted() : Error(say("已中断。", "Interrupted.")) {}
};

struct WrittenOutput {
  std::string kind;  ///< summary filled findings
  std::string path;  ///< relative to the job
  std::string sha256;
};

struct Run {
  model::RunResult result;
  std::vector<WrittenOutput> outputs;
  std::vector<std::string>
      kept;  ///< outputs that somebody had changed: now beside the new ones as ….bak
};

/// Reads, derives and audits every submission; writes nothing.
model::RunResult read_all(const job::Job& job, const RunOptions& options);

/// The whole job. Throws WriteError when an output cannot be written.
Run run(const job::Job& job, const RunOptions& options);

/// Whether something is to be corrected before the summary can be signed: exit status 1.
bool needs_correction(const job::Job& job, const model::RunResult& result);

}  // namespace huizong::batch
