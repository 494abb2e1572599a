#include "mapping/read/label_weight.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.h"
#include "model/number_text.h"

namespace huizong::mapping {
namespace {

using Word = std::array<std::string_view, 1>;

constexpr Word kPoints = {"分"};
constexpr std::array<std::string_view, 2> kColon = {":", "："};
constexpr std::array<std::string_view, 2> kPoint = {".", "．"};
constexpr std::array<std::string_view, 3> kAfterOrdinal = {"、", ")", "）"};
constexpr std::array<std::string_view, 20> kDigits = {"0",  "1",  "2",  "3",  "4",  "5",  "6",
                                                      "7",  "8",  "9",  "０", "１", "２", "３",
                                                      "４", "５", "６", "７", "８", "９"};
constexpr std::array<std::string_view, 4> kOpening = {"(", "（", "[", "【"};
constexpr std::array<std::string_view, 4> kClosing = {")", "）", "]", "】"};

template <class Words>
bool take_front(std::string_view& text, const Words& words) {
  for (const std::string_view word : words) {
    if (!text.starts_with(word)) continue;
    text = trimmed(text.substr(word.size()));
    return true;
  }
  return false;
}

template <class Words>
bool take_back(std::string_view& text, const Words& words) {
  for (const std::string_view word : words) {
    if (!text.ends_with(word)) continue;
    text = trimmed(text.substr(0, text.size() - word.size()));
    return true;
  }
  return false;
}

bool take_digit(std::string_view& text) {
  return take_front(text, kDigits);
}

/// 一, 十二, 3: what a list is numbered by. Returns whether there was any.
bool take_ordinal(std::string_view& text) {
  constexpr std::array<std::string_view, 10> kHan = {"一", "二", "三", "四", "五",
                                                     "六", "七", "八", "九", "十"};
  bool any = false;
  while (take_digit(text) || take_front(text, kHan)) any = true;
  return any;
}

/// Without 一、 （一） 1. 1、 in front. 1.5倍增长 and 一次办结率 are names as they stand.
std::string_view without_numbering(std::string_view text) {
  std::string_view rest = text;
  if (take_front(rest, kOpening)) {
    const bool numbering = take_ordinal(rest) && take_front(rest, kClosing);
    return numbering && !rest.empty() ? rest : text;
  }
  if (!take_ordinal(rest)) return text;
  if (take_front(rest, kPoint)) {
    std::string_view decimals = rest;
    return rest.empty() || take_digit(decimals) ? text : rest;
  }
  const bool numbering = take_front(rest, kAfterOrdinal) && !rest.empty();
  return numbering ? rest : text;
}

/// The number, if the text is nothing else but a weight.
std::optional<std::string> weight_in(std::string_view text) {
  const auto plain = model::plain_signs(text);
  if (!plain) return std::nullopt;
  std::string_view rest = trimmed(*plain);
  take_front(rest, std::array<std::string_view, 3>{"分值", "权重", "满分"});
  take_front(rest, kColon);
  take_back(rest, std::array<std::string_view, 2>{"分", "%"});
  const auto weight = Decimal::parse(rest);
  if (!weight || *weight < Decimal(0)) return std::nullopt;
  return std::string(rest);
}

/// Where the bracket at the text's end opens; npos where there is none.
std::size_t last_bracket(std::string_view text) {
  std::string_view inside = text;
  if (!take_back(inside, kClosing)) return std::string_view::npos;
  std::size_t open = std::string_view::npos;
  for (const std::string_view sign : kOpening) {
    const std::size_t at = inside.rfind(sign);
    if (at != std::string_view::npos && (open == std::string_view::npos || at > open)) open = at;
  }
  return open;
}

/// Where 50分 begins at the text's end, without brackets; npos where it does not stand there.
std::size_t bare_points(std::string_view text) {
  std::string_view rest = text;
  if (!take_back(rest, kPoints)) return std::string_view::npos;
  std::size_t at = std::string_view::npos;
  const auto drop = [&](const auto& signs) {
    return std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) {
      if (!rest.ends_with(sign)) return false;
      rest.remove_suffix(sign.size());
      return true;
    });
  };
  while (drop(kDigits) || drop(kPoint)) at = rest.size();
  return at;
}

}  // namespace

LabelAndWeight split_label_weight(const std::string& text) {
  std::string_view name = without_numbering(trimmed(text));
  take_back(name, kColon);
  std::size_t cut = last_bracket(name);
  std::optional<std::string> weight;
  if (cut != std::string_view::npos) {
    std::string_view inside = name.substr(cut);
    take_front(inside, kOpening);
    take_back(inside, kClosing);
    weight = weight_in(inside);
  } else if (cut = bare_points(name); cut != std::string_view::npos) {
    weight = weight_in(name.substr(cut));
  }
  if (!weight || cut == 0) return {std::string(name), std::nullopt, ""};
  name = trimmed(name.substr(0, cut));
  take_back(name, kColon);
  return {std::string(name), Decimal::parse(*weight), *weight};
}

}  // namespace huizong::mapping
