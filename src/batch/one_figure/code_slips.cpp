#include "batch/one_figure/code_slips.h"

#include <algorithm>
#include <set>

#include "base/text.h"

namespace huizong::batch {
namespace {

using model::Figure;

struct Code {
  const Figure* figure;
  std::string text;

  bool has_level() const {
    return (text.size() == 3 || text.size() == 5 || text.size() == 7) &&
           text.find_first_not_of("0123456789") == std::string::npos;
  }
};

std::vector<Code> codes_of(const model::Table& table) {
  std::vector<Code> codes;
  for (const model::TableRow& row : table.rows) {
    const auto code = std::find_if(row.columns.begin(), row.columns.end(), [](const auto& column) {
      return column.second.type == model::FieldType::Code;
    });
    if (!row.has_figure || code == row.columns.end() || !code->second.place.cell) continue;
    const std::string text = fold_label(model::to_string(code->second.value));
    if (!text.empty()) codes.push_back({&code->second, text});
  }
  return codes;
}

/// The codes that are not where codes of their 类 stand.
class OutOfOrder {
 public:
  explicit OutOfOrder(const std::vector<Code>& codes) : codes_(codes) {
    for (const Code& code : codes) {
      if (code.text.size() == 3) classes_.insert(code.text);
    }
  }
  bool operator()(std::size_t i) const {
    const Code& code = codes_[i];
    if (!code.has_level() || is_orphan(i)) return true;
    if (code.text.size() == 3 && is_orphan(i + 1)) return true;
    return (i > 0 && code.text <= codes_[i - 1].text) ||
           (i + 1 < codes_.size() && code.text >= codes_[i + 1].text);
  }

 private:
  bool is_orphan(std::size_t i) const {
    return i < codes_.size() && !classes_.empty() && codes_[i].text.size() > 3 &&
           !classes_.contains(codes_[i].text.substr(0, 3));
  }
  const std::vector<Code>& codes_;
  std::set<std::string> classes_;
};

/// What the code may be below the 类 or 款 of a row beside it.
void add_below(const Code& code, const std::string& beside, std::vector<std::string>& meant) {
  if (!code.has_level()) return;
  if (code.text.size() == 3) return meant.push_back(beside.substr(0, 3));
  for (const std::size_t length : {3U, 5U}) {
    if (beside.size() >= length && code.text.size() > length)
      meant.push_back(beside.substr(0, length) + code.text.substr(length));
  }
}

}  // namespace

std::vector<CodeSlip> code_slips(const model::Table& table) {
  const std::vector<Code> codes = codes_of(table);
  const OutOfOrder out_of_order(codes);
  std::set<std::string> taken;
  for (const Code& code : codes) taken.insert(code.text);
  std::vector<CodeSlip> slips;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (!out_of_order(i)) continue;
    const Code& code = codes[i];
    std::vector<std::string> meant, of_level;
    for (const std::size_t beside : {i - 1, i + 1}) {
      if (beside >= codes.size() || !codes[beside].has_level()) continue;
      const std::string& text = codes[beside].text;
      add_below(code, text, meant);
      for (const char* last : {"9998", "98"}) of_level.push_back(text.substr(0, 3) + last);
      if (text.size() > 3) of_level.push_back(text.substr(0, 3));
    }
    const auto add = [&](const std::string& now, bool level_only) {
      if (taken.contains(now)) return;
      slips.push_back({{code.figure->place, code.figure->field, code.figure->value, now},
                       level_only && now.size() > 3});
    };
    for (const std::string& now : meant) add(now, false);
    for (const std::string& now : of_level) add(now, true);
  }
  return slips;
}

}  // namespace huizong::batch
