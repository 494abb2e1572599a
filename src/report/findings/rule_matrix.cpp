#include "report/findings/rule_matrix.h"

#include <algorithm>
#include <array>
#include <map>

#include "report/looks.h"

namespace huizong::report {

const char* const kMatrixCaption =
    "错＝错误，警＝警告，未＝未能检查，说＝警告已说明，后面是处数；空格为没有这几种结果。"
    "由前一条引起的不另计，提示不列。点一格看第一条。";

namespace {

using model::Finding;

// The worst first: its colour is the cell's. Each has its sign, as pages are printed black on
// white.
struct Mark {
  const char* sign;
  std::uint32_t fill;
};
constexpr std::array<Mark, 4> kMarks = {
    {{"错", 0xF8CBAD}, {"警", 0xFFF2CC}, {"未", 0xE4DFEC}, {"说", 0xE2EFDA}}};

std::optional<std::size_t> mark_of(const Finding& f) {
  if (f.cause || f.trial) return std::nullopt;
  switch (f.level) {
    case Severity::Error:
      return 0;
    case Severity::Warning:
      return f.closed() ? 3 : 1;
    case Severity::Unchecked:
      return 2;
    case Severity::Note:
      break;
  }
  return std::nullopt;
}

struct Marks {
  std::array<int, kMarks.size()> counts = {};
  int number = 0;  ///< 序号 of the first finding
  int total() const {
    int sum = 0;
    for (const int count : counts) sum += count;
    return sum;
  }
};

/// A rule or a unit.
struct Line {
  std::string name, words;  ///< id and what it says, or code and name
  int total = 0;
  int catalogue_row = -1;
};

class Matrix {
 public:
  Matrix(Sheet& sheet, const std::vector<ListedFinding>& findings, const LinkedTable& list,
         const std::vector<CatalogueEntry>& rules, const LinkedTable& catalogue)
      : sheet_(sheet), list_(list), catalogue_(catalogue) {
    gather(findings, rules);
    units_across_ = units_.size() < rules_.size();
    links_ = cells_.size() <= kMostLinks;
  }

  CellRange write(int row) {
    const std::vector<Line>& down = units_across_ ? rules_ : units_;
    const std::vector<Line>& across = units_across_ ? units_ : rules_;
    const int last_col = kFirst + static_cast<int>(across.size()) - 1;
    if (cells_.empty()) {
      sheet_.merged({{row, 0}, {row, last_col + 4}}, "没有错误、警告和未能检查。", looks::text());
      return {{row, 0}, {row, last_col + 4}};
    }
    headings(row, across);
    for (std::size_t i = 0; i < down.size(); ++i) {
      const int at = row + 1 + static_cast<int>(i);
      name(at, down[i]);
      for (std::size_t j = 0; j < across.size(); ++j)
        mark({at, kFirst + static_cast<int>(j)}, units_across_ ? std::pair(i, j) : std::pair(j, i));
    }
    const int last_row = row + static_cast<int>(down.size());
    totals(last_row + 1, across);
    return {{row, 0}, {last_row, last_col}};
  }

 private:
  static constexpr int kFirst = 3;  // behind name, words, 合计

  void gather(const std::vector<ListedFinding>& findings,
              const std::vector<CatalogueEntry>& rules) {
    std::map<std::string, std::size_t> rule_at, unit_at;
    std::map<std::pair<std::string, std::string>, Marks> marks;  // rule, unit
    for (const ListedFinding& listed : findings) {
      const Finding& f = *listed.finding;
      const auto mark = mark_of(f);
      if (!mark) continue;
      const std::string rule = catalogue_id(f.form, f.rule);
      rule_at.emplace(rule, 0);
      if (unit_at.emplace(f.unit.code, units_.size()).second)
        units_.push_back({f.unit.code, f.unit.code.empty() ? "（跨单位）" : f.unit.name});
      Marks& cell = marks[{rule, f.unit.code}];
      ++cell.counts[*mark];
      if (cell.number == 0) cell.number = listed.number;
    }
    for (std::size_t i = 0; i < rules.size(); ++i) {
      const auto at = rule_at.find(rules[i].id);
      if (at == rule_at.end()) continue;
      at->second = rules_.size();
      rules_.push_back({rules[i].id, rules[i].say, 0, static_cast<int>(i)});
    }
    for (const auto& [key, cell] : marks) {
      Line& rule = rules_[rule_at[key.first]];
      Line& unit = units_[unit_at[key.second]];
      rule.total += cell.total();
      unit.total += cell.total();
      cells_[{rule_at[key.first], unit_at[key.second]}] = cell;
    }
  }

  void headings(int row, const std::vector<Line>& across) {
    sheet_.bounds(0, {8, units_across_ ? 18.0 : 12.0});
    sheet_.bounds(1, {12, units_across_ ? 36.0 : 24.0});
    sheet_.bounds(2, {5, 8});
    sheet_.headings({row, 0}, units_across_
                                  ? std::vector<std::string>{"公式编号", "说明", "合计"}
                                  : std::vector<std::string>{"单位编码", "单位名称", "合计"});
    for (std::size_t j = 0; j < across.size(); ++j) {
      const CellRef cell{row, kFirst + static_cast<int>(j)};
      sheet_.bounds(cell.col, {6, units_across_ ? 8.0 : 14.0});
      if (units_across_)
        sheet_.text(cell, across[j].words, looks::heading());
      else
        to_catalogue(cell, across[j], looks::heading());
    }
  }

  void to_catalogue(CellRef cell, const Line& rule, const xlsx::Style& style) {
    sheet_.link(cell, catalogue_.sheet, {catalogue_.first_row + rule.catalogue_row, 1}, rule.name,
                looks::linked(style));
  }

  void name(int row, const Line& line) {
    if (units_across_)
      to_catalogue({row, 0}, line, looks::text());
    else
      sheet_.text({row, 0}, line.name, looks::centered());
    sheet_.text({row, 1}, line.words, looks::text());
    sheet_.number({row, 2}, Decimal(line.total), looks::bold(looks::count()));
  }

  void mark(CellRef cell, std::pair<std::size_t, std::size_t> rule_and_unit) {
    const auto it = cells_.find(rule_and_unit);
    if (it == cells_.end()) return sheet_.blank(cell, looks::centered());
    const Marks& marks = it->second;
    xlsx::Style style = looks::centered();
    style.fill = 0xFFFFFF;
    std::string text;
    for (std::size_t i = 0; i < kMarks.size(); ++i) {
      if (marks.counts[i] == 0) continue;
      if (text.empty()) style.fill = kMarks[i].fill;
      text += fmt::format("{}{}{}", text.empty() ? "" : "\n", kMarks[i].sign, marks.counts[i]);
    }
    style.bold = marks.counts[0] > 0;
    if (!links_) return sheet_.text(cell, text, style);
    sheet_.link(cell, list_.sheet, {list_.first_row + marks.number - 1, 0}, text, style);
  }

  void totals(int row, const std::vector<Line>& across) {
    sheet_.merged({{row, 0}, {row, 1}}, "合计", looks::bold(looks::centered()));
    int all = 0;
    for (std::size_t j = 0; j < across.size(); ++j) {
      all += across[j].total;
      sheet_.number({row, kFirst + static_cast<int>(j)}, Decimal(across[j].total),
                    looks::bold(looks::count()));
    }
    sheet_.number({row, 2}, Decimal(all), looks::bold(looks::count()));
  }

  Sheet& sheet_;
  const LinkedTable& list_;
  const LinkedTable& catalogue_;
  std::vector<Line> rules_, units_;
  std::map<std::pair<std::size_t, std::size_t>, Marks> cells_;  // by rule and unit
  bool units_across_ = false;
  bool links_ = true;
};

}  // namespace

CellRange write_matrix(Sheet& sheet, int row, const std::vector<ListedFinding>& findings,
                       const LinkedTable& list, const std::vector<CatalogueEntry>& rules,
                       const LinkedTable& catalogue) {
  return Matrix(sheet, findings, list, rules, catalogue).write(row);
}

}  // namespace huizong::report
