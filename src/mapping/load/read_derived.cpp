// [[derived]]

#include <algorithm>

#include "base/text.h"
#include "mapping/load/read_bands.h"
#include "mapping/load/read_cell_path.h"
#include "mapping/load/read_definitions.h"
#include "mapping/load/read_expression.h"
#include "mapping/load/vocabulary.h"

namespace huizong::mapping {
namespace {

constexpr int kMostDigits = 10;

using formula::Derived;

/// expr = "…"; or of = "总分" with bands = [["优", 90], …].
void read_value(TableReader& reader, const TomlValue& table, const ExpressionContext& context,
                Derived& derived, Draft& draft) {
  const TomlValue* expr = reader.text("expr");
  const TomlValue* of = reader.text("of");
  const TomlValue* bands = reader.list("bands");
  const auto digits = reader.whole("digits", 0, kMostDigits);
  derived.show = reader.word("show");
  const bool has_expr = table.find("expr"), has_of = table.find("of"),
             has_bands = table.find("bands");
  if (has_expr == (has_of || has_bands) || has_of != has_bands) {
    draft.slips.add(table.spot,
                    {"派生要么写 expr，要么写 of 和 bands",
                     "a derived figure has either expr, or of with bands"},
                    {"算数用 expr = \"…\"，分档用 of = \"…\" 和 bands = […]",
                     "expr computes, of and bands grade"});
    return;
  }
  if (has_bands) {
    for (const char* key : {"digits", "show"}) {
      if (const TomlEntry* entry = table.find(key))
        draft.slips.add(entry->key_spot, say("分档的派生不用 {}", "a graded figure has no {}", key),
                        {"分档按 of 那个数取整后的值", "the grade is that of the rounded figure"});
    }
    if (bands) derived.bands = read_bands(*bands, draft.slips);
  }
  derived.digits = digits.value_or(derived.digits);
  const TomlValue* text = expr ? expr : of;
  if (!text) return;
  derived.expr = read_expression(*text, context, draft.slips);
  if (of && derived.expr && !std::holds_alternative<formula::PathNode>(derived.expr->what))
    draft.slips.add(of->spot, {"of 只写一个数的名称", "of is the name of one figure"},
                    {"要先算的请另写一个 [[derived]]", "compute it in a [[derived]] of its own"});
}

/// What each derived figure is compared with must be a cell of its own, and of one figure only.
void read_reported(TableReader& reader, Derived& derived, Draft& draft) {
  const TomlValue* reported = reader.text("reported");
  if (!reported) return;
  derived.reported = read_cell_path(*reported, "reported", draft);
  for (const Derived& other : draft.mapping.definitions.derived) {
    if (!derived.reported.empty() && other.reported == derived.reported)
      draft.slips.add(reported->spot,
                      say("“{}”已经是派生“{}”的填报数", "{} is already what {} is compared with",
                          derived.reported, other.name));
  }
}

}  // namespace

void read_derived(const TomlValue* list, Draft& draft, NameRegister& names) {
  const auto tables = tables_in(list, draft.slips, "derived");
  ExpressionContext context;
  context.words = vocabulary_of(draft.mapping);
  for (const TomlValue* table : tables) {
    const TomlEntry* name = table->find("name");
    if (name && name->value.kind == TomlValue::Kind::Text && !names.has(name->value.text))
      context.defined_later.push_back(name->value.text);
  }
  for (const TomlValue* table : tables) {
    Derived derived;
    TableReader reader(*table, draft.slips, {"派生", "the derived figure"});
    if (const TomlValue* name = reader.text("name", Need::Required)) {
      derived.name = name->text;
      if (check_name(*name, draft.slips)) names.add(name->text, name->spot, draft.slips);
    }
    read_value(reader, *table, context, derived, draft);
    read_reported(reader, derived, draft);
    reader.later({"each"});
    reader.finish();
    // A figure that is wrong itself is still a name the next ones may use: one slip, one message.
    auto& later = context.defined_later;
    later.erase(std::remove(later.begin(), later.end(), derived.name), later.end());
    context.words.scalars.push_back(derived.name);
    draft.mapping.definitions.derived.push_back(std::move(derived));
  }
}

}  // namespace huizong::mapping
