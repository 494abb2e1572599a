#include "mapping/load/toml_tree.h"

// One source sees the library, so that its switches mean the same everywhere. The unreleased
// features let { … } run over several lines. Its assertions must neither abort on what an office
// typed nor, as they do under NDEBUG, promise the compiler that it was not typed: without them the
// parser comes to its own error for the same place.
#undef NDEBUG
#define TOML_ASSERT(expr) static_assert(true)
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_UNRELEASED_FEATURES 1
#include <toml++/toml.h>

#include <algorithm>

#include "base/text.h"
#include "mapping/load/outside_quotes.h"
#include "mapping/load/toml_syntax.h"

namespace huizong::mapping {
namespace {

TextSpot spot_of(const TextFile& file, const toml::source_region& region) {
  TextSpot spot{static_cast<int>(region.begin.line), static_cast<int>(region.begin.column), 1};
  const bool one_line = region.begin.line == region.end.line;
  spot.length = one_line ? static_cast<int>(region.end.column) - spot.column
                         : char_count(trimmed(from_column(file, spot.line, spot.column)));
  spot.length = std::max(1, spot.length);
  return spot;
}

std::string written(const TextFile& file, const TextSpot& spot) {
  std::string text = first_chars(from_column(file, spot.line, spot.column), spot.length);
  text.erase(std::remove(text.begin(), text.end(), '_'), text.end());
  return text;
}

TomlValue convert(const TextFile& file, const toml::node& node);

bool stands_before(const TextSpot& a, const TextSpot& b) {
  return a.line != b.line ? a.line < b.line : a.column < b.column;
}

void convert_table(const TextFile& file, const toml::table& table, TomlValue& value) {
  for (const auto& [key, node] : table) {
    TomlEntry entry;
    entry.key_spot = spot_of(file, key.source());
    const std::string source = from_column(file, entry.key_spot.line, entry.key_spot.column);
    entry.bare = source.empty() || (source.front() != '"' && source.front() != '\'');
    // A bare key may have gone through the parser under other letters.
    entry.key = entry.bare ? first_chars(source, entry.key_spot.length) : std::string(key.str());
    entry.value = convert(file, node);
    value.entries.push_back(std::move(entry));
  }
  std::stable_sort(
      value.entries.begin(), value.entries.end(),
      [](const TomlEntry& a, const TomlEntry& b) { return stands_before(a.key_spot, b.key_spot); });
}

TomlValue convert(const TextFile& file, const toml::node& node) {
  using Kind = TomlValue::Kind;
  TomlValue value;
  value.spot = spot_of(file, node.source());
  switch (node.type()) {
    case toml::node_type::table:
      value.kind = Kind::Table;
      convert_table(file, *node.as_table(), value);
      break;
    case toml::node_type::array:
      value.kind = Kind::List;
      for (const toml::node& item : *node.as_array()) value.items.push_back(convert(file, item));
      break;
    case toml::node_type::string:
      value.kind = Kind::Text;
      value.text = node.as_string()->get();
      break;
    case toml::node_type::boolean:
      value.kind = Kind::Bool;
      value.truth = node.as_boolean()->get();
      break;
    case toml::node_type::integer:
    case toml::node_type::floating_point:
      // Taken from the text: 0.1 must stay the decimal it was written as.
      value.kind = Kind::Number;
      value.text = written(file, value.spot);
      break;
    default:
      value.kind = Kind::Date;
      value.text = written(file, value.spot);
  }
  return value;
}

}  // namespace

const TomlEntry* TomlValue::find(std::string_view key) const {
  for (const TomlEntry& entry : entries) {
    if (entry.key == key) return &entry;
  }
  return nullptr;
}

Message name_of(TomlValue::Kind kind) {
  switch (kind) {
    case TomlValue::Kind::Text:
      return {"文字", "text"};
    case TomlValue::Kind::Number:
      return {"数", "a number"};
    case TomlValue::Kind::Bool:
      return {"真假值（true 或 false）", "true or false"};
    case TomlValue::Kind::Date:
      return {"日期", "a date"};
    case TomlValue::Kind::List:
      return {"列表", "a list"};
    case TomlValue::Kind::Table:
      return {"一组键", "a table"};
  }
  return {};
}

TomlValue parse_toml(const TextFile& file) {
  const std::string text = plain_outside_quotes(file);
  try {
    return convert(file, toml::parse(text));
  } catch (const toml::parse_error& error) {
    const toml::source_position at = error.source().begin;
    throw Mistakes({syntax_mistake(file, static_cast<int>(at.line), static_cast<int>(at.column),
                                   error.description())});
  }
}

}  // namespace huizong::mapping
