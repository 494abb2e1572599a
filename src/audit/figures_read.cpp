#include "audit/figures_read.h"

#include <algorithm>
#include <set>

#include "base/file.h"
#include "base/text.h"

namespace huizong::audit {
namespace {

using model::Figure;

constexpr int kShown = 120;  // characters

/// A number or text that the side is, not one it was computed from.
bool is_shown(const Side& side) {
  return side.figures.size() == 1 && !side.figures.front()->derived &&
         !std::holds_alternative<bool>(side.value) && side.figures.front()->value == side.value;
}

/// Those that a derived figure of this form was computed from.
std::vector<const Figure*> operands_of(const Figure& figure, const CheckLog& log) {
  const model::Submission& s = log.submission();
  const formula::Definitions& definitions = log.definitions();
  if (s.find(figure.field) == &figure) {
    const formula::Derived* derived = definitions.find_derived(figure.field);
    return derived ? formula::SubmissionScope(s, log.others()).figures_in(derived->expr)
                   : std::vector<const Figure*>{};
  }
  for (const auto& [name, table] : s.tables) {
    const formula::Derived* derived = definitions.find_column(name, figure.field);
    if (!derived) continue;
    for (const model::TableRow& row : table.rows) {
      const auto column = row.columns.find(figure.field);
      if (column != row.columns.end() && &column->second == &figure)
        return formula::SubmissionScope(s, row, log.others()).figures_in(derived->expr);
    }
  }
  return {};
}

/// Each once, in the order they are come upon.
class Reading {
 public:
  explicit Reading(const CheckLog& log) : log_(log) {}

  void add(const Figure* figure) {
    if (!seen_.insert(figure).second) return;
    const auto operands =
        figure->derived ? operands_of(*figure, log_) : std::vector<const Figure*>{};
    for (const Figure* operand : operands) add(operand);
    if (!operands.empty()) return;
    const std::string value = model::to_string(figure->value);
    text_ += (text_.empty() ? "" : "；") + figure->field + " " + (value.empty() ? "未填" : value);
    ++count_;
  }
  std::string text() const {
    if (char_count(text_) <= kShown) return text_;
    return fmt::format("{}……（共 {} 个数，校验码 {}）", first_chars(text_, kShown), count_,
                       sha256(text_).substr(0, 8));
  }

 private:
  const CheckLog& log_;
  std::set<const Figure*> seen_;
  std::string text_;
  int count_ = 0;
};

}  // namespace

std::string figures_read(const std::vector<const Side*>& sides, const CheckLog& log) {
  Reading reading(log);
  for (const Side* side : sides) {
    if (is_shown(*side)) continue;
    for (const Figure* figure : side->figures) reading.add(figure);
  }
  return reading.text();
}

}  // namespace huizong::audit
