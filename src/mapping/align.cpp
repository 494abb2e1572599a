#include "mapping/align.h"

#include <algorithm>

#include "base/text.h"
#include "mapping/place/aligner.h"
#include "mapping/place/label_key.h"

namespace huizong::mapping {
namespace {

constexpr std::size_t kMostCandidates = 8;  // more help nobody
constexpr int kMostHeadingRows = 60;        // a heading is not looked for over half a sheet

}  // namespace

std::vector<int> all_labels(const Headings& headings) {
  std::vector<int> labels;
  for (const auto& stack : headings.stacks) labels.insert(labels.end(), stack.begin(), stack.end());
  return labels;
}

void Missing::add(const std::string& label) {
  const std::string text = fold_label(label);
  if (!text.empty() && std::find(labels.begin(), labels.end(), text) == labels.end())
    labels.push_back(text);
}

Aligner::Aligner(const Mapping& mapping, const SheetForm& form, const xlsx::Sheet& sheet, int year)
    : form_(form),
      labels_(mapping, form),
      sheet_(sheet),
      matcher_(form, labels_, sheet_, year_of(sheet, labels_.keys(), year)) {
  learn_columns(matcher_.match(nullptr));
  whole_ = matcher_.match(&columns_);
  learn_columns(whole_);
  for (const auto& [label, extent] : whole_.words) note_word(label, extent);
}

Alignment Aligner::align() {
  for (std::size_t i = 0; i < form_.tables.size(); ++i) find_body(i);
  for (std::size_t i = 0; i < form_.tables.size(); ++i) place_table(i);
  for (std::size_t i = 0; i < form_.grids.size(); ++i) place_grid(i);
  for (std::size_t i = 0; i < form_.fields.size(); ++i) place_field(i);
  for (const auto& [label, extent] : words_)
    out_.labels[labels_.label(label).cell()] = extent.first;
  return std::move(out_);
}

void Aligner::learn_columns(const RowMatch& match) {
  columns_ = {};
  for (const auto& [label, word] : match.words) {
    const Label& l = labels_.label(label);
    columns_.vote(l.extent.first.col, word.first.col, l.needed ? 8 : 2);
    const bool both_merged =
        l.extent.last.col > l.extent.first.col && word.last.col > word.first.col;
    if (both_merged) columns_.vote(l.extent.last.col, word.last.col, 1);
  }
  columns_.settle();
}

/// Rows by all labels together. Where some of the block's own are not found so, or could stand
/// elsewhere, they lead: the sides of a two-sided form move by themselves.
RowMatch Aligner::match_for(const std::vector<int>& own) const {
  const auto found = [&](const RowMatch& m) {
    return std::count_if(own.begin(), own.end(),
                         [&](int label) { return label >= 0 && m.words.contains(label); });
  };
  const auto wanted = std::count_if(own.begin(), own.end(), [](int label) { return label >= 0; });
  const RowPlaces places(labels_, whole_, own);
  const bool sure = std::none_of(own.begin(), own.end(), [&](int label) {
    return label >= 0 && !places.rivals(label, bodies_, false).empty();
  });
  if (sure && found(whole_) == wanted) return whole_;
  RowMatch led = matcher_.match(&columns_, own);
  return found(led) >= found(whole_) ? led : whole_;
}

/// Whether the label's row could be another just as well; the candidates are noted.
bool Aligner::ambiguous(const RowPlaces& places, int label, Missing& missing) const {
  const int row = labels_.label(label).cell().row;
  bool open =
      false;  // a block that ends without words of its own: what follows is the next that fits
  bool after_block = false;
  for (const TableBlock& t : form_.tables) {
    if (t.last_row >= row) continue;
    after_block = true;
    open = t.end.kind != TableEnd::Kind::Text;
  }
  const auto rivals = places.rivals(label, bodies_, after_block && open);
  if (rivals.empty()) return false;
  missing.add(labels_.label(label).text);
  for (const int rival : rivals) {
    const CellRange* word = places.word(label);
    missing.candidates.push_back(
        {rival, word ? word->first.col : columns_.at(labels_.label(label).cell().col).value_or(0)});
  }
  return true;
}

/// Where a label stands on the sheet, its order aside; places that another label was found at do
/// not count.
std::vector<CellRef> Aligner::places_of(const std::string& text) const {
  std::vector<CellRef> found;
  for (std::size_t i = 0; i < labels_.labels().size(); ++i) {
    if (fold_label(labels_.labels()[i].text) != text) continue;
    const int label = static_cast<int>(i);
    for (const CellRef cell : matcher_.said_at(label)) {
      if (found.size() >= kMostCandidates) break;
      const bool anothers = std::any_of(words_.begin(), words_.end(), [&](const auto& word) {
        return word.first != label && word.second.first == cell;
      });
      if (!anothers) found.push_back(cell);
    }
  }
  return found;
}

void Aligner::refuse(const std::string& block, const Missing& missing) {
  const auto add = [](std::string& list, const std::string& label) {
    list += (list.empty() ? "" : "、") + label;
  };
  Unaligned gone{block, "", missing.candidates, "", {}};
  for (const std::string& label : missing.labels) {
    add(gone.label, label);
    const auto elsewhere = missing.candidates.empty() ? places_of(label) : std::vector<CellRef>{};
    if (elsewhere.empty()) continue;
    add(gone.moved, label);
    gone.moved_to.insert(gone.moved_to.end(), elsewhere.begin(), elsewhere.end());
  }
  std::sort(gone.candidates.begin(), gone.candidates.end());
  gone.candidates.erase(std::unique(gone.candidates.begin(), gone.candidates.end()),
                        gone.candidates.end());
  if (gone.candidates.size() > kMostCandidates) gone.candidates.resize(kMostCandidates);
  out_.unaligned.push_back(std::move(gone));
}

std::optional<HeadingRows> Aligner::heading_rows(const Headings& headings,
                                                 const RowPlaces& places) const {
  if (headings.rows.empty()) return std::nullopt;
  std::optional<HeadingRows> rows;
  for (const int row : headings.rows) {
    const auto place = places.row(row);
    if (!place) continue;
    if (!rows) rows = HeadingRows{*place, *place};
    rows->last = std::max(rows->last, *place);
  }
  if (!rows) return std::nullopt;
  const int last = headings.rows.back();
  if (!places.row(last)) return std::nullopt;
  for (const auto& stack : headings.stacks) {
    if (stack.empty() || labels_.label(stack.front()).extent.last.row != last) continue;
    if (const CellRange* word = places.word(stack.front());
        word && word->last.row - word->first.row < 8)
      rows->last = std::max(rows->last, word->last.row);
  }
  rows->first = std::max(rows->first, rows->last - kMostHeadingRows);
  return rows;
}

std::optional<std::vector<int>> Aligner::place_columns(const std::string& block,
                                                       const Headings& headings,
                                                       const std::vector<int>& cols,
                                                       HeadingRows rows, Missing& missing) {
  const HeadingMatch found =
      match_headings(labels_, headings, cols, sheet_, matcher_.year(), rows, columns_);
  std::vector<int> sorted = found.cols;
  std::sort(sorted.begin(), sorted.end());
  const bool distinct = std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end();
  if (found.missing.empty() && distinct) {
    for (const auto& [label, extent] : found.words) note_word(label, extent);
    std::set<int> said;
    for (const auto& stack : headings.stacks) {
      const auto changed = stack.empty() ? found.changed.end() : found.changed.find(stack.front());
      if (changed == found.changed.end() || !said.insert(changed->first).second) continue;
      const CellRef cell = changed->second.first;
      note_word(changed->first, changed->second);
      out_.changed.push_back(
          {cell, labels_.label(changed->first).text, sheet_.text_at(cell), block});
    }
    return found.cols;
  }
  for (const int label : found.missing) missing.add(label >= 0 ? labels_.label(label).text : "");
  missing.candidates.insert(missing.candidates.end(), found.candidates.begin(),
                            found.candidates.end());
  return std::nullopt;
}

Alignment align(const Mapping& mapping, const SheetForm& form, const xlsx::Sheet& sheet, int year) {
  return Aligner(mapping, form, sheet, year).align();
}

}  // namespace huizong::mapping
