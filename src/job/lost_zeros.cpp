#include "job/lost_zeros.h"

#include <algorithm>

namespace huizong::job {
namespace {

constexpr std::size_t kExactDigits = 15;  // digits a number cell keeps

std::string_view without_zeros(std::string_view code) {
  return code.substr(std::min(code.find_first_not_of('0'), code.size()));
}

}  // namespace

Message restore_codes(model::Explanation& row, bool unit_is_number, bool item_is_number,
                      const model::UnitList& units) {
  if (item_is_number && row.item.size() > kExactDigits)
    return say("项目“{}”变成了数，位数太多，已经不准",
               "the item {} has become a number and has more digits than one keeps", row.item);
  if (row.unit.empty() || (!unit_is_number && units.by_code(row.unit))) return {};
  std::vector<std::string> fits;
  for (const model::BudgetUnit& unit : units.units()) {
    if (without_zeros(unit.code) == without_zeros(row.unit)) fits.push_back(unit.code);
  }
  if (fits.size() > 1)
    std::erase_if(fits,
                  [&](const auto& code) { return units.by_code(code)->name != row.unit_name; });
  if (fits.size() == 1) row.unit = fits.front();
  return fits.size() == 1
             ? Message{}
             : say("编码“{}”不是单位名录里的编码，或分不清是哪一个",
                   "the code {} is none of the unit list's, or may be several", row.unit);
}

}  // namespace huizong::job
