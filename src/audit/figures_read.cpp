#include "audit/figures_read.h"

#include <map>
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

/// Each figure once, in the order they are come upon.
class Reading {
 public:
  explicit Reading(const CheckLog& log) : log_(log) {}

  void add(const Figure* figure) {
    if (!seen_.insert(figure).second) return;
    const std::vector<const Figure*> operands = operands_of(*figure);
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
  /// Those that a derived figure of this form was computed from.
  std::vector<const Figure*> operands_of(const Figure& figure) {
    if (!figure.derived) return {};
    const model::Submission& form = log_.submission();
    if (form.find(figure.field) == &figure) {
      const formula::Derived* derived = log_.definitions().find_derived(figure.field);
      if (!derived) return {};
      return formula::SubmissionScope(form, log_.others()).figures_in(derived->expr);
    }
    if (rows_.empty()) find_rows();
    const auto row = rows_.find(&figure);
    if (row == rows_.end()) return {};
    const auto& [derived, of] = row->second;
    return formula::SubmissionScope(form, *of, log_.others()).figures_in(derived->expr);
  }

  void find_rows() {
    for (const formula::Derived& derived : log_.definitions().derived) {
      const auto table = log_.submission().tables.find(derived.each_table);
      if (table == log_.submission().tables.end()) continue;
      for (const model::TableRow& row : table->second.rows) {
        const auto column = row.columns.find(derived.name);
        if (column != row.columns.end()) rows_[&column->second] = {&derived, &row};
      }
    }
  }

  const CheckLog& log_;
  std::map<const Figure*, std::pair<const formula::Derived*, const model::TableRow*>> rows_;
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
