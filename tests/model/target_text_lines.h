// A target in one line, as a test writes it: "≥95 %", "10~20 次", "[≥20 次 | ≥90 %]".

#pragma once

#include <string>

#include "model/target.h"

namespace huizong::testing {

inline std::string day_text(const model::Day& d) {
  std::string text = d.year > 0 ? std::to_string(d.year) : "";
  if (d.month > 0) text += "/" + std::to_string(d.month);
  if (d.day > 0) text += "/" + std::to_string(d.day);
  return text;
}

inline std::string line_of(const model::Target& t) {
  using Kind = model::Target::Kind;
  static const char* const kAbout[] = {"", "约", "近", "超"};
  switch (t.kind) {
    case Kind::Blank:
      return "未填";
    case Kind::Text:
      return "定性";
    case Kind::Date:
      return "日期 " + day_text(t.dates.from) +
             (t.dates.to == t.dates.from ? "" : "~" + day_text(t.dates.to)) +
             (t.dates.before ? " 前" : "") + (t.dates.worded ? " 另有文字" : "");
    case Kind::Several: {
      std::string text = "[";
      for (std::size_t i = 0; i < t.parts.size(); ++i)
        text += (i > 0 ? " | " : "") + line_of(t.parts[i]);
      return text + "]";
    }
    default:
      break;
  }
  std::string text = kAbout[static_cast<std::size_t>(t.approximate)];
  text = (t.before.empty() ? "" : t.before + " ") + std::string(model::sign_of(t.direction)) +
         text + t.lo.to_string();
  if (t.kind == Kind::Range) text += "~" + t.hi.to_string();
  if (!t.unit.name.empty()) text += " " + t.unit.name;
  if (!t.tail.empty()) text += " " + t.tail;
  if (!t.after.empty()) text += (t.mixed ? " 混写:" : " 后:") + t.after;
  return text;
}

}  // namespace huizong::testing
