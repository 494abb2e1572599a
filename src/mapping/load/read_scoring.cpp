// [scoring]

#include "base/text.h"
#include "formula/form_terms.h"
#include "mapping/load/read_bands.h"
#include "mapping/load/read_definitions.h"

namespace huizong::mapping {
namespace {

using formula::FormTerms;
using model::Scoring;

constexpr int kMostDigits = 10;
constexpr int kMostTimes = 10;     // of a target, of an indicator's points
constexpr int kMostPoints = 1000;  // taken off one indicator

/// A number from `least` to `most`, both included.
std::optional<Decimal> number_in(const TomlValue& value, std::string_view key, const Decimal& least,
                                 const Decimal& most, Slips& slips) {
  const auto number =
      value.kind == TomlValue::Kind::Number ? Decimal::parse(value.text) : std::nullopt;
  if (number && *number >= least && *number <= most) return number;
  slips.add(value.spot, say("{} 应当是 {} 到 {} 的数", "{} must be a number from {} to {}", key,
                            least.to_string(), most.to_string()));
  return std::nullopt;
}

void read_numbers(TableReader& reader, Scoring& scoring, Slips& slips) {
  if (const auto digits = reader.whole("digits", 0, kMostDigits)) scoring.digits = *digits;
  if (const TomlValue* cap = reader.any("cap"))
    scoring.cap = number_in(*cap, "cap", 0, kMostTimes, slips).value_or(scoring.cap);
  if (const TomlValue* over = reader.any("over"))
    scoring.over = number_in(*over, "over", 1, kMostTimes, slips).value_or(scoring.over);
  if (const TomlValue* deduct = reader.any("over_deduct"))
    scoring.over_deduct = number_in(*deduct, "over_deduct", 0, kMostPoints, slips);
  if (const TomlValue* floor = reader.any("floor"))
    scoring.floor_ratio = number_in(*floor, "floor", 0, 1, slips);
}

void read_policies(TableReader& reader, Scoring& scoring) {
  if (reader.choice("unequal", {"ratio", "zero"}).value_or(0) == 1)
    scoring.unequal = Scoring::Unequal::Nothing;
  if (reader.choice("unsigned", {"name", "equal"}).value_or(0) == 1)
    scoring.unsigned_is = Scoring::Unsigned::Equal;
  if (reader.choice("zero", {"all_or_nothing", "officer"}).value_or(0) == 1)
    scoring.zero = Scoring::Zero::Officer;
}

/// A part of the points, 0 to 1, or "officer".
void read_part(TableReader& reader, const char* key, std::optional<Decimal>& part, Slips& slips) {
  const TomlValue* value = reader.any(key);
  if (!value) return;
  if (value->kind == TomlValue::Kind::Text && value->text == "officer") {
    part = std::nullopt;
    return;
  }
  if (value->kind == TomlValue::Kind::Text)
    return slips.add(value->spot, say("{} 不能是“{}”", "{} cannot be {}", key, value->text),
                     {"写 0 到 1 的数，或 \"officer\"（由人工给分）",
                      "write a number from 0 to 1, or \"officer\""});
  part = number_in(*value, key, 0, 1, slips);
}

/// Less is earned for less: otherwise two words stand the wrong way round.
void check_parts(const TomlValue& table, const Scoring& scoring, Slips& slips) {
  const auto falls = [&](const std::optional<Decimal>& more, const std::optional<Decimal>& less,
                         const char* key) {
    if (!more || !less || *less <= *more) return;
    const TomlEntry* entry = table.find(key);
    slips.add(entry ? entry->value.spot : table.spot,
              say("{} 比更好的一档还多", "{} is more than the better grade earns", key),
              {"达成（reached）、部分达成（partly）、未达成（missed）应依次减少",
               "reached, partly and missed must fall"});
  };
  falls(scoring.reached, scoring.partly, "partly");
  falls(scoring.partly ? scoring.partly : scoring.reached, scoring.missed, "missed");
}

void read_words(TableReader& reader, const char* key, std::vector<std::string>& words,
                Slips& slips) {
  const TomlValue* list = reader.list(key);
  if (!list) return;
  words.clear();
  for (const TomlValue* word : texts_in(*list, slips)) words.push_back(word->text);
}

void check_words(const TomlValue& table, const Scoring& scoring, Slips& slips) {
  const std::pair<const char*, const std::vector<std::string>*> lists[] = {
      {"reached_words", &scoring.reached_words},
      {"partly_words", &scoring.partly_words},
      {"missed_words", &scoring.missed_words}};
  std::map<std::string, const char*> seen;
  for (const auto& [key, words] : lists) {
    for (const std::string& word : *words) {
      const auto [it, fresh] = seen.emplace(fold_label(word), key);
      if (fresh || it->second == key) continue;
      // Told at the list that the file gives; one of the two may be the usual one.
      const TomlEntry* entry = table.find(key) ? table.find(key) : table.find(it->second);
      if (entry)
        slips.add(entry->value.spot, say("“{}”在 {} 和 {} 里都有", "{} stands in both {} and {}",
                                         word, it->second, key));
    }
  }
}

}  // namespace

void read_scoring(const TomlValue* table, Draft& draft) {
  auto terms = std::make_shared<FormTerms>();
  terms->money = draft.mapping.money;
  if (table) {
    Slips& slips = draft.slips;
    Scoring& scoring = terms->scoring;
    TableReader reader(*table, slips, {"[scoring]", "[scoring]"});
    if (const TomlValue* bands = reader.list("bands")) terms->bands = read_bands(*bands, slips);
    read_numbers(reader, scoring, slips);
    read_policies(reader, scoring);
    read_part(reader, "reached", scoring.reached, slips);
    read_part(reader, "partly", scoring.partly, slips);
    read_part(reader, "missed", scoring.missed, slips);
    read_words(reader, "reached_words", scoring.reached_words, slips);
    read_words(reader, "partly_words", scoring.partly_words, slips);
    read_words(reader, "missed_words", scoring.missed_words, slips);
    read_words(reader, "lower_words", scoring.lower_words, slips);
    reader.finish();
    check_parts(*table, scoring, slips);
    check_words(*table, scoring, slips);
  }
  draft.mapping.definitions.terms = std::move(terms);
}

}  // namespace huizong::mapping
