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
/// Where `unjudged` the expression is left alone.
void read_value(TableReader& reader, const TomlValue& table, const ExpressionContext& context,
                bool unjudged, Derived& derived, Draft& draft) {
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
  if (!text || unjudged) return;
  derived.expr = read_expression(*text, context, draft.slips);
  if (of && derived.expr && !std::holds_alternative<formula::PathNode>(derived.expr->what))
    draft.slips.add(of->spot, {"of 只写一个数的名称", "of is the name of one figure"},
                    {"要先算的请另写一个 [[derived]]", "compute it in a [[derived]] of its own"});
}

/// The key `each`: the names, or the table, that the figure is derived for.
struct Each {
  std::vector<std::string> names;
  const FigureRows* table = nullptr;
  bool wrong = false;  ///< told already; nothing else about it can be judged
};

Each read_each(TableReader& reader, Draft& draft) {
  Each each;
  const TomlValue* value = reader.any("each");
  if (!value) return each;
  each.wrong = true;
  if (value->kind == TomlValue::Kind::List) {
    NameRegister names;
    for (const TomlValue* name : texts_in(*value, draft.slips)) {
      if (check_name(*name, draft.slips)) names.add(name->text, name->spot, draft.slips);
    }
    each.names = names.names();
    each.wrong = each.names.empty();
    return each;
  }
  if (value->kind != TomlValue::Kind::Text) {
    draft.slips.add(value->spot, {"each 写名称的列表，或一个表的名称",
                                  "each is a list of names, or the name of a table"});
    return each;
  }
  each.table = find_table(draft.mapping, value->text);
  each.wrong = each.table == nullptr;
  if (each.table) return each;
  std::vector<std::string> known;
  for (const FigureRows* table : draft.mapping.rows()) known.push_back(table->name);
  const bool grouped = value->text.find('/') != std::string::npos;
  draft.slips.add(value->spot, say("没有名为“{}”的变长块", "there is no table {}", value->text),
                  grouped ? Message{"派生只能逐行，不能分组：写表的名称",
                                    "figures are derived row by row, not by group: write the "
                                    "table's name"}
                          : did_you_mean(value->text, known));
  return each;
}

/// A column of the table, by its own name.
std::string read_reported_column(const TomlValue& value, const FigureRows& table, Draft& draft) {
  std::vector<std::string> known;
  for (const Column& column : table.columns) known.push_back(column.name);
  if (std::find(known.begin(), known.end(), value.text) != known.end()) return value.text;
  draft.slips.add(value.spot, say("“{}”没有“{}”列", "{} has no column {}", table.name, value.text),
                  did_you_mean(value.text, known));
  return "";
}

/// What each derived figure is compared with must be a cell (or column) of its own, and of one
/// figure only.
void read_reported(const TomlValue* reported, const Each& each,
                   const std::vector<std::string>& dollars, Derived& derived, Draft& draft) {
  if (!reported) return;
  derived.reported = each.table ? read_reported_column(*reported, *each.table, draft)
                                : read_cell_path(*reported, "reported", draft, dollars);
  for (const Derived& other : draft.mapping.definitions.derived) {
    if (!derived.reported.empty() && other.reported == derived.reported &&
        other.each_table == derived.each_table)
      draft.slips.add(reported->spot,
                      say("“{}”已经是派生“{}”的填报数", "{} is already what {} is compared with",
                          derived.reported, other.name));
  }
}

/// Whether $ is used where it must be: each name has an expression of its own.
void check_dollar(const Derived& derived, const Each& each, const TomlValue& table, Draft& draft) {
  if (each.names.empty() || !derived.expr || uses_dollar(derived.expr)) return;
  const TomlEntry* expr = table.find("expr") ? table.find("expr") : table.find("of");
  draft.slips.add(
      expr->value.spot,
      {"each 列了名称，公式里却没有 $", "each lists names, but the expression has no $"},
      {"请在名称该变的地方写 $", "write $ where the name changes"});
}

/// One definition, or one for each name: 执行率.年初预算数.
void add_derived(const Derived& derived, const Each& each, const TomlValue* reported,
                 Draft& draft) {
  auto& all = draft.mapping.definitions.derived;
  if (each.names.empty()) {
    Derived one = derived;
    read_reported(reported, each, {}, one, draft);
    all.push_back(std::move(one));
    return;
  }
  for (const std::string& name : each.names) {
    Derived one = derived;
    one.name = derived.name + "." + name;
    if (one.expr) one.expr = formula::instantiate(one.expr, {name});
    read_reported(reported, each, {name}, one, draft);
    all.push_back(std::move(one));
  }
}

/// The names that a [[derived]] will have, as far as its keys can be read.
std::vector<std::string> names_of(const TomlValue& table) {
  const TomlEntry* name = table.find("name");
  if (!name || name->value.kind != TomlValue::Kind::Text) return {};
  std::vector<std::string> names = {name->value.text};
  const TomlEntry* each = table.find("each");
  if (!each) return names;
  if (each->value.kind == TomlValue::Kind::Text)
    names.push_back(each->value.text + "." + name->value.text);
  for (const TomlValue& item : each->value.items) {
    if (item.kind == TomlValue::Kind::Text) names.push_back(name->value.text + "." + item.text);
  }
  return names;
}

void forget(std::vector<std::string>& later, const std::vector<std::string>& names) {
  later.erase(std::remove_if(later.begin(), later.end(),
                             [&](const std::string& name) {
                               return std::find(names.begin(), names.end(), name) != names.end();
                             }),
              later.end());
}

/// A name that a column of its own table has is two things in one row; true where it is none.
bool check_column_name(const TomlValue& name, const Each& each, Draft& draft) {
  bool good = true;
  if (!each.table) return good;
  for (const Column& column : each.table->columns) {
    if (column.name != name.text) continue;
    good = false;
    draft.slips.add(
        name.spot, say("“{}”已有“{}”列", "{} has a column {} already", each.table->name, name.text),
        {"请换个名称，表上的那一列写在 reported",
         "choose another name; the form's own column goes into reported"});
  }
  return good;
}

}  // namespace

void read_derived(const TomlValue* list, Draft& draft, NameRegister& names) {
  const auto tables = tables_in(list, draft.slips, "derived");
  std::vector<std::string> later;
  for (const TomlValue* table : tables) {
    for (const std::string& name : names_of(*table)) {
      if (!names.has(name)) later.push_back(name);
    }
  }
  for (const TomlValue* table : tables) {
    Derived derived;
    TableReader reader(*table, draft.slips, {"派生", "the derived figure"});
    const TomlValue* name = reader.text("name", Need::Required);
    if (name) {
      derived.name = name->text;
      if (check_name(*name, draft.slips)) names.add(name->text, name->spot, draft.slips);
    }
    const Each each = read_each(reader, draft);
    const bool own_name = !name || check_column_name(*name, each, draft);

    ExpressionContext context = context_of(draft.mapping);
    context.defined_later = later;
    if (!own_name) forget(context.defined_later, names_of(*table));  // the form's column is meant
    for (const std::string& one : each.names) context.dollars.push_back({one});
    if (each.table) {
      derived.each_table = each.table->name;
      context.row_of = each.table->name;
      context.words = with_row(std::move(context.words), *each.table, draft.mapping);
    }
    read_value(reader, *table, context, each.wrong, derived, draft);
    check_dollar(derived, each, *table, draft);
    const TomlValue* reported = reader.text("reported");
    reader.finish();
    // A figure that is wrong itself is still a name the next ones may use: one slip, one message.
    forget(later, names_of(*table));
    add_derived(derived, each, each.wrong ? nullptr : reported, draft);
  }
}

}  // namespace huizong::mapping
