#include "support/random_figures.h"

#include <algorithm>

#include "base/text.h"
#include "report/form/input.h"

namespace huizong::testing {
namespace {

using model::FieldType;
using model::Figure;

const model::NotAvailable kNoStoredValue{{"公式没有保存结果", "the formula has no stored value"},
                                         ""};

Figure figure_of(const std::string& name, FieldType type) {
  Figure figure;
  figure.field = name;
  figure.type = type;
  return figure;
}

void set_text(Figure& figure, const std::string& raw) {
  figure.raw = raw;
  const std::string text(trimmed(raw));
  figure.value = text.empty() ? model::Value(model::Blank{}) : model::Value(text);
}

void set_error(Figure& figure, Dice& dice) {
  figure.raw = dice.pick<std::string>({"#DIV/0!", "#N/A", "#REF!", "#VALUE!", "#NAME?"});
  figure.value = model::CellError{figure.raw};
}

/// Any value but a blank.
void set_content(Figure& figure, Dice& dice) {
  const int fate = dice.upto(99);
  if (fate < 3) {
    figure.value = kNoStoredValue;
  } else if (fate < 7) {
    set_error(figure, dice);
  } else if (!model::is_numeric(figure.type)) {
    do set_text(figure, random_text(dice));
    while (model::is_blank(figure.value));
  } else if (fate < 14) {
    figure.raw = dice.pick<std::string>({"—", "——", "-", "/", "*", "不适用"});
    figure.value = model::Blank{true};
  } else if (fate < 20) {
    set_text(figure, dice.pick<std::string>({"约三成", "见附件", "=A1", "十", "1.2.3"}));
  } else {
    const Decimal number = random_number(dice);
    figure.raw = number.to_string();
    figure.value = number;
  }
}

Figure any_figure(const std::string& name, const mapping::Typing& typing, Dice& dice) {
  Figure figure = figure_of(name, typing.type);
  if (dice.chance(20)) return figure;
  if (typing.type == FieldType::Mark) {
    figure.raw = dice.pick<std::string>({"✔", "√", "☑"});
    figure.value = Decimal(1);
  } else if (typing.type == FieldType::Choice) {
    set_text(figure, dice.pick(typing.options));
  } else {
    set_content(figure, dice);
  }
  return figure;
}

/// A label and, mostly, its weight: 一、产出指标（12.5分）. Returns the weight's figure.
Figure set_weighted(Figure& label, Dice& dice) {
  const std::string name =
      dice.pick<std::string>({"产出指标", "效益指标", "满意度指标", "成本 指标", "其他<&\">"});
  Figure weight = figure_of(label.field + ".权重", FieldType::Score);
  label.value = name;
  label.raw = dice.pick<std::string>({"", "一、", "（二）", "3."}) + name;
  if (dice.chance(30)) return weight;
  weight.raw = dice.pick<std::string>({"50", "12.5", "0"});
  weight.value = *Decimal::parse(weight.raw);
  label.raw += dice.chance(50) ? "（" + weight.raw + "分）" : "(" + weight.raw + ")";
  return weight;
}

class Figures {
 public:
  Figures(const mapping::Mapping& mapping, Dice& dice) : mapping_(mapping), dice_(dice) {
    submission_.key = {kRandomYear, mapping.id(), kRandomUnitCode, ""};
    submission_.unit_name = kRandomUnit;
  }

  model::Submission make() {
    for (const auto& sheet : mapping_.sheets) {
      blank_ = &mapping_.blank_of(sheet);
      for (const auto& field : sheet.fields) add_field(field);
      for (const auto& grid : sheet.grids) add_grid(grid);
      for (const auto& table : sheet.tables) add_table(table);
    }
    return std::move(submission_);
  }

 private:
  const xlsx::Sheet& blank() const { return *blank_; }
  void add(Figure figure) { submission_.figures[figure.field] = std::move(figure); }

  void add_field(const mapping::Field& field) {
    const auto* pattern = report::pattern_of(blank(), field);
    if (pattern != nullptr && !pattern->names().front().empty()) return add_parts(field, *pattern);
    Figure figure = figure_of(field.name, field.typing.type);
    if (field.key == mapping::KeyPart::Unit) {
      set_text(figure, kRandomUnit);
    } else if (field.typing.type == FieldType::Year) {
      figure.value = Decimal(kRandomYear);
      figure.raw = std::to_string(kRandomYear);
    } else if (field.typing.type == FieldType::LabelWeight) {
      add(set_weighted(figure, dice_));
    } else {
      do figure = any_figure(field.name, field.typing, dice_);
      while (pattern != nullptr && figure.raw.size() > 1000);  // with its words it must fit a cell
    }
    const auto* blank_value = std::get_if<model::Blank>(&figure.value);
    const bool worded = blank_value ? blank_value->not_applicable
                                    : model::text(figure.value) || model::number(figure.value);
    if (pattern != nullptr && worded) {
      figure.raw = pattern->fill({std::string(trimmed(figure.raw))});
    } else if (pattern != nullptr && blank_value) {
      figure.raw = blank().text_at(field.cell);
    }
    add(std::move(figure));
  }

  void add_parts(const mapping::Field& field, const mapping::Pattern& pattern) {
    std::vector<std::string> parts;
    const bool unit = field.key == mapping::KeyPart::Unit;  // its code, then its name
    for (const mapping::PatternPart& part : pattern.parts()) {
      const bool number = model::is_numeric(part.type);
      if (unit)
        parts.push_back(parts.empty() ? kRandomUnitCode : kRandomUnit);
      else if (dice_.chance(20))
        parts.push_back("");
      else
        parts.push_back(number ? dice_.pick<std::string>({"7", "120"})
                               : dice_.pick<std::string>({"007", "甲 乙", "=1+1", "😀"}));
      Figure figure = figure_of(field.name + "." + part.name, part.type);
      set_text(figure, parts.back());
      if (number && !parts.back().empty()) figure.value = *Decimal::parse(parts.back());
      add(std::move(figure));
    }
    const bool filled = std::any_of(parts.begin(), parts.end(),
                                    [](const std::string& part) { return !part.empty(); });
    Figure whole = figure_of(field.name, FieldType::Text);
    set_text(whole, filled ? pattern.fill(parts) : blank().text_at(field.cell));
    add(std::move(whole));
  }

  void add_grid(const mapping::Grid& grid) {
    for (const auto& row : grid.rows) {
      for (const auto& col : grid.cols) {
        const std::string path = grid.name + "." + row.name + "." + col.name;
        const auto typing = grid.types.find(col.name);
        const mapping::Typing& own = typing == grid.types.end() ? grid.typing : typing->second;
        const CellRef cell{row.at, col.at};
        const bool covered = blank().extent(cell).first != cell;
        add(covered ? figure_of(path, own.type) : any_figure(path, own, dice_));
      }
    }
  }

  void add_table(const mapping::TableBlock& block) {
    model::Table table{block.name, {}};
    table.rows.resize(
        static_cast<std::size_t>(dice_.chance(10) ? dice_.between(20, 40) : dice_.upto(12)));
    std::vector<bool> new_group(table.rows.size(), false);  // begun by a column further left
    for (const auto& column : block.columns) {
      if (column.fill_down) {
        add_groups(table, column, new_group);
      } else {
        for (auto& row : table.rows) add_cell(row, column);
      }
    }
    // A row without anything ends some blocks, and is no row at the end of any.
    const bool may_be_empty = block.end.kind == mapping::TableEnd::Kind::Text;
    const auto& last = block.columns.back();
    for (auto& row : table.rows) {
      const bool is_last = &row == &table.rows.back();
      if (row.has_figure || (may_be_empty && !is_last)) continue;
      set_content(row.columns[last.name], dice_);
      row.has_figure = !model::is_blank(row.columns[last.name].value);
    }
    submission_.tables[block.name] = std::move(table);
  }

  void add_cell(model::TableRow& row, const mapping::Column& column) {
    Figure figure = figure_of(column.name, column.typing.type);
    if (column.typing.type == FieldType::LabelWeight && dice_.chance(80)) {
      Figure weight = set_weighted(figure, dice_);
      row.columns[weight.field] = std::move(weight);
    } else if (column.typing.type != FieldType::LabelWeight) {
      figure = any_figure(column.name, column.typing, dice_);
    }
    row.has_figure = row.has_figure || !model::is_blank(figure.value);
    row.columns[column.name] = std::move(figure);
  }

  /// One cell over several rows, again and again; what stands blank below another is the other's.
  void add_groups(model::Table& table, const mapping::Column& column,
                  std::vector<bool>& new_group) {
    const bool weighted = column.typing.type == FieldType::LabelWeight;
    Figure figure, weight;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      const bool may_be_blank = row == 0 || new_group[row];
      if (may_be_blank || dice_.chance(35)) {
        figure = figure_of(column.name, column.typing.type);
        weight = figure_of(column.name + ".权重", FieldType::Score);
        figure.place.cell = CellRef{static_cast<int>(row), column.col};
        if (!may_be_blank || dice_.chance(90)) {
          if (weighted) {
            weight = set_weighted(figure, dice_);
          } else {
            do set_text(figure, random_text(dice_));
            while (model::is_blank(figure.value));
          }
          new_group[row] = true;
        }
      }
      table.rows[row].columns[column.name] = figure;
      if (weighted) table.rows[row].columns[weight.field] = weight;
    }
  }

  const mapping::Mapping& mapping_;
  const xlsx::Sheet* blank_ = nullptr;  ///< the template's sheet that is filled in
  Dice& dice_;
  model::Submission submission_;
};

}  // namespace

model::Submission random_figures(const mapping::Mapping& mapping, Dice& dice) {
  return Figures(mapping, dice).make();
}

std::string random_text(Dice& dice) {
  static const std::vector<std::string> kPieces = {"=1+1",
                                                   "+3",
                                                   "-5",
                                                   "@SUM(A1)",
                                                   "\"引号\"",
                                                   "'单引号",
                                                   "第一行\n第二行",
                                                   "_x000D_",
                                                   "_x005F_x000D_",
                                                   "_x41_",
                                                   "a\rb",
                                                   "制表\t符",
                                                   "ＡＢＣ　全角",
                                                   "😀👍",
                                                   "<a & b>",
                                                   "]]>",
                                                   "&lt;&#10;",
                                                   "㎡①½",
                                                   "0001",
                                                   "1e5",
                                                   "TRUE",
                                                   "#DIV/0!",
                                                   "不换\u00A0行",
                                                   " 前空",
                                                   "后空 ",
                                                   "　全角空",
                                                   "\v竖\x01",
                                                   "{}",
                                                   "2021年度",
                                                   "零\u200B宽",
                                                   "𠮷野家",
                                                   "完成率",
                                                   "95％",
                                                   "—",
                                                   "/",
                                                   "0"};
  std::string text;
  if (dice.chance(1)) {  // as long as a cell can be, in the units that Excel counts
    const std::string unit = dice.pick<std::string>({"字", "a", "&"});
    for (int i = 0; i < 32767; ++i) text += unit;
    return text;
  }
  for (int pieces = dice.between(1, 3); pieces > 0; --pieces) {
    text += dice.pick(kPieces);
    if (pieces > 1 && dice.chance(20)) text += "\n";
  }
  return text;
}

Decimal random_number(Dice& dice) {
  if (dice.chance(12)) return 0;
  std::string digits = std::to_string(dice.between(1, 9));
  const int more = dice.chance(20) ? 14 : dice.upto(7);
  while (static_cast<int>(digits.size()) <= more) digits += static_cast<char>('0' + dice.upto(9));
  const Decimal number =
      *Decimal::parse(digits) * power_of_ten(-dice.upto(dice.chance(10) ? 14 : 4));
  return dice.chance(20) ? -number : number;
}

}  // namespace huizong::testing
