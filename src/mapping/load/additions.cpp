#include "mapping/load/additions.h"

#include <algorithm>

#include "mapping/load/slips.h"

namespace huizong::mapping {
namespace {

/// So many lines stand in front of it now.
void shift(TomlValue& value, int lines) {
  value.spot.line += lines;
  for (TomlValue& item : value.items) shift(item, lines);
  for (TomlEntry& entry : value.entries) {
    entry.key_spot.line += lines;
    shift(entry.value, lines);
  }
}

bool may_add(const std::string& path) {
  static const std::vector<std::string> kPaths = {"prose", "derived", "rules", "summary",
                                                  "summary.columns"};
  return std::find(kPaths.begin(), kPaths.end(), path) != kPaths.end();
}

void refuse_others(const TomlValue& table, const std::string& path, Slips& slips) {
  for (const TomlEntry& entry : table.entries) {
    if (!may_add(path + entry.key))
      slips.add(entry.key_spot,
                say("补充文件里不能有 {}", "additions to a mapping cannot hold {}", entry.key),
                {"只能有 [[prose]] [[derived]] [[rules]] [[summary.columns]]，别的要改映射本身",
                 "they hold [[prose]], [[derived]], [[rules]] and [[summary.columns]]; for "
                 "anything else change the mapping"});
    else if (entry.key == "summary")
      refuse_others(entry.value, "summary.", slips);
  }
}

void append(TomlValue& to, const TomlValue& from) {
  to.items.insert(to.items.end(), from.items.begin(), from.items.end());
  for (const TomlEntry& entry : from.entries) {
    const auto own = std::find_if(to.entries.begin(), to.entries.end(),
                                  [&](const TomlEntry& e) { return e.key == entry.key; });
    if (own == to.entries.end())
      to.entries.push_back(entry);
    else
      append(own->value, entry.value);
  }
}

}  // namespace

void add_additions(const TextFile& additions, TextFile& text, TomlValue& mapping) {
  TomlValue more = parse_toml(additions);
  Slips slips(additions);
  refuse_others(more, "", slips);
  if (!slips.empty()) throw Mistakes(slips.sorted());
  const int lines = static_cast<int>(text.lines.size());
  shift(more, lines);
  append(mapping, more);
  text.lines.insert(text.lines.end(), additions.lines.begin(), additions.lines.end());
  text.continued = TextFile::Continued{additions.shown, lines};
}

}  // namespace huizong::mapping
