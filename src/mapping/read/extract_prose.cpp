// Reads figures out of prose: in the texts of the sheet that nothing else reads,
// wherever the office put the paragraph, or in the cell of one text field.

#include <algorithm>

#include "mapping/read/extractor.h"
#include "mapping/read/unmapped_cells.h"

namespace huizong::mapping {

using model::Figure;

namespace {

/// The number of 约5.5; the words that make it approximate are told apart.
std::string without_about(const std::string& raw) {
  for (const std::string_view word : {"大约", "约", "近"}) {
    if (raw.starts_with(word)) return raw.substr(word.size());
  }
  return raw;
}

bool same_values(const model::TableRow& a, const model::TableRow& b) {
  return std::equal(
      a.columns.begin(), a.columns.end(), b.columns.begin(),
      [](const auto& one, const auto& other) { return one.second.value == other.second.value; });
}

}  // namespace

/// The rows of the sheet that an area has: between the labels that stand above and below it.
Extractor::RowsBetween Extractor::rows_of(const TextArea& area) const {
  RowsBetween rows;
  for (const auto& [own, theirs] : places_.labels) {
    if (own.row < area.first_row) rows.after = std::max(rows.after, theirs.row);
    if (own.row > area.last_row) rows.before = std::min(rows.before, theirs.row);
  }
  return rows;
}

/// The paragraphs of the areas, in cells that are not known by their labels.
Extractor::PlacedText Extractor::free_text(const std::vector<TextArea>& areas) const {
  PlacedText text;
  if (areas.empty()) return text;
  const std::set<CellRef> known = known_cells(places_, grid_);
  std::vector<RowsBetween> rows;
  for (const TextArea& area : areas) rows.push_back(rows_of(area));
  for (const xlsx::Cell& cell : grid_.sheet().cells) {
    const auto area = std::find_if(rows.begin(), rows.end(), [&](const RowsBetween& r) {
      return r.after < cell.ref.row && cell.ref.row < r.before;
    });
    const bool read = area != rows.end() && cell.type == xlsx::CellType::Text && is_filled(cell) &&
                      grid_.extent(cell.ref).first == cell.ref && !known.contains(cell.ref);
    if (read) text.add(cell.ref, cell.text, static_cast<std::size_t>(area - rows.begin()));
  }
  return text;
}

/// The text that a field, or a column of a table, reads as well; nothing where that has no place.
std::optional<Extractor::PlacedText> Extractor::text_of_block(const Prose& prose) const {
  PlacedText own;
  if (const Field* field = field_of(form_, prose)) {
    const auto at = places_.fields.find(field->name);
    if (at == places_.fields.end()) return std::nullopt;
    own.add(at->second, grid_.text_at(at->second), 0);
    return own;
  }
  const TableColumn column = *column_of(form_, prose);
  const auto at = places_.tables.find(column.table->name);
  if (at == places_.tables.end()) return std::nullopt;
  for (const int row : at->second.rows) {
    const CellRef cell = grid_.extent({row, at->second.cols[column.column]}).first;
    const std::string text = grid_.text_at(cell);
    if (!text.empty() && (own.cells.empty() || own.cells.back() != cell)) own.add(cell, text, 0);
  }
  return own;
}

void Extractor::read_prose() {
  const std::vector<TextArea> areas = text_areas(form_);
  PlacedText free = free_text(areas);
  read_besides_.insert(read_besides_.end(), free.cells.begin(), free.cells.end());
  std::map<CellRef, PlacedText> own;
  const std::vector<ProseFound> all = find_prose(free, own);
  for (const ProseFound& one : all) {
    read_one(one, all);
    if (one.text != &free) continue;
    for (const SentencePlace& place : one.found.places) {
      std::size_t& area = free.areas[free.letters[place.begin].paragraph];
      area = std::max(area, *area_of(areas, *one.prose));
    }
  }
  note_absent();
  for (const TextArea& area : areas) out_.submission.texts[area.name];
  std::size_t area = 0;  // what follows a paragraph belongs to its text
  for (std::size_t i = 0; i < free.cells.size(); ++i) {
    area = std::max(area, free.areas[i]);
    out_.submission.texts[areas[area].name].push_back(grid_.text_at(free.cells[i]));
  }
}

/// Each in the text of its block, kept in `own`, or in the free one.
std::vector<Extractor::ProseFound> Extractor::find_prose(const PlacedText& free,
                                                         std::map<CellRef, PlacedText>& own) {
  std::vector<ProseFound> all;
  for (const Prose& prose : form_.prose) {
    const PlacedText* text = &free;
    if (field_of(form_, prose) || column_of(form_, prose)) {
      auto of_block = text_of_block(prose);
      if (!of_block) {  // said of the field or the table
        ++out_.checks[mapping_.id() + "-P-" + prose.name].unchecked;
        continue;
      }
      text = &own.try_emplace({prose.first_row, prose.col}, std::move(*of_block)).first->second;
    }
    all.push_back({&prose, text, find_sentences(prose.find, text->letters, context_.year)});
  }
  return all;
}

void Extractor::read_one(const ProseFound& one, const std::vector<ProseFound>& all) {
  const Prose& prose = *one.prose;
  const PlacedText& text = *one.text;
  const SentencesFound& found = one.found;
  model::CheckCount& count = out_.checks[mapping_.id() + "-P-" + prose.name];
  if (text.cells.empty()) {
    ++count.unchecked;
    return note_no_text(prose);
  }
  model::Table rows{prose.name, {}};
  for (const SentencePlace& place : found.places) rows.rows.push_back(row_of(prose, text, place));
  const std::vector<SentenceBeginning> meant = meant_in(one, all);
  if (found.places.empty()) {
    const bool wrong = prose.required || !meant.empty();
    ++(wrong ? count.failed : count.not_applicable);
    note_not_found(one, meant.empty() ? found.nearest : meant.front(),
                   wrong ? Severity::Error : Severity::Note);
    if (wrong) return;
  }
  const bool agree = std::all_of(rows.rows.begin(), rows.rows.end(), [&](const auto& row) {
    return same_values(row, rows.rows.front());
  });
  if (prose.repeat && !found.places.empty()) {
    for (const SentenceBeginning& broken : meant) note_broken(prose, text, broken);
    count.failed += static_cast<int>(meant.size());
  }
  if (prose.repeat) {
    out_.submission.tables[prose.name] = std::move(rows);
  } else if (agree) {
    put_figures(prose, rows);
  } else {
    note_several(prose, text, found.places);
    ++count.failed;
    return;
  }
  if (!found.places.empty()) ++count.passed;
}

/// Where the sentence begins and goes off. One that may be missing is not meant where another
/// [[prose]] reads the number: that one begins alike.
std::vector<SentenceBeginning> Extractor::meant_in(const ProseFound& one,
                                                   const std::vector<ProseFound>& all) {
  std::vector<SentenceBeginning> meant = one.found.broken;
  if (one.prose->required) return meant;
  for (const ProseFound& other : all) {
    if (other.text != one.text) continue;
    for (const SentencePlace& place : other.found.places) {
      for (const auto& [from, to] : place.parts)
        std::erase_if(meant, [&](const auto& m) { return from <= m.figure && m.figure < to; });
    }
  }
  return meant;
}

/// The figures of the first place; blank ones without any.
void Extractor::put_figures(const Prose& prose, const model::Table& rows) {
  for (const Column& part : prose.columns) {
    Figure f;
    if (!rows.rows.empty()) f = rows.rows.front().columns.at(part.name);
    f.field = prose.name + "." + part.name;
    f.type = part.typing.type;
    if (rows.rows.empty()) f.place = place(std::nullopt);
    out_.submission.figures[f.field] = std::move(f);
  }
}

model::TableRow Extractor::row_of(const Prose& prose, const PlacedText& text,
                                  const SentencePlace& place) {
  const Sentence& sentence = prose.find[place.which];
  model::TableRow row;
  row.has_figure = true;
  for (std::size_t i = 0; i < prose.columns.size(); ++i) {
    const Column& part = prose.columns[i];
    const auto [from, to] = place.parts[i];
    const CellRef cell = text.cells[text.letters[from].paragraph];
    const std::string path = prose.name + "." + part.name;
    const std::string raw = text.letters.cut(from, to);
    Figure f;
    f.field = part.name;
    f.raw = model::is_numeric(part.typing.type) ? without_about(raw) : raw;
    f.place = this->place(cell);
    f.sentence = text.letters.around(from, to);
    read_part_into(f, path, sentence.parts()[i], sentence.words_behind(i), mapping_.money);
    if (f.raw != raw)
      add_finding(
          "-T-" + path, Severity::Note, path, cell,
          say("文中写的是约数“{}”，已按 {} 读取。",
              "The text gives an approximate number, \"{}\"; it was read as {}.", raw, f.raw));
    f.raw = raw;
    row.columns[part.name] = std::move(f);
  }
  return row;
}

}  // namespace huizong::mapping
