// Reads figures out of prose: in the texts of the sheet that nothing else reads,
// wherever the office put the paragraph, or in the cell of one text field.

#include <algorithm>

#include "base/text.h"
#include "mapping/read/extractor.h"
#include "mapping/read/unmapped_cells.h"

namespace huizong::mapping {

using model::Figure;

namespace {

/// Letters that a sentence goes on behind one that begins alike before it is told from it.
constexpr std::size_t kFurther = 2;

/// The number of 约5.5; the words that make it approximate are told apart.
std::string without_about(const std::string& raw) {
  for (const std::string_view word : {"大约", "约", "近"}) {
    if (raw.starts_with(word))
      return std::string(trimmed(std::string_view(raw).substr(word.size())));
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
    leave_unread(prose, std::nullopt);
    return note_no_text(prose);
  }
  if (found.places.empty() && not_found(one, all)) return;
  model::Table rows{prose.name, {}};
  for (const SentencePlace& place : found.places) rows.rows.push_back(row_of(prose, text, place));
  const bool agree = std::all_of(rows.rows.begin(), rows.rows.end(), [&](const auto& row) {
    return same_values(row, rows.rows.front());
  });
  if (prose.repeat && !found.places.empty()) {
    for (const SentenceBeginning& broken : meant_in(one, all)) {
      note_broken(prose, text, broken);
      ++count.failed;
    }
  }
  if (prose.repeat) {
    out_.submission.tables[prose.name] = std::move(rows);
  } else if (agree) {
    put_figures(prose, rows);
  } else {
    note_several(prose, text, found.places);
    leave_unread(prose, text.cell_at(found.places.front().begin));
    ++count.failed;
    return;
  }
  if (!found.places.empty()) ++count.passed;
}

/// Says so; true where that is an error, which leaves its figures unread.
bool Extractor::not_found(const ProseFound& one, const std::vector<ProseFound>& all) {
  const Prose& prose = *one.prose;
  const std::vector<SentenceBeginning> meant = meant_in(one, all);
  const auto most = std::max_element(
      meant.begin(), meant.end(), [](const auto& a, const auto& b) { return a.fit() < b.fit(); });
  const bool wrong = prose.required || !meant.empty();
  std::optional<SentenceBeginning> there = one.found.nearest;
  const bool tells = there && there->pieces > 0 && there->years.empty();
  if (most != meant.end())
    there = *most;
  else if (wrong || !tells)
    there.reset();
  model::CheckCount& count = out_.checks[mapping_.id() + "-P-" + prose.name];
  ++(wrong ? count.failed : count.not_applicable);
  if (there)
    note_gone_off(prose, *one.text, *there, wrong ? Severity::Error : Severity::Note);
  else if (wrong)
    note_not_found(prose);
  else
    absent_prose_.push_back(&prose);
  if (wrong) leave_unread(prose, there ? std::optional(one.text->cell_of(*there)) : std::nullopt);
  return wrong;
}

/// Where the sentence begins and goes off, or is of another year. It is not meant where another
/// [[prose]] reads the year that is wrong for it, nor, unless nothing else could be, where another
/// reads its number and goes about as far: that one begins alike.
std::vector<SentenceBeginning> Extractor::meant_in(const ProseFound& one,
                                                   const std::vector<ProseFound>& all) {
  std::vector<SentenceBeginning> meant = one.found.broken;
  const bool due = one.prose->required && one.found.places.empty();
  const auto& nearest = one.found.nearest;
  if (due && meant.empty() && nearest && nearest->years.empty()) meant.push_back(*nearest);
  const auto any_place = [&](const auto& holds) {
    return std::any_of(all.begin(), all.end(), [&](const ProseFound& other) {
      const auto& places = other.found.places;
      return other.text == one.text && &other != &one &&
             std::any_of(places.begin(), places.end(), holds);
    });
  };
  const auto of_another = [&](const SentenceBeginning& there) {
    return any_place([&](const SentencePlace& place) {
      return std::any_of(there.years.begin(), there.years.end(), [&](const WrongYear& year) {
        return year.end > year.begin && place.begin <= year.begin && year.end <= place.end;
      });
    });
  };
  const auto alike = [&](const SentenceBeginning& there) {
    const bool whole = there.pieces == one.prose->find[there.which].pieces().size();
    const bool dated = std::any_of(there.years.begin(), there.years.end(),
                                   [](const WrongYear& year) { return year.end > year.begin; });
    return !(whole && (due || dated)) && any_place([&](const SentencePlace& place) {
      const bool read = std::any_of(place.parts.begin(), place.parts.end(), [&](const auto& p) {
        return p.first <= there.figure && there.figure < p.second;
      });
      const Letters& text = one.text->letters;
      return read && !(there.ahead && text.count(place.end, there.end) >= kFurther);
    });
  };
  std::erase_if(meant, of_another);
  const bool others = !std::all_of(meant.begin(), meant.end(), alike);
  std::erase_if(meant, [&](const SentenceBeginning& there) {
    return alike(there) && (!due || others || !there.years.empty());
  });
  return meant;
}

/// Its figures are n/a, at the cell where it goes off.
void Extractor::leave_unread(const Prose& prose, std::optional<CellRef> cell) {
  for (const Column& part : prose.columns) {
    Figure f;
    f.field = prose.name + "." + part.name;
    f.type = part.typing.type;
    f.value = model::NotAvailable{
        say("“{}”这一句没有读到", "the sentence {} was not read", prose.name), f.field};
    f.place = place(cell);
    out_.submission.figures[f.field] = std::move(f);
  }
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
