#include "seeds/gold_list.h"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "base/text.h"
#include "support/support.h"

namespace huizong::testing {
namespace {

using model::Finding;
using model::PassedCheck;
using model::RunResult;

constexpr const char* kHeadings = "编号\t判定\t检验\t规则或数\t位置\t应为\t因";

/// What an entry may be shown by: an error in a document is never shown by a check that passed.
const std::map<std::string, std::set<std::string>>& checks_of_judgements() {
  static const std::set<std::string> kFinding = {"error", "warning", "note", "trial", "unchecked"};
  static const auto with = [](std::set<std::string> words, const std::set<std::string>& more) {
    words.insert(more.begin(), more.end());
    return words;
  };
  static const std::map<std::string, std::set<std::string>> kChecks = {
      {"AGREE", {"passed", "value", "none"}},
      {"DERIVED", {"value", "none"}},
      {"DISAGREE", with({"none"}, kFinding)},
      {"FLAG", with({"none"}, kFinding)},
      {"—", kFinding},
  };
  return kChecks;
}

std::vector<std::string> cut(const std::string& text, char at) {
  std::vector<std::string> parts(1);
  for (const char c : text) c == at ? parts.emplace_back() : parts.back() += c;
  return parts;
}

std::string mistake_in(const GoldLine& line) {
  const auto known = checks_of_judgements().find(line.judgement);
  if (known == checks_of_judgements().end()) return "no 判定: " + line.judgement;
  if (!known->second.count(line.check)) return line.judgement + " is not shown by " + line.check;
  if ((line.id == "+") != (line.judgement == "—")) return "+ and — go together";
  if ((line.check == "none" || line.id == "+") && line.why.empty()) return "no reason";
  if (line.check == "none") return "";
  if (line.name.empty()) return "no rule or figure";
  if (line.check == "value" && line.expected.empty()) return "no value";
  return "";
}

/// A value as --json has it.
std::string json_text(const model::Value& value) {
  return model::is_blank(value) || !model::is_available(value) ? "" : model::to_string(value);
}

/// "上报/甲.xlsx/申报表!F12".
std::string place_of(const Location& at) {
  return at.file.str() + "/" + at.sheet.str() + (at.cell ? "!" + to_string(*at.cell) : "");
}

bool stands_at(const Location& at, const std::string& place) {
  return place.empty() || ("/" + place_of(at)).ends_with("/" + place);
}

std::string level_of(const Finding& f) {
  if (f.trial) return "trial";
  return f.level == Severity::Error     ? "error"
         : f.level == Severity::Warning ? "warning"
         : f.level == Severity::Note    ? "note"
                                        : "unchecked";
}

bool names(const GoldLine& line, const Finding& f) {
  return line.is_finding() && line.name == f.rule && line.check == level_of(f) &&
         stands_at(f.place, line.place);
}

std::size_t root_of(const RunResult& result, std::size_t at) {
  while (result.findings[at].cause) at = *result.findings[at].cause;
  return at;
}

class Checker {
 public:
  Checker(const GoldList& list, const RunResult& result) : list_(list), result_(result) {}

  /// "" where the run bears the line out, else what it says.
  std::string check(const GoldLine& line) const {
    if (line.check == "none") return "";
    if (line.check == "value") return check_value(line);
    return line.is_finding() ? check_finding(line) : check_passed(line);
  }

 private:
  std::string check_passed(const GoldLine& line) const {
    std::string instead;
    for (const PassedCheck& p : result_.passed) {
      if (p.rule != line.name || !stands_at(p.place, line.place)) continue;
      if (line.expected.empty() || json_text(p.expected) == line.expected) return "";
      instead = "应为 " + json_text(p.expected);
    }
    for (const Finding& f : result_.findings) {
      if (f.rule == line.name && stands_at(f.place, line.place)) instead = f.message.zh;
    }
    return instead.empty() ? "没有这样一条" : instead;
  }

  std::string check_finding(const GoldLine& line) const {
    std::string instead = "没有这样一条";
    for (std::size_t i = 0; i < result_.findings.size(); ++i) {
      const Finding& f = result_.findings[i];
      if (!names(line, f)) continue;
      if (!line.expected.empty() && json_text(f.expected) != line.expected) {
        instead = "应为 " + json_text(f.expected);
      } else if (f.cause.has_value() == line.follows().empty()) {
        instead = f.cause ? "是“" + result_.findings[*f.cause].message.zh + "”的后果" : "不是后果";
      } else if (f.cause && !follows(line, root_of(result_, i))) {
        instead = "是别的一条的后果：" + result_.findings[*f.cause].message.zh;
      } else {
        return "";
      }
    }
    return instead;
  }

  /// Whether that root is also the root of the entry the line follows from.
  bool follows(const GoldLine& line, std::size_t root) const {
    for (std::size_t i = 0; i < result_.findings.size(); ++i) {
      if (root_of(result_, i) != root) continue;
      for (const GoldLine& other : list_.lines) {
        if (other.id == line.follows() && names(other, result_.findings[i])) return true;
      }
    }
    return false;
  }

  std::string check_value(const GoldLine& line) const {
    std::string instead = "没有这个数";
    for (const model::Figure* figure : figures(line)) {
      if (json_text(figure->value) == line.expected) return "";
      const auto* reason = model::not_available(figure->value);
      instead = reason ? "不可得：" + reason->why.zh : "值为 " + model::to_string(figure->value);
    }
    return instead;
  }

  std::vector<const model::Figure*> figures(const GoldLine& line) const {
    std::vector<const model::Figure*> found;
    const std::size_t dot = line.name.find('.');
    for (const model::Submission& s : result_.submissions) {
      const model::Figure* one = s.find(line.name);
      if (one && stands_at(one->place, line.place)) found.push_back(one);
      const auto table = s.tables.find(line.name.substr(0, dot));
      if (dot == std::string::npos || table == s.tables.end()) continue;
      for (const model::TableRow& row : table->second.rows) {
        const auto column = row.columns.find(line.name.substr(dot + 1));
        const bool here = std::any_of(row.columns.begin(), row.columns.end(), [&](const auto& c) {
          return stands_at(c.second.place, line.place);
        });
        if (here && column != row.columns.end()) found.push_back(&column->second);
      }
    }
    return found;
  }

  const GoldList& list_;
  const RunResult& result_;
};

}  // namespace

bool GoldLine::is_finding() const {
  return check != "passed" && check != "value" && check != "none";
}

std::string GoldLine::follows() const {
  const std::string arrow = "→ ";
  return why.starts_with(arrow) ? why.substr(arrow.size()) : "";
}

GoldList read_gold_list(const std::filesystem::path& file) {
  GoldList list;
  list.job = file.stem().string();
  std::istringstream text(read_file(file));
  std::string line;
  std::getline(text, line);
  if (line != kHeadings) list.mistakes += "1: not the headings of a gold list\n";
  for (int number = 2; std::getline(text, line); ++number) {
    const auto f = cut(line, '\t');
    std::string mistake = "not seven columns";
    if (f.size() == 7) {
      list.lines.push_back({number, f[0], f[1], f[2], f[3], f[4], f[5], f[6]});
      mistake = mistake_in(list.lines.back());
    }
    if (!mistake.empty()) list.mistakes += std::to_string(number) + ": " + mistake + "\n";
  }
  return list;
}

std::string not_borne_out(const GoldList& list, const RunResult& result) {
  const Checker checker(list, result);
  std::string text;
  for (const GoldLine& line : list.lines) {
    const std::string instead = checker.check(line);
    if (instead.empty()) continue;
    text += std::to_string(line.line) + ": " + line.id + " " + line.check + " " + line.name + " " +
            line.place + (line.expected.empty() ? "" : " 应为 " + line.expected) + "：" + instead +
            "\n";
  }
  return text;
}

std::string not_named(const GoldList& list, const RunResult& result) {
  std::string text;
  for (const Finding& f : result.findings) {
    const bool named = std::any_of(list.lines.begin(), list.lines.end(),
                                   [&](const GoldLine& line) { return names(line, f); });
    if (!named)
      text += level_of(f) + " " + f.rule + " " + place_of(f.place) + "：" + f.message.zh + "\n";
  }
  return text;
}

std::string tally(const GoldList& list) {
  std::map<std::string, std::string> judgements;  // by id
  for (const GoldLine& line : list.lines) {
    if (line.id == "+") continue;
    const auto known = judgements.emplace(line.id, line.judgement).first;
    if (known->second != line.judgement) return line.id + " is judged in two ways";
  }
  if (judgements.empty()) return "no entries";
  const std::string letter = judgements.begin()->first.substr(0, 1);
  for (std::size_t i = 1; i <= judgements.size(); ++i) {
    const std::string id = letter + (i < 10 ? "0" : "") + std::to_string(i);
    if (!judgements.count(id)) return id + " is missing";
  }
  std::string text = letter + " " + std::to_string(judgements.size()) + ":";
  for (const char* judgement : {"AGREE", "DISAGREE", "FLAG", "DERIVED"}) {
    const auto count = std::count_if(judgements.begin(), judgements.end(),
                                     [&](const auto& j) { return j.second == judgement; });
    text += " " + std::to_string(count);
  }
  return text;
}

}  // namespace huizong::testing
