#include "formula/bands.h"

namespace huizong::formula {
namespace {

bool takes(const Band& band, const Decimal& value) {
  if (value == band.bound) return band.inclusive;
  return band.upper ? value < band.bound : value > band.bound;
}

}  // namespace

std::optional<std::string> band_of(const Decimal& value, const std::vector<Band>& bands) {
  for (const Band& band : bands) {
    if (takes(band, value)) return band.label;
  }
  return std::nullopt;
}

}  // namespace huizong::formula
