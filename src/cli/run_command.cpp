#include "cli/run_command.h"

#include <csignal>
#include <cstdio>

#include "batch/run.h"
#include "cli/exit_status.h"
#include "cli/run_json.h"
#include "cli/run_text.h"

namespace huizong::cli {
namespace {
std::atomic<bool> interrupted = false;  // all a signal handler may touch
}

int run_command(const Options& options) {
  const job::Job job = job::load_job(options.target);
  std::signal(SIGINT, [](int) { interrupted = true; });
  batch::RunOptions how;
  how.threads = options.threads;
  how.dry_run = options.dry_run;
  how.stop = &interrupted;
  const batch::Run run = batch::run(job, how);
  const int status = batch::needs_correction(job, run.result) ? kToCorrect : kDone;
  const std::string text =
      options.json ? run_json(job, run, options.lang) : run_text(job, run, options, status);
  std::fwrite(text.data(), 1, text.size(), stdout);
  return status;
}

}  // namespace huizong::cli
