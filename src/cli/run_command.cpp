#include "cli/run_command.h"

#include "batch/run.h"
#include "cli/exit_status.h"
#include "cli/interrupt.h"
#include "cli/run_json.h"
#include "cli/run_text.h"
#include "cli/standard_streams.h"

namespace huizong::cli {

int run_command(const Options& options) {
  const job::Job job = job::load_job(options.target);
  batch::RunOptions how;
  how.threads = options.threads;
  how.dry_run = options.dry_run;
  how.list_passed = options.all;
  how.stop = &watch_interrupts();
  const batch::Run run = batch::run(job, how);
  const int status = batch::needs_correction(job, run.result) ? kToCorrect : kDone;
  print(options.json ? run_json(job, run, options.lang, options.all)
                     : run_text(job, run, options, status));
  return status;
}

}  // namespace huizong::cli
