#include "cli/cli.h"

#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdio>
#include <functional>

#include "base/file.h"
#include "batch/process.h"
#include "batch/run.h"
#include "batch/trace.h"
#include "cli/cells_command.h"
#include "cli/exit_status.h"
#include "cli/figures_command.h"
#include "cli/help.h"
#include "cli/options.h"
#include "cli/run_command.h"
#include "cli/standard_streams.h"
#include "cli/trace_command.h"

namespace huizong::cli {
namespace {

/// A log is for us and for support; people read what the commands print.
void start_log(const Options& options) {
  std::vector<spdlog::sink_ptr> sinks;
  if (options.log) {
    try {
      sinks.push_back(
          std::make_shared<spdlog::sinks::basic_file_sink_mt>(options.log->string(), true));
    } catch (const spdlog::spdlog_ex&) {
      throw WriteError(say("写不了日志文件 {}。请换一个位置。",
                           "The log file {} cannot be written. Choose another place.",
                           options.log->string()));
    }
  }
  if (options.verbose) sinks.push_back(std::make_shared<spdlog::sinks::stderr_sink_mt>());
  if (!sinks.empty())
    spdlog::register_logger(
        std::make_shared<spdlog::logger>(batch::kLogName, sinks.begin(), sinks.end()));
}

int dispatch(const Options& options) {
  switch (options.command) {
    case Command::Version:
      print("huizong " HUIZONG_VERSION "\n");
      return kDone;
    case Command::Help: {
      const std::string text = help_text(options.help_topic, options.lang);
      if (text.empty())
        throw UsageError(say("没有“{}”这个命令。用 huizong help 看都有哪些。",
                             "There is no command \"{}\". huizong help lists them.",
                             options.help_topic));
      print(text);
      return kDone;
    }
    case Command::Cells:
      return cells_command(options.target, options.out, options.lang, options.limits);
    case Command::Figures:
      return figures_command(options);
    case Command::Run:
      return run_command(options);
    case Command::Trace:
      return trace_command(options);
  }
  return kFault;
}

int guarded(const Options& options, const std::function<int()>& work) {
  const auto complain = [&](const Message& message) {
    const std::string& text = message.in(options.lang);
    std::fprintf(stderr, "%s%s", text.c_str(), !text.empty() && text.back() == '\n' ? "" : "\n");
  };
  try {
    return work();
  } catch (const UsageError& e) {
    complain(e.message());
    return kBadCommandLine;
  } catch (const batch::PlaceError& e) {
    complain(e.message());
    return kBadCommandLine;
  } catch (const batch::NotRecorded& e) {
    complain(e.message());
    return kToCorrect;
  } catch (const batch::Interrupted& e) {
    complain(e.message());
    return kInterrupted;
  } catch (const ClosedPipe&) {
    return kCannotWrite;  // `| head` has what it wanted: nothing to say, but it was not all printed
  } catch (const WriteError& e) {
    complain(e.message());
    return kCannotWrite;
  } catch (const Error& e) {
    complain(e.message());
    return kBadJob;
  } catch (const std::exception& e) {
    const std::string what = e.what();
    complain(say(
        "huizong 自己出了错：{}。请把这句话和出错的文件一起告诉我们。",
        "A fault in huizong itself: {}. Please report this sentence with the file it happened on.",
        what));
    return kFault;
  }
}

}  // namespace

int main(int argc, char** argv) {
  secure_standard_streams();
  Options options;
  options.lang = language_of(argc, argv);
  return guarded(options, [&] {
    options = parse_options(argc, argv);
    start_log(options);
    return dispatch(options);
  });
}

}  // namespace huizong::cli
