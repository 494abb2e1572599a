#include "report/filled_form.h"

#include "base/file.h"
#include "base/text.h"
#include "formula/print.h"
#include "report/form_formulas.h"
#include "report/form_input.h"
#include "report/form_places.h"
#include "report/form_rows.h"
#include "xlsx/patcher.h"

namespace huizong::report {
namespace {

constexpr int kMostItemChars = 40;  // of a file name; what is cut off is told apart by a digest

/// Signs that Windows does not allow in a file name become _.
std::string file_name_part(std::string_view text) {
  std::string name;
  for (const char c : trimmed(text)) {
    const bool illegal = std::string_view("\\/:*?\"<>|").find(c) != std::string_view::npos;
    name += illegal || static_cast<unsigned char>(c) < 0x20 ? '_' : c;
  }
  if (char_count(name) <= kMostItemChars) return name;
  return first_chars(name, kMostItemChars) + "~" + sha256(text).substr(0, 6);
}

std::string path_of(const model::Submission& submission) {
  std::string name =
      file_name_part(submission.key.unit) + "_" + file_name_part(submission.unit_name);
  if (!submission.key.item.empty()) name += "_" + file_name_part(submission.key.item);
  return "输出/填表/" + name + ".xlsx";
}

class FormFiller {
 public:
  FormFiller(const mapping::Mapping& mapping, const model::Submission& submission)
      : mapping_(mapping),
        submission_(submission),
        places_(mapping, submission),
        sheet_(mapping.sheet),
        form_(read_file(mapping.template_file)) {}

  std::string fill() {
    resize_blocks();
    for (const auto& [path, cell] : places_.cells()) fill_cell(path, cell);
    for (const auto& table : mapping_.tables) fill_table(table);
    for (const auto& cell : derived_cells(mapping_, submission_, places_, form_))
      fill_derived(cell);
    for (const auto& [cell, text] : texts_) make_room(form_, sheet_, cell, text);
    return form_.package();
  }

 private:
  /// From the bottom up: what stands above keeps the blank form's addresses.
  void resize_blocks() {
    const auto& blocks = places_.blocks();
    for (auto block = blocks.rbegin(); block != blocks.rend(); ++block) {
      form_.resize_block(sheet_, {block->first_row, block->last_row}, block->rows);
    }
  }

  void fill_cell(const std::string& path, const FormCell& cell) {
    if (cell.field != nullptr) {
      if (const auto* pattern = pattern_of(mapping_, *cell.field)) {
        const auto input = patterned(*cell.field, *pattern, submission_);
        return std::holds_alternative<std::monostate>(input) ? void() : put(cell.at, input);
      }
    }
    const model::Figure* figure = submission_.find(path);
    put(cell.at, figure == nullptr ? NotRead{} : input_of(*figure, cell.typing));
  }

  void fill_table(const mapping::TableBlock& table) {
    const auto read = submission_.tables.find(table.name);
    if (read == submission_.tables.end()) return mark_table(table);
    const int first = places_.first_row(table);
    const int last = places_.last_row(table);
    for (const auto& column : table.columns) {
      for (int row = first; row <= last; ++row) {
        const auto index = static_cast<std::size_t>(row - first);
        put({row, column.col}, index < read->second.rows.size()
                                   ? input_at(read->second.rows[index], column)
                                   : CellInput{});
      }
      if (column.fill_down) draw_groups(read->second, column, first);
    }
  }

  /// A block that was not read stays as the form has it, but for the first row, which says so.
  void mark_table(const mapping::TableBlock& table) {
    for (const auto& column : table.columns) put({places_.first_row(table), column.col}, NotRead{});
  }

  static CellInput input_at(const model::TableRow& row, const mapping::Column& column) {
    const auto figure = row.columns.find(column.name);
    return figure == row.columns.end() ? CellInput{} : input_of(figure->second, column.typing);
  }

  /// One cell over the rows of a group; merging empties the cells below the first.
  void draw_groups(const model::Table& table, const mapping::Column& column, int first_row) {
    for (const RowGroup& group : groups_of(table, column)) {
      if (group.first == group.last) continue;
      const int top = first_row + group.first;
      const int bottom = first_row + group.last;
      const CellRange own = form_.extent(sheet_, {top, column.col});
      for (int row = top + 1; row <= bottom; ++row) texts_.erase({row, column.col});
      form_.merge(sheet_, {own.first, {bottom, own.last.col}});
    }
  }

  void fill_derived(const DerivedCell& cell) {
    texts_.erase(cell.at);
    if (!cell.formula) {
      if (const auto* number = model::number(cell.value))
        return form_.set_number(sheet_, cell.at, *number);
      // "" is not blank: a formula over this cell must stay n/a, not take it for 0.
      if (model::is_blank(cell.value)) return form_.set_formula(sheet_, cell.at, "\"\"", "");
      return put_text(cell.at, model::to_string(cell.value));
    }
    xlsx::CachedValue value =
        model::to_string(cell.value);  // "" where it is n/a, as the formula gives
    if (const auto* number = model::number(cell.value)) value = *number;
    if (const auto* truth = std::get_if<bool>(&cell.value)) value = *truth;
    form_.set_formula(sheet_, cell.at, *cell.formula, value);
  }

  void put(CellRef cell, const CellInput& input) {
    if (const auto* number = std::get_if<Decimal>(&input)) {
      form_.set_number(sheet_, cell, *number);
    } else if (const auto* text = std::get_if<std::string>(&input)) {
      put_text(cell, *text);
    } else if (const auto* error = std::get_if<model::CellError>(&input)) {
      form_.set_error(sheet_, cell, error->code);
    } else if (std::holds_alternative<NotRead>(input) && takes_inputs(form_, sheet_, cell)) {
      put_text(cell, std::string(formula::kNotRead));
    } else if (!form_.has_formula(sheet_, cell)) {  // what the form computes itself is not a preset
      form_.clear(sheet_, cell);
    }
  }

  void put_text(CellRef cell, const std::string& text) {
    form_.set_text(sheet_, cell, text);
    texts_[cell] = text;
  }

  const mapping::Mapping& mapping_;
  const model::Submission& submission_;
  const FormPlaces places_;
  const std::size_t sheet_;
  xlsx::Patcher form_;
  std::map<CellRef, std::string> texts_;  // written so far
};

}  // namespace

Output filled_form(const job::Job&, const mapping::Mapping& mapping,
                   const model::Submission& submission) {
  return {"filled", path_of(submission), FormFiller(mapping, submission).fill()};
}

}  // namespace huizong::report
