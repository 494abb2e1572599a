#include "mapping/load/names.h"

#include "base/text.h"

namespace huizong::mapping {

bool check_name(const TomlValue& name, Slips& slips) {
  const std::string& text = name.text;
  if (trimmed(text) != text) {
    slips.add(name.spot,
              say("名称“{}”前后有空格", "the name “{}” begins or ends with a blank", text),
              {"请删去空格", "take the blanks away"});
    return false;
  }
  const std::size_t at = text.find_first_of(".:![]{}$\"\r\n\t");
  if (at != std::string::npos) {
    slips.add(name.spot,
              {"名称里不能有半角的 . : ! [ ] { } $ \" 和换行",
               "a name cannot hold any of . : ! [ ] { } $ \" or a line break"},
              {"公式靠这些符号分开名称；表样上的原文可以写进别名",
               "expressions use these signs; the form's own words can be an alias"});
    return false;
  }
  if (text == "上年" || text == "权重") {
    slips.add(name.spot,
              say("“{}”在公式里另有意思，不能作名称",
                  "{} means something else in expressions and cannot be a name", text),
              {"请换一个名称，表样上的原文可以写进别名",
               "choose another name; the form's own words can be an alias"});
    return false;
  }
  return true;
}

bool NameRegister::add(const std::string& name, const TextSpot& spot, Slips& slips) {
  const auto [it, fresh] = lines_.emplace(name, spot.line);
  if (fresh) {
    names_.push_back(name);
    return true;
  }
  slips.add(spot,
            say("“{}”重名，第 {} 行已有", "the name {} is used twice, first on line {}", name,
                it->second),
            {"请给其中一个换个名称", "give one of them another name"});
  return false;
}

}  // namespace huizong::mapping
