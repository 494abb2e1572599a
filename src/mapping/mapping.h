// 映射: one file per form, saying where its figures are and what is derived,
// audited and summarised. mappings/README.md is the format's manual.
//
// Addresses are the blank template's own; the labels that stand around them are
// learnt from the template, so a unit's sheet with rows or columns moved is
// still read by its words (align.h). A form may have several sheets; what is
// read of each stands together, and names are told apart over the whole form.

#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <ranges>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "formula/definitions.h"
#include "mapping/pattern.h"
#include "mapping/sentence.h"
#include "model/field_type.h"
#include "xlsx/workbook.h"

namespace huizong::mapping {

enum class KeyPart { None, Unit, Item, Year };

/// What a column, grid column or field holds.
struct Typing {
  model::FieldType type = model::FieldType::Text;
  bool percent_scale = false;             ///< a percent cell holds 95, not 0.95
  std::vector<std::string> options = {};  ///< of a choice
};

/// One cell. Its figure is <name>. With a pattern "{}" that is the part alone. With named parts
/// ("{编码}-{名称}") it is the whole text, and each part is a figure <name>.<part>, of type text. A
/// label_weight field also has <name>.权重.
struct Field {
  std::string name;
  CellRef cell;
  Typing typing;
  KeyPart key = KeyPart::None;
  std::vector<Pattern> patterns;  ///< the first that fits is taken; all have the same part names
  bool required = false;
  std::optional<model::MoneyUnit> money = {};  ///< what the form prints here; none: Mapping::money
};

/// 固定块: labelled rows x labelled columns; each crossing is the figure <name>.<row>.<column>.
struct Grid {
  struct Line {
    int at = 0;                        ///< 0-based row or column of the template
    std::string name;                  ///< as in figure paths
    std::vector<std::string> aliases;  ///< other labels that mean the same
  };
  std::string name;
  std::vector<Line> rows;  ///< in the template's order
  std::vector<Line> cols;
  Typing typing;
  std::map<std::string, Typing> types;  ///< by column name, where it differs
  bool required = false;
  bool unlabelled = false;  ///< its rows have no words beside them: they stand under the headings
  std::optional<model::MoneyUnit> money = {};  ///< likewise
};

struct TableEnd {
  enum class Kind { Text, Blank, Note, Sheet } kind = Kind::Sheet;
  std::string text;  ///< Text: folded label of the row that ends the block, in column `col` only
  int col = 0;
};

struct Column {
  std::string name;
  int col = 0;
  Typing typing;
  bool fill_down = false;  ///< a merged or blank cell repeats the one above
  bool required = false;
};

/// A code that the form splits over several columns (类、款、项), read as one figure. Its parts are
/// columns as well, <name>.1 and so on: each is read, kept and filled in where it stands.
struct SplitCode {
  std::string name;
  std::size_t first = 0;  ///< into FigureRows::columns
  std::size_t count = 0;
  bool required = false;
};

/// What is read row by row, and what `each` goes through: a variable block, or prose that repeats.
struct FigureRows {
  std::string name;
  std::vector<Column> columns;
  std::vector<SplitCode> codes = {};

  bool is_part(std::size_t column) const;  ///< of a code
};

/// 变长块: rows of unknown number.
struct TableBlock : FigureRows {
  int first_row = 0;  ///< the template's sample rows, 0-based, both included
  int last_row = 0;
  TableEnd end;
  std::optional<model::MoneyUnit> money = {};  ///< likewise
};

/// 文字说明: a sentence with figures in it. Its parts are its columns: the figures <name>.<part>,
/// or one row for each place where it stands.
struct Prose : FigureRows {
  int first_row = 0;  ///< the template's rows that are left for the text, 0-based, both included
  int last_row = 0;
  int col = 0;                 ///< where the text is written
  bool one_cell = false;       ///< `cell`: other columns of the row are not the text's
  std::vector<Sentence> find;  ///< the first that fits; all have the same parts
  bool repeat = false;         ///< a list: every place counts
  bool required = true;        ///< its absence is an error
};

/// What is read of one sheet of the template.
struct SheetForm {
  std::size_t at = 0;  ///< the template's sheet, into Mapping::blank
  std::vector<Field> fields;
  std::vector<Grid> grids;
  std::vector<TableBlock> tables;
  std::vector<Prose> prose;
};

struct Recognise {
  std::string sheet = "*";  ///< name with * and ?; for forms of one sheet
  /// Folded label texts; each must be, or be part of, the text of some cell of the form.
  std::vector<std::string> contains;
};

/// How many submissions one workbook holds.
enum class Per {
  Unit,   ///< one
  Sheet,  ///< one on every sheet that fits: an item (项目) each
  Block,  ///< several below each other on a sheet, told by the template's title
};

/// A name of another form or of last year in an expression, to be looked up once that form is
/// known.
struct FarName {
  formula::Path path;
  bool list = false;  ///< it stands where a list may
  TextPlace place;
  std::string rule;  ///< id of the rule that names it; "" of anything else
};

struct Mapping {
  std::string stem;  ///< file name without .toml: what a job calls it
  std::filesystem::path file;
  std::filesystem::path template_file;
  xlsx::Workbook blank;  ///< the template
  std::optional<std::pair<int, int>> years;
  model::MoneyUnit money = model::MoneyUnit::WanYuan;  ///< of every figure that was read
  Per per = Per::Unit;
  std::string magnitude;  ///< path compared with the unit's 财政拨款; "" for no check
  std::vector<std::string>
      not_applicable;  ///< marks; the default list unless the mapping gives its own
  Recognise recognise;
  std::vector<SheetForm> sheets;  ///< those of the template that are read, in its order
  formula::Definitions definitions;
  std::vector<FarName> far_names;

  const std::string& id() const { return definitions.form; }
  const std::string& title() const { return definitions.title; }
  const xlsx::Sheet& blank_of(const SheetForm& sheet) const { return blank.sheets[sheet.at]; }
  bool has_items() const { return per != Per::Unit; }

  /// Over the whole form, sheet by sheet.
  auto fields() const {
    return sheets | std::views::transform(&SheetForm::fields) | std::views::join;
  }
  auto grids() const {
    return sheets | std::views::transform(&SheetForm::grids) | std::views::join;
  }
  auto tables() const {
    return sheets | std::views::transform(&SheetForm::tables) | std::views::join;
  }
  auto prose() const {
    return sheets | std::views::transform(&SheetForm::prose) | std::views::join;
  }
  /// The tables, and the prose that repeats.
  std::vector<const FigureRows*> rows() const;
};

/// Reads the mapping and its template (in templates/ or 表样/ beside its folder, or beside the
/// mapping itself). Throws Mistakes with every slip in the file.
/// `additions`: a file of figures and rules that a job adds to it; "" for none.
Mapping load_mapping(const std::filesystem::path& file,
                     const std::filesystem::path& additions = {});

}  // namespace huizong::mapping
