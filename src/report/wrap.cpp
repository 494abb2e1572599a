#include "report/wrap.h"

#include <algorithm>

#include "base/text.h"

namespace huizong::report {
namespace {

/// The next piece that is not broken: a run of Latin letters and digits with the blanks behind it,
/// or one other sign.
std::string_view piece_at(std::string_view text, std::size_t start) {
  const auto latin = [](char c) { return c > ' ' && c <= '~'; };
  std::size_t end = start;
  if (latin(text[start])) {
    while (end < text.size() && latin(text[end])) ++end;
    while (end < text.size() && text[end] == ' ') ++end;
    return text.substr(start, end - start);
  }
  ++end;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  return text.substr(start, end - start);
}

int lines_of_one(std::string_view line, int width) {
  int lines = 1, used = 0;
  for (std::size_t i = 0; i < line.size();) {
    const std::string_view piece = piece_at(line, i);
    i += piece.size();
    int room = display_width(piece);
    if (used + room > width && used > 0) {
      ++lines;
      used = 0;
    }
    for (; room > width; room -= width) ++lines;  // a path longer than the column is broken inside
    used += room;
  }
  return lines;
}

template <class F>
void each_line(std::string_view text, F&& f) {
  for (;;) {
    const std::size_t end = text.find('\n');
    f(text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

double widest_line(std::string_view text) {
  int widest = 0;
  each_line(text, [&](std::string_view line) { widest = std::max(widest, display_width(line)); });
  return widest;
}

int lines_in(std::string_view text, double width) {
  // A sign that may not begin a line pulls its neighbour down with it, so one Han sign of each line
  // is not counted on.
  const int usable = std::max(2, static_cast<int>(width) - (width >= 12 ? 2 : 0));
  int lines = 0;
  each_line(text, [&](std::string_view line) { lines += lines_of_one(line, usable); });
  return lines;
}

double height_of(int lines, double font_size) {
  return lines * font_size * 1.45 + 4;
}

}  // namespace huizong::report
