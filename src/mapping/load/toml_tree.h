// A TOML file as a tree in which every key and value knows where it stands.
//
// Mapping and job files are read from this tree; the TOML library itself is
// seen by toml_tree.cpp only. Entries keep the order of the file.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "mapping/load/text_file.h"

namespace huizong::mapping {

/// Counted from 1, columns and length in characters.
struct TextSpot {
  int line = 0;
  int column = 0;
  int length = 1;
};

struct TomlEntry;

struct TomlValue {
  enum class Kind { Text, Number, Bool, Date, List, Table } kind = Kind::Table;
  std::string text;                ///< Text: decoded; Number and Date: as written, without _
  bool truth = false;              ///< Bool
  std::vector<TomlValue> items;    ///< List
  std::vector<TomlEntry> entries;  ///< Table
  TextSpot spot;                   ///< its first line only, where it has several

  const TomlEntry* find(std::string_view key) const;  ///< null when the table has no such key
};

struct TomlEntry {
  std::string key;
  TextSpot key_spot;
  bool bare = true;  ///< the key was written without quotes
  TomlValue value;
};

Message name_of(TomlValue::Kind kind);  ///< 文字 / text

/// Throws Mistakes with the place of the first thing that is no TOML.
TomlValue parse_toml(const TextFile& file);

}  // namespace huizong::mapping
