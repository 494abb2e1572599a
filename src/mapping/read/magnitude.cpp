#include "mapping/read/magnitude.h"

#include <algorithm>

namespace huizong::mapping {
namespace {

/// The figures that are compared: the mapping's own first, then the other amounts of its grid row.
std::vector<const model::Figure*> compared(const model::Submission& submission,
                                           const Mapping& mapping) {
  std::vector<std::string> paths = {mapping.magnitude};
  for (const Grid& grid : mapping.grids()) {
    for (const Grid::Line& row : grid.rows) {
      const std::string line = grid.name + "." + row.name + ".";
      const auto is_it = [&](const Grid::Line& col) {
        return line + col.name == mapping.magnitude;
      };
      if (std::none_of(grid.cols.begin(), grid.cols.end(), is_it)) continue;
      for (const Grid::Line& col : grid.cols) {
        if (!is_it(col)) paths.push_back(line + col.name);
      }
    }
  }
  std::vector<const model::Figure*> figures;
  for (const std::string& path : paths) {
    const model::Figure* figure = submission.find(path);
    const bool own = path == mapping.magnitude;
    const Decimal* amount = figure ? model::number(figure->value) : nullptr;
    if (amount && !amount->is_zero() && (own || figure->type == model::FieldType::Money))
      figures.push_back(figure);
  }
  return figures;
}

/// How an amount stands to the appropriation, where that is beyond belief.
struct OutOfScale {
  const model::Figure* figure = nullptr;
  Decimal amount;
  bool large = false;
  std::string times;  ///< "10,000"
};

/// One item (项目) of many may well be a thousandth of what the unit has.
std::optional<OutOfScale> out_of_scale(const model::Figure& figure, const Decimal& expected,
                                       bool of_item) {
  const Decimal& amount = *model::number(figure.value);
  const Decimal ratio = (amount / expected).abs();
  const bool large = ratio >= power_of_ten(3) && ratio <= power_of_ten(5);
  const bool small = !of_item && ratio >= power_of_ten(-5) && ratio <= power_of_ten(-3);
  if (!large && !small) return std::nullopt;
  return OutOfScale{&figure, amount, large, (large ? ratio : Decimal(1) / ratio).grouped(0)};
}

Message sentence(const OutOfScale& found, const Decimal& expected, const std::string& money,
                 const std::string& others) {
  const auto name = [&](const Decimal& d) {
    return d.grouped(std::max(2, std::min(6, d.decimals().value_or(6)))) + money;
  };
  Message message =
      found.large
          ? say("这里是 {}，而单位名录中的财政拨款是 {}，大了约 {} "
                "倍，疑为按元填报；没有计入汇总，请核实金额单位。",
                "This is {} but the unit list's appropriation is {}: about {} times as much, "
                "perhaps entered in 元. It is kept out of the sums; check the unit of money.",
                name(found.amount), name(expected), found.times)
          : say("这里是 {}，而单位名录中的财政拨款是 {}，小了约 {} "
                "倍，疑为金额单位有误；没有计入汇总，请核实金额单位。",
                "This is {} but the unit list's appropriation is {}: about {} times as little, "
                "perhaps in another unit of money. It is kept out of the sums; check the unit of "
                "money.",
                name(found.amount), name(expected), found.times);
  if (others.empty()) return message;
  message.zh += "同一行的 " + others + " 也是这样。";
  message.en += " So it is with " + others + " in the same row.";
  return message;
}

}  // namespace

void check_magnitude(Extracted& extracted, const Mapping& mapping, const ExtractContext& context) {
  if (mapping.magnitude.empty()) return;
  model::Submission& s = extracted.submission;
  const std::string rule = mapping.id() + "-M-量级";
  model::CheckCount& counted = extracted.checks[rule];
  const model::BudgetUnit* unit = s.key.unit.empty() ? nullptr : context.units.by_code(s.key.unit);
  const auto figures = compared(s, mapping);
  const bool known = unit && unit->appropriation && !unit->appropriation->is_zero();
  if (!known || figures.empty()) {
    ++counted.not_applicable;
    return;
  }
  const Decimal expected =
      *unit->appropriation * in_yuan(model::MoneyUnit::WanYuan) / in_yuan(mapping.money);
  std::optional<OutOfScale> first;
  std::string others;
  for (const model::Figure* figure : figures) {
    auto found = out_of_scale(*figure, expected, !s.key.item.empty());
    if (!found) continue;
    if (!first) {
      first = std::move(found);
    } else if (figure->place.cell) {
      others += (others.empty() ? "" : "、") + to_string(*figure->place.cell);
    }
  }
  if (!first) {
    ++counted.passed;
    return;
  }
  ++counted.failed;
  model::Finding f;
  f.rule = rule;
  f.field = first->figure->field;
  f.place = first->figure->place;
  f.reported = first->figure->value;
  f.message = sentence(*first, expected, name_of(mapping.money), others);
  f.expected = expected;
  f.expected_from = "单位名录·财政拨款";
  f.difference = first->amount - expected;
  f.clues.push_back({"times_10000",
                     first->large ? Message{"疑为元、万元混用，差一万倍",
                                            "perhaps 元 where 万元 is due, 10,000 times too large"}
                                  : Message{"疑为元、万元混用，差一万倍",
                                            "perhaps 万元 counted twice, 10,000 times too small"}});
  extracted.findings.push_back(std::move(f));
  s.counted = false;
  s.why_not_counted = {"金额与单位名录中的财政拨款相差约 " + first->times + " 倍，金额单位待核实",
                       "its amounts and the unit list's appropriation differ about " +
                           first->times + " times; the unit of money is in doubt"};
}

}  // namespace huizong::mapping
