#include "mapping/sentence.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace huizong::mapping {
namespace {

using Kind = Sentence::Piece::Kind;

constexpr std::string_view kSkip = "…";
constexpr std::string_view kYear = "年";
constexpr std::string_view kOfYear = "度";
constexpr std::array<std::pair<std::string_view, int>, 3> kYears{
    {{"本年", 0}, {"上年", -1}, {"前年", -2}}};

bool take_front(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

}  // namespace

std::optional<Sentence> Sentence::parse(std::string_view text) {
  Sentence sentence;
  const auto skip = [&] {
    if (!sentence.pieces_.empty() && sentence.pieces_.back().kind != Kind::Skip)
      sentence.pieces_.push_back({Kind::Skip});
  };
  while (!text.empty()) {
    const std::size_t special = std::min(text.find_first_of("{}"), text.find(kSkip));
    sentence.add_words(text.substr(0, special));
    if (special == std::string_view::npos) break;
    text.remove_prefix(special);
    if (take_front(text, kSkip) || take_front(text, "{*}")) {
      skip();
      continue;
    }
    const std::size_t close = text.find('}');
    if (text.front() != '{' || close == std::string_view::npos) return std::nullopt;
    if (!sentence.add_braces(text.substr(1, close - 1))) return std::nullopt;
    text.remove_prefix(close + 1);
  }
  while (!sentence.pieces_.empty() && sentence.pieces_.back().kind == Kind::Skip)
    sentence.pieces_.pop_back();
  if (sentence.parts_.empty() || !sentence.tells_every_end()) return std::nullopt;
  return sentence;
}

void Sentence::add_words(std::string_view words) {
  if (!pieces_.empty() && pieces_.back().kind == Kind::Year && take_front(words, kYear)) {
    pieces_.back().dated = true;
    pieces_.back().shown = kYear;
    take_front(words, kOfYear);
  }
  const std::string folded = folded_letters(words);
  if (!folded.empty()) pieces_.push_back({Kind::Words, folded, std::string(words)});
}

bool Sentence::add_braces(std::string_view inside) {
  if (inside.find('{') != std::string_view::npos) return false;
  for (const auto& [word, distance] : kYears) {
    if (trimmed(inside) != word) continue;
    pieces_.push_back({Kind::Year, "", "", 0, distance});
    return true;
  }
  pieces_.push_back({Kind::Part, "", "", parts_.size()});
  parts_.push_back(parse_part(inside));
  return true;
}

bool Sentence::tells_every_end() const {
  const auto is_words_part = [&](const Piece& piece) {
    if (piece.kind != Kind::Part) return false;
    const model::FieldType type = parts_[piece.part].type;
    return type == model::FieldType::Text || type == model::FieldType::Code;
  };
  for (std::size_t i = 0; i + 1 < pieces_.size(); ++i) {
    const Piece& next = pieces_[i + 1];
    if (is_words_part(pieces_[i]) && (next.kind == Kind::Skip || is_words_part(next))) return false;
  }
  return true;
}

bool Sentence::has_plain_year() const {
  for (const Piece& piece : pieces_) {
    const std::string& words = piece.words;
    for (std::size_t at = words.find(kYear); at != std::string::npos;
         at = words.find(kYear, at + 1)) {
      const std::string digits = at < 4 ? "" : words.substr(at - 4, 4);
      if (!digits.empty() && digits.find_first_not_of("0123456789") == std::string::npos)
        return true;
    }
  }
  return false;
}

std::string Sentence::shown(int year, std::size_t from, std::size_t without) const {
  std::string shown;
  if (without > 0) {
    const Piece& next = pieces_[from++];
    std::string_view rest = next.shown;
    while (folded_letters(rest).size() > next.words.size() - without)
      rest.remove_prefix(first_chars(rest, 1).size());
    shown = rest;
  }
  for (std::size_t i = from; i < pieces_.size(); ++i) {
    const Piece& piece = pieces_[i];
    if (piece.kind == Kind::Year) shown += std::to_string(year + piece.distance);
    if (piece.kind == Kind::Skip) shown += kSkip;
    shown += piece.kind == Kind::Part ? "……" : piece.shown;
  }
  return shown;
}

std::string Sentence::words_behind(std::size_t part) const {
  for (std::size_t i = 0; i + 1 < pieces_.size(); ++i) {
    if (pieces_[i].kind == Kind::Part && pieces_[i].part == part) return pieces_[i + 1].words;
  }
  return "";
}

std::tuple<std::size_t, std::size_t, std::size_t> SentenceBeginning::fit() const {
  const auto written = std::count_if(years.begin(), years.end(),
                                     [](const WrongYear& year) { return year.end > year.begin; });
  return {pieces - years.size(), of_next, static_cast<std::size_t>(written)};
}

}  // namespace huizong::mapping
