#include "model/wording.h"

#include <algorithm>

#include "base/text.h"

namespace huizong::model {
namespace {

constexpr int kMostChars = 8;  // a longer sentence says more than one word of it

/// Folded, without the stops at its end.
std::string key_of(std::string_view text) {
  std::string key = fold_label(text);
  for (bool cut = true; cut;) {
    cut = false;
    for (const char* stop : {"。", ".", "!", ";", ","}) {
      const std::string_view sign = stop;
      if (key.size() <= sign.size() || !std::string_view(key).ends_with(sign)) continue;
      key.resize(key.size() - sign.size());
      cut = true;
    }
  }
  return key;
}

bool is_one_of(const std::string& key, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return key_of(word) == key; });
}

/// A word inside a longer text; a single character says too little there.
bool has_one_of(const std::string& key, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    const std::string sought = key_of(word);
    return char_count(sought) > 1 && key.find(sought) != std::string::npos;
  });
}

/// 不超预算 as a target is 未超预算 when it was kept.
std::string as_fact(const std::string& key) {
  for (const char* word : {"没有", "不", "未", "无"}) {
    const std::string_view no = word;
    if (key.size() > no.size() && std::string_view(key).starts_with(no))
      return "不" + key.substr(no.size());
  }
  return key;
}

}  // namespace

bool denies(std::string_view text) {
  for (const char* word : {"不", "未", "没", "无", "否", "非", "难", "欠", "缺", "还差"}) {
    if (text.find(word) != std::string_view::npos) return true;
  }
  return false;
}

std::optional<Reached> reached_by_words(std::string_view target, std::string_view actual,
                                        const Scoring& scoring) {
  const std::string said = key_of(actual), due = key_of(target);
  if (said.empty()) return std::nullopt;
  // What a list says of the whole text comes first: 无 is good, 未完成 is not.
  if (is_one_of(said, scoring.missed_words)) return Reached::No;
  if (is_one_of(said, scoring.partly_words)) return Reached::Partly;
  if (is_one_of(said, scoring.reached_words)) {
    // 无 is good news of 无投诉, and none of 健全制度.
    const bool open = denies(said) && !denies(due);
    return open ? std::nullopt : std::optional(Reached::Yes);
  }
  if (!due.empty() && as_fact(said) == as_fact(due)) return Reached::Yes;
  if (char_count(said) > kMostChars) return std::nullopt;
  if (has_one_of(said, scoring.missed_words)) return Reached::No;
  if (has_one_of(said, scoring.partly_words)) return Reached::Partly;
  if (!denies(said) && has_one_of(said, scoring.reached_words)) return Reached::Yes;
  return std::nullopt;
}

}  // namespace huizong::model
