#include "formula/expression.h"

#include <algorithm>
#include <optional>

namespace huizong::formula {
namespace {

template <class... F>
struct Overloaded : F... {
  using F::operator()...;
};
template <class... F>
Overloaded(F...) -> Overloaded<F...>;  // clang 14 does not see it by itself

/// The name that stands for "$", "$1", …; null for any other word and where there is none.
const std::string* replacement(const std::string& word, const std::vector<std::string>& dollars) {
  if (word.size() > 6 || word.empty() || word.front() != '$') return nullptr;
  std::size_t index = 0;
  for (const char c : word.substr(1)) {
    if (c < '0' || c > '9') return nullptr;
    index = index * 10 + static_cast<std::size_t>(c - '0');
  }
  return index < dollars.size() ? &dollars[index] : nullptr;
}

/// The number that stands for a $1 alone; "$1" in quotes stays text.
std::optional<Decimal> number_for(const Path& path, const std::vector<std::string>& dollars) {
  const bool alone = path.form.empty() && path.parts.size() == 1 && !path.is_range();
  if (!alone || path.parts[0].size() < 2) return std::nullopt;
  const std::string* value = replacement(path.parts[0], dollars);
  return value ? Decimal::parse(*value) : std::nullopt;
}

void replace(std::string& word, const std::vector<std::string>& dollars) {
  if (const std::string* name = replacement(word, dollars)) word = *name;
}

void collect(const Expr& expr, std::vector<Path>& paths) {
  std::visit(Overloaded{[&](const PathNode& n) { paths.push_back(n.path); },
                        [&](const NegateNode& n) { collect(n.operand, paths); },
                        [&](const PercentNode& n) { collect(n.operand, paths); },
                        [&](const BinaryNode& n) {
                          collect(n.left, paths);
                          collect(n.right, paths);
                        },
                        [&](const CallNode& n) {
                          for (const Expr& argument : n.arguments) collect(argument, paths);
                        },
                        [](const auto&) {}},
             expr->what);
}

}  // namespace

std::string Path::to_string() const {
  std::string text = form.empty() ? "" : form + "!";
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += '.';
    text += parts[i];
    if (is_range() && i == range_part) text += ":" + range_last;
  }
  return text;
}

Path Path::first_row() const {
  Path path = *this;
  path.range_last.clear();
  return path;
}

Path Path::last_row() const {
  Path path = first_row();
  if (is_range()) path.parts[range_part] = range_last;
  return path;
}

Path Path::at_home() const {
  Path path = *this;
  path.form.clear();
  if (is_last_year()) {
    path.parts.erase(path.parts.begin());
    if (path.range_part > 0) --path.range_part;
  }
  return path;
}

bool is_comparison(Op op) {
  return op >= Op::Equal;
}

Expr instantiate(const Expr& expr, const std::vector<std::string>& dollars) {
  const auto made = [&](auto node) {
    return std::make_shared<const Node>(Node{std::move(node), expr->span});
  };
  return std::visit(Overloaded{[&](TextNode n) -> Expr {
                                 replace(n.value, dollars);
                                 return made(std::move(n));
                               },
                               [&](PathNode n) -> Expr {
                                 if (const auto number = number_for(n.path, dollars))
                                   return made(NumberNode{*number});
                                 for (std::string& part : n.path.parts) replace(part, dollars);
                                 replace(n.path.range_last, dollars);
                                 return made(std::move(n));
                               },
                               [&](const NegateNode& n) -> Expr {
                                 return made(NegateNode{instantiate(n.operand, dollars)});
                               },
                               [&](const PercentNode& n) -> Expr {
                                 return made(PercentNode{instantiate(n.operand, dollars)});
                               },
                               [&](const BinaryNode& n) -> Expr {
                                 return made(BinaryNode{n.op, instantiate(n.left, dollars),
                                                        instantiate(n.right, dollars)});
                               },
                               [&](CallNode n) -> Expr {
                                 for (Expr& argument : n.arguments)
                                   argument = instantiate(argument, dollars);
                                 return made(std::move(n));
                               },
                               [&](const auto&) -> Expr { return expr; }},
                    expr->what);
}

std::vector<Path> paths_of(const Expr& expr) {
  std::vector<Path> paths;
  collect(expr, paths);
  return paths;
}

bool gives_list(const CallNode& call) {
  return call.function == "CHILDREN" || call.function == "TOP";
}

Comparison comparison_of(const Expr& test) {
  const auto* binary = std::get_if<BinaryNode>(&test->what);
  if (!binary || !is_comparison(binary->op)) return {};
  return {binary->left, binary->op, binary->right};
}

}  // namespace huizong::formula
