#include "mapping/load/slips.h"

#include <fmt/ranges.h>

#include <algorithm>

#include "base/text.h"
#include "mapping/load/toml_literal.h"

namespace huizong::mapping {
namespace {

constexpr std::size_t kListed = 12;  // names a hint lists before it only counts them

bool ascii(const std::string& text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

TextPlace Slips::place_of(const TextSpot& spot) const {
  TextPlace place{file_.shown, spot.line, spot.column, spot.length, ""};
  if (spot.line >= 1 && spot.line <= static_cast<int>(file_.lines.size()))
    place.source_line = file_.lines[static_cast<std::size_t>(spot.line - 1)];
  if (file_.continued && spot.line > file_.continued->after) {
    place.file = file_.continued->shown;
    place.line -= file_.continued->after;
  }
  return place;
}

void Slips::add(const TextSpot& spot, Message message, Message hint) {
  mistakes_.push_back({place_of(spot), std::move(message), std::move(hint)});
}

TextPlace Slips::place_inside(const TomlValue& text, int index, int length) const {
  return place_of(spot_inside(file_, text, index, length));
}

void Slips::add_inside(const TomlValue& text, int index, int length, Message message,
                       Message hint) {
  add(spot_inside(file_, text, index, length), std::move(message), std::move(hint));
}

std::vector<Mistake> Slips::sorted() const {
  std::vector<Mistake> list = mistakes_;
  std::stable_sort(list.begin(), list.end(), [](const Mistake& a, const Mistake& b) {
    return a.place.line != b.place.line ? a.place.line < b.place.line
                                        : a.place.column < b.place.column;
  });
  return list;
}

void check_quoted(const TomlEntry& entry, Slips& slips) {
  if (!entry.bare || ascii(entry.key)) return;
  slips.add(entry.key_spot,
            say("键“{}”是中文，要加引号", "the key {} is not ASCII and needs quotes", entry.key),
            say("请写成 \"{}\" = …", "write \"{}\" = ...", entry.key));
}

Message did_you_mean(std::string_view word, const std::vector<std::string>& known) {
  if (known.empty()) return {};
  const std::string near = nearest(word, known);
  if (!near.empty()) return say("是不是“{}”？", "did you mean {}?", near);
  const std::vector<std::string> listed(
      known.begin(), known.begin() + static_cast<std::ptrdiff_t>(std::min(kListed, known.size())));
  const char* more = known.size() > kListed ? "……" : "";
  return {fmt::format("可用的有：{}{}", fmt::join(listed, "、"), more),
          fmt::format("there are: {}{}", fmt::join(listed, ", "),
                      known.size() > kListed ? ", ..." : "")};
}

}  // namespace huizong::mapping
