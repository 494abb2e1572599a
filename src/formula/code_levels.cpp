#include "formula/code_levels.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"

namespace huizong::formula {
namespace {

constexpr const char* kDigits = "0123456789";

bool is_digits(const std::string& text) {
  return !text.empty() && text.find_first_not_of(kDigits) == std::string::npos;
}

const model::Figure* code_of(const model::TableRow& row) {
  const auto found = std::find_if(row.columns.begin(), row.columns.end(), [](const auto& column) {
    return column.second.type == model::FieldType::Code;
  });
  return found == row.columns.end() ? nullptr : &found->second;
}

bool is_level(std::size_t digits) {
  return digits == 3 || digits == 5 || digits == 7;
}

}  // namespace

CodeLevels::CodeLevels(const model::Table& table) {
  std::set<std::string> codes;
  std::map<std::string, const model::Figure*> twice;
  const auto is_wrong = [&](const model::Figure& figure, Message why) {
    if (missing_) return;
    missing_ = {std::move(why), table.name + "." + figure.field};
    wrong_ = &figure;
  };
  for (const model::TableRow& row : table.rows) {
    const model::Figure* figure = row.has_figure ? code_of(row) : nullptr;
    if (!figure) continue;
    const std::string code = fold_label(model::to_string(figure->value));
    if (!is_digits(code)) {
      // 合计 is a word; 2O5 with a letter in it is a code that was mistyped.
      if (code.find_first_of(kDigits) != std::string::npos)
        is_wrong(*figure, say("编码“{}”不全是数字，分不出类、款、项",
                              "the code {} is not all digits, so its level is not known", code));
      continue;
    }
    if (!is_level(code.size()))
      is_wrong(*figure,
               say("编码“{}”不是3、5、7位，分不出类、款、项",
                   "the code {} has not 3, 5 or 7 digits, so its level is not known", code));
    if (!codes.insert(code).second) twice.emplace(code, figure);
    rows_.push_back({&row, code, ""});
  }
  for (Coded& coded : rows_) {
    for (std::size_t length = coded.code.size() - 1; length > 0 && coded.parent.empty(); --length) {
      if (codes.contains(coded.code.substr(0, length))) coded.parent = coded.code.substr(0, length);
    }
    // Two lines of one 项 add up; of two lines that 款 stand below, which is theirs?
    const auto repeated = twice.find(coded.parent);
    if (repeated != twice.end())
      is_wrong(
          *repeated->second,
          say("编码“{}”有两行，分不出下级属于哪一行",
              "two rows have the code {}: whose the rows below are is not known", coded.parent));
  }
}

std::vector<const model::TableRow*> CodeLevels::children(const model::TableRow& row) const {
  std::vector<const model::TableRow*> found;
  const auto own = std::find_if(rows_.begin(), rows_.end(),
                                [&](const Coded& coded) { return coded.row == &row; });
  if (own == rows_.end()) return found;
  for (const Coded& coded : rows_) {
    if (coded.parent == own->code) found.push_back(coded.row);
  }
  return found;
}

std::vector<const model::TableRow*> CodeLevels::top() const {
  std::vector<const model::TableRow*> found;
  for (const Coded& coded : rows_) {
    if (coded.parent.empty()) found.push_back(coded.row);
  }
  return found;
}

}  // namespace huizong::formula
