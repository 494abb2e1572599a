#include "store/figure_row.h"

namespace huizong::store {
namespace {

using model::Value;

// One letter a kind of value, so that blank, 0, text, error and n/a stay apart in the file too.
constexpr const char* kBlank = "b";
constexpr const char* kNotApplicable = "m";
constexpr const char* kNumber = "n";
constexpr const char* kText = "t";
constexpr const char* kBool = "l";
constexpr const char* kError = "e";
constexpr const char* kNotAvailable = "x";

const char* kind_of(const Value& v) {
  if (const auto* blank = std::get_if<model::Blank>(&v))
    return blank->not_applicable ? kNotApplicable : kBlank;
  if (model::number(v)) return kNumber;
  if (model::text(v)) return kText;
  if (std::holds_alternative<bool>(v)) return kBool;
  if (std::holds_alternative<model::CellError>(v)) return kError;
  return kNotAvailable;
}

Value value_from(const std::string& kind, const std::string& text) {
  if (kind == kNumber) {
    if (const auto n = Decimal::parse(text)) return *n;
    throw Error(
        say("数据文件里有读不懂的数“{}”。请删除数据文件后重新运行。",
            "The store holds a number that cannot be read, \"{}\". Delete the store and run again.",
            text));
  }
  if (kind == kText) return text;
  if (kind == kBool) return text == "true";
  if (kind == kError) return model::CellError{text};
  return model::Blank{kind == kNotApplicable};
}

}  // namespace

void bind_figure(Statement& insert, int first, const model::Figure& f) {
  insert.bind(first, f.field)
      .bind(first + 1, static_cast<std::int64_t>(f.type))
      .bind(first + 2, kind_of(f.value));
  insert.bind(first + 3, model::to_string(f.value));
  if (const auto* na = model::not_available(f.value)) {
    insert.bind(first + 4, na->why.zh).bind(first + 5, na->why.en).bind(first + 6, na->field);
  } else {
    insert.bind_null(first + 4).bind_null(first + 5).bind_null(first + 6);
  }
  insert.bind(first + 7, f.raw).bind(first + 8, f.place.file.str()).bind(first + 9, f.place.sheet.str());
  insert.bind(first + 10, f.place.cell ? to_string(*f.place.cell) : std::string());
  insert.bind(first + 11, std::int64_t{f.derived}).bind(first + 12, std::int64_t{f.required});
  if (f.shown_decimals)
    insert.bind(first + 13, std::int64_t{*f.shown_decimals});
  else
    insert.bind_null(first + 13);
}

model::Figure figure_from(const Statement& row, int first) {
  model::Figure f;
  f.field = row.text(first);
  f.type = static_cast<model::FieldType>(row.integer(first + 1));
  const std::string kind = row.text(first + 2);
  if (kind == kNotAvailable)
    f.value = model::NotAvailable{{row.text(first + 4), row.text(first + 5)}, row.text(first + 6)};
  else
    f.value = value_from(kind, row.text(first + 3));
  f.raw = row.text(first + 7);
  f.place = {row.text(first + 8), row.text(first + 9), parse_cell_ref(row.text(first + 10))};
  f.derived = row.integer(first + 11) != 0;
  f.required = row.integer(first + 12) != 0;
  if (!row.is_null(first + 13)) f.shown_decimals = static_cast<int>(row.integer(first + 13));
  return f;
}

}  // namespace huizong::store
