// Places variable blocks: their headings, their end, and the rows between.

#include <algorithm>

#include "mapping/place/aligner.h"
#include "mapping/place/label_key.h"
#include "mapping/place/table_body.h"

namespace huizong::mapping {

void Aligner::find_body(std::size_t index) {
  const TableBlock& table = form_.tables[index];
  const TableLabels& own = labels_.tables[index];
  std::vector<int> names = all_labels(own.headings);
  names.push_back(own.end);
  const RowMatch match = match_for(names);
  const RowPlaces places(labels_, match, names);
  FoundBody body;
  body.headings = heading_rows(own.headings, places);
  const auto above = own.headings.rows.empty() ? places.row(table.first_row - 1) : std::nullopt;
  if (!body.headings && !above) {
    found_.push_back(body);
    return;
  }
  body.rows.after = body.headings ? body.headings->last : *above;
  body.rows.before = sheet_.last_row() + 1;
  // Whatever of the template is found below ends the block at the latest.
  for (std::size_t i = 0; i < labels_.rows().size(); ++i) {
    const int to = match.chain.to[i];
    if (labels_.rows()[i].row > table.last_row && to > body.rows.after)
      body.rows.before = std::min(body.rows.before, to);
  }
  const CellRange* end = places.word(own.end);
  const auto col = columns_.at(table.end.col);
  switch (table.end.kind) {
    case TableEnd::Kind::Text:
      if (end && end->first.row > body.rows.after) {
        body.rows.before = end->first.row;
        body.ended = true;
      } else if (col) {
        const auto row = first_row_saying(sheet_, label_key(table.end.text, matcher_.year()),
                                          matcher_.year(), *col, body.rows.after + 1);
        body.ended = row.has_value();
        if (row) body.rows.before = *row;
      }
      break;
    case TableEnd::Kind::Note:
      body.rows.before = first_note_row(sheet_, body.rows.after + 1, body.rows.before);
      body.ended = true;
      break;
    case TableEnd::Kind::Blank:
    case TableEnd::Kind::Sheet:
      body.ended = true;
      break;
  }
  found_.push_back(body);
  if (body.ended) bodies_.push_back(body.rows);
}

void Aligner::place_table(std::size_t index) {
  const TableBlock& table = form_.tables[index];
  const TableLabels& own = labels_.tables[index];
  const FoundBody& body = found_[index];
  std::vector<int> names = all_labels(own.headings);
  names.push_back(own.end);
  const RowMatch match = match_for(names);
  const RowPlaces places(labels_, match, names);

  Missing missing;
  for (const auto& stack : own.headings.stacks) {
    if (!stack.empty() && places.word(stack.front()) && ambiguous(places, stack.front(), missing))
      break;
  }
  if (!missing.labels.empty()) return refuse(table.name, missing);
  if (!body.headings && !own.headings.rows.empty()) {
    for (const auto& stack : own.headings.stacks)
      missing.add(stack.empty() ? "" : labels_.label(stack.front()).text);
    return refuse(table.name, missing);
  }
  if (!body.ended) {
    missing.add(table.end.text);
    return refuse(table.name, missing);
  }
  std::vector<int> cols;
  for (const Column& column : table.columns) cols.push_back(column.col);
  const auto placed =
      place_columns(table.name, own.headings, cols,
                    body.headings.value_or(HeadingRows{body.rows.after, body.rows.after}), missing);
  if (!placed) return refuse(table.name, missing);

  std::vector<std::vector<std::string>> headings;
  for (const auto& stack : own.headings.stacks)
    headings.push_back(stack.empty() ? std::vector<std::string>{}
                                     : labels_.label(stack.front()).keys);
  out_.tables[table.name] = {
      body_rows(sheet_, labels_, matcher_.year(), {*placed, headings, body.rows, table}), *placed};
}

}  // namespace huizong::mapping
