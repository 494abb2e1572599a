#include "mapping/read/ticked.h"

#include <algorithm>

#include "base/text.h"
#include "mapping/letters.h"

namespace huizong::mapping {
namespace {

constexpr std::string_view kTicks = "☑√✓✔✅■●◉";
constexpr std::string_view kBoxes = "☐□▢◻○◯";

bool is_one_of(const Letter& letter, std::string_view signs) {
  return !letter.blank() && signs.find(letter.folded) != std::string_view::npos;
}
bool is_tick(const Letter& letter) {
  return is_one_of(letter, kTicks);
}
bool is_box(const Letter& letter) {
  return is_one_of(letter, kBoxes);
}

/// An option, a tick or an empty box, in the order they stand in.
struct Token {
  std::optional<std::size_t> option;
  bool tick = false;
  bool after_blank = false;
};

/// The longest option that begins at the letter, and the letter behind it.
std::optional<std::pair<std::size_t, std::size_t>> option_at(
    const Letters& text, std::size_t at, const std::vector<std::string>& options) {
  constexpr std::size_t kLongest = 200;  // bytes: more is no option
  std::optional<std::pair<std::size_t, std::size_t>> best;
  std::string folded;
  for (std::size_t end = at; end < text.size() && folded.size() < kLongest; ++end) {
    folded += text[end].folded;
    for (std::size_t i = 0; i < options.size(); ++i) {
      if (!text[end].blank() && folded == folded_letters(options[i])) best = {i, end + 1};
    }
  }
  return best;
}

/// Nothing where the text holds anything else than options, boxes, brackets and stops.
std::optional<std::vector<Token>> tokens_of(const Letters& text,
                                            const std::vector<std::string>& options) {
  std::vector<Token> tokens;
  bool after_blank = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto option = text[at].blank() ? std::nullopt : option_at(text, at, options);
    if (option) {
      tokens.push_back({option->first, false, after_blank});
      at = option->second;
      after_blank = false;
      continue;
    }
    const Letter& letter = text[at++];
    const bool box = is_tick(letter) || is_box(letter);
    if (box) tokens.push_back({std::nullopt, is_tick(letter), after_blank});
    const bool parts = letter.blank() || is_one_of(letter, ")],、;/。");
    if (!box && !parts && !is_one_of(letter, "([")) return std::nullopt;
    after_blank = parts || (after_blank && !box);
  }
  return tokens;
}

/// The option that a tick stands beside; nothing where that could be either neighbour, or none.
std::optional<std::size_t> option_of(const std::vector<Token>& tokens, std::size_t tick) {
  const auto before = tick > 0 ? tokens[tick - 1].option : std::nullopt;
  const auto behind = tick + 1 < tokens.size() ? tokens[tick + 1].option : std::nullopt;
  if (!before || !behind) return before ? before : behind;
  const bool leading = !tokens.front().option, trailing = !tokens.back().option;
  if (leading != trailing) return leading ? behind : before;
  const bool apart_before = tokens[tick].after_blank, apart_behind = tokens[tick + 1].after_blank;
  if (apart_before == apart_behind) return std::nullopt;
  return apart_before ? behind : before;
}

}  // namespace

std::optional<bool> read_mark(std::string_view text) {
  const Letters letters(trimmed(text));
  if (letters.size() != 1) return std::nullopt;
  if (is_tick(letters[0])) return true;
  return is_box(letters[0]) ? std::optional(false) : std::nullopt;
}

Choice read_choice(std::string_view text, const std::vector<std::string>& options) {
  std::string listed;
  for (const std::string& option : options) listed += (listed.empty() ? "" : "、") + option;
  const auto tokens = tokens_of(Letters(trimmed(text)), options);
  if (!tokens || tokens->empty())
    return {"", say("“{}”不是所列的选项（{}）", "\"{}\" is none of the options ({})",
                    std::string(trimmed(text)), listed)};
  std::vector<std::size_t> chosen;
  const bool word_alone = tokens->size() == 1 && tokens->front().option;
  if (word_alone) chosen.push_back(*tokens->front().option);
  for (std::size_t i = 0; i < tokens->size(); ++i) {
    if (!(*tokens)[i].tick) continue;
    const auto option = option_of(*tokens, i);
    if (!option) return {"", {"看不出勾的是哪一项", "it cannot be told which option is ticked"}};
    chosen.push_back(*option);
  }
  if (chosen.size() > 1)
    return {"",
            say("选了 {} 项，只能选一项", "{} options are chosen, only one can be", chosen.size())};
  const bool boxes =
      std::any_of(tokens->begin(), tokens->end(), [](const Token& token) { return !token.option; });
  if (chosen.empty() && !boxes && tokens->size() < options.size())
    return {"", say("选了 {} 项，只能选一项", "{} options are chosen, only one can be",
                    tokens->size())};
  return {chosen.empty() ? "" : options[chosen.front()], {}};
}

}  // namespace huizong::mapping
