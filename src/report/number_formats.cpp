#include "report/number_formats.h"

namespace huizong::report {
namespace {

using model::FieldType;

std::string format_for(FieldType type) {
  switch (type) {
    case FieldType::Money:
      return "#,##0.00";
    case FieldType::Percent:
      return "0.00%";
    case FieldType::Score:
      return "0.00";
    case FieldType::Count:
      return "#,##0";
    default:
      return "";
  }
}

std::string decimals(int digits) {
  return digits > 0 ? "0." + std::string(static_cast<std::size_t>(digits), '0') : "0";
}

bool starts_with_any(const std::string& name, std::initializer_list<const char*> words) {
  for (const char* word : words) {
    if (name.rfind(word, 0) == 0) return true;
  }
  return false;
}

}  // namespace

std::optional<FieldType> type_of(const mapping::Mapping& mapping, const std::string& path) {
  for (const auto& field : mapping.fields()) {
    if (field.name == path) return field.typing.type;
    if (field.typing.type == FieldType::LabelWeight && field.name + ".权重" == path)
      return FieldType::Score;
    if (field.patterns.empty()) continue;
    for (const auto& part : field.patterns.front().parts()) {
      if (field.name + "." + part.name == path) return part.type;
    }
  }
  for (const auto& grid : mapping.grids()) {
    for (const auto& row : grid.rows) {
      const std::string stem = grid.name + "." + row.name + ".";
      if (path.rfind(stem, 0) != 0) continue;
      for (const auto& col : grid.cols) {
        if (stem + col.name != path) continue;
        const auto typed = grid.types.find(col.name);
        return (typed == grid.types.end() ? grid.typing : typed->second).type;
      }
    }
  }
  for (const auto& prose : mapping.prose()) {
    for (const auto& part : prose.columns) {
      if (prose.name + "." + part.name == path) return part.typing.type;
    }
  }
  for (const auto* table : mapping.rows()) {
    for (const auto& column : table->columns) {
      for (const std::string& name : {column.name, table->name + "." + column.name}) {
        if (name == path) return column.typing.type;
        if (column.typing.type == FieldType::LabelWeight && name + ".权重" == path)
          return FieldType::Score;
      }
    }
  }
  return std::nullopt;
}

std::string format_of(const mapping::Mapping& mapping, const std::string& path) {
  if (const auto* derived = mapping.definitions.find_derived(path)) {
    if (!derived->show.empty()) return derived->show;
    if (!derived->bands.empty()) return "";
    const auto reported = type_of(mapping, derived->reported);
    if (reported == FieldType::Percent || reported == FieldType::Money)
      return format_for(*reported);
    return decimals(derived->digits);
  }
  const auto type = type_of(mapping, path);
  return type ? format_for(*type) : "";
}

std::string format_of(const mapping::Mapping& mapping, const formula::Expr& expr) {
  using namespace formula;
  if (const auto* path = std::get_if<PathNode>(&expr->what))
    return format_of(mapping, path->path.to_string());
  if (const auto* negated = std::get_if<NegateNode>(&expr->what))
    return format_of(mapping, negated->operand);
  if (const auto* binary = std::get_if<BinaryNode>(&expr->what)) {
    if (binary->op == Op::Add || binary->op == Op::Subtract) {
      const std::string left = format_of(mapping, binary->left);
      return left.empty() ? format_of(mapping, binary->right) : left;
    }
    return binary->op == Op::Concat ? "" : "0.00##";
  }
  if (const auto* call = std::get_if<CallNode>(&expr->what)) {
    if (starts_with_any(call->function, {"RANK", "COUNT", "LEN"})) return "0";
    if (starts_with_any(call->function,
                        {"SUM", "AVERAGE", "MIN", "MAX", "ROUND", "ABS", "CHILDREN", "TOP"})) {
      // SUMIF's figures stand last, the others' first
      const Expr& figures =
          call->function == "SUMIF" ? call->arguments.back() : call->arguments.front();
      return format_of(mapping, figures);
    }
  }
  return "";
}

}  // namespace huizong::report
