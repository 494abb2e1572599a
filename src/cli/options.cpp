#include "cli/options.h"

#include <boost/program_options.hpp>
#include <cstdlib>
#include <map>

#include "base/text.h"
#include "cli/limit_option.h"

namespace huizong::cli {
namespace po = boost::program_options;
namespace {

// Boost guesses abbreviated options by default; a script that used one would break with the next
// option added.
constexpr int kStyle = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;

const std::map<std::string, Command>& commands() {
  static const std::map<std::string, Command> kCommands = {{"run", Command::Run},
                                                           {"figures", Command::Figures},
                                                           {"trace", Command::Trace},
                                                           {"cells", Command::Cells},
                                                           {"help", Command::Help}};
  return kCommands;
}

po::options_description common_options() {
  po::options_description all;
  all.add_options()("help,h", "")("version", "")("lang", po::value<std::string>())(
      "color", po::value<std::string>())("quiet,q", "")("verbose,v", "")(
      "log", po::value<std::string>())("directory,C", po::value<std::string>());
  return all;
}

po::options_description options_of(Command command) {
  po::options_description all = common_options();
  if (command == Command::Run || command == Command::Figures)
    all.add_options()("jobs,j", po::value<int>());
  if (command == Command::Run) all.add_options()("json", "")("all", "")("dry-run,n", "");
  if (command == Command::Trace) all.add_options()("json", "");
  if (command == Command::Cells)
    all.add_options()("output,o", po::value<std::string>())("limit",
                                                            po::value<std::vector<std::string>>());
  all.add_options()("target", po::value<std::vector<std::string>>());
  return all;
}

template <class Enum>
Enum choice(const po::variables_map& values, const char* option,
            const std::map<std::string, Enum>& known, Enum fallback) {
  if (!values.count(option)) return fallback;
  const std::string word = values[option].as<std::string>();
  const auto found = known.find(word);
  if (found != known.end()) return found->second;
  std::string words;
  for (const auto& [name, value] : known) words += (words.empty() ? "" : "|") + name;
  throw UsageError(
      say("--{} 只能是 {}，不能是“{}”。", "--{} takes {}, not \"{}\".", option, words, word));
}

Message reworded(const po::error& error) {
  if (const auto* unknown = dynamic_cast<const po::unknown_option*>(&error))
    return say("没有“{}”这个选项。用 huizong help 看都有哪些。",
               "There is no option {}. huizong help lists them.", unknown->get_option_name());
  if (const auto* invalid = dynamic_cast<const po::invalid_option_value*>(&error))
    return say("选项 {} 的值不对。", "The value of option {} is not valid.",
               invalid->get_option_name());
  if (const auto* syntax = dynamic_cast<const po::invalid_command_line_syntax*>(&error))
    return say("选项 {} 后面少一个值，或不该带值。", "Option {} lacks a value, or takes none.",
               syntax->get_option_name());
  return say("命令行看不懂：{}。", "The command line cannot be understood: {}.",
             std::string(error.what()));
}

/// The first word that is no option; empty when there is none. Options that take a value are known
/// here, so that `-C 文件夹 run` finds run.
std::string command_word(int argc, const char* const* argv, std::vector<std::string>& rest) {
  po::options_description any = common_options();
  any.add_options()("jobs,j", po::value<int>())("output,o", po::value<std::string>())("json", "")(
      "all", "")("dry-run,n", "")("limit", po::value<std::vector<std::string>>());
  po::positional_options_description positional;
  any.add_options()("target", po::value<std::vector<std::string>>());
  positional.add("target", -1);
  const po::parsed_options parsed =
      po::command_line_parser(argc, argv).options(any).positional(positional).style(kStyle).run();
  std::string word;
  for (const po::option& option : parsed.options) {
    if (word.empty() && option.string_key == "target") {
      word = option.value.front();
      continue;
    }
    rest.insert(rest.end(), option.original_tokens.begin(), option.original_tokens.end());
  }
  return word;
}

}  // namespace

Lang language_of(int argc, const char* const* argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--lang=zh" ||
        (word == "--lang" && i + 1 < argc && std::string_view(argv[i + 1]) == "zh"))
      return Lang::Zh;
    if (word == "--lang=en" ||
        (word == "--lang" && i + 1 < argc && std::string_view(argv[i + 1]) == "en"))
      return Lang::En;
  }
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(variable);
    if (value && *value) return std::string_view(value).substr(0, 2) == "zh" ? Lang::Zh : Lang::En;
  }
  return Lang::En;
}

Options parse_options(int argc, const char* const* argv) try {
  Options options;
  std::vector<std::string> rest;
  const std::string word = command_word(argc, argv, rest);
  if (!word.empty()) {
    const auto known = commands().find(word);
    if (known == commands().end()) {
      std::vector<std::string> names;
      for (const auto& [name, command] : commands()) names.push_back(name);
      const std::string near = nearest(word, names);
      throw UsageError(near.empty()
                           ? say("没有“{}”这个命令。用 huizong help 看都有哪些。",
                                 "There is no command \"{}\". huizong help lists them.", word)
                           : say("没有“{}”这个命令，是不是“{}”？",
                                 "There is no command \"{}\"; did you mean \"{}\"?", word, near));
    }
    options.command = known->second;
  }
  po::positional_options_description positional;
  positional.add("target", -1);
  po::variables_map values;
  po::store(po::command_line_parser(rest)
                .options(options_of(options.command))
                .positional(positional)
                .style(kStyle)
                .run(),
            values);

  options.lang =
      choice<Lang>(values, "lang", {{"zh", Lang::Zh}, {"en", Lang::En}}, language_of(argc, argv));
  options.color = choice<Color>(
      values, "color", {{"auto", Color::Auto}, {"always", Color::Always}, {"never", Color::Never}},
      Color::Auto);
  options.quiet = values.count("quiet") > 0;
  options.verbose = values.count("verbose") > 0;
  options.json = values.count("json") > 0;
  options.all = values.count("all") > 0;
  if (options.all && !options.json)
    throw UsageError(say("--all 只和 --json 一起用。", "--all goes with --json only."));
  options.dry_run = values.count("dry-run") > 0;
  if (values.count("log")) options.log = values["log"].as<std::string>();
  if (values.count("output")) options.out = values["output"].as<std::string>();
  if (values.count("jobs")) {
    options.threads = values["jobs"].as<int>();
    if (options.threads < 1 || options.threads > 1024)
      throw UsageError(
          say("-j 要给 1 到 1024 之间的整数。", "-j takes a whole number from 1 to 1024."));
  }
  if (values.count("limit")) {
    for (const std::string& pair : values["limit"].as<std::vector<std::string>>())
      set_limit_option(options.limits, pair);
  }
  std::vector<std::string> targets;
  if (values.count("target")) targets = values["target"].as<std::vector<std::string>>();
  if (options.command == Command::Help || values.count("help")) {
    options.help_topic =
        options.command == Command::Help ? (targets.empty() ? "" : targets.front()) : word;
    options.command = Command::Help;
    if (values.count("version")) options.command = Command::Version;
    return options;
  }
  if (values.count("version")) {
    options.command = Command::Version;
    return options;
  }
  if (options.command == Command::Trace) {
    if (targets.empty())
      throw UsageError(say("请给出要追溯的单元格：huizong trace '汇总!F12' [任务]。",
                           "Say which cell: huizong trace '汇总!F12' [JOB]."));
    options.place = targets.front();
    targets.erase(targets.begin());
  }
  if (targets.size() > 1)
    throw UsageError(say("{} 只能给一个文件或文件夹，多了“{}”。",
                         "{} takes one file or folder; \"{}\" is one too many.", word, targets[1]));
  if (options.command == Command::Cells && targets.empty())
    throw UsageError(say("请给出要看的工作簿：huizong cells 文件.xlsx。",
                         "Say which workbook: huizong cells FILE.xlsx."));
  if (values.count("directory")) options.target = values["directory"].as<std::string>();
  if (!targets.empty())
    options.target = values.count("directory") ? options.target / targets.front()
                                               : std::filesystem::path(targets.front());
  return options;
} catch (const po::error& error) {
  throw UsageError(reworded(error));
}

}  // namespace huizong::cli
