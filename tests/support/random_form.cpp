#include "support/random_form.h"

#include <algorithm>

#include "base/cell_ref.h"
#include "support/form_sheet.h"

namespace huizong::testing {
namespace {

/// What a line of a form holds, as the mapping says it and as its cells are formatted.
struct Kind {
  std::string type;  ///< as in a mapping
  std::vector<std::string> formats;
  bool number = false;
};
const std::vector<Kind> kKinds = {
    {"\"money\"", {"", "#,##0.00", "0.00", "0"}, true},
    {"\"number\"", {"", "0.0"}, true},
    {"\"count\"", {"", "0"}, true},
    {"\"score\"", {"", "0.00"}, true},
    {"\"percent\"", {"", "0.00%", "0%"}, true},
    {"{ type = \"percent\", scale = \"percent\" }", {"", "0.00"}, true},
    {"\"text\"", {"", "@"}},
    {"\"code\"", {"@"}},
    {"\"date\"", {"", "yyyy-mm-dd"}},
    {"\"target\"", {""}},
    {"\"actual\"", {"", "@"}},
};

/// One column of a variable block on the sheet.
struct Column {
  std::string label;
  Kind kind;
  CellRange sample;  ///< its cell in the first sample row
  bool fill_down = false;
};

class Maker {
 public:
  explicit Maker(Dice& dice) : dice_(dice), width_(dice.between(5, 9)) {
    for (const char* stem : {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"}) {
      for (const char* branch : {"子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉"})
        labels_.push_back(std::string(stem) + branch);
    }
    dice_.shuffle(labels_);
  }

  RandomForm make() {
    const std::string title = "示例" + label() + "表";
    draw_title(title);
    draw_unit();
    for (int blocks = dice_.between(1, 4), i = 0; i < blocks; ++i) draw_block(i + 1 == blocks);
    const Producer producer = dice_.chance(50) ? Producer::SharedStrings : Producer::InlineStrings;
    const bool explained = dice_.chance(25);
    return {sheet_.workbook(producer, explained), toml(title, explained)};
  }

 private:
  std::string label() {
    std::string next = labels_.back();
    labels_.pop_back();
    return next;
  }
  CellRange across(int first_col, int last_col) const {
    return {{row_, first_col}, {row_, last_col}};
  }
  void title_line(const std::string& text) {
    sheet_.text(across(0, width_ - 1), text);
    ++row_;
  }

  void draw_title(const std::string& title) {
    if (dice_.chance(50)) {
      add_field("年度", {0, 0}, "\"year\", key = \"year\"", ", pattern = \"{}年度" + title + "\"");
      title_line("    年度" + title);
    } else {
      title_line(title);
    }
    money_ = dice_.pick<std::string>({"元", "万元", "千元"});
    if (dice_.chance(60)) {
      sheet_.text(across(width_ - 1, width_ - 1), "单位：" + money_);
      ++row_;
    }
  }

  void draw_unit() {
    if (dice_.chance(30)) {
      add_field("单位", {row_, 0}, "\"text\", key = \"unit\"", ", pattern = \"填报单位：{}\"");
      return title_line("填报单位：");
    }
    sheet_.text(across(0, 0), "单位名称");
    sheet_.input(across(1, dice_.between(1, 2)), dice_.chance(50) ? "@" : "");
    add_field("单位", {row_, 1}, "\"text\", key = \"unit\"", "");
    ++row_;
  }

  void draw_block(bool last) {
    if (dice_.chance(30)) title_line("第" + label() + "部分");
    switch (dice_.upto(4)) {
      case 0:
        return draw_fields();
      case 1:
        return draw_grid();
      case 2:
        return draw_tables_side_by_side(last);
      default:
        return draw_table(last);
    }
  }

  // Single cells.

  void add_field(const std::string& name, CellRef cell, const std::string& type,
                 const std::string& more) {
    fields_ += "  { name = \"" + name + "\", cell = \"" + to_string(cell) + "\", type = " + type +
               more + " },\n";
  }

  void draw_fields() {
    for (int rows = dice_.between(1, 3); rows > 0; --rows, ++row_) {
      for (int col = 0; col + 1 < width_;) {
        const std::string name = label();
        const int last = std::min(width_ - 1, col + dice_.between(1, 2));
        if (dice_.chance(20)) {  // words and inputs in one cell
          const bool parts = dice_.chance(50);
          sheet_.text(across(col, last), parts ? name + "：-" : name + "：");
          add_field(name, {row_, col}, parts || dice_.chance(50) ? "\"text\"" : "\"score\"",
                    ", pattern = \"" + name + (parts ? "：{编码}-{名称}\"" : "：{}\""));
        } else {
          const Kind& kind = dice_.pick(kKinds);
          sheet_.text(across(col, col), with_unit(name, kind));
          const std::string format = dice_.pick(kind.formats);
          if (kind.number && last == col + 1 && dice_.chance(15)) {
            sheet_.number({row_, last}, "10", format);
          } else {
            sheet_.input(across(col + 1, last), format);
          }
          add_field(name, {row_, col + 1}, plain_type(kind), "");
        }
        col = last + 1;
      }
    }
  }

  /// A field has scale beside its type.
  static std::string plain_type(const Kind& kind) {
    return kind.type.starts_with("{") ? "\"percent\", scale = \"percent\"" : kind.type;
  }
  std::string with_unit(const std::string& name, const Kind& kind) {
    return kind.type == "\"money\"" && dice_.chance(30) ? name + "（" + money_ + "）" : name;
  }

  // Fixed blocks.

  void draw_grid() {
    std::string rows, cols, types;
    const int count = dice_.between(1, width_ - 1);
    std::vector<Kind> kinds;
    sheet_.text(across(0, 0), label());
    const Kind& common = dice_.pick(kKinds);
    for (int col = 1; col <= count; ++col) {
      const std::string name = label();
      kinds.push_back(dice_.chance(40) ? dice_.pick(kKinds) : common);
      sheet_.text(across(col, col), with_unit(name, kinds.back()));
      cols += (cols.empty() ? "" : ", ") + column_name(col) + " = \"" + name + "\"";
      if (kinds.back().type != common.type)
        types += (types.empty() ? "" : ", ") + ("\"" + name) + "\" = " + kinds.back().type;
    }
    ++row_;
    for (int lines = dice_.between(1, 5); lines > 0; --lines, ++row_) {
      const std::string name = label();
      sheet_.text(across(0, 0), name);
      rows += (rows.empty() ? "" : ", ") + std::to_string(row_ + 1) + " = \"" + name + "\"";
      for (int col = 1; col <= count; ++col)
        draw_input({row_, col}, kinds[static_cast<std::size_t>(col - 1)]);
    }
    blocks_ += "[[grids]]\nname = \"" + label() + "\"\nrows = { " + rows + " }\ncols = { " + cols +
               " }\n" +
               (common.type.starts_with("{") ? "type = \"percent\"\nscale = \"percent\"\n"
                                             : "type = " + common.type + "\n") +
               (types.empty() ? "" : "types = { " + types + " }\n");
  }

  void draw_input(CellRef at, const Kind& kind) {
    const std::string format = dice_.pick(kind.formats);
    if (kind.number && dice_.chance(10)) return sheet_.number(at, "10", format);
    sheet_.input({at, at}, format);
  }

  // Variable blocks.

  void draw_table(bool last) {
    const auto columns = draw_headings(0, width_ - 1);
    const int samples = dice_.between(1, 10);
    for (const auto& column : columns) draw_samples(column, samples);
    const int first = row_;
    row_ += samples;
    add_table(columns, {first, first + samples - 1}, draw_end(columns, last));
  }

  void draw_tables_side_by_side(bool last) {
    const int middle = width_ / 2;
    const auto left = draw_headings(0, middle - 1);
    --row_;
    const auto right = draw_headings(middle, width_ - 1);
    const int samples = dice_.between(1, 6);
    for (const auto& columns : {left, right}) {
      for (const auto& column : columns) draw_samples(column, samples);
    }
    const int first = row_;
    row_ += samples;
    const std::string end = last ? "\"sheet\"" : "\"blank\"";
    for (const auto& columns : {left, right}) add_table(columns, {first, first + samples - 1}, end);
    ++row_;
  }

  std::vector<Column> draw_headings(int first_col, int last_col) {
    std::vector<Column> columns;
    bool grouped = dice_.chance(60);
    for (int col = first_col; col <= last_col; ++col) {
      Column column{label(), dice_.pick(kKinds), {}, false};
      const bool last = col == last_col;
      column.fill_down = grouped && !last && columns.size() < 2;
      if (column.fill_down)
        column.kind = {dice_.chance(50) ? "\"label_weight\"" : "\"text\"", {"", "@"}, false};
      grouped = column.fill_down && dice_.chance(60);
      const int end = !last && !column.fill_down && dice_.chance(20) ? col + 1 : col;
      column.sample = {{row_ + 1, col}, {row_ + 1, end}};
      sheet_.text(across(col, end), with_unit(column.label, column.kind));
      columns.push_back(column);
      col = end;
    }
    ++row_;
    return columns;
  }

  void draw_samples(const Column& column, int samples) {
    const std::string format = dice_.pick(column.kind.formats);
    const bool merged = column.fill_down && dice_.chance(60);
    const bool plain = column.sample.first == column.sample.last;
    for (int i = 0; i < samples; ++i) {
      CellRange cell = column.sample;
      cell.first.row += i;
      cell.last.row += i;
      if (merged) {
        const int rows = dice_.between(1, samples - i);
        cell.last.row += rows - 1;
        i += rows - 1;
      }
      if (dice_.chance(15) && !column.kind.number) {
        sheet_.text(cell, "预填" + std::to_string(dice_.upto(99)));
      } else if (dice_.chance(15) && column.kind.number && plain) {
        sheet_.number(cell.first, "10", format);
      } else {
        sheet_.input(cell, format);
      }
    }
  }

  /// What follows the rows, as the mapping says it.
  std::string draw_end(const std::vector<Column>& columns, bool last) {
    switch (dice_.upto(last ? 3 : 2)) {
      case 0:
        title_line("注：以上各项据实填写。");
        return "\"note\"";
      case 1:
        ++row_;
        return "\"blank\"";
      case 3:
        return "\"sheet\"";
      default:
        return draw_total(columns);
    }
  }

  /// A row with the sum of a column, computed by us or by the form.
  std::string draw_total(const std::vector<Column>& columns) {
    const std::string name = label();
    sheet_.text(across(0, 0), name);
    const auto summed = std::find_if(columns.begin() + 1, columns.end(), [](const Column& column) {
      return column.kind.type == "\"score\"" || column.kind.type == "\"money\"";
    });
    if (summed != columns.end()) {
      const int col = summed->sample.first.col;
      if (dice_.chance(60)) {
        sheet_.input(across(col, col), "");
        add_field(name, {row_, col}, summed->kind.type, "");
        derived_ += "[[derived]]\nname = \"" + name + "合计\"\nexpr = \"SUM(" + next_table() + "." +
                    summed->label + ")\"\ndigits = 2\nreported = \"" + name + "\"\n";
      } else {
        const std::string letter = column_name(col);
        sheet_.formula({row_, col},
                       "SUM(" + letter + std::to_string(summed->sample.first.row + 1) + ":" +
                           letter + std::to_string(row_) + ")",
                       "0");
      }
    }
    ++row_;
    return "{ text = \"" + name + "\", col = \"A\" }";
  }

  std::string next_table() const { return "明细" + std::to_string(tables_ + 1); }

  struct Rows {
    int first;
    int last;
  };
  void add_table(const std::vector<Column>& columns, Rows samples, const std::string& end) {
    blocks_ += "[[tables]]\nname = \"" + next_table() + "\"\nrows = \"" +
               std::to_string(samples.first + 1) + ":" + std::to_string(samples.last + 1) +
               "\"\nend = " + end + "\ncolumns = [\n";
    for (const auto& column : columns) {
      blocks_ += "  { name = \"" + column.label + "\", col = \"" +
                 column_name(column.sample.first.col) + "\", type = " + plain_type(column.kind) +
                 (column.fill_down ? ", fill_down = true" : "") + " },\n";
    }
    blocks_ += "]\n";
    ++tables_;
  }

  std::string toml(const std::string& title, bool explained) const {
    return "format = 1\nid = \"SJ\"\ntitle = \"" + title + "\"\ntemplate = \"表.xlsx\"\n" +
           (explained ? "sheet = \"表\"\n" : "") + "money = \"" + money_ + "\"\nfields = [\n" +
           fields_ + "]\n[recognise]\ncontains = [\"" + title + "\"]\n" + blocks_ + derived_;
  }

  Dice& dice_;
  const int width_;
  FormSheet sheet_;
  std::vector<std::string> labels_;  // not used yet
  std::string money_;
  std::string fields_, blocks_, derived_;
  int row_ = 0;  // the next one to be drawn
  int tables_ = 0;
};

}  // namespace

RandomForm random_form(Dice& dice) {
  return Maker(dice).make();
}

}  // namespace huizong::testing
