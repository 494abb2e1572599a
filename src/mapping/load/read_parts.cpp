#include "mapping/load/read_parts.h"

#include <algorithm>

namespace huizong::mapping {

bool check_parts(const std::vector<PatternPart>& parts, bool named, const TextSpot& spot,
                 Slips& slips) {
  NameRegister names;
  bool good = true;
  for (const PatternPart& part : parts) {
    if (!part.wrong.empty()) {
      good = false;
      slips.add(
          spot,
          say("{{{}:{}}} 的“{}”不是花括号里能用的类型",
              "{{{}:{}}}: {} is no type that a part can have", part.name, part.wrong, part.wrong),
          {"可用的有：text、list、code、number、count、score、percent、year、date、money，"
           "金额可以带单位，如 {金额:money 万元}",
           "there are: text, list, code, number, count, score, percent, year, date, money, the "
           "last with its unit, as in {amount:money 万元}"});
    }
    if (part.name.empty() && named) {
      good = false;
      slips.add(spot, {"这里每处花括号都要有名称", "each part needs a name here"},
                {"请写成 {单位编码}-{单位名称} 这样", "write it like {code}-{name}"});
    } else if (named) {
      good = check_name({TomlValue::Kind::Text, part.name, false, {}, {}, spot}, slips) &&
             names.add(part.name, spot, slips) && good;
    }
  }
  return good;
}

bool same_parts(const std::vector<PatternPart>& a, const std::vector<PatternPart>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const PatternPart& one, const PatternPart& other) {
                      return one.name == other.name && one.type == other.type;
                    });
}

}  // namespace huizong::mapping
