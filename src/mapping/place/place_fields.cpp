// Places single cells: by their own fixed words, beside their label, or below their heading.

#include <algorithm>

#include "mapping/place/aligner.h"

namespace huizong::mapping {

/// The template's words by which a field without a label beside it is found.
std::string Aligner::words_for(const Field& field, const FieldLabels& own) const {
  if (own.own >= 0) {
    const Label& label = labels_.label(own.own);
    return label.text.empty() ? label.literal : label.text;
  }
  if (own.above >= 0) return labels_.label(own.above).text;
  for (const LabelRow& row : labels_.rows()) {
    if (row.row == labels_.grid().extent(field.cell).first.row)
      return labels_.label(row.labels.front()).text;
  }
  return field.name;
}

/// The value of a label: right behind it, unless columns were put in between; the first filled cell
/// up to where the value's column has gone, or the next label.
CellRef Aligner::value_right_of(const CellRange& label, int template_col) const {
  const int next = label.last.col + 1;
  const auto mapped = columns_.at(template_col);
  int target = next;
  for (int col = next; mapped && col <= *mapped; ++col) {
    const CellRef ref{label.first.row, col};
    if (is_label(ref)) break;
    const xlsx::Cell* cell = sheet_.seen_at(ref);
    if (cell && cell->ref.row == ref.row) return cell->ref;
    target = col;
  }
  return sheet_.extent({label.first.row, target}).first;
}

std::optional<CellRef> Aligner::beside_label(const Field& field, int label, const RowPlaces& places,
                                             Missing& missing) {
  const Label& l = labels_.label(label);
  const CellRange own = labels_.grid().extent(field.cell);
  if (const CellRange* word = places.word(label)) {
    if (ambiguous(places, label, missing)) return std::nullopt;
    return value_right_of(*word, own.first.col);
  }
  const auto row = places.row(l.cell().row);
  const auto col = columns_.at(l.cell().col);
  if (row && col) {
    const CellRange extent = sheet_.extent({*row, *col});
    if (!is_label(extent.first) && extent.first.row == *row) {
      out_.changed.push_back({extent.first, l.text, sheet_.text_at(extent.first), field.name});
      note_word(label, extent);
      return value_right_of(extent, own.first.col);
    }
  }
  missing.add(l.text);
  return std::nullopt;
}

std::optional<CellRef> Aligner::below_heading(const Field& field, const FieldLabels& own,
                                              const RowPlaces& places, Missing& missing) {
  const CellRange extent = labels_.grid().extent(field.cell);
  const auto name = [&] { missing.add(words_for(field, own)); };
  const auto known = words_.find(own.above);
  const CellRange* heading = known == words_.end() ? nullptr : &known->second;
  const auto col = heading ? std::optional(heading->first.col) : columns_.at(extent.first.col);
  if (!col) {
    name();
    return std::nullopt;
  }
  for (const LabelRow& row : labels_.rows()) {
    if (row.row != extent.first.row) continue;
    for (const int label : row.labels) {
      if (!places.word(label)) continue;
      if (ambiguous(places, label, missing)) return std::nullopt;
    }
  }
  if (const auto row = places.row(extent.first.row)) return sheet_.extent({*row, *col}).first;

  // Rows were put in between: the one filled cell below the heading, or the place right below it.
  const bool right_below =
      own.above >= 0 && labels_.label(own.above).extent.last.row + 1 == extent.first.row;
  const auto around = places.neighbours(extent.first.row);
  if (!heading || !right_below || around.below < 0 || around.block_between) {
    name();
    return std::nullopt;
  }
  std::set<CellRef> filled;
  for (int row = heading->last.row + 1; row < around.below_to; ++row) {
    const xlsx::Cell* cell = sheet_.seen_at({row, *col});
    if (cell && cell->ref.row > heading->last.row) filled.insert(cell->ref);
  }
  if (filled.size() == 1) return *filled.begin();
  if (filled.empty()) return CellRef{heading->last.row + 1, *col};
  name();
  missing.candidates.assign(filled.begin(), filled.end());
  return std::nullopt;
}

void Aligner::place_field(std::size_t index) {
  const Field& field = form_.fields[index];
  const FieldLabels& own = labels_.fields[index];
  Missing missing;
  std::optional<CellRef> place;
  const RowMatch match = match_for({own.own});
  const RowPlaces places(labels_, match, {own.own});
  if (own.own >= 0 && places.word(own.own)) {
    if (!ambiguous(places, own.own, missing)) place = places.word(own.own)->first;
  } else {
    // Where its own fixed words are gone, what stands around it tells its place.
    const RowMatch around = match_for({own.left});
    const RowPlaces by_others(labels_, around, {own.left});
    place = own.left >= 0 ? beside_label(field, own.left, by_others, missing)
                          : below_heading(field, own, by_others, missing);
  }
  if (place) {
    out_.fields[field.name] = *place;
    return;
  }
  if (missing.labels.empty()) missing.add(words_for(field, own));
  refuse(field.name, missing);
}

}  // namespace huizong::mapping
