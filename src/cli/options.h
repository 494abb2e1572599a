// What was asked for on the command line.

#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/message.h"
#include "xlsx/limits.h"

namespace huizong::cli {

enum class Command { Help, Version, Run, Figures, Trace, Cells };
enum class Color { Auto, Always, Never };

struct Options {
  Command command = Command::Help;
  std::string help_topic;                    ///< the command whose help is asked for; "" for all
  std::string place;                         ///< of `trace`: 汇总!F12
  std::filesystem::path target = ".";        ///< the job, or the workbook of `cells`
  std::optional<std::filesystem::path> out;  ///< -o of `cells`
  std::optional<std::filesystem::path> log;  ///< --log
  int threads = 0;                           ///< -j; 0: as many as cores
  xlsx::Limits limits;                       ///< --limit of `cells`
  bool dry_run = false;
  bool quiet = false;
  bool verbose = false;
  bool json = false;
  bool all = false;  ///< checks that held too, with json
  Color color = Color::Auto;
  Lang lang = Lang::En;
};

/// A command line that cannot be understood: exit status 2.
class UsageError : public Error {
 public:
  using Error::Error;
};

/// The language of messages: --lang wherever it stands, else 中文 under a zh locale.
Lang language_of(int argc, const char* const* argv);

Options parse_options(int argc, const char* const* argv);  ///< throws UsageError

}  // namespace huizong::cli
