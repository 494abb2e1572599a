#include "cli/limit_option.h"

#include <charconv>

#include "base/text.h"
#include "cli/options.h"

namespace huizong::cli {
namespace {

[[noreturn]] void refuse_name(std::string_view name) {
  std::vector<std::string> names = xlsx::limit_names();
  std::erase(names, "cells");
  std::string all;
  for (const std::string& each : names) all += (all.empty() ? "" : " ") + each;
  const std::string near = nearest(name, names);
  if (near.empty())
    throw UsageError(say("没有“{}”这个上限。可用的有：{}；huizong.toml 里的 cells 这里不用。",
                         "There is no limit \"{}\". There are: {}; cells of huizong.toml does not "
                         "apply here.",
                         name, all));
  throw UsageError(say(
      "没有“{}”这个上限，是不是“{}”？可用的有：{}；huizong.toml 里的 cells 这里不用。",
      "There is no limit \"{}\"; did you mean \"{}\"? There are: {}; cells of huizong.toml does "
      "not apply here.",
      name, near, all));
}

}  // namespace

void set_limit_option(xlsx::Limits& limits, std::string_view word) {
  const std::size_t equals = word.find('=');
  if (equals == std::string_view::npos)
    throw UsageError(say("--limit 要写成 名称=数，例如 --limit strings=20000000，不能是“{}”。",
                         "--limit takes NAME=VALUE, as in --limit strings=20000000, not \"{}\".",
                         word));
  const std::string_view name = word.substr(0, equals);
  const std::string_view digits = word.substr(equals + 1);
  if (name == "cells")
    throw UsageError({"huizong cells 逐格读出，不受 cells 这个上限的限制，请删去它。",
                      "huizong cells reads cell by cell and has no limit cells; take it out."});
  const xlsx::AdjustableLimit* known = xlsx::find_limit(name);
  if (!known) refuse_name(name);
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool whole = error == std::errc() && end == digits.data() + digits.size();
  if (whole && xlsx::set_limit(limits, name, value)) return;
  const Message allowed = known->allowed();
  throw UsageError({fmt::format("--limit {} 要给 {}，不能是“{}”。", name, allowed.zh, digits),
                    fmt::format("--limit {} takes {}, not \"{}\".", name, allowed.en, digits)});
}

}  // namespace huizong::cli
