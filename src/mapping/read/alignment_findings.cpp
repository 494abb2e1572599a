#include "mapping/read/alignment_findings.h"

#include "base/text.h"

namespace huizong::mapping {
namespace {

std::string cells_text(const std::vector<CellRef>& cells) {
  std::string text;
  for (const CellRef& cell : cells) text += (text.empty() ? "" : "、") + to_string(cell);
  return text;
}

model::Finding finding(const Mapping& mapping, const char* rule, const std::string& block,
                       Severity level, std::optional<CellRef> cell, Message message) {
  model::Finding f;
  f.rule = mapping.id() + rule + block;
  f.level = level;
  f.field = block;
  f.place.cell = cell;
  f.message = std::move(message);
  return f;
}

Message of_changed(const ChangedLabel& c) {
  const std::string was = fold_label(c.was);
  if (c.now.empty())
    return say("表样上这里是“{}”，现为空，已按位置认作同一项，请核实。",
               "The template says \"{}\" here, now blank; by its place it was taken for the same. "
               "Make sure of it.",
               was);
  return say(
      "表样上的“{}”在这里写作“{}”，已按位置认作同一项，请核实。",
      "The template's \"{}\" reads \"{}\" here; by its place it was taken for the same. Make "
      "sure of it.",
      was, std::string(trimmed(c.now)));
}

Message of_moved(const Unaligned& u) {
  const std::string cells = cells_text(u.moved_to);
  if (u.moved == u.label)
    return say(
        "未能对齐：“{0}”要靠“{1}”定位，表中有（{2}），但次序与表样不同，“{0}”没有读取；"
        "请按下发的表样恢复。",
        "Not aligned: {0} is found by \"{1}\", which is on the sheet ({2}) but not in the issued "
        "form's order; {0} was not read. Restore it as on the issued form.",
        u.block, u.label, cells);
  return say(
      "未能对齐：“{0}”要靠“{1}”定位，其中“{2}”表中有（{3}），但次序与表样不同，其余没有找到，“{0}"
      "”没有"
      "读取；请按下发的表样恢复。",
      "Not aligned: {0} is found by \"{1}\"; of these \"{2}\" is on the sheet ({3}) but not in the "
      "issued form's order, the rest is not there; {0} was not read. Restore it as on the issued "
      "form.",
      u.block, u.label, u.moved, cells);
}

Message of_unaligned(const Unaligned& u) {
  if (!u.moved.empty()) return of_moved(u);
  if (u.candidates.empty())
    return say("未能对齐：“{0}”要靠“{1}”定位，表中没有找到，“{0}”没有读取；请按下发的表样恢复。",
               "Not aligned: {0} is found by \"{1}\", which is not on the sheet; {0} was not read. "
               "Restore it as on the issued form.",
               u.block, u.label);
  return say(
      "未能对齐：“{0}”要靠“{1}”定位，可能的位置有 {2}，不能确定是哪一处，“{0}”没有读取；"
      "请按下发的表样恢复。",
      "Not aligned: {0} is found by \"{1}\", which may be at {2}; {0} was not read. Restore the "
      "sheet as on the issued form.",
      u.block, u.label, cells_text(u.candidates));
}

}  // namespace

std::vector<model::Finding> alignment_findings(const Mapping& mapping, const Alignment& alignment) {
  std::vector<model::Finding> findings;
  for (const ChangedLabel& c : alignment.changed)
    findings.push_back(finding(mapping, "-L-", c.block, Severity::Note, c.cell, of_changed(c)));
  for (const Unaligned& u : alignment.unaligned) {
    const std::vector<CellRef>& there = u.candidates.empty() ? u.moved_to : u.candidates;
    const auto cell = there.empty() ? std::nullopt : std::optional(there.front());
    findings.push_back(finding(mapping, "-L-", u.block, Severity::Error, cell, of_unaligned(u)));
  }
  return findings;
}

std::vector<model::Finding> money_findings(const Mapping& mapping, const FormMoney& money) {
  std::vector<model::Finding> findings;
  for (const OtherUnit& other : money.others()) {
    const std::string there = name_of(other.unit);
    const std::string here = name_of(mapping.money);
    const Message note =
        other.unit == mapping.money
            ? say("表样这里的金额单位是{}，这一份是{}，已按{}读取。",
                  "The template gives money in {} here, this sheet in {}; it was read as {}.",
                  name_of(other.printed), there, here)
            : say("这里的金额单位是{}，已折算为{}。",
                  "Money is in {} here; it was converted to {}.", there, here);
    findings.push_back(finding(mapping, "-M-单位", "", Severity::Note, other.cell, note));
    findings.back().field = other.block;
  }
  return findings;
}

}  // namespace huizong::mapping
