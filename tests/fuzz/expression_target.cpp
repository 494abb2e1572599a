// The expression language of mapping files: parsed, printed, evaluated, and written as an Excel
// formula.

#include <fmt/format.h>

#include "base/text.h"
#include "formula/evaluate.h"
#include "formula/print.h"
#include "promise.h"
#include "xlsx/fill/formula_references.h"
#include "xlsx/written_text.h"

using namespace huizong;
using fuzz::require;

namespace {

/// Every name is a figure; what it holds follows from its length, so that an input can choose.
class AnyFigure : public formula::Scope {
 public:
  formula::Operand find(const formula::Path& path) const override {
    const model::Value kinds[] = {Decimal(0),
                                  Decimal(-3),
                                  *Decimal::parse("0.005"),
                                  model::Blank{},
                                  std::string("≥95%"),
                                  std::string("合计"),
                                  model::CellError{"#DIV/0!"},
                                  true,
                                  *Decimal::parse("123456789.12")};
    const std::size_t at = path.to_string().size() % std::size(kinds);
    if (path.is_range() || path.parts.size() > 1) {
      return {true, {kinds[at], kinds[0], kinds[3], kinds[(at + 1) % std::size(kinds)]}};
    }
    return {false, {kinds[at]}};
  }
  const std::vector<Decimal>* peers(const formula::Expr&) const override {
    static const std::vector<Decimal> ranked = {Decimal(2), Decimal(1)};
    return &ranked;
  }
};

class AnyCell : public formula::CellNames {
 public:
  std::optional<std::string> place(const formula::Expr& piece) const override {
    const auto paths = formula::paths_of(piece);
    const bool list = paths.empty() || paths[0].is_range() || paths[0].parts.size() > 1;
    return list ? "'明 细'!$F$5:$F$9" : "F5";
  }
  std::optional<std::string> peers(const formula::Expr&) const override { return "$G$5:$G$9"; }
};

void check_printed(const formula::Expr& expr) {
  if (!formula::printable(expr)) return;
  const std::string printed = formula::print_excel(expr, AnyCell(), 2);
  require(xlsx::utf16_units(printed) <= 8192, "a formula is no longer than Excel takes", printed);
  require(is_utf8(printed), "a formula is text", printed);
  for (const auto& reference : xlsx::scan_formula(printed).references) {
    const auto text = xlsx::a1_text(reference);
    require(text == "F5" || text == "$F$5:$F$9" || text == "$G$5:$G$9",
            "a formula speaks of the cells it was given", printed);
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::text_of(data, size);
  if (!is_utf8(text)) return 0;  // a mapping file that is no UTF-8 is refused before
  formula::Expr expr;
  try {
    expr = formula::parse(text);
  } catch (const formula::SyntaxError& slip) {
    const auto& span = slip.mistake().span;
    require(span.column >= 1 && span.length >= 1 && span.column <= char_count(text) + 1,
            "a slip lies in the text", text);
    return 0;
  }
  const std::string printed = formula::to_text(expr);
  // A number is printed in full, and one of more than 400 digits (1E-300 squared) is not read
  // again.
  if (printed.size() > text.size() + 300) return 0;
  const std::string seen = fmt::format("{}\n{}", text, printed);
  formula::Expr again;
  try {
    again = formula::parse(printed);
  } catch (const formula::SyntaxError& slip) {
    require(false, "an expression printed is an expression",
            seen + "\n" + slip.mistake().message.zh);
  }
  require(formula::to_text(again) == printed, "an expression printed is the expression", seen);
  const auto value = formula::evaluate(expr, AnyFigure());
  require(value == formula::evaluate(again, AnyFigure()), "it is worth the same", seen);
  formula::check(expr, {{"资金.合计", "总分"}, {"绩效指标.得分"}});
  formula::instantiate(expr, {"甲", "210"});
  formula::comparison_of(expr);
  check_printed(expr);
  return 0;
}
