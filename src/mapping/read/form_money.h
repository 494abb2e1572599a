// The unit money is written in on a unit's sheet, as its own headings say:
// 资金情况（元）, 单位：万元, 年初预算数(千元).
//
// A heading that says what the template's says changes nothing. The nearest
// word counts: a column's heading or a line's label before the block's, the
// block's before the sheet's.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mapping/align.h"
#include "mapping/mapping.h"

namespace huizong::mapping {

class TemplateLabels;

/// The unit a label names: in brackets at its end, or after 单位：.
std::optional<model::MoneyUnit> money_unit_in(std::string_view text);

/// A heading that names another unit than the template prints there.
struct OtherUnit {
  CellRef cell;
  model::MoneyUnit unit;
  model::MoneyUnit printed;  ///< the template's
  std::string block;
};

class FormMoney {
 public:
  struct MoneyBlock;  ///< a block that holds money, and where it stands

  FormMoney(const Mapping& mapping, const SheetForm& form, const Alignment& alignment,
            const xlsx::Sheet& sheet);

  model::MoneyUnit of_field(const std::string& field) const;
  model::MoneyUnit of_crossing(const std::string& grid, const std::string& row,
                               const std::string& col) const;
  model::MoneyUnit of_column(const std::string& table, const std::string& col) const;

  const std::vector<OtherUnit>& others() const {
    return others_;
  }  ///< each heading once, in reading order

 private:
  /// A block, or one line of it.
  using Scope = std::pair<std::string, std::string>;
  /// What a heading says; none where it says what the template's does.
  using Said = std::optional<model::MoneyUnit>;
  void say(const Scope& scope, Said unit, CellRef cell);
  const model::MoneyUnit* find(const Scope& scope) const;
  model::MoneyUnit printed(const std::string& block) const;
  static Said meant_by(const TemplateLabels& labels, int label, model::MoneyUnit unit);
  void read_sheet_lines(const TemplateLabels& labels, const std::vector<MoneyBlock>& blocks,
                        const Alignment& alignment, const xlsx::Sheet& sheet);

  model::MoneyUnit money_;
  std::map<std::string, model::MoneyUnit> printed_;  ///< by block, where it is another than money_
  std::map<Scope, model::MoneyUnit> units_;
  std::vector<OtherUnit> others_;
};

}  // namespace huizong::mapping
