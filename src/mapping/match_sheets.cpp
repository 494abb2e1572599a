#include "mapping/match_sheets.h"

#include <algorithm>
#include <functional>
#include <set>

#include "base/text.h"
#include "mapping/sheet_title.h"

namespace huizong::mapping {
namespace {

constexpr int kTopRows = 10;

/// How well a sheet of the workbook fits one of the form's; 0: not at all.
using Fit = std::function<std::size_t(std::size_t form_sheet, const xlsx::Sheet& sheet)>;

class Matcher {
 public:
  Matcher(const Mapping& mapping, const xlsx::Workbook& workbook)
      : mapping_(mapping), workbook_(workbook), places_(mapping.sheets.size()) {}

  /// Settles what this fit decides: a sheet goes to the one of the form's that it fits best.
  void settle(xlsx::SheetState state, const Fit& fit) {
    std::vector<std::vector<std::size_t>> found(places_.size());
    for (std::size_t w = 0; w < workbook_.sheets.size(); ++w) {
      const bool shown = workbook_.sheets[w].state == xlsx::SheetState::Visible;
      if (shown != (state == xlsx::SheetState::Visible) || taken_.contains(w)) continue;
      if (const auto k = best(fit, workbook_.sheets[w])) found[*k].push_back(w);
    }
    for (std::size_t k = 0; k < places_.size(); ++k) {
      if (found[k].empty() || settled(k)) continue;
      taken_.insert(found[k].begin(), found[k].end());
      if (found[k].size() == 1)
        places_[k].at = found[k].front();
      else
        places_[k].rivals = found[k];
    }
  }

  std::vector<Recognised::Place> take() { return std::move(places_); }

 private:
  bool settled(std::size_t k) const { return places_[k].at || !places_[k].rivals.empty(); }

  /// Nothing where it fits none, or two of them alike.
  std::optional<std::size_t> best(const Fit& fit, const xlsx::Sheet& sheet) const {
    std::optional<std::size_t> best;
    std::size_t most = 0;
    bool alike = false;
    for (std::size_t k = 0; k < places_.size(); ++k) {
      const std::size_t fits = fit(k, sheet);
      if (fits == 0 || fits < most) continue;
      alike = fits == most;
      most = fits;
      best = k;
    }
    return alike ? std::nullopt : best;
  }

  const Mapping& mapping_;
  const xlsx::Workbook& workbook_;
  std::vector<Recognised::Place> places_;
  std::set<std::size_t> taken_;
};

/// Of 收入决算表 and 财政拨款收入决算表 the longer fits where both are held.
std::size_t title_fit(const std::string& words, const xlsx::Sheet& sheet) {
  for (const xlsx::Cell& cell : sheet.cells) {
    if (cell.ref.row >= kTopRows) break;
    if (cell.type == xlsx::CellType::Text && says_title(cell.text, words)) return words.size();
  }
  return 0;
}

}  // namespace

std::vector<Recognised::Place> match_sheets(const Mapping& mapping,
                                            const xlsx::Workbook& workbook) {
  std::vector<std::string> names, keys, titles;
  for (const SheetForm& form : mapping.sheets) {
    names.push_back(fold_label(mapping.blank_of(form).name));
    keys.push_back(sheet_name_key(names.back()));
    titles.push_back(title_words(mapping, form));
  }
  Matcher matcher(mapping, workbook);
  for (const auto state : {xlsx::SheetState::Visible, xlsx::SheetState::Hidden}) {
    matcher.settle(state, [&](std::size_t k, const xlsx::Sheet& sheet) -> std::size_t {
      return fold_label(sheet.name) == names[k] ? 1 : 0;
    });
    matcher.settle(state, [&](std::size_t k, const xlsx::Sheet& sheet) -> std::size_t {
      return sheet_name_key(sheet.name) == keys[k] ? 1 : 0;
    });
    matcher.settle(state, [&](std::size_t k, const xlsx::Sheet& sheet) -> std::size_t {
      return title_fit(titles[k], sheet);
    });
  }
  return matcher.take();
}

}  // namespace huizong::mapping
