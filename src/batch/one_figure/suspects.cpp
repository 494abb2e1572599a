#include "batch/one_figure/suspects.h"

#include <algorithm>
#include <map>

#include "audit/correction.h"
#include "batch/one_figure/code_slips.h"
#include "batch/one_figure/roots_gone.h"

namespace huizong::batch {
namespace {

using model::Finding;

constexpr std::size_t kMostTried = 200;  // a form that is wrong all over has thousands

class Suspects {
 public:
  Suspects(const UnitAgain& again, const std::vector<Finding>& found)
      : again_(again), found_(found) {}

  std::vector<Suspect> all() const {
    std::vector<Suspect> list;
    if (std::count_if(found_.begin(), found_.end(), is_root) > 1) list = figures();
    for (Suspect& suspect : codes()) list.push_back(std::move(suspect));
    for (Suspect& suspect : sheets()) list.push_back(std::move(suspect));
    return list;
  }

 private:
  std::vector<Suspect> figures() const {
    const model::FigureSource source(again_.reported());
    std::vector<Suspect> list;
    for (const audit::Correction& c :
         audit::corrections(again_.forms(again_.reported()), source, found_)) {
      const auto own = as_reported(c);
      if (!own) continue;
      list.push_back({{*own}, c.figure->type});
      list.back().quote = c.figure->sentence;
      if (list.size() >= kMostTried) break;
    }
    return list;
  }

  /// Codes of the tables on whose sheets something is wrong.
  std::vector<Suspect> codes() const {
    std::vector<Suspect> list;
    const auto is_there = [&](const Location& place) {
      return std::any_of(found_.begin(), found_.end(), [&](const Finding& f) {
        return is_root(f) && f.place.file == place.file && f.place.sheet == place.sheet;
      });
    };
    for (const model::Submission& s : again_.reported().submissions) {
      for (const auto& [name, table] : s.tables) {
        for (const CodeSlip& slip : code_slips(table)) {
          if (!is_there(slip.change.place)) break;
          list.push_back({{slip.change}, model::FieldType::Code, slip.level_only});
        }
      }
    }
    return list;
  }

  /// Sheets filled in in 元 under a heading of 万元, where some amounts are so far apart.
  std::vector<Suspect> sheets() const {
    std::vector<Suspect> list;
    const auto far = std::count_if(found_.begin(), found_.end(),
                                   [](const Finding& f) { return is_root(f) && is_far(f); });
    if (far < 2) return list;
    for (const Decimal& times : {Decimal(1) / 10000, Decimal(10000)}) {
      std::map<std::pair<std::string, std::string>, Suspect> by_sheet;
      const auto take = [&](const model::Figure& f) {
        const Decimal* amount = model::number(f.value);
        if (f.derived || f.type != model::FieldType::Money || !amount || !f.place.cell) return;
        Suspect& sheet = by_sheet[{f.place.file, f.place.sheet}];
        sheet.changes.push_back({f.place, f.field, f.value, *amount * times});
        sheet.type = f.type;
        sheet.whole_sheet = true;
      };
      for (const model::Submission& s : again_.reported().submissions) {
        for (const auto& [path, figure] : s.figures) take(figure);
        for (const auto& [name, table] : s.tables) {
          for (const model::TableRow& row : table.rows) {
            for (const auto& [column, figure] : row.columns) take(figure);
          }
        }
      }
      for (auto& [place, sheet] : by_sheet) {
        if (sheet.changes.size() > 1) list.push_back(std::move(sheet));
      }
    }
    return list;
  }

  /// In the money of the figure's own form.
  std::optional<Change> as_reported(const audit::Correction& c) const {
    for (const auto& [s, definitions] : again_.forms(again_.reported())) {
      if (c.figure->place.file != s->file) continue;
      const Decimal times = c.figure->type == model::FieldType::Money
                                ? c.unit / model::in_yuan(s->money)
                                : Decimal(1);
      const auto own = [&](const model::Value& v) -> model::Value {
        const Decimal* n = model::number(v);
        return n ? model::Value(*n * times) : v;
      };
      return Change{c.figure->place, c.figure->field, own(c.figure->value), c.value * times};
    }
    return std::nullopt;
  }

  const UnitAgain& again_;
  const std::vector<Finding>& found_;
};

}  // namespace

bool is_far(const Finding& finding) {
  return std::any_of(finding.clues.begin(), finding.clues.end(),
                     [](const model::Clue& clue) { return clue.kind == "times_10000"; });
}

std::vector<Suspect> suspects_of(const UnitAgain& again, const std::vector<Finding>& found) {
  return Suspects(again, found).all();
}

}  // namespace huizong::batch
