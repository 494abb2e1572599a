#include "xlsx/fill/formula_references.h"

#include <algorithm>

namespace huizong::xlsx {
namespace {

using Corner = Reference::Corner;

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
/// What names, cells and numbers are made of; every Chinese character is.
bool is_word(char c) {
  return is_letter(c) || is_digit(c) || c == '_' || c == '.' || c == '$' || c == '\\' || c == '?' ||
         static_cast<unsigned char>(c) >= 0x80;
}
char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

/// "$B$7", "B7"; the whole word must be the cell.
std::optional<Corner> cell_corner(std::string_view word) {
  const auto cell = parse_cell_ref(word);
  if (!cell) return std::nullopt;
  return Corner{*cell, word.find('$', 1) != std::string_view::npos, word.front() == '$'};
}
std::optional<Corner> column_corner(std::string_view word) {
  const bool fixed = word.starts_with('$');
  if (fixed) word.remove_prefix(1);
  const auto col = parse_column(word);
  if (!col) return std::nullopt;
  return Corner{{0, *col}, false, fixed};
}
std::optional<Corner> row_corner(std::string_view word) {
  const bool fixed = word.starts_with('$');
  if (fixed) word.remove_prefix(1);
  if (word.empty() || word.size() > 7 || !std::all_of(word.begin(), word.end(), is_digit)) {
    return std::nullopt;
  }
  const int row = std::stoi(std::string(word));
  if (row < 1 || row > kMaxRows) return std::nullopt;
  return Corner{{row - 1, 0}, fixed, false};
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  FormulaScan scan() {
    while (at_ < text_.size()) step();
    return std::move(found_);
  }

 private:
  char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void step() {
    const char c = here();
    if (c != '(') called_.reset();
    if (c == '"') {
      skip_quoted('"');
    } else if (c == '\'') {
      quoted_sheet();
    } else if (c == '[') {
      bracket();
    } else if (c == '#') {
      error_constant();
    } else if (is_word(c)) {
      word();
    } else {
      sign(c);
      ++at_;
      forget_sheet();
    }
  }

  void sign(char c) {
    if (c == ':') found_.joins = true;
    if (c == '(' || c == '{') {
      if (c == '(' && !called_) called_ = add_call("");
      open_.push_back({c == '(' ? called_ : std::nullopt, at_ + 1});
      called_.reset();
    }
    if (open_.empty() || (c != ',' && c != ')' && c != '}')) return;
    auto& [call, from] = open_.back();
    if (call) found_.calls[*call].arguments.push_back({from, at_ - from});
    from = at_ + 1;
    if (c != ',') open_.pop_back();
  }
  std::size_t add_call(std::string function) {
    found_.calls.push_back({std::move(function), {}});
    return found_.calls.size() - 1;
  }

  /// Past the closing quote; a doubled one is part of the text.
  std::string skip_quoted(char quote) {
    std::string content;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] != quote) {
        content += text_[at_];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == quote) {
        content += text_[at_++];
      } else {
        ++at_;
        break;
      }
    }
    return content;
  }

  void skip_blanks() {
    while (here() == ' ' || here() == '\n' || here() == '\r' || here() == '\t') ++at_;
  }

  std::string_view read_word() {
    const auto from = at_;
    while (at_ < text_.size() && is_word(text_[at_])) ++at_;
    return text_.substr(from, at_ - from);
  }

  void forget_sheet() {
    sheet_.clear();
    last_sheet_.clear();
    external_ = qualified_ = false;
  }

  /// 'name'!, '表1:表3'!, '[1]name'!, 'C:\folder\[book.xlsx]name'!
  void quoted_sheet() {
    std::string name = skip_quoted('\'');
    if (here() != '!') return;
    ++at_;
    forget_sheet();
    qualified_ = true;
    external_ = name.find('[') != std::string::npos;
    const auto colon = name.find(':');
    if (!external_ && colon != std::string::npos) {
      last_sheet_ = name.substr(colon + 1);
      name.resize(colon);
    }
    sheet_ = std::move(name);
  }

  /// [1] before a sheet of another workbook, or a structured reference without its table's name.
  void bracket() {
    skip_brackets();
    const auto from = at_;
    read_word();
    if (here() == ':') {
      ++at_;
      read_word();
    }
    if (at_ > from && here() == '!') {
      ++at_;
      forget_sheet();
      qualified_ = external_ = true;
      return;
    }
    at_ = from;
    if (here() == '!') {  // [1]!name
      ++at_;
      forget_sheet();
      qualified_ = external_ = true;
      return;
    }
    found_.tables = true;
  }

  void skip_brackets() {
    int depth = 0;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '\'') {
        if (at_ + 1 < text_.size()) ++at_;  // inside brackets ' makes the next character plain
      } else if (c == '[') {
        ++depth;
      } else if (c == ']' && --depth == 0) {
        ++at_;
        return;
      }
    }
  }

  /// #REF! and its like; a # after a cell (A1#) ends nothing.
  void error_constant() {
    ++at_;
    while (is_letter(here()) || here() == '/' || here() == '_' || is_digit(here())) ++at_;
    if (here() == '!' || here() == '?') ++at_;
    forget_sheet();
  }

  void word() {
    const auto from = at_;
    const auto first = read_word();
    if (here() == '!') {
      ++at_;
      forget_sheet();
      qualified_ = true;
      sheet_ = first;
      return;
    }
    if (here() == '(') {
      std::string name(first);
      std::transform(name.begin(), name.end(), name.begin(), upper);
      called_ = add_call(std::move(name));
      return forget_sheet();
    }
    if (here() == '[') {
      skip_brackets();
      found_.tables = true;
      return forget_sheet();
    }
    if (range_from(first, from)) return;
    if (const auto cell = cell_corner(first)) {
      add(Reference::Kind::Cell, *cell, *cell, from);
    } else if (!is_digit(first.front()) && first.front() != '.') {
      if (!external_) found_.names.emplace_back(first);
    }
    forget_sheet();
  }

  /// What follows a colon: the second corner of a range, or the second sheet of a 3-D reference.
  bool range_from(std::string_view first, std::size_t from) {
    const auto back = at_;
    skip_blanks();
    if (here() != ':') {
      at_ = back;
      return false;
    }
    ++at_;
    skip_blanks();
    const auto second = read_word();
    if (here() == '!' && !qualified_ && !second.empty()) {
      ++at_;
      forget_sheet();
      qualified_ = true;
      sheet_ = first;
      last_sheet_ = second;
      return true;
    }
    if (here() != '(' && here() != '!' && !second.empty()) {
      using enum Reference::Kind;
      using Read = std::optional<Corner> (*)(std::string_view);
      for (const auto& [kind, read] : {std::pair<Reference::Kind, Read>{Cells, cell_corner},
                                       {Cols, column_corner},
                                       {Rows, row_corner}}) {
        const auto a = read(first);
        const auto b = read(second);
        if (!a || !b) continue;
        add(kind, *a, *b, from);
        forget_sheet();
        return true;
      }
    }
    at_ = back;  // A1:INDEX(...), or a name; what stands after the colon is looked at by itself
    return false;
  }

  void add(Reference::Kind kind, Corner first, Corner last, std::size_t from) {
    found_.references.push_back(
        {kind, first, last, sheet_, last_sheet_, external_, from, at_ - from});
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string sheet_, last_sheet_;  // of the reference that comes next
  bool external_ = false;
  bool qualified_ = false;
  std::optional<std::size_t> called_;  // the call whose parenthesis comes next
  struct Open {
    std::optional<std::size_t> call;  // nothing for { }
    std::size_t from;                 // where its present argument begins
  };
  std::vector<Open> open_;
  FormulaScan found_;
};

std::string corner_text(Reference::Kind kind, const Corner& corner) {
  std::string text;
  if (kind != Reference::Kind::Rows) {
    if (corner.fixed_col) text += '$';
    text += column_name(corner.cell.col);
  }
  if (kind != Reference::Kind::Cols) {
    if (corner.fixed_row) text += '$';
    text += std::to_string(corner.cell.row + 1);
  }
  return text;
}

}  // namespace

CellRange Reference::range() const {
  CellRef low{std::min(first.cell.row, last.cell.row), std::min(first.cell.col, last.cell.col)};
  CellRef high{std::max(first.cell.row, last.cell.row), std::max(first.cell.col, last.cell.col)};
  if (kind == Kind::Rows) high.col = kMaxCols - 1;
  if (kind == Kind::Cols) high.row = kMaxRows - 1;
  return {low, high};
}

FormulaScan scan_formula(std::string_view formula) {
  return Scanner(formula).scan();
}

std::string a1_text(const Reference& reference) {
  std::string text = corner_text(reference.kind, reference.first);
  if (reference.kind == Reference::Kind::Cell) return text;
  return text + ":" + corner_text(reference.kind, reference.last);
}

bool same_sheet(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return upper(x) == upper(y); });
}

}  // namespace huizong::xlsx
