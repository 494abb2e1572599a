// The work of extract() on one sheet: what it knows of it, and how each kind of
// block is read (extract_fields.cpp, extract_blocks.cpp, extract_prose.cpp).
//
// Only extract.h is for others to use.

#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "mapping/align.h"
#include "mapping/extract.h"
#include "mapping/place/sheet_grid.h"
#include "mapping/read/cell_reading.h"
#include "mapping/read/form_money.h"
#include "mapping/text_areas.h"

namespace huizong::mapping {

/// The figure of a weight that stands behind a label: 一级指标.权重.
inline const char* const kWeight = ".权重";

class Extractor {
 public:
  /// Reads the form's part `form` from `sheet` into `out`, whose submission has its file. What is
  /// given must outlive it.
  Extractor(const Mapping& mapping, const SheetForm& form, const xlsx::Workbook& workbook,
            const xlsx::Sheet& sheet, const ExtractContext& context, Extracted& out);
  void read();
  /// What the title says where no field of the mapping takes the year.
  std::optional<model::Figure> title_year() const;

 private:
  Location place(std::optional<CellRef> cell) const { return {file_, sheet_, cell}; }
  CellDue due(const std::string& path, const Typing& typing, model::MoneyUnit written_in) const;
  void add_finding(const std::string& rule, Severity level, const std::string& field,
                   std::optional<CellRef> cell, Message message,
                   std::vector<model::Clue> clues = {});
  void remark(const CellReading& reading, const std::string& path, CellRef cell);
  model::Figure figure(const std::string& name, const std::string& path, CellRef cell,
                       const xlsx::Cell* content, const CellDue& due, bool required);
  void read_part_into(model::Figure& figure, const std::string& path, const PatternPart& part,
                      const std::string& words_behind, model::MoneyUnit unit);
  model::Figure weight_of(model::Figure& label) const;
  void check_choice(const model::Figure& figure, const std::string& path, CellRef on_template);
  void require(const model::Figure& figure, const std::string& path);
  void require(const model::Figure& figure, const std::string& path, const Message& missing);

  void read_field(const Field& field);
  void read_pattern(const Field& field, CellRef cell, model::Figure& whole);
  void read_year(const Field& field, CellRef cell, model::Figure& whole);
  void read_grid(const Grid& grid);
  void read_table(const TableBlock& table);
  model::TableRow read_row(const TableBlock& table, const Alignment::TablePlaces& at, int row,
                           const model::TableRow* above);

  /// Paragraphs with the cells they stand in.
  struct PlacedText {
    Letters letters;
    std::vector<CellRef> cells;
    std::vector<std::size_t> areas;  ///< the first that each may belong to
    void add(CellRef cell, const std::string& paragraph, std::size_t area) {
      letters.append(paragraph);
      cells.push_back(cell);
      areas.push_back(area);
    }
    CellRef cell_at(std::size_t letter) const {
      return cells[letters[std::min(letter, letters.size() - 1)].paragraph];
    }
    /// Where it is put right: at its wrong year, else where it goes off.
    CellRef cell_of(const SentenceBeginning& there) const {
      return cell_at(there.years.empty() ? there.end - 1 : there.years.front().begin);
    }
  };
  /// What was found of a [[prose]] in its text.
  struct ProseFound {
    const Prose* prose;
    const PlacedText* text;
    SentencesFound found;
  };
  struct RowsBetween {
    int after = -1, before = kMaxRows;
  };
  RowsBetween rows_of(const TextArea& area) const;
  PlacedText free_text(const std::vector<TextArea>& areas) const;
  std::optional<PlacedText> text_of_block(const Prose& prose) const;
  void read_prose();
  std::vector<ProseFound> find_prose(const PlacedText& free, std::map<CellRef, PlacedText>& own);
  void read_one(const ProseFound& one, const std::vector<ProseFound>& all);
  static std::vector<SentenceBeginning> meant_in(const ProseFound& one,
                                                 const std::vector<ProseFound>& all);
  bool not_found(const ProseFound& one, const std::vector<ProseFound>& all);
  void leave_unread(const Prose& prose, std::optional<CellRef> cell);
  model::TableRow row_of(const Prose& prose, const PlacedText& text, const SentencePlace& place);
  void put_figures(const Prose& prose, const model::Table& rows);
  void note_no_text(const Prose& prose);
  void note_not_found(const Prose& prose);
  void note_gone_off(const Prose& prose, const PlacedText& text, const SentenceBeginning& there,
                     Severity level);
  void note_broken(const Prose& prose, const PlacedText& text, const SentenceBeginning& there);
  void note_absent();
  void note_several(const Prose& prose, const PlacedText& text,
                    const std::vector<SentencePlace>& places);

  void expect_weight(const TableBlock& table, const Column& column, const model::Figure& label);

  const Mapping& mapping_;
  const SheetForm& form_;
  const xlsx::Workbook& workbook_;
  SheetGrid grid_;
  const ExtractContext& context_;
  Alignment places_;
  FormMoney money_;
  std::vector<CellRef> read_besides_;  ///< cells that were read though the mapping names none there
  std::vector<const Prose*> absent_prose_;  ///< not required, and no sentence begins like it
  Extracted& out_;
  const SharedText file_, sheet_;  ///< of every place
};

}  // namespace huizong::mapping
