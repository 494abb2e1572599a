// Reads the keys of one TOML table: asks for each by name and kind, and says
// what is missing, of the wrong kind, or not known.
//
//   TableReader field(entry, slips, {"字段", "field"});
//   const TomlValue* name = field.text("name", Need::Required);
//   ...
//   field.finish();   // whatever was not asked for is a slip

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "mapping/load/slips.h"

namespace huizong::mapping {

enum class Need { Optional, Required };

class TableReader {
 public:
  /// `what` names the table in messages; `head` is where a missing key is reported (line 0: of the
  /// whole file).
  TableReader(const TomlValue& table, Slips& slips, Message what, const TextSpot& head);
  TableReader(const TomlValue& table, Slips& slips, Message what)
      : TableReader(table, slips, what, table.spot) {}

  /// Null when the key is absent or of another kind (which is then reported).
  const TomlValue* get(std::string_view key, TomlValue::Kind kind, Need need = Need::Optional);
  const TomlValue* any(std::string_view key, Need need = Need::Optional);
  const TomlValue* text(std::string_view key, Need need = Need::Optional);  ///< not blank
  std::string word(std::string_view key, Need need = Need::Optional);  ///< the same; "" when absent
  bool flag(std::string_view key);                                     ///< false when absent
  std::optional<int> whole(std::string_view key, int least, int most, Need need = Need::Optional);
  const TomlValue* list(std::string_view key, Need need = Need::Optional);  ///< not empty
  const TomlValue* table(std::string_view key, Need need = Need::Optional);
  /// One of the words, as its index; nothing when absent or another word.
  std::optional<std::size_t> choice(std::string_view key, const std::vector<std::string>& words,
                                    Need need = Need::Optional);

  /// Reports what is missing and what is not known. To be called once every key has been asked for.
  void finish();

 private:
  struct Missing {  ///< required, not there
    std::string key;
    TomlValue::Kind kind;
  };
  const TomlEntry* ask(std::string_view key, Need need, TomlValue::Kind kind);
  std::string as_written(const Missing& missing) const;

  const TomlValue& table_;
  Slips& slips_;
  Message what_;
  TextSpot head_;
  std::vector<std::string> known_;
  std::vector<Missing> missing_;
};

/// The items of a list that are tables; others are reported.
std::vector<const TomlValue*> tables_in(const TomlValue* list, Slips& slips, std::string_view key);
/// A text, or a list of texts; blank ones and other kinds are reported.
std::vector<const TomlValue*> texts_in(const TomlValue& value, Slips& slips);

}  // namespace huizong::mapping
