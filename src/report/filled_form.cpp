#include "report/filled_form.h"

#include <algorithm>

#include "base/file.h"
#include "formula/print.h"
#include "report/form/formulas.h"
#include "report/form/input.h"
#include "report/form/places.h"
#include "report/form/rows.h"
#include "report/output_names.h"
#include "xlsx/patcher.h"

namespace huizong::report {
namespace {

/// Without .xlsx.
std::string path_of(const job::Job& job, const mapping::Mapping& mapping,
                    const model::Submission& submission) {
  std::string name =
      file_name_part(submission.key.unit) + "_" + file_name_part(submission.unit_name);
  if (!submission.key.item.empty()) name += "_" + file_name_part(submission.key.item);
  const std::string folder = job.forms.size() > 1 ? file_name_part(mapping.title()) + "/" : "";
  return "输出/填表/" + folder + name;
}

class FormFiller {
 public:
  FormFiller(const mapping::Mapping& mapping, const model::Submission& submission)
      : mapping_(mapping),
        submission_(submission),
        places_(mapping, submission),
        form_(read_file(mapping.template_file)) {}

  std::string fill() {
    try {
      return filled();
    } catch (const Error& refused) {
      throw Unfilled(form_name(), rows_asked(), refused.message());
    }
  }

 private:
  using Place =
      std::pair<std::size_t, CellRef>;  // the template's sheet, and a cell of the filled form

  std::string filled() {
    resize_blocks();
    for (const auto& [path, cell] : places_.cells()) fill_cell(path, cell);
    for (const auto& table : mapping_.tables()) fill_table(table);
    for (const auto& text : places_.texts()) fill_text(text);
    for (const auto& cell : derived_cells(mapping_, submission_, places_, form_))
      fill_derived(cell);
    for (const auto& [place, text] : texts_) make_room(form_, place.first, place.second, text);
    return form_.package();
  }

  Message form_name() const {
    const std::string item = submission_.key.item.empty() ? "" : "（" + submission_.key.item + "）";
    return say("{} {}的《{}》{}", "{2}{3} of {0} {1}", submission_.key.unit, submission_.unit_name,
               mapping_.title(), item);
  }

  /// Of the blocks that have not as many rows as the template prints.
  Message rows_asked() const {
    Message all;
    for (const FormBlock& block : places_.blocks()) {
      if (block.rows == block.sample_rows()) continue;
      const Message one =
          say("“{}”要 {} 行，表样有 {} 行", "\"{}\" needs {} rows, the template has {}",
              block.tables, block.rows, block.sample_rows());
      all.zh += (all.empty() ? "" : "；") + one.zh;
      all.en += (all.en.empty() ? "" : "; ") + one.en;
    }
    return all;
  }

  /// From the bottom up: what stands above keeps the blank form's addresses.
  void resize_blocks() {
    const auto& blocks = places_.blocks();
    for (auto block = blocks.rbegin(); block != blocks.rend(); ++block) {
      form_.resize_block(block->sheet, {block->first_row, block->last_row}, block->rows,
                         block->columns);
    }
  }

  void fill_cell(const std::string& path, const FormCell& cell) {
    if (cell.field != nullptr) {
      const xlsx::Sheet& blank = mapping_.blank.sheets[cell.sheet];
      if (const auto* pattern = pattern_of(blank, *cell.field)) {
        const auto input = patterned(*cell.field, *pattern, submission_);
        return std::holds_alternative<std::monostate>(input) ? void()
                                                             : put({cell.sheet, cell.at}, input);
      }
    }
    const model::Figure* figure = submission_.find(path);
    put({cell.sheet, cell.at}, figure == nullptr ? NotRead{} : input_of(*figure, cell.typing));
  }

  void fill_table(const mapping::TableBlock& table) {
    const auto read = submission_.tables.find(table.name);
    if (read == submission_.tables.end()) return mark_table(table);
    const int first = places_.first_row(table);
    const int last = places_.last_row(table);
    const std::size_t sheet = places_.sheet_of(table);
    for (const auto& column : table.columns) {
      const FormTyping typing = places_.typing_of(table, column);
      for (int row = first; row <= last; ++row) {
        const auto index = static_cast<std::size_t>(row - first);
        put({sheet, {row, column.col}},
            index < read->second.rows.size()
                ? input_at(read->second.rows[index], column.name, typing)
                : CellInput{});
      }
      if (column.fill_down) draw_groups(read->second, column, {sheet, {first, column.col}});
    }
  }

  /// A block that was not read stays as the form has it, but for the first row, which says so.
  void mark_table(const mapping::TableBlock& table) {
    for (const auto& column : table.columns)
      put({places_.sheet_of(table), {places_.first_row(table), column.col}}, NotRead{});
  }

  /// As it was reported; what a form has no cells for goes into its last one.
  void fill_text(const FormText& text) {
    const auto read = submission_.texts.find(text.name);
    if (read == submission_.texts.end()) return put({text.sheet, text.cells.front()}, NotRead{});
    const auto& paragraphs = read->second;
    for (std::size_t i = 0; i < text.cells.size() && !paragraphs.empty(); ++i) {
      CellInput input;
      if (i < paragraphs.size()) input = paragraphs[i];
      for (std::size_t more = i + 1; i + 1 == text.cells.size() && more < paragraphs.size(); ++more)
        input = std::get<std::string>(input) + "\n" + paragraphs[more];
      put({text.sheet, text.cells[i]}, input);
    }
  }

  static CellInput input_at(const model::TableRow& row, const std::string& column,
                            const FormTyping& typing) {
    const auto figure = row.columns.find(column);
    return figure == row.columns.end() ? CellInput{} : input_of(figure->second, typing);
  }

  /// One cell over the rows of a group; merging empties the cells below the first.
  void draw_groups(const model::Table& table, const mapping::Column& column, const Place& first) {
    const auto& [sheet, cell] = first;
    for (const RowGroup& group : groups_of(table, column)) {
      if (group.first == group.last) continue;
      const int top = cell.row + group.first;
      const int bottom = cell.row + group.last;
      const CellRange own = form_.extent(sheet, {top, cell.col});
      for (int row = top + 1; row <= bottom; ++row) texts_.erase({sheet, {row, cell.col}});
      form_.merge(sheet, {own.first, {bottom, own.last.col}});
    }
  }

  void fill_derived(const DerivedCell& cell) {
    const Place place{cell.sheet, cell.at};
    texts_.erase(place);
    if (!cell.formula) {
      if (const auto* number = model::number(cell.value))
        return form_.set_number(cell.sheet, cell.at, *number);
      // "" is not blank: a formula over this cell must stay n/a, not take it for 0.
      if (model::is_blank(cell.value)) return form_.set_formula(cell.sheet, cell.at, "\"\"", "");
      return put_text(place, model::to_string(cell.value));
    }
    xlsx::CachedValue value =
        model::to_string(cell.value);  // "" where it is n/a, as the formula gives
    if (const auto* number = model::number(cell.value)) value = *number;
    if (const auto* truth = std::get_if<bool>(&cell.value)) value = *truth;
    form_.set_formula(cell.sheet, cell.at, *cell.formula, value);
  }

  void put(const Place& place, const CellInput& input) {
    const auto& [sheet, cell] = place;
    if (const auto* number = std::get_if<Decimal>(&input)) {
      form_.set_number(sheet, cell, *number);
    } else if (const auto* text = std::get_if<std::string>(&input)) {
      put_text(place, *text);
    } else if (const auto* error = std::get_if<model::CellError>(&input)) {
      form_.set_error(sheet, cell, error->code);
    } else if (std::holds_alternative<NotRead>(input) && takes_inputs(form_, sheet, cell)) {
      put_text(place, std::string(formula::kNotRead));
    } else if (!form_.has_formula(sheet, cell)) {  // what the form computes itself is not a preset
      form_.clear(sheet, cell);
    }
  }

  void put_text(const Place& place, const std::string& text) {
    form_.set_text(place.first, place.second, text);
    texts_[place] = text;
  }

  const mapping::Mapping& mapping_;
  const model::Submission& submission_;
  const FormPlaces places_;
  xlsx::Patcher form_;
  std::map<Place, std::string> texts_;  // written so far
};

}  // namespace

std::vector<std::string> filled_paths(const job::Job& job,
                                      const std::vector<model::Submission>& submissions) {
  std::vector<std::string> paths;
  OutputPaths taken;
  for (const model::Submission& s : submissions) {
    const auto form = std::find_if(job.forms.begin(), job.forms.end(),
                                   [&](const auto& f) { return f.mapping.id() == s.key.form; });
    paths.push_back(taken.unique(path_of(job, form->mapping, s), s.key.item) + ".xlsx");
  }
  return paths;
}

Output filled_form(const job::Job& job, const mapping::Mapping& mapping,
                   const model::Submission& submission) {
  return {"filled", path_of(job, mapping, submission) + ".xlsx",
          FormFiller(mapping, submission).fill()};
}

}  // namespace huizong::report
