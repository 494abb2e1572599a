#include "mapping/load/read_cell_path.h"

#include <algorithm>

#include "base/text.h"
#include "mapping/load/vocabulary.h"

namespace huizong::mapping {

std::string read_cell_path(const TomlValue& value, std::string_view key, Draft& draft,
                           const std::vector<std::string>& dollars) {
  formula::Expr expr;
  try {
    expr = formula::instantiate(formula::parse(value.text), dollars);
  } catch (const formula::SyntaxError& error) {
    const formula::ExpressionMistake& m = error.mistake();
    draft.slips.add_inside(value, m.span.column - 1, m.span.length, m.message, m.hint);
    return "";
  }
  const auto* node = std::get_if<formula::PathNode>(&expr->what);
  const std::string path = node ? node->path.to_string() : "";
  const formula::Vocabulary words = vocabulary_of(draft.mapping);
  const bool column = std::find(words.lists.begin(), words.lists.end(), path) != words.lists.end();
  if (!node || column || node->path.is_range()) {
    draft.slips.add(
        value.spot,
        say("{} 要写表上一个单元格的名称", "{} is the name of one cell of the form", key),
        column ? Message{"这是一列，不是一格", "this is a column"} : Message{});
    return "";
  }
  if (node->path.form.empty() && type_of_cell(draft.mapping, path)) return path;

  std::vector<std::string> cells;
  for (const std::string& word : words.scalars) {
    if (type_of_cell(draft.mapping, word)) cells.push_back(word);
  }
  draft.slips.add(value.spot,
                  say("表上没有名为“{}”的单元格", "the form has no cell {}", value.text),
                  did_you_mean(path, cells));
  return "";
}

}  // namespace huizong::mapping
