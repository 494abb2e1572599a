#include "mapping/read/cell_reading.h"

#include <algorithm>

#include "base/text.h"
#include "mapping/place/label_key.h"
#include "mapping/read/shown_text.h"
#include "mapping/read/ticked.h"
#include "model/number_text.h"

namespace huizong::mapping {
namespace {

using model::FieldType;
using model::MoneyUnit;

CellRemark remark(Severity level, Message message) {
  return {level, std::move(message), {}};
}

Message number_due(const std::string& there) {
  return say(
      "这里应填数字，现为“{}”，没有当作数字读取，请改填数字。",
      "A number is due here but there is \"{}\"; it was not read as a number. Enter a number.",
      there);
}

/// A figure in a cell whose number format is a date's: 44259 shows as 2021-03-04, and nobody can
/// tell whether the number or the day was meant.
CellRemark date_there(const std::string& shown) {
  return remark(Severity::Error,
                say("这里应填数，现为日期 {}，没有当作数读取；请把这一格的格式改为数值，再填上数。",
                    "A number is due here but there is the date {}; it was not read as a number. "
                    "Set the cell's format to a number and enter the number.",
                    shown));
}

/// “12分” where points are due: 分 is their unit.
std::string_view without_points(std::string_view text, FieldType due) {
  constexpr std::string_view kPoints = "分";
  std::string_view rest = trimmed(text);
  if (due != FieldType::Score || !rest.ends_with(kPoints)) return text;
  rest.remove_suffix(kPoints.size());
  return rest;
}

int zeros_of(MoneyUnit unit) {
  int zeros = 0;
  for (Decimal yuan = in_yuan(unit); yuan > Decimal(1); yuan = yuan / 10) ++zeros;
  return zeros;
}

/// Exact, and with it the decimals shown.
void convert_money(CellReading& reading, Decimal value, MoneyUnit from, MoneyUnit to) {
  reading.value = value * in_yuan(from) / in_yuan(to);
  if (reading.shown_decimals)
    reading.shown_decimals = std::max(0, *reading.shown_decimals + zeros_of(to) - zeros_of(from));
}

/// A plain number in a percent cell: 95 or 0.95, as the mapping says.
void take_rate(CellReading& reading, const Decimal& number, const CellDue& due) {
  if (due.percent_scale) {
    reading.value = number / 100;
    if (reading.shown_decimals) *reading.shown_decimals += 2;
    return;
  }
  reading.value = number;
  if (number <= Decimal(1) || number > Decimal(100)) return;
  if (!reading.remark) reading.remark = CellRemark{};
  const Message doubt =
      say("这里的率是小数，{0} 即 {1}%；如果是想填 {0}%，请改填。",
          "The rate here is a fraction: {0} is {1}%. If {0}% is meant, correct it.",
          number.to_string(), (number * 100).to_string());
  Message& message = reading.remark->message;
  message = message.empty() ? doubt : Message{message.zh + doubt.zh, message.en + " " + doubt.en};
  reading.remark->clues.push_back(
      {"times_100",
       say("疑为 {}%，差 100 倍", "perhaps {}%, 100 times too large", number.to_string())});
}

void take_number(CellReading& reading, const Decimal& number, const CellDue& due) {
  if (due.type == FieldType::Percent) return take_rate(reading, number, due);
  if (due.type == FieldType::Money)
    return convert_money(reading, number, due.written_in, due.money);
  reading.value = number;
}

/// Text where a number is due.
void clean_number(CellReading& reading, const std::string& text, const CellDue& due) {
  const auto found = model::read_number_text(without_points(text, due.type));
  const bool rate_due = due.type == FieldType::Percent || due.type == FieldType::Number;
  const bool out_of_place =
      found && ((found->percent && !rate_due) ||
                ((found->unit || found->scaled) && due.type == FieldType::Percent) ||
                (found->unit && due.type != FieldType::Money));
  if (!found || out_of_place) {
    reading.value = text;
    reading.remark = remark(Severity::Error, number_due(reading.raw));
    return;
  }
  reading.shown_decimals = found->decimals;
  reading.remark = CellRemark{};
  if (found->percent) {
    reading.value = found->value;
  } else if (due.type == FieldType::Money) {
    const MoneyUnit from = found->unit     ? *found->unit
                           : found->scaled ? MoneyUnit::Yuan
                                           : due.written_in;
    convert_money(reading, found->value, from, due.money);
  } else {
    take_number(reading, found->value, due);
  }
  const std::string value = std::get<Decimal>(reading.value).to_string();
  const std::string unit = due.type == FieldType::Money && (found->unit || found->scaled)
                               ? std::string(" ") + name_of(due.money)
                               : "";
  const Message cleaned =
      say("这一格是文字“{}”，已按数字 {}{} 读取。",
          "This cell is text, \"{}\"; it was read as the number {}{}.", reading.raw, value, unit);
  Message& message = reading.remark->message;
  message =
      message.empty() ? cleaned : Message{cleaned.zh + message.zh, cleaned.en + " " + message.en};
}

/// A tick is 1, an empty box nothing.
void read_tick(CellReading& reading, const std::string& text,
               const std::vector<std::string>& marks) {
  const auto ticked = read_mark(text);
  if (ticked && *ticked) {
    reading.value = Decimal(1);
  } else if (!ticked && !model::is_not_applicable(text, marks)) {
    reading.value = std::string(trimmed(text));
    reading.remark = remark(
        Severity::Error,
        say("这里应打勾（✔）或留空，现为“{}”，没有当作打勾读取，请改填。",
            "A tick (✔) or nothing is due here but there is \"{}\"; it was not read as a tick. "
            "Correct it.",
            reading.raw));
  }
}

void take_choice(CellReading& reading, const std::string& text, const CellDue& due) {
  Choice choice = read_choice(text, due.options);
  if (!choice.wrong.empty())
    reading.value = model::NotAvailable{std::move(choice.wrong), due.path};
  else if (!choice.option.empty())
    reading.value = std::move(choice.option);
}

void read_text(CellReading& reading, const std::string& text, const CellDue& due,
               const std::vector<std::string>& marks) {
  if (trimmed(text).empty()) return;
  if (model::is_numeric(due.type)) {
    if (model::is_not_applicable(text, marks)) {
      reading.value = model::Blank{true};
      return;
    }
    return clean_number(reading, text, due);
  }
  if (due.type == FieldType::Year) {
    if (const auto year = only_year_in(text)) {
      reading.value = Decimal(*year);
    } else {
      reading.value = std::string(trimmed(text));
      reading.remark =
          remark(Severity::Error,
                 say("这里应填一个 1950—2100 年之间的年度，现为“{}”，请改填。",
                     "One year from 1950 to 2100 is due here but there is \"{}\". Correct it.",
                     reading.raw));
    }
    return;
  }
  if (due.type == FieldType::Mark) return read_tick(reading, text, marks);
  if (due.type == FieldType::Choice) return take_choice(reading, text, due);
  reading.value = std::string(trimmed(text));
}

void read_number(CellReading& reading, const xlsx::Workbook& workbook, const xlsx::Cell& cell,
                 const Decimal& number, const CellDue& due, const std::vector<std::string>& marks) {
  const xlsx::NumberFormat& format = workbook.format(cell);
  if (due.type == FieldType::Year && number.is_integer())
    return read_text(reading, number.to_string(), due, marks);
  if (!model::is_numeric(due.type)) {
    return read_text(reading, reading.raw, due, marks);
  }
  if (format.date) {  // 1/3 typed as a fraction becomes a date in Excel
    reading.value = reading.raw;
    reading.remark = date_there(reading.raw);
    return;
  }
  if (format.decimals >= 0)
    reading.shown_decimals =
        std::max(format.decimals + (format.percent ? 2 : 0), number.decimals().value_or(0));
  if (format.percent && due.type == FieldType::Percent) {
    reading.value = number;
    return;
  }
  take_number(reading, number, due);
}

}  // namespace

CellReading read_cell(const xlsx::Workbook& workbook, const xlsx::Cell* cell, const CellDue& due,
                      const std::vector<std::string>& marks) {
  CellReading reading;
  if (!cell) return reading;
  reading.raw = shown_text(workbook, *cell);
  if (cell->fault != xlsx::CellFault::None) {
    const Message& why = words_of(cell->fault);
    reading.value = model::NotAvailable{why, due.path};
    reading.remark =
        remark(Severity::Unchecked,
               {"这一格读不出来：" + why.zh + "。请在 Excel 中重新填写后保存。",
                "This cell cannot be read: " + why.en + ". Enter it anew in Excel and save."});
    return reading;
  }
  switch (cell->type) {
    case xlsx::CellType::Blank:
      if (!cell->formula) break;
      reading.value =
          model::NotAvailable{{"公式没有保存结果", "the formula has no stored value"}, due.path};
      reading.remark =
          due.computed
              ? remark(
                    Severity::Note,
                    {"这里的公式没有保存结果，以本程序的计算为准。",
                     "The formula here has no stored value; what is computed here stands for it."})
              : remark(Severity::Unchecked,
                       {"这里的公式没有保存结果，无法读取；请用 Excel 打开、保存后再报。",
                        "The formula here has no stored value and cannot be read; open the "
                        "workbook in Excel, save it and hand it in again."});
      break;
    case xlsx::CellType::Number:
      if (const auto number = xlsx::number_of(*cell)) {
        read_number(reading, workbook, *cell, *number, due, marks);
      } else {
        reading.value = cell->text;
        if (model::is_numeric(due.type))
          reading.remark = remark(Severity::Error, number_due(reading.raw));
      }
      break;
    case xlsx::CellType::Error:
      reading.value = model::CellError{cell->text};
      reading.remark =
          remark(Severity::Error,
                 say("这一格是错误值 {}，请改正公式或它所引用的数。",
                     "This cell shows the error {}. Correct its formula or what it refers to.",
                     cell->text));
      break;
    case xlsx::CellType::Bool:
      if (due.type == FieldType::Mark) {  // the cell that a check box is linked to
        if (cell->text == "1") reading.value = Decimal(1);
        break;
      }
      reading.value = reading.raw;
      if (model::is_numeric(due.type))
        reading.remark = remark(Severity::Error, number_due(reading.raw));
      break;
    case xlsx::CellType::Date:
      if (model::is_numeric(due.type)) {
        reading.value = reading.raw;
        reading.remark = date_there(reading.raw);
        break;
      }
      [[fallthrough]];
    case xlsx::CellType::Text:
      read_text(reading, cell->text, due, marks);
      break;
  }
  return reading;
}

CellReading read_part(const std::string& text, const CellDue& due,
                      const std::vector<std::string>& marks) {
  CellReading reading;
  reading.raw = text;
  read_text(reading, text, due, marks);
  // A number inside 等级：{} or 得分：{} is text in any case: nothing was cleaned but what the
  // pattern says.
  if (reading.remark && reading.remark->level == Severity::Note && reading.remark->clues.empty())
    reading.remark.reset();
  return reading;
}

}  // namespace huizong::mapping
