#include "mapping/load/read_expression.h"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

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
    if (!path.form.empty())
      tell(span, {"这个版本还不能引用别的表", "this version cannot refer to other forms yet"}, {});
    else if (path.parts.size() > 1 && path.parts.front() == "上年")
      tell(span, {"这个版本还不能引用上年", "this version cannot refer to last year yet"}, {});
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
    if (call.function != "RANK" || call.arguments.size() != 1 || context_.ranks) return;
    tell(span,
         {"RANK(x) 是各单位之间的排名，只能用在 [[summary.columns]]",
          "RANK(x) ranks the units; it belongs in [[summary.columns]] only"},
         {"在一列之内排名请写 RANK(x, 列)", "to rank within a column write RANK(x, column)"});
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

Expr read_expression(const TomlValue& text, const ExpressionContext& context, Slips& slips) {
  Expr expr;
  try {
    expr = formula::parse(text.text);
  } catch (const formula::SyntaxError& error) {
    const formula::ExpressionMistake& m = error.mistake();
    slips.add_inside(text, m.span.column - 1, m.span.length, m.message, m.hint);
    return nullptr;
  }
  std::set<Place> said = NamesElsewhere(text, context, slips).look(expr);
  bool good = said.empty();
  const std::vector<std::string> once = {""};
  for (const std::string& name : context.dollars.empty() ? once : context.dollars) {
    const Expr one = context.dollars.empty() ? expr : formula::instantiate(expr, {name});
    for (const formula::ExpressionMistake& m : formula::check(one, context.words)) {
      good = false;
      if (!said.insert(place_of(m.span)).second) continue;
      slips.add_inside(text, m.span.column - 1, m.span.length, m.message, m.hint);
    }
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
