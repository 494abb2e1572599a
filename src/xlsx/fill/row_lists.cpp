#include "xlsx/fill/row_lists.h"

#include <algorithm>
#include <set>

#include "base/text.h"

namespace huizong::xlsx {
namespace {

constexpr std::size_t kMaxFormula = 8192;  // characters, by Excel's limits

/// Where a list and a range over the same cells say the same.
bool adds_up(const std::string& function) {
  static const std::set<std::string_view> names = {"",  // a union of areas
                                                   "SUM", "COUNT", "COUNTA", "AVERAGE",
                                                   "MAX", "MIN",   "PRODUCT"};
  return names.contains(function);
}

class ListSearch {
 public:
  ListSearch(std::string_view formula, const FormulaScan& scan, const RowMove& move,
             const std::function<bool(const Reference&)>& here)
      : formula_(formula), scan_(scan), move_(move), here_(here) {}

  RowLists found() {
    const auto& all = scan_.references;
    std::size_t length = formula_.size();
    for (std::size_t i = 0; i < all.size();) {
      const std::size_t end = i + block_rows() <= all.size() ? list_from(i) : i;
      if (end > i) length += result_.edits.back().text.size();
      if (end == i) others_.push_back(&all[i]);
      i = std::max(end, i + 1);
    }
    result_.unclear =
        length > kMaxFormula ||
        std::any_of(others_.begin(), others_.end(), [&](const Reference* r) {
          return is_row(*r, move_.block.last) && names_every_row(r->range().first.col);
        });
    if (length > kMaxFormula) result_.edits.clear();
    return std::move(result_);
  }

 private:
  std::size_t block_rows() const {
    return static_cast<std::size_t>(move_.block.last - move_.block.first + 1);
  }
  /// A cell of the row, or cells of it alone: H12, H12:I12, 12:12. In a block of one row the latter
  /// grow by themselves.
  bool is_row(const Reference& r, int row) const {
    const bool grows = r.kind != Reference::Kind::Cell && block_rows() == 1;
    return r.kind != Reference::Kind::Cols && !grows && r.first.cell.row == row &&
           r.last.cell.row == row && here_(r);
  }

  /// Behind the last of the references that are a list beginning with this one; else `from`.
  std::size_t list_from(std::size_t from) {
    const auto& all = scan_.references;
    const Reference& first = all[from];
    if (!is_row(first, move_.block.first) || block_rows() < 2) return from;
    if (first.kind != Reference::Kind::Cell) return from;
    const auto between = [&](std::size_t i) {
      const auto end = all[i].at + all[i].length;
      return formula_.substr(end, all[i + 1].at - end);
    };
    const auto separator = between(from);
    for (std::size_t n = 1; n < block_rows(); ++n) {
      const Reference& next = all[from + n];
      const bool follows = next.kind == Reference::Kind::Cell &&
                           is_row(next, move_.block.first + static_cast<int>(n)) &&
                           next.first.cell.col == first.first.cell.col &&
                           next.first.fixed_col == first.first.fixed_col &&
                           next.first.fixed_row == first.first.fixed_row;
      if (!follows || between(from + n - 1) != separator) return from;
    }
    const auto last = from + block_rows() - 1;
    if (!stands_alone(first, all[last], separator)) return from;
    auto text = list_text(first, separator);
    const auto end = all[last].at + all[last].length;
    result_.edits.push_back({first.at, end - first.at, std::move(text)});
    return last + 1;
  }

  /// Whether the separator is a + between terms, a - that stands before the first one too, or a
  /// comma in a function that takes a range as well.
  bool stands_alone(const Reference& first, const Reference& last,
                    std::string_view separator) const {
    const auto sign = trimmed(separator);
    if (sign.empty()) return false;
    const auto sheet = trimmed(sign.substr(1));  // its name and "!", if it has one
    const auto head = formula_.substr(0, first.at);
    if (!sheet.empty() && !sheet.ends_with('!')) return false;  // SUM(2*H12,2*H13)
    if (!head.ends_with(sheet)) return false;
    const auto before = trimmed(head.substr(0, head.size() - sheet.size()));
    const auto after = trimmed(formula_.substr(last.at + last.length));
    const char left = before.empty() ? '(' : before.back();
    const char right = after.empty() ? ')' : after.front();
    constexpr auto holds = [](std::string_view signs, char c) {
      return signs.find(c) != std::string_view::npos;
    };
    if (sign.front() == ',') return holds("(,", left) && holds("),", right) && in_sum(first.at);
    if (!holds("),+-=<>&", right)) return false;
    return sign.front() == '-' ? left == '-' : sign.front() == '+' && holds("(,+=<>&", left);
  }

  /// Whether the innermost parentheses around the place are those of a function that adds_up().
  bool in_sum(std::size_t at) const {
    for (auto call = scan_.calls.rbegin(); call != scan_.calls.rend(); ++call) {
      for (const auto& argument : call->arguments) {
        if (at < argument.at || at >= argument.at + argument.length) continue;
        return adds_up(call->function);
      }
    }
    return false;
  }

  std::string list_text(Reference cell, std::string_view separator) const {
    if (trimmed(separator).front() == ',') {
      if (move_.count == 1) return a1_text(cell);
      cell.kind = Reference::Kind::Cells;
      cell.last.cell.row = move_.new_last();
      return a1_text(cell);
    }
    std::string text = a1_text(cell);
    for (int row = move_.block.first + 1; row <= move_.new_last(); ++row) {
      cell.first.cell.row = row;
      text += separator;
      text += a1_text(cell);
    }
    return text;
  }

  /// Of the references that belong to no list.
  bool names_every_row(int col) const {
    std::set<int> rows;
    for (const Reference* r : others_) {
      const auto range = r->range();
      const bool one_row = range.first.row == range.last.row;
      const bool of_column = range.first.col == col && (one_row || range.last.col == col);
      if (r->kind == Reference::Kind::Cols || !of_column || !here_(*r)) continue;
      if (!one_row && range.last.row >= move_.block.last) return false;  // grows, and the formula
      const int from = std::max(range.first.row, move_.block.first);
      for (int row = from; row <= std::min(range.last.row, move_.block.last); ++row) {
        rows.insert(row);
      }
    }
    return rows.size() == block_rows();
  }

  std::string_view formula_;
  const FormulaScan& scan_;
  const RowMove& move_;
  const std::function<bool(const Reference&)>& here_;
  std::vector<const Reference*> others_;  // that are in no list
  RowLists result_;
};

}  // namespace

RowLists row_lists(std::string_view formula, const FormulaScan& scan, const RowMove& move,
                   const std::function<bool(const Reference&)>& here) {
  return ListSearch(formula, scan, move, here).found();
}

}  // namespace huizong::xlsx
