#include "mapping/load/read_bands.h"

#include <optional>

#include "base/text.h"

namespace huizong::mapping {
namespace {

using formula::Band;

/// 90, or "<= 0.1".
std::optional<Band> read_bound(const TomlValue& bound) {
  Band band;
  if (bound.kind == TomlValue::Kind::Number) {
    const auto number = Decimal::parse(bound.text);
    if (!number) return std::nullopt;
    band.bound = *number;
    return band;
  }
  if (bound.kind != TomlValue::Kind::Text) return std::nullopt;
  const std::string text = fold_label(bound.text);
  if (text.rfind('<', 0) != 0) return std::nullopt;
  band.upper = true;
  band.inclusive = text.rfind("<=", 0) == 0;
  const auto number = Decimal::parse(std::string_view(text).substr(band.inclusive ? 2 : 1));
  if (!number) return std::nullopt;
  band.bound = *number;
  return band;
}

/// Whether the later band can ever be reached after the earlier one.
bool in_order(const Band& earlier, const Band& later) {
  if (!earlier.upper) return later.bound < earlier.bound;
  return later.bound > earlier.bound ||
         (later.bound == earlier.bound && later.inclusive && !earlier.inclusive);
}

}  // namespace

std::vector<Band> read_bands(const TomlValue& list, Slips& slips) {
  std::vector<Band> bands;
  for (const TomlValue& item : list.items) {
    const bool pair = item.kind == TomlValue::Kind::List && item.items.size() == 2 &&
                      item.items.front().kind == TomlValue::Kind::Text &&
                      !trimmed(item.items.front().text).empty();
    auto band = pair ? read_bound(item.items.back()) : std::nullopt;
    if (!band) {
      slips.add(item.spot, {"一档要写成 [\"优\", 90]（90 以上）或 [\"5\", \"<= 0.1\"]（0.1 以下）",
                            "a band is written [\"good\", 90] (90 and above) or [\"5\", \"<= "
                            "0.1\"] (0.1 and below)"});
      continue;
    }
    band->label = std::string(trimmed(item.items.front().text));
    if (!bands.empty() && bands.back().upper != band->upper)
      slips.add(item.items.back().spot, {"bands 要么都写下限，要么都写上限",
                                         "bands are all lower bounds or all upper ones"});
    else if (!bands.empty() && !in_order(bands.back(), *band))
      slips.add(item.items.back().spot,
                band->upper
                    ? Message{"上限要从小到大写", "upper bounds must rise from band to band"}
                    : Message{"下限要从大到小写", "lower bounds must fall from band to band"});
    for (const Band& other : bands) {
      if (other.label == band->label)
        slips.add(item.items.front().spot,
                  say("“{}”档写了两次", "the band {} stands twice", band->label));
    }
    bands.push_back(*band);
  }
  return bands;
}

}  // namespace huizong::mapping
