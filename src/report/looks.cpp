#include "report/looks.h"

#include <algorithm>
#include <iterator>

namespace huizong::report::looks {
namespace {

using xlsx::Horizontal;
using xlsx::Style;

constexpr std::uint32_t kGrey = 0xE7E6E6, kMuted = 0x7F7F7F, kRed = 0xC00000, kAmber = 0x9C5700,
                        kViolet = 0x5B2C83, kBlue = 0x0563C1;

Style with_font(const char* font, double size) {
  Style s;
  s.font = font;
  s.size = size;
  return s;
}

Style framed(Horizontal horizontal) {
  Style s;
  s.border = true;
  s.wrap = true;
  s.horizontal = horizontal;
  return s;
}

}  // namespace

Style cover_title() {
  Style s = with_font("黑体", 22);
  s.horizontal = Horizontal::Center;
  s.wrap = true;
  return s;
}

Style title() {
  Style s = cover_title();
  s.size = 16;
  return s;
}

Style caption() {
  Style s = with_font("仿宋", 12);
  s.horizontal = Horizontal::Left;
  s.wrap = true;
  return s;
}

Style caption_right() {
  Style s = caption();
  s.horizontal = Horizontal::Right;
  return s;
}

Style section() {
  Style s = with_font("黑体", 12);
  s.horizontal = Horizontal::Left;
  s.wrap = true;
  return s;
}

Style heading() {
  Style s = framed(Horizontal::Center);
  s.font = "黑体";
  s.fill = kGrey;
  return s;
}

Style text() {
  return framed(Horizontal::Left);
}
Style centered() {
  return framed(Horizontal::Center);
}

Style number(const std::string& format) {
  Style s = framed(Horizontal::Right);
  s.wrap = false;  // Excel shows #### for a number it may not break
  s.number_format = format;
  return s;
}

Style count() {
  Style s = framed(Horizontal::Center);
  s.wrap = false;
  s.number_format = "0";
  return s;
}

Style prose() {
  return caption();
}

Style bold(Style s) {
  s.bold = true;
  return s;
}
Style muted(Style s) {
  s.color = kMuted;
  return s;
}
Style alarmed(Style s) {
  s.bold = true;
  s.color = kRed;
  return s;
}
Style linked(Style s) {
  s.color = kBlue;
  return s;
}
Style indented(Style s, int level) {
  s.indent = level;
  return s;
}
Style leveled(Style s, Severity level) {
  switch (level) {
    case Severity::Error:
      s.color = kRed;
      s.bold = true;
      break;
    case Severity::Warning:
      s.color = kAmber;
      break;
    case Severity::Unchecked:
      s.color = kViolet;
      break;
    case Severity::Note:
      break;
  }
  return s;
}

std::uint32_t grade_tint(std::size_t at, std::size_t count) {
  constexpr std::uint32_t kTints[] = {0xE2EFDA, 0xDDEBF7, 0xFFF2CC, 0xFCE4D6};
  constexpr std::size_t kLast = std::size(kTints) - 1;
  return at + 1 == count ? kTints[kLast] : kTints[std::min(at, kLast - 1)];
}

}  // namespace huizong::report::looks
