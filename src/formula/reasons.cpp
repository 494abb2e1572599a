#include "formula/reasons.h"

namespace huizong::formula {
namespace {

using model::NotAvailable;
using model::Value;

const Path* path_in(const Expr& expr) {
  const auto* node = std::get_if<PathNode>(&expr->what);
  return node ? &node->path : nullptr;
}

std::string field_in(const Expr& expr) {
  const auto paths = paths_of(expr);
  return paths.empty() ? "" : paths.front().to_string();
}

/// What a computed piece is called: its own expression, where it is short enough to be read.
Message name_of(const Expr& source) {
  if (const Path* path = path_in(source)) return verbatim(label_of(*path));
  const auto* call = std::get_if<CallNode>(&source->what);
  if (const Path* column = call && gives_list(*call) ? path_in(call->arguments.front()) : nullptr)
    return verbatim((call->function == "TOP" ? "最高一级的" : "下一级的") + label_of(*column));
  return verbatim(to_text(source));
}

/// The reasons common to all three: what is n/a already, an error, a blank.
std::optional<NotAvailable> common(const Value& value, const Expr& source) {
  if (const NotAvailable* already = model::not_available(value)) return *already;
  const Message name = name_of(source);
  if (const auto* error = std::get_if<model::CellError>(&value))
    return because(say("{}是错误值{}", "{} is the error {}", name.zh, error->code), source);
  if (model::is_blank(value)) return because(say("{}未填", "{} is blank", name.zh), source);
  return std::nullopt;
}

}  // namespace

std::string label_of(const Path& path) {
  if (path.parts.empty()) return "";
  std::string label = path.parts.back();
  if (path.is_last_year()) label = "上年的" + label;
  return path.form.empty() ? label : path.form + "的" + label;
}

NotAvailable because(Message why, const Expr& source) {
  return {std::move(why), field_in(source)};
}

NotAvailable not_a_number(const Value& value, const Expr& source) {
  if (const auto reason = common(value, source)) return *reason;
  const Message name = name_of(source);
  if (const std::string* text = model::text(value))
    return because(
        say("{}是文字“{}”，不是数", "{} is the text \"{}\", not a number", name.zh, *text), source);
  return because(say("{}是真假值，不是数", "{} is a truth value, not a number", name.zh), source);
}

NotAvailable not_a_text(const Value& value, const Expr& source) {
  if (const auto reason = common(value, source)) return *reason;
  return because(say("{}不是文字", "{} is no text", name_of(source).zh), source);
}

NotAvailable not_a_condition(const Value& value, const Expr& source) {
  if (model::is_blank(value) && !path_in(source)) {
    return because({"两边都未填，无从比较", "both sides are blank, so there is nothing to compare"},
                   source);
  }
  if (const auto reason = common(value, source)) return *reason;
  return because(say("{}不是条件", "{} is no condition", name_of(source).zh), source);
}

NotAvailable zero_divisor(const Expr& divisor) {
  return because(say("{}为0，不能作除数", "{} is 0 and cannot divide", name_of(divisor).zh),
                 divisor);
}

NotAvailable nothing_filled(const std::vector<Expr>& sources) {
  constexpr std::size_t kNamed = 3;
  std::string names, names_en;
  for (std::size_t i = 0; i < sources.size() && i < kNamed; ++i) {
    const std::string name = name_of(sources[i]).zh;
    names += (i > 0 ? "、" : "") + name;
    names_en += (i > 0 ? ", " : "") + name;
  }
  Message why;
  if (sources.size() == 1) {
    why = say("{}未填", "{} is blank", names);
  } else if (sources.size() <= kNamed) {
    why = {names + "均未填", names_en + " are all blank"};
  } else {
    why = {fmt::format("{}等{}项均未填", names, sources.size()),
           fmt::format("{} and {} more are all blank", names_en, sources.size() - kNamed)};
  }
  return sources.empty() ? NotAvailable{{"没有可计算的数", "there is nothing to compute from"}, ""}
                         : because(std::move(why), sources.front());
}

NotAvailable none_among(const Expr& keys, const Value& wanted) {
  const std::string sought = model::to_string(wanted);
  const bool by_name = model::text(wanted) && sought.find_first_of("=<>*?~") == std::string::npos;
  const Path* path = path_in(keys);
  if (!by_name) {
    return because(say("{}中没有符合“{}”的", "nothing in {} is \"{}\"", name_of(keys).zh, sought),
                   keys);
  }
  // A row is named by what stands in such a column, so its table is where it is missing.
  const bool of_table = path && path->parts.size() > 1 && !path->is_range();
  return because(say("{}中没有“{}”", "{} has no \"{}\"",
                     of_table ? path->parts.front() : name_of(keys).zh, sought),
                 keys);
}

NotAvailable list_outside_aggregate(const Path& path) {
  return {say("{}是一列，不是一个数", "{} is a column, not one number", label_of(path)),
          path.to_string()};
}

NotAvailable no_levels(const Path& column) {
  return {say("{}没有按编码分级的行", "{} has no rows of code levels", label_of(column)),
          column.to_string()};
}

}  // namespace huizong::formula
