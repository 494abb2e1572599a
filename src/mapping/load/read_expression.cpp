#include "mapping/load/read_expression.h"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

#include "mapping/load/vocabulary.h"

namespace huizong::mapping {
namespace {

using formula::Expr;
using formula::Span;

void visit(const Expr& expr, const std::function<void(const formula::Node&)>& f) {
  if (!expr) return;
  f(*expr);
  if (const auto* negate = std::get_if<formula::NegateNode>(&expr->what))
    return visit(negate->operand, f);
  if (const auto* percent = std::get_if<formula::PercentNode>(&expr->what))
    return visit(percent->operand, f);
  if (const auto* binary = std::get_if<formula::BinaryNode>(&expr->what)) {
    visit(binary->left, f);
    visit(binary->right, f);
  } else if (const auto* call = std::get_if<formula::CallNode>(&expr->what)) {
    for (const Expr& argument : call->arguments) visit(argument, f);
  }
}

bool has_dollar(const formula::Path& path) {
  const auto dollar = [](const std::string& part) { return part.find('$') != std::string::npos; };
  return std::any_of(path.parts.begin(), path.parts.end(), dollar) || dollar(path.range_last);
}

std::vector<std::string> codes_of(const FigureRows& table) {
  std::vector<std::string> names;
  for (const SplitCode& code : table.codes) names.push_back(code.name);
  for (const Column& column : table.columns) {
    if (column.typing.type == model::FieldType::Code) names.push_back(column.name);
  }
  return names;
}

using Place = std::pair<int, int>;
Place place_of(const Span& span) {
  return {span.column, span.length};
}

/// What check() cannot know: names that mean something, but not here or not yet.
class NamesElsewhere {
 public:
  NamesElsewhere(const TomlValue& text, const ExpressionContext& context, Slips& slips)
      : text_(text), context_(context), slips_(slips) {}

  /// The places it has spoken of.
  const std::set<Place>& look(const Expr& expr) {
    visit(expr, [&](const formula::Node& node) {
      if (const auto* path = std::get_if<formula::PathNode>(&node.what))
        look_at_path(path->path, node.span);
      if (const auto* call = std::get_if<formula::CallNode>(&node.what))
        look_at_call(*call, node.span);
    });
    return said_;
  }

 private:
  void look_at_path(const formula::Path& path, const Span& span) {
    const std::string name = path.to_string();
    const auto& later = context_.defined_later;
    if (path.form == context_.own_form && !path.form.empty())
      tell(span, say("{} 就是本表", "{} is this form itself", path.form),
           say("直接写 {}", "write {}", name.substr(path.form.size() + 1)));
    else if (has_dollar(path) && context_.dollars.empty())
      tell(span,
           {"没有 each = [名称…]，$ 不代表任何名称", "$ stands for nothing without each = [names]"},
           {});
    else if (std::find(later.begin(), later.end(), name) != later.end())
      tell(span,
           say("“{}”要先派生，才能在这里用", "{} must be derived before it is used here", name),
           {"派生按先后计算，请调整 [[derived]] 的次序",
            "derived figures are computed in order: move the [[derived]] up"});
  }

  void look_at_call(const formula::CallNode& call, const Span& span) {
    if (formula::gives_list(call)) look_at_levels(call, span);
    if (call.function != "RANK" || call.arguments.size() != 1 || context_.ranks) return;
    tell(span,
         {"RANK(x) 是各单位之间的排名，只能用在 [[summary.columns]]",
          "RANK(x) ranks the units; it belongs in [[summary.columns]] only"},
         {"在一列之内排名请写 RANK(x, 列)", "to rank within a column write RANK(x, column)"});
  }

  /// CHILDREN(column) and TOP(column) need rows that a column of codes puts into levels.
  void look_at_levels(const formula::CallNode& call, const Span& span) {
    const bool top = call.function == "TOP";
    const auto* far = std::get_if<formula::PathNode>(&call.arguments.front()->what);
    if (far && far->path.is_elsewhere())
      return tell(span,
                  say("{} 只能取本表本年的列", "{} takes columns of this year's own form only",
                      call.function),
                  {});
    if (!top && context_.row_of.empty())
      return tell(span,
                  {"CHILDREN 要与 each = \"表\" 一起用", "CHILDREN goes with each = \"table\""},
                  {"合计请用 TOP(表.列)", "for a total use TOP(table.column)"});
    const auto* node = std::get_if<formula::PathNode>(&call.arguments.front()->what);
    const TableBlock* table = node ? table_of(node->path) : nullptr;
    if (!table) {
      // A name that is known nowhere is check()'s to tell.
      if (node && known(node->path))
        tell(call.arguments.front()->span,
             say("{} 要写表的一列", "{} takes a column of a table", call.function),
             {"例如 支出.决算数", "as in 支出.决算数"});
      return;
    }
    if (!top && table->name != context_.row_of)
      return tell(span,
                  say("CHILDREN 只能取“{}”自己的列", "CHILDREN takes columns of {} itself",
                      context_.row_of),
                  {});
    const std::size_t codes = codes_of(*table).size();
    if (codes == 1) return;
    tell(span,
         codes == 0 ? say("“{}”没有类型为 code 的列，分不出类、款、项",
                          "{} has no column of the type code, so it has no levels", table->name)
                    : say("“{}”有 {} 个类型为 code 的列，不知道按哪一列分级",
                          "{} has {} columns of the type code: which of them gives the levels?",
                          table->name, codes),
         {"请给科目编码一列（也只给它）写 type = \"code\"",
          "give the column of subject codes, and only it, type = \"code\""});
  }

  bool known(const formula::Path& path) const {
    const std::string name = path.to_string();
    const auto has = [&](const std::vector<std::string>& words) {
      return std::find(words.begin(), words.end(), name) != words.end();
    };
    return has(context_.words.scalars) || has(context_.words.lists);
  }

  /// 支出.决算数, or under each = "支出" 决算数 alone.
  const TableBlock* table_of(const formula::Path& path) const {
    for (const TableBlock& table : context_.tables) {
      const std::string name = path.to_string();
      for (const Column& column : table.columns) {
        if (name == table.name + "." + column.name) return &table;
        if (table.name == context_.row_of && name == column.name) return &table;
      }
    }
    return nullptr;
  }

  void tell(const Span& span, Message message, Message hint) {
    if (said_.insert(place_of(span)).second)
      slips_.add_inside(text_, span.column - 1, span.length, std::move(message), std::move(hint));
  }

  const TomlValue& text_;
  const ExpressionContext& context_;
  Slips& slips_;
  std::set<Place> said_;
};

}  // namespace

ExpressionContext context_of(Mapping& mapping) {
  ExpressionContext context;
  context.words = with_derived(vocabulary_of(mapping), mapping);
  context.terms = mapping.definitions.terms;
  const auto tables = mapping.tables();
  context.tables.assign(tables.begin(), tables.end());
  context.own_form = mapping.id();
  context.far_names = &mapping.far_names;
  return context;
}

std::string code_column(const FigureRows& table) {
  const std::vector<std::string> codes = codes_of(table);
  return codes.size() == 1 ? codes.front() : "";
}

std::vector<std::string> columns_with_children(const Expr& expr, const FigureRows& table) {
  std::vector<std::string> columns;
  visit(expr, [&](const formula::Node& node) {
    const auto* call = std::get_if<formula::CallNode>(&node.what);
    if (!call || call->function != "CHILDREN") return;
    const auto* path = std::get_if<formula::PathNode>(&call->arguments.front()->what);
    if (!path) return;
    std::string name = path->path.to_string();
    if (name.rfind(table.name + ".", 0) == 0) name = name.substr(table.name.size() + 1);
    if (std::find(columns.begin(), columns.end(), name) == columns.end()) columns.push_back(name);
  });
  return columns;
}

Expr read_expression(const TomlValue& text, const ExpressionContext& context, Slips& slips) {
  Expr expr;
  try {
    expr = formula::parse(text.text, context.terms);
  } catch (const formula::SyntaxError& error) {
    const formula::ExpressionMistake& m = error.mistake();
    slips.add_inside(text, m.span.column - 1, m.span.length, m.message, m.hint);
    return nullptr;
  }
  std::set<Place> said = NamesElsewhere(text, context, slips).look(expr);
  bool good = said.empty();
  const std::vector<std::vector<std::string>> once = {{}};
  for (const auto& dollars : context.dollars.empty() ? once : context.dollars) {
    const Expr one = formula::instantiate(expr, dollars);
    for (const formula::ExpressionMistake& m : formula::check(one, context.words)) {
      good = false;
      if (!said.insert(place_of(m.span)).second) continue;
      slips.add_inside(text, m.span.column - 1, m.span.length, m.message, m.hint);
    }
    for (const formula::NameElsewhere& far : formula::names_elsewhere(one))
      context.far_names->push_back({far.path, far.list,
                                    slips.place_inside(text, far.span.column - 1, far.span.length),
                                    context.rule});
  }
  return good ? expr : nullptr;
}

bool uses_dollar(const Expr& expr) {
  bool found = false;
  visit(expr, [&](const formula::Node& node) {
    if (const auto* path = std::get_if<formula::PathNode>(&node.what))
      found = found || has_dollar(path->path);
    if (const auto* word = std::get_if<formula::TextNode>(&node.what))
      found = found || word->value.find('$') != std::string::npos;
  });
  return found;
}

}  // namespace huizong::mapping
