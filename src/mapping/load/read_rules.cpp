// [[rules]]

#include <algorithm>
#include <set>

#include "base/text.h"
#include "mapping/load/read_definitions.h"
#include "mapping/load/read_expression.h"
#include "mapping/load/vocabulary.h"

namespace huizong::mapping {
namespace {

using formula::Rule;

void read_id(TableReader& reader, Rule& rule, NameRegister& ids, Draft& draft) {
  const TomlValue* id = reader.text("id", Need::Required);
  if (!id) return;
  rule.id = id->text;
  ids.add(rule.id, id->spot, draft.slips);
  const std::string prefix = draft.mapping.id() + "-";
  if (prefix == "-") return;  // the mapping's own id is missing, which is said already
  const std::string rest = rule.id.rfind(prefix, 0) == 0 ? rule.id.substr(prefix.size()) : "";
  if (rest.empty() || rest.find_first_of(" \t") != std::string::npos)
    draft.slips.add(id->spot,
                    say("公式编号“{}”要以“{}”开头，后面不留空格",
                        "the rule id {} must begin with {}, without blanks", rule.id, prefix),
                    say("请写成 {}001 这样", "write it like {}001", prefix));
  const bool implied = rest.size() > 1 && rest[0] >= 'A' && rest[0] <= 'Z' && rest[1] == '-';
  if (implied)
    draft.slips.add(
        id->spot,
        say("“{}{}…”这样的编号留给自动生成的公式",
            "ids like {}{}... are kept for rules made automatically", prefix, rest.substr(0, 2)),
        {"请换一个编号", "choose another id"});
}

void read_level(TableReader& reader, Rule& rule) {
  static const std::vector<std::string> kLevels = {"error", "warning", "note", "trial"};
  switch (reader.choice("level", kLevels, Need::Required).value_or(0)) {
    case 1:
      rule.level = Severity::Warning;
      break;
    case 2:
      rule.level = Severity::Note;
      break;
    case 3:
      rule.level = Severity::Note;
      rule.trial = true;
      break;
    default:
      rule.level = Severity::Error;
  }
}

/// "绩效指标", "绩效指标/一级指标" or "绩效指标/一级指标,二级指标". False where something in it is
/// wrong.
bool read_each_table(const TomlValue& each, Rule& rule, ExpressionContext& context, Draft& draft) {
  const std::size_t slash = each.text.find('/');
  const std::string table = each.text.substr(0, slash);
  const FigureRows* found = find_table(draft.mapping, table);
  if (!found) {
    std::vector<std::string> known;
    for (const FigureRows* t : draft.mapping.rows()) known.push_back(t->name);
    draft.slips.add_inside(
        each, 0, char_count(table), say("没有名为“{}”的变长块", "there is no table {}", table),
        known.empty() ? Message{"逐名称检查请写成列表：each = [\"…\"]",
                                "to go through names write a list: each = [\"...\"]"}
                      : did_you_mean(table, known));
    return false;
  }
  rule.each_table = table;
  if (slash == std::string::npos) {
    context.row_of = table;
    context.words = with_row(std::move(context.words), *found, draft.mapping);
    return true;
  }
  const std::vector<std::string> known = columns_of(*found);
  bool good = true;
  for (std::size_t at = slash + 1; at <= each.text.size();) {
    const std::size_t comma = std::min(each.text.find(',', at), each.text.size());
    const std::string column(trimmed(std::string_view(each.text).substr(at, comma - at)));
    if (std::find(known.begin(), known.end(), column) == known.end()) {
      good = false;
      draft.slips.add_inside(
          each, char_count(each.text.substr(0, at)), std::max(1, char_count(column)),
          say("“{}”没有“{}”列", "{} has no column {}", table, column), did_you_mean(column, known));
    }
    rule.each_columns.push_back(column);
    at = comma + 1;
  }
  if (good)
    context.words = with_group(std::move(context.words), *found, rule.each_columns, draft.mapping);
  return good;
}

/// each = { 卫生健康支出 = "210", … }: names with values.
void read_each_values(const TomlValue& each, Rule& rule, NameRegister& names, Draft& draft) {
  for (const TomlEntry& entry : each.entries) {
    check_quoted(entry, draft.slips);
    const bool fits =
        entry.value.kind == TomlValue::Kind::Text || entry.value.kind == TomlValue::Kind::Number;
    if (!fits)
      draft.slips.add(entry.value.spot,
                      {"each 的值写文字或数", "the values of each are texts or numbers"});
    names.add(entry.key, entry.key_spot, draft.slips);
    rule.each_values.push_back(entry.value.text);
  }
}

/// False when what the rule runs over is wrong, so that its expressions cannot be judged.
bool read_each(TableReader& reader, Rule& rule, ExpressionContext& context, Draft& draft) {
  const TomlValue* each = reader.any("each");
  if (!each) return true;
  if (each->kind == TomlValue::Kind::Text) return read_each_table(*each, rule, context, draft);
  NameRegister names;
  if (each->kind == TomlValue::Kind::Table) {
    read_each_values(*each, rule, names, draft);
  } else if (each->kind == TomlValue::Kind::List) {
    for (const TomlValue* name : texts_in(*each, draft.slips))
      names.add(name->text, name->spot, draft.slips);
  } else {
    draft.slips.add(each->spot,
                    {"each 写名称的列表、{ 名称 = 值 }、\"表\" 或 \"表/列\"",
                     "each is a list of names, { name = value }, \"table\" or \"table/column\""});
    return false;
  }
  rule.each_names = names.names();
  if (rule.each_names.empty()) return false;
  context.dollars = rule.dollars();
  return true;
}

void read_say(TableReader& reader, Rule& rule, Draft& draft) {
  const TomlValue* words = reader.text("say", Need::Required);
  if (!words) return;
  rule.say = words->text;
  std::vector<std::string> allowed = rule.each_columns;
  if (!rule.each_names.empty()) allowed.push_back("$");
  if (!rule.each_values.empty()) allowed.push_back("$1");
  std::string listed;
  for (const std::string& one : allowed) listed += (listed.empty() ? "{" : "、{") + one + "}";
  for (std::size_t open = rule.say.find('{'); open != std::string::npos;
       open = rule.say.find('{', open + 1)) {
    const std::size_t close = rule.say.find('}', open);
    const std::string part =
        rule.say.substr(open + 1, close == std::string::npos ? close : close - open - 1);
    const bool known = std::find(allowed.begin(), allowed.end(), part) != allowed.end();
    if (close != std::string::npos && known) continue;
    draft.slips.add_inside(
        *words, char_count(rule.say.substr(0, open)), char_count(part) + 2,
        say("say 里的 {{{}}} 没有对应的值", "{{{}}} in say stands for nothing", part),
        allowed.empty()
            ? Message{"只有 each 写名称列表或“表/列”时，say 里才用花括号",
                      "say has braces only where each is a list of names or \"table/column\""}
            : say("这里可用 {}", "what can stand here is {}", listed));
  }
}

bool gives_truth(const formula::Expr& test) {
  static const std::set<std::string> kTruths = {"AND", "OR", "NOT", "ISBLANK", "MET", "OVER", "STATED"};
  if (formula::comparison_of(test).left) return true;
  const auto* call = std::get_if<formula::CallNode>(&test->what);
  return call && kTruths.count(call->function) > 0;
}

/// A row without rows below it has nothing to be the sum of: there the rule does not apply, nor
/// where neither has a figure.
formula::Expr where_there_are_children(const Rule& rule, const FigureRows& table) {
  const std::string codes = code_column(table);
  const auto columns = rule.test && !codes.empty() ? columns_with_children(rule.test, table)
                                                   : std::vector<std::string>{};
  if (columns.empty()) return rule.when;
  const auto path = [](const std::string& name) {
    return std::make_shared<const formula::Node>(
        formula::Node{formula::PathNode{formula::Path{"", {name}}}, {}});
  };
  const auto call = [](const char* function, std::vector<formula::Expr> arguments) {
    return std::make_shared<const formula::Node>(
        formula::Node{formula::CallNode{function, std::move(arguments)}, {}});
  };
  const auto some = [](formula::Expr count) {
    const auto zero =
        std::make_shared<const formula::Node>(formula::Node{formula::NumberNode{0}, {}});
    return std::make_shared<const formula::Node>(
        formula::Node{formula::BinaryNode{formula::Op::Greater, std::move(count), zero}, {}});
  };
  std::vector<formula::Expr> filled;
  for (const std::string& column : columns) {
    filled.push_back(path(column));
    filled.push_back(call("CHILDREN", {path(column)}));
  }
  std::vector<formula::Expr> conditions = {some(call("COUNTA", {call("CHILDREN", {path(codes)})})),
                                           some(call("COUNTA", std::move(filled)))};
  if (rule.when) conditions.push_back(rule.when);
  return call("AND", std::move(conditions));
}

void read_tests(TableReader& reader, Rule& rule, const ExpressionContext& context, bool judged,
                Draft& draft) {
  const TomlValue* test = reader.text("test", Need::Required);
  const TomlValue* when = reader.text("when");
  if (!judged) return;
  if (test) rule.test = read_expression(*test, context, draft.slips);
  if (when) rule.when = read_expression(*when, context, draft.slips);
  const FigureRows* table = find_table(draft.mapping, rule.each_table);
  if (table && rule.each_columns.empty()) rule.when = where_there_are_children(rule, *table);
  if (rule.test && !gives_truth(rule.test))
    draft.slips.add(test->spot,
                    {"test 要有一个比较：左边是填报数，右边是应有的数",
                     "test needs one comparison: reported on the left, expected on the right"},
                    {"请写成 \"甲 = 乙\" 这样", "write it like \"a = b\""});
  if (rule.test && !rule.each_names.empty() && !uses_dollar(rule.test))
    draft.slips.add(test->spot,
                    {"each 列了名称，test 里却没有 $", "each lists names, but test has no $"},
                    {"请在名称该变的地方写 $", "write $ where the name changes"});
}

void read_tolerance(TableReader& reader, Rule& rule, Draft& draft) {
  const TomlValue* value = reader.get("tolerance", TomlValue::Kind::Number);
  if (!value) return;
  rule.tolerance = Decimal::parse(value->text);
  if (!rule.tolerance || *rule.tolerance < Decimal(0))
    draft.slips.add(value->spot,
                    {"tolerance 要是不小于 0 的数", "tolerance must be a number, 0 or more"});
}

}  // namespace

void read_rules(const TomlValue* list, Draft& draft) {
  const ExpressionContext usual = context_of(draft.mapping);
  NameRegister ids;
  for (const TomlValue* table : tables_in(list, draft.slips, "rules")) {
    Rule rule;
    ExpressionContext context = usual;
    TableReader reader(*table, draft.slips, {"审核公式", "the rule"});
    read_id(reader, rule, ids, draft);
    context.rule = rule.id;
    read_level(reader, rule);
    const bool judged = read_each(reader, rule, context, draft);
    read_tests(reader, rule, context, judged, draft);
    read_say(reader, rule, draft);
    rule.cite = reader.word("cite");
    read_tolerance(reader, rule, draft);
    reader.finish();
    draft.mapping.definitions.rules.push_back(std::move(rule));
  }
}

}  // namespace huizong::mapping
