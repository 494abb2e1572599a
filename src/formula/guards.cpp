#include "formula/guards.h"

#include <algorithm>

#include "formula/functions.h"

namespace huizong::formula {
namespace {

using List = std::vector<std::string>;

bool has(const List& list, const std::string& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}
void add_new(List& list, const std::string& item) {
  if (!has(list, item)) list.push_back(item);
}

std::string joined(const List& list, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) text += (i > begin ? "," : "") + list[i];
  return text;
}

/// COUNT(a,b), in as many calls as Excel's limit of arguments makes necessary.
std::string count_of(const char* function, const List& cells) {
  std::string text;
  for (std::size_t i = 0; i < cells.size(); i += kMostArguments) {
    const std::size_t end = std::min(cells.size(), i + kMostArguments);
    text += (i > 0 ? "+" : "") + std::string(function) + "(" + joined(cells, i, end) + ")";
  }
  return text;
}

std::string any_of(const List& conditions) {
  return conditions.size() == 1 ? conditions.front()
                                : "OR(" + joined(conditions, 0, conditions.size()) + ")";
}

}  // namespace

void Guards::need_number(const std::string& cell) {
  add_new(numbers_, cell);
}

void Guards::refuse_text(const std::string& cells, int marks) {
  const bool known =
      std::any_of(texts_.begin(), texts_.end(), [&](const Texts& t) { return t.cells == cells; });
  if (!known) texts_.push_back({cells, marks});
}

void Guards::need_some(List cells) {
  some_.push_back(std::move(cells));
}
void Guards::add(std::string condition) {
  add_new(plain_, condition);
}
void Guards::add_after(std::string condition) {
  add_new(after_, condition);
}
void Guards::add_last(std::string condition) {
  add_new(last_, condition);
}

void Guards::add(const Guards& other) {
  never_ = never_ || other.never_;
  for (const std::string& cell : other.numbers_) need_number(cell);
  for (const Texts& t : other.texts_) refuse_text(t.cells, t.marks);
  some_.insert(some_.end(), other.some_.begin(), other.some_.end());
  for (const std::string& c : other.plain_) add(c);
  for (const std::string& c : other.after_) add_after(c);
  for (const std::string& c : other.last_) add_last(c);
}

bool Guards::empty() const {
  return !never_ && numbers_.empty() && texts_.empty() && some_.empty() && plain_.empty() &&
         !ordered();
}

List Guards::first_conditions() const {
  List conditions;
  if (numbers_.size() == 1) {
    conditions.push_back("COUNT(" + numbers_.front() + ")=0");
  } else if (!numbers_.empty()) {
    conditions.push_back(count_of("COUNT", numbers_) + "<" + std::to_string(numbers_.size()));
  }
  for (const List& cells : some_) {
    const bool sure = std::any_of(cells.begin(), cells.end(),
                                  [&](const std::string& c) { return has(numbers_, c); });
    if (!sure) add_new(conditions, count_of("COUNT", cells) + "=0");
  }
  List cells;
  int marks = 0;
  for (const Texts& t : texts_) {
    if (has(numbers_, t.cells)) continue;
    cells.push_back(t.cells);
    marks += t.marks;
  }
  if (!cells.empty()) {
    const std::string values = count_of("COUNT", cells), filled = count_of("COUNTA", cells);
    conditions.push_back(marks == 0 ? values + "<" + filled
                                    : filled + "-(" + values + ")>" + std::to_string(marks));
  }
  conditions.insert(conditions.end(), plain_.begin(), plain_.end());
  return conditions;
}

std::string Guards::wrap(const std::string& text, const std::string& na) const {
  if (never_) return na;
  std::string whole = text;
  const auto guard = [&](const std::string& condition) {
    whole = "IF(" + condition + "," + na + "," + whole + ")";
  };
  for (auto it = last_.rbegin(); it != last_.rend(); ++it) guard(*it);
  if (!after_.empty()) guard(any_of(after_));
  if (const List first = first_conditions(); !first.empty()) guard(any_of(first));
  return whole;
}

std::string holds_missing(const std::string& cells) {
  const std::string count = "COUNTA(" + cells + ")+COUNTBLANK(" + cells + ")";
  const bool range =
      cells.find(':', cells.rfind('!') == std::string::npos ? 0 : cells.rfind('!')) !=
      std::string::npos;
  if (!range) return count + "+ISERROR(" + cells + ")>1";
  return "SUMPRODUCT(--ISERROR(" + cells + "))+" + count + ">ROWS(" + cells + ")*COLUMNS(" + cells +
         ")";
}

}  // namespace huizong::formula
