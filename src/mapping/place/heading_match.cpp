#include "mapping/place/heading_match.h"

#include <algorithm>
#include <optional>
#include <set>

#include "mapping/place/chain.h"
#include "mapping/place/label_key.h"

namespace huizong::mapping {
namespace {

constexpr std::size_t kMostHeadings = 2000;

/// A column of the template that has a heading of its own, the lowest one.
struct TemplateHeading {
  int col = 0;
  std::vector<int> stack;  ///< labels that cover it, lowest first
};
/// Likewise on the sheet.
struct SheetHeading {
  CellRange extent;
  std::vector<std::string> keys;  ///< of what covers it, lowest first
};

std::vector<TemplateHeading> template_headings(const TemplateLabels& labels,
                                               const std::vector<int>& rows) {
  std::set<int> cols;
  for (const Label& label : labels.labels()) {
    for (const int row : rows) {
      if (label.extent.first.row <= row && row <= label.extent.last.row)
        cols.insert(label.cell().col);
    }
  }
  std::vector<TemplateHeading> found;
  for (const int col : cols) {
    TemplateHeading heading{col, {}};
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
      const int label = labels.covering({*row, col});
      if (label >= 0 && (heading.stack.empty() || heading.stack.back() != label))
        heading.stack.push_back(label);
    }
    if (!heading.stack.empty() && labels.label(heading.stack.front()).cell().col == col)
      found.push_back(std::move(heading));
  }
  return found;
}

std::vector<SheetHeading> sheet_headings(const SheetGrid& sheet, int year, HeadingRows rows) {
  std::set<int> cols;
  for (int row = rows.first; row <= rows.last; ++row) {
    for (const xlsx::Cell& cell : sheet.row(row)) {
      if (is_filled(cell) && cols.size() < kMostHeadings) cols.insert(cell.ref.col);
    }
  }
  std::vector<SheetHeading> found;
  for (const int col : cols) {
    SheetHeading heading{};
    std::optional<CellRef> last;
    for (int row = rows.last; row >= rows.first; --row) {
      const xlsx::Cell* cell = sheet.seen_at({row, col});
      if (!cell || cell->ref == last) continue;
      if (!last) heading.extent = sheet.extent(cell->ref);
      last = cell->ref;
      heading.keys.push_back(label_key(cell->text, year));
    }
    if (last && heading.extent.first.col == col) found.push_back(std::move(heading));
  }
  return found;
}

bool says(const Label& label, const std::string& key) {
  return !key.empty() && std::find(label.keys.begin(), label.keys.end(), key) != label.keys.end();
}

/// The heading itself must agree; what stands above it tells two 小计 apart.
std::int64_t weight_of(const TemplateLabels& labels, const TemplateHeading& ours,
                       const SheetHeading& theirs) {
  if (!says(labels.label(ours.stack.front()), theirs.keys.front())) return 0;
  std::int64_t weight = 4;
  for (std::size_t i = 1; i < ours.stack.size(); ++i) {
    const bool above =
        std::any_of(theirs.keys.begin() + 1, theirs.keys.end(),
                    [&](const std::string& key) { return says(labels.label(ours.stack[i]), key); });
    weight += above ? 1 : 0;
  }
  return weight;
}

class HeadingFinder {
 public:
  HeadingFinder(const TemplateLabels& labels, const SheetGrid& sheet, int year, HeadingRows rows,
                const Headings& headings)
      : labels_(labels),
        ours_(template_headings(labels, headings.rows)),
        theirs_(sheet_headings(sheet, year, rows)) {
    std::vector<Match> matches;
    for (std::size_t i = 0; i < ours_.size(); ++i) {
      for (std::size_t j = 0; j < theirs_.size(); ++j) {
        const std::int64_t weight = weight_of(labels_, ours_[i], theirs_[j]);
        if (weight > 0) matches.push_back({static_cast<int>(i), static_cast<int>(j), weight});
      }
    }
    chain_ = best_chain(static_cast<int>(ours_.size()), std::move(matches));
    to_ = chain_.to;
    take_changed();
  }

  HeadingMatch find(const Headings& headings, const std::vector<int>& cols,
                    const ColumnMap& map) const {
    HeadingMatch found;
    for (std::size_t i = 0; i < ours_.size(); ++i) {
      if (to_[i] < 0) continue;
      auto& list = chain_.to[i] >= 0 ? found.words : found.changed;
      list[ours_[i].stack.front()] = theirs_[static_cast<std::size_t>(to_[i])].extent;
    }
    for (std::size_t k = 0; k < cols.size(); ++k) {
      const auto& stack = headings.stacks[k];
      const int label = stack.empty() ? -1 : stack.front();
      const auto col = place(cols[k], label, map, found.candidates);
      found.cols.push_back(col.value_or(-1));
      if (!col) found.missing.push_back(label);
    }
    return found;
  }

 private:
  /// A heading that is not found is the one between its neighbours, where as many stand there as
  /// should.
  void take_changed() {
    const auto n = static_cast<int>(ours_.size());
    if (std::all_of(to_.begin(), to_.end(), [](int to) { return to < 0; })) return;
    for (int i = 0; i < n;) {
      if (chain_.to[static_cast<std::size_t>(i)] >= 0) {
        ++i;
        continue;
      }
      int end = i;
      while (end < n && chain_.to[static_cast<std::size_t>(end)] < 0) ++end;
      const int left = i == 0 ? -1 : chain_.to[static_cast<std::size_t>(i - 1)];
      const int right =
          end == n ? static_cast<int>(theirs_.size()) : chain_.to[static_cast<std::size_t>(end)];
      if (right - left - 1 == end - i) {
        for (int k = 0; k < end - i; ++k) to_[static_cast<std::size_t>(i + k)] = left + 1 + k;
      }
      i = end;
    }
  }

  std::optional<int> place(int col, int label, const ColumnMap& map,
                           std::vector<CellRef>& candidates) const {
    if (label < 0) return map.at(col);
    const auto ours = std::find_if(ours_.begin(), ours_.end(), [&](const TemplateHeading& h) {
      return h.stack.front() == label;
    });
    if (ours == ours_.end()) return map.at(col);
    const auto index = static_cast<std::size_t>(ours - ours_.begin());
    if (chain_.rivals[index].size() > 1) {
      for (const int j : chain_.rivals[index])
        candidates.push_back(theirs_[static_cast<std::size_t>(j)].extent.first);
      return std::nullopt;
    }
    if (to_[index] < 0) {
      add_neighbours(index, candidates);
      return std::nullopt;
    }
    const CellRange& extent = theirs_[static_cast<std::size_t>(to_[index])].extent;
    const CellRange& own = labels_.label(label).extent;
    const int inside = col - own.first.col;  // several columns under one heading
    if (inside == 0) return extent.first.col;
    if (extent.last.col - extent.first.col == own.last.col - own.first.col)
      return extent.first.col + inside;
    const auto mapped = map.at(col);
    const bool under = mapped && *mapped >= extent.first.col && *mapped <= extent.last.col;
    if (!under) candidates.push_back(extent.first);
    return under ? mapped : std::nullopt;
  }

  void add_neighbours(std::size_t index, std::vector<CellRef>& candidates) const {
    int left = -1;
    int right = static_cast<int>(theirs_.size());
    for (std::size_t i = 0; i < index; ++i) left = std::max(left, to_[i]);
    for (std::size_t i = ours_.size(); i-- > index + 1;) {
      if (to_[i] >= 0) right = to_[i];
    }
    for (int j = left + 1; j < right; ++j)
      candidates.push_back(theirs_[static_cast<std::size_t>(j)].extent.first);
  }

  const TemplateLabels& labels_;
  std::vector<TemplateHeading> ours_;
  std::vector<SheetHeading> theirs_;
  Chain chain_;
  std::vector<int> to_;  ///< with changed headings filled in
};

}  // namespace

HeadingMatch match_headings(const TemplateLabels& labels, const Headings& headings,
                            const std::vector<int>& cols, const SheetGrid& sheet, int year,
                            HeadingRows rows, const ColumnMap& map) {
  return HeadingFinder(labels, sheet, year, rows, headings).find(headings, cols, map);
}

}  // namespace huizong::mapping
