#include "audit/clue.h"

#include <algorithm>
#include <set>
#include <string>

namespace huizong::audit {
namespace {

using model::Clue;

std::string cell_of(const model::Figure& figure) {
  return figure.place.cell ? to_string(*figure.place.cell) : figure.field;
}

/// reported = expected without one term; where several terms are equal, any of them may be the one.
void left_out(const Decimal& reported, const Decimal& expected, const std::vector<Term>& terms,
              const Location& finding, std::vector<Clue>& clues) {
  if (terms.size() < 2) return;
  std::string cells_zh, cells_en;
  std::set<std::string> named;
  for (const Term& term : terms) {
    if (!term.figure || term.value.is_zero() || expected - reported != term.value) continue;
    const bool itself = term.figure->place.cell && term.figure->place == finding;
    if (itself || !named.insert(cell_of(*term.figure)).second) continue;
    cells_zh += (cells_zh.empty() ? "" : "、") + cell_of(*term.figure);
    cells_en += (cells_en.empty() ? "" : ", ") + cell_of(*term.figure);
  }
  if (cells_zh.empty()) return;
  clues.push_back(
      {"left_out",
       {fmt::format("差额正好是 {}，可能漏加了这一项", cells_zh),
        fmt::format("the difference is exactly {}, which may have been left out of the sum",
                    cells_en)}});
}

/// 除九法: a difference that nine divides, and two neighbouring digits of the reported figure
/// which, swapped, give the expected one.
void digits_swapped(const Decimal& reported, const Decimal& expected, std::vector<Clue>& clues) {
  const int decimals = std::max(reported.decimals().value_or(0), expected.decimals().value_or(0));
  const std::string wrong = reported.fixed(decimals);
  const std::string right = expected.fixed(decimals);
  if (wrong.size() != right.size()) return;
  for (std::size_t i = 0; i + 1 < wrong.size(); ++i) {
    const std::size_t next = wrong[i + 1] == '.' ? i + 2 : i + 1;
    if (wrong[i] < '0' || wrong[i] > '9' || next >= wrong.size() || wrong[i] == wrong[next])
      continue;
    std::string swapped = wrong;
    std::swap(swapped[i], swapped[next]);
    if (swapped != right) continue;
    clues.push_back({"digits_swapped",
                     say("差额能被 9 整除，且相邻两位互换后相符：可能把“{1}{0}”写成了“{0}{1}”",
                         "nine divides the difference and swapping two neighbouring digits makes "
                         "it right: \"{1}{0}\" may have been typed as \"{0}{1}\"",
                         wrong[i], wrong[next])});
    return;
  }
}

void factor(const Decimal& reported, const Decimal& expected, std::vector<Clue>& clues) {
  if (reported.is_zero() || expected.is_zero()) return;
  const Decimal ratio = (reported / expected).abs();
  if (ratio == 10000 || ratio == Decimal(1) / 10000)
    clues.push_back(
        {"times_10000", say("两数相差 10000 倍，可能元与万元混用",
                            "one is 10,000 times the other: 元 and 万元 may have been mixed up")});
  if (ratio == 100 || ratio == Decimal(1) / 100) clues.push_back(times_100());
}

}  // namespace

Clue times_100() {
  return {"times_100", say("两数相差 100 倍，可能百分数与小数混用",
                           "one is 100 times the other: a percent may have been written as a "
                           "fraction, or the reverse")};
}

std::vector<Clue> clues_for(const Decimal& reported, const Decimal& expected,
                            const std::vector<Term>& terms, const Location& finding) {
  std::vector<Clue> clues;
  left_out(reported, expected, terms, finding, clues);
  digits_swapped(reported, expected, clues);
  factor(reported, expected, clues);
  return clues;
}

}  // namespace huizong::audit
