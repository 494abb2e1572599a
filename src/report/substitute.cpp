#include "report/substitute.h"

namespace huizong::report {
namespace {
using namespace formula;

template <class T>
Expr rebuilt(const Expr& original, T what) {
  return std::make_shared<const Node>(Node{std::move(what), original->span});
}
}  // namespace

Expr substitute(const Expr& expr, const std::function<Expr(const Expr&)>& replacement) {
  if (Expr other = replacement(expr)) return other;
  if (const auto* n = std::get_if<NegateNode>(&expr->what)) {
    return rebuilt(expr, NegateNode{substitute(n->operand, replacement)});
  }
  if (const auto* p = std::get_if<PercentNode>(&expr->what)) {
    return rebuilt(expr, PercentNode{substitute(p->operand, replacement)});
  }
  if (const auto* b = std::get_if<BinaryNode>(&expr->what)) {
    return rebuilt(expr, BinaryNode{b->op, substitute(b->left, replacement),
                                    substitute(b->right, replacement)});
  }
  if (const auto* c = std::get_if<CallNode>(&expr->what)) {
    CallNode call{c->function, {}, c->terms};
    for (const Expr& argument : c->arguments)
      call.arguments.push_back(substitute(argument, replacement));
    return rebuilt(expr, std::move(call));
  }
  return expr;
}

bool calls(const Expr& expr, const std::string& function) {
  bool found = false;
  substitute(expr, [&](const Expr& piece) -> Expr {
    const auto* call = std::get_if<CallNode>(&piece->what);
    found = found || (call && call->function == function);
    return nullptr;
  });
  return found;
}

Expr named(const std::string& name) {
  return std::make_shared<const Node>(Node{PathNode{Path{"", {name}}}, Span{}});
}

}  // namespace huizong::report
