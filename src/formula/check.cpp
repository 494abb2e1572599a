#include <algorithm>

#include "base/text.h"
#include "formula/functions.h"

namespace huizong::formula {
namespace {

bool has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}
bool is_dollar(const std::string& part) {
  return !part.empty() && part.front() == '$' &&
         part.find_first_not_of("0123456789", 1) == std::string::npos;
}

class Checker {
 public:
  explicit Checker(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  void check(const Expr& expr, bool list_allowed) {
    if (const auto* n = std::get_if<PathNode>(&expr->what)) {
      check_path(n->path, expr->span, list_allowed);
    } else if (const auto* negate = std::get_if<NegateNode>(&expr->what)) {
      check(negate->operand, false);
    } else if (const auto* percent = std::get_if<PercentNode>(&expr->what)) {
      check(percent->operand, false);
    } else if (const auto* binary = std::get_if<BinaryNode>(&expr->what)) {
      check(binary->left, false);
      check(binary->right, false);
    } else if (const auto* call = std::get_if<CallNode>(&expr->what)) {
      const Function* function = find_function(call->function);
      if (gives_list(*call) && !list_allowed)
        add(expr->span,
            say("{} 给出的是一列，不是一个数", "{} gives a column, not one number", call->function),
            say("请写 SUM({}(…))", "write SUM({}(...))", call->function));
      for (std::size_t i = 0; i < call->arguments.size(); ++i)
        check(call->arguments[i], function && function->takes_list(i));
    }
  }
  std::vector<ExpressionMistake> mistakes;
  std::vector<NameElsewhere> elsewhere;

 private:
  void add(Span span, Message message, Message hint) {
    mistakes.push_back({span, std::move(message), std::move(hint)});
  }

  void check_path(const Path& path, Span span, bool list_allowed) {
    const std::string written = path.to_string();
    const bool dollars =
        std::any_of(path.parts.begin(), path.parts.end(), is_dollar) || is_dollar(path.range_last);
    if (dollars)
      return add(span,
                 say("“{}”里的 $ 没有可代入的名称", "there is no name to put for $ in {}", written),
                 {"$ 只能与 each 的名称一起用", "$ goes with the names of each"});
    if (path.is_elsewhere()) return elsewhere.push_back({path, span, list_allowed});
    if (!known(path.first_row(), span) || (path.is_range() && !known(path.last_row(), span)))
      return;
    const bool list = path.is_range() || (has(vocabulary_.lists, path.to_string()) &&
                                          !has(vocabulary_.scalars, path.to_string()));
    if (list && !list_allowed)
      add(span, say("“{}”是一列，不是一个数", "{} is a column, not one number", written),
          {"放进 SUM、AVERAGE、COUNT、MIN、MAX 等，或在 each 里逐行写列名",
           "put it into SUM, AVERAGE, COUNT, MIN or MAX, or name the column alone under each"});
  }

  bool known(const Path& path, Span span) {
    const std::string name = path.to_string();
    if (has(vocabulary_.scalars, name) || has(vocabulary_.lists, name)) return true;
    const std::string near = likely(name);
    add(span, say("没有叫“{}”的数", "there is no figure called {}", name),
        near.empty() ? Message{"名称写成 块.行.列 或 表.列，见映射里的 fields、grids、tables",
                               "names are written block.row.column or table.column; see fields, "
                               "grids and tables"}
                     : say("是不是 {}？", "did you mean {}?", near));
    return false;
  }

  /// The known name that was meant: one that goes on where this ends, one that ends with it, else
  /// the nearest.
  std::string likely(const std::string& name) const {
    std::vector<std::string> all = vocabulary_.scalars;
    all.insert(all.end(), vocabulary_.lists.begin(), vocabulary_.lists.end());
    const std::string ending = "." + name;
    for (const std::string& candidate : all) {
      if (candidate.compare(0, name.size() + 1, name + ".") == 0) return candidate;
      if (candidate.size() > ending.size() &&
          candidate.compare(candidate.size() - ending.size(), ending.size(), ending) == 0)
        return candidate;
    }
    return nearest(name, all);
  }

  const Vocabulary& vocabulary_;
};

}  // namespace

std::vector<ExpressionMistake> check(const Expr& expr, const Vocabulary& vocabulary) {
  Checker checker(vocabulary);
  checker.check(expr, false);
  return std::move(checker.mistakes);
}

std::vector<NameElsewhere> names_elsewhere(const Expr& expr) {
  const Vocabulary none;
  Checker checker(none);
  checker.check(expr, false);
  return std::move(checker.elsewhere);
}

}  // namespace huizong::formula
