#include "mapping/place/row_places.h"

#include <algorithm>

namespace huizong::mapping {

RowPlaces::RowPlaces(const TemplateLabels& labels, const RowMatch& match,
                     const std::vector<int>& own_labels)
    : labels_(labels), match_(match), own_(labels.labels().size(), 0) {
  for (const int label : own_labels) {
    if (label >= 0) own_[static_cast<std::size_t>(label)] = 1;
  }
}

const CellRange* RowPlaces::word(int label) const {
  const auto it = match_.words.find(label);
  return it == match_.words.end() ? nullptr : &it->second;
}

int RowPlaces::index_of(int template_row) const {
  const auto& rows = labels_.rows();
  const auto it =
      std::lower_bound(rows.begin(), rows.end(), template_row,
                       [](const LabelRow& row, int wanted) { return row.row < wanted; });
  return it == rows.end() || it->row != template_row ? -1 : static_cast<int>(it - rows.begin());
}

bool RowPlaces::relied_on(std::size_t index) const {
  if (match_.chain.to[index] < 0) return false;
  bool own = false;
  for (const int label : labels_.rows()[index].labels) {
    if (!own_[static_cast<std::size_t>(label)]) continue;
    own = true;
    if (match_.words.contains(label)) return true;
  }
  return !own;
}

std::vector<int> RowPlaces::rivals(int label, const std::vector<BodyRows>& bodies,
                                   bool follows_open_block) const {
  const int index = index_of(labels_.label(label).cell().row);
  if (index < 0 || follows_open_block) return {};
  const int chosen = match_.chain.to[static_cast<std::size_t>(index)];
  std::vector<int> others = match_.chain.rivals[static_cast<std::size_t>(index)];
  std::erase_if(others, [&](int row) {
    return row != chosen && std::any_of(bodies.begin(), bodies.end(), [&](const BodyRows& b) {
             return b.contains(row) && !b.contains(chosen);
           });
  });
  return others.size() > 1 ? others : std::vector<int>{};
}

RowPlaces::Neighbours RowPlaces::neighbours(int template_row) const {
  Neighbours found;
  const auto& rows = labels_.rows();
  int segment_above = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!relied_on(i) || rows[i].row == template_row) continue;
    if (rows[i].row < template_row) {
      found.above = rows[i].row;
      found.above_to = match_.chain.to[i];
      segment_above = rows[i].segment;
    } else if (found.below < 0) {
      found.below = rows[i].row;
      found.below_to = match_.chain.to[i];
      found.block_between = rows[i].segment != segment_above;
    }
  }
  return found;
}

std::optional<int> RowPlaces::row(int template_row) const {
  const int index = index_of(template_row);
  if (index >= 0 && relied_on(static_cast<std::size_t>(index)))
    return match_.chain.to[static_cast<std::size_t>(index)];
  const Neighbours n = neighbours(template_row);
  if (n.above < 0 || n.below < 0 || n.block_between) return std::nullopt;
  if (n.below_to - n.above_to != n.below - n.above) return std::nullopt;
  return n.above_to + template_row - n.above;
}

}  // namespace huizong::mapping
