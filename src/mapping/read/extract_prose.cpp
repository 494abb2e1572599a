// Reads figures out of prose: in the texts of the sheet that nothing else reads,
// wherever the office put the paragraph, or in the cell of one text field.

#include <algorithm>

#include "mapping/read/extractor.h"
#include "mapping/read/unmapped_cells.h"

namespace huizong::mapping {

using model::Figure;

namespace {

constexpr std::size_t kShown = 12;  // letters: what stands where the sentence goes off

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
  for (const Prose& prose : form_.prose) {
    if (field_of(form_, prose) || column_of(form_, prose)) {
      const auto own = text_of_block(prose);
      if (own)
        read_one(prose, *own);
      else  // said of the field or the table
        ++out_.checks[mapping_.id() + "-P-" + prose.name].unchecked;
      continue;
    }
    for (const std::size_t paragraph : read_one(prose, free))
      free.areas[paragraph] = std::max(free.areas[paragraph], *area_of(areas, prose));
  }
  note_absent();
  for (const TextArea& area : areas) out_.submission.texts[area.name];
  std::size_t area = 0;  // what follows a paragraph belongs to its text
  for (std::size_t i = 0; i < free.cells.size(); ++i) {
    area = std::max(area, free.areas[i]);
    out_.submission.texts[areas[area].name].push_back(grid_.text_at(free.cells[i]));
  }
}

/// The paragraphs it was found in.
std::vector<std::size_t> Extractor::read_one(const Prose& prose, const PlacedText& text) {
  model::CheckCount& count = out_.checks[mapping_.id() + "-P-" + prose.name];
  if (text.cells.empty()) {
    ++count.unchecked;
    note_no_text(prose);
    return {};
  }
  const SentencesFound found = find_sentences(prose.find, text.letters, context_.year);
  model::Table rows{prose.name, {}};
  std::vector<std::size_t> paragraphs;
  for (const SentencePlace& place : found.places) {
    rows.rows.push_back(row_of(prose, text, place));
    paragraphs.push_back(text.letters[place.begin].paragraph);
  }
  if (found.places.empty()) {
    ++(prose.required ? count.failed : count.not_applicable);
    note_not_found(prose, text, found);
    if (prose.required) return {};
  }
  const bool agree = std::all_of(rows.rows.begin(), rows.rows.end(), [&](const auto& row) {
    return same_values(row, rows.rows.front());
  });
  if (prose.repeat && !found.places.empty()) {
    for (const SentenceBeginning& broken : found.broken) note_broken(prose, text, broken);
    count.failed += static_cast<int>(found.broken.size());
  }
  if (prose.repeat) {
    out_.submission.tables[prose.name] = std::move(rows);
  } else if (agree) {
    put_figures(prose, rows);
  } else {
    note_several(prose, text, found.places);
    ++count.failed;
    return paragraphs;
  }
  if (!found.places.empty()) ++count.passed;
  return paragraphs;
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

void Extractor::note_no_text(const Prose& prose) {
  const auto said = std::find_if(out_.findings.begin(), out_.findings.end(), [&](const auto& f) {
    return !f.lost.empty() && f.place.sheet == grid_.sheet().name;
  });
  if (said != out_.findings.end()) {
    said->lost.push_back(prose.name);
    if (prose.required) said->level = Severity::Error;
    return;
  }
  add_finding("-P-" + prose.name, prose.required ? Severity::Error : Severity::Note, prose.name,
              std::nullopt,
              {"这里没有填写文字说明，其中的数没有读到；请补上。",
               "There is no text here; its figures were not read. Put it in."});
  out_.findings.back().lost = {prose.name};
}

void Extractor::note_not_found(const Prose& prose, const PlacedText& text,
                               const SentencesFound& found) {
  const std::string due = prose.find[found.nearest ? found.nearest->which : 0].shown(context_.year);
  const Severity level = prose.required ? Severity::Error : Severity::Note;
  if (!found.nearest && !prose.required) {
    absent_prose_.push_back(&prose);
    return;
  }
  if (!found.nearest)
    return add_finding("-P-" + prose.name, level, prose.name, std::nullopt,
                       say("文字说明中没有“{0}”这样的一句，“{1}”没有读到；请照此写明。",
                           "The text has no sentence like \"{0}\"; {1} was not read. Write it so.",
                           due, prose.name));
  const SentenceBeginning& there = *found.nearest;
  const Sentence& sentence = prose.find[there.which];
  const std::size_t from = there.end - std::min(there.end - there.begin, kShown);
  add_finding(
      "-P-" + prose.name, level, prose.name, text.cells[text.letters[there.end - 1].paragraph],
      say("这里应写成“{0}”的样子：到“{1}”为止相符，其后应有“{2}”，现为“{3}”；“{4}”没有读到，"
          "请照此改写。",
          "This should read like \"{0}\": it does up to \"{1}\", after which \"{2}\" is due "
          "but \"{3}\" stands there; {4} was not read. Write it so.",
          due, text.letters.cut(from, there.end), sentence.shown(context_.year, there.pieces),
          text.letters.cut(there.end, there.end + kShown), prose.name));
}

/// Of a sentence that stands several times: once more, but not as it should.
void Extractor::note_broken(const Prose& prose, const PlacedText& text,
                            const SentenceBeginning& there) {
  const Sentence& sentence = prose.find[there.which];
  const std::size_t from = there.end - std::min(there.end - there.begin, kShown);
  add_finding("-P-" + prose.name, prose.required ? Severity::Error : Severity::Note, prose.name,
              text.cells[text.letters[there.end - 1].paragraph],
              say("“{0}”的几处中，这一处到“{1}”为止相符，其后应有“{2}”，现为“{3}”；这一处没有读到，"
                  "请照此改写。",
                  "Of the places that read like \"{0}\", this one does up to \"{1}\", after which "
                  "\"{2}\" is due but \"{3}\" stands there; it was not read. Write it so.",
                  sentence.shown(context_.year), text.letters.cut(from, there.end),
                  sentence.shown(context_.year, there.pieces),
                  text.letters.cut(there.end, there.end + kShown)));
}

/// Sentences that may be missing: one note a sheet, since most offices write few of them.
void Extractor::note_absent() {
  if (absent_prose_.empty()) return;
  std::string dues, names;
  for (const Prose* prose : absent_prose_) {
    dues += (dues.empty() ? "“" : "、“") + prose->find.front().shown(context_.year) + "”";
    names += (names.empty() ? "“" : "、“") + prose->name + "”";
  }
  const std::string& first = absent_prose_.front()->name;
  add_finding("-P-" + first, Severity::Note, first, std::nullopt,
              absent_prose_.size() == 1
                  ? say("文字说明中没有{0}这样的一句，{1}没有读到；如有这一项，请照此写明。",
                        "The text has no sentence like {0}; {1} was not read. Write it so if there "
                        "is anything to say.",
                        dues, names)
                  : say("文字说明中没有{0}这样的句子，{1}没有读到；如有这些项，请照此写明。",
                        "The text has no sentences like {0}; {1} were not read. Write them so if "
                        "there is anything to say.",
                        dues, names));
  absent_prose_.clear();
}

void Extractor::note_several(const Prose& prose, const PlacedText& text,
                             const std::vector<SentencePlace>& places) {
  std::string cells, several;
  for (const SentencePlace& place : places) {
    cells +=
        (cells.empty() ? "" : "、") + to_string(text.cells[text.letters[place.begin].paragraph]);
    several += (several.empty() ? "“" : "、“") + text.letters.cut(place.begin, place.end) + "”";
  }
  add_finding("-P-" + prose.name, Severity::Error, prose.name,
              text.cells[text.letters[places.front().begin].paragraph],
              say("这样的一句有 {0} "
                  "处（{1}），所写的数不同：{2}，不能确定是哪一处，“{3}”没有读取；请改成一致，"
                  "或只留一处。",
                  "{0} sentences read like this ({1}) and their figures differ: {2}; {3} was not "
                  "read. Make "
                  "them agree, or keep one.",
                  places.size(), cells, several, prose.name));
}

}  // namespace huizong::mapping
