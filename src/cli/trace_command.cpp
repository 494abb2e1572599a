#include "cli/trace_command.h"

#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "cli/exit_status.h"
#include "cli/standard_streams.h"

namespace huizong::cli {
namespace {

using batch::FileState;
using batch::TraceNode;
using Json = nlohmann::ordered_json;

Message name_of(const std::string& kind) {
  static const std::map<std::string, Message> kNames = {
      {"sum", {"下列各数之和", "the sum of"}},
      {"mean", {"下列各数的平均", "the mean of"}},
      {"count", {"下列各格有数的个数", "how many of these hold something"}},
      {"ratio", {"由下列各合计重新计算", "computed anew from these totals"}},
      {"difference", {"第一个数减其余各数", "the first less the others"}},
      {"grade", {"下列数所在的档次", "the grade of"}},
      {"counted", {"计入合计时取下列数", "this, where the row counts"}},
      {"points", {"第一个比率减第二个，以百分点计", "the first rate less the second, in points"}},
      {"growth", {"第一个数减第二个，再除以第二个", "the first less the second, by the second"}},
      {"tally", {"由下列各格数出", "how many of these there are"}},
      {"same", {"即汇总表的这一格", "the same as"}},
  };
  const auto it = kNames.find(kind);
  return it == kNames.end() ? Message{} : it->second;
}

/// Empty where nothing was changed since.
Message warning_of(const batch::Trace& trace) {
  if (trace.state == FileState::AsWritten) {
    if (!trace.outdated) return {};
    return {"报送表、映射或上年的数据在写出以后改过，各处已注明；下面说的是写出时的数。",
            "A submission, the mapping or last year's figures were changed since, as said at each; "
            "told is what was written."};
  }
  if (trace.state == FileState::Gone)
    return say("{} 已经不在了，下面说的是写出时的数。", "{} is gone; told is what was written.",
               trace.workbook);
  return say("{} 在写出以后改过，下面说的是写出时的数。",
             "{} was changed since it was written; told is what was written.", trace.workbook);
}

class TraceText {
 public:
  explicit TraceText(Lang lang) : lang_(lang) {}

  std::string of(const batch::Trace& trace) {
    text_ = trace.workbook + "\n";
    node(trace.root, 0, "");
    return std::move(text_);
  }

 private:
  void line(int depth, const std::string& words) {
    text_ += std::string(static_cast<std::size_t>(depth) * 2, ' ') + without_controls(words) + "\n";
  }
  /// `sheet`: of the cell above, which goes without saying.
  void node(const TraceNode& node, int depth, const std::string& sheet) {
    const std::string value =
        node.value.empty() ? (lang_ == Lang::Zh ? "（空）" : "(blank)") : node.value;
    const bool ours = node.kind != "input" && node.kind != "derived";
    const std::string own = ours ? node.place.sheet.str() : sheet;
    const std::string where = !ours          ? ""
                              : own != sheet ? to_string(node.place) + " "
                                             : to_string(*node.place.cell) + " ";
    const std::string source =
        say("，取自 {}，原文“{}”", ", from {}, which reads \"{}\"", to_string(node.place), node.raw)
            .in(lang_);
    line(depth, where + node.label + " = " + value + (node.kind == "input" ? source : ""));
    // A cell that holds one figure of the form: the next line is that figure.
    const bool plain = node.from.size() == 1 && node.from.front().label == node.expression;
    if (!node.expression.empty() && !plain) line(depth + 1, "= " + node.expression);
    const std::string how = name_of(node.kind).in(lang_);
    if (!how.empty() && !node.from.empty()) line(depth + 1, how);
    for (const Message& note : node.notes) line(depth + 1, note.in(lang_));
    for (const TraceNode& below : node.from) this->node(below, depth + 1, own);
  }

  Lang lang_;
  std::string text_;
};

Json node_json(const TraceNode& node, Lang lang) {
  Json notes = Json::array(), from = Json::array();
  for (const Message& note : node.notes) notes.push_back(note.in(lang));
  for (const TraceNode& below : node.from) from.push_back(node_json(below, lang));
  return {{"kind", node.kind},
          {"file", node.place.file.str()},
          {"sheet", node.place.sheet.str()},
          {"cell", node.place.cell ? Json(to_string(*node.place.cell)) : Json(nullptr)},
          {"label", node.label},
          {"value", node.value.empty() ? Json(nullptr) : Json(node.value)},
          {"expression", node.expression.empty() ? Json(nullptr) : Json(node.expression)},
          {"raw", node.kind == "input" ? Json(node.raw) : Json(nullptr)},
          {"notes", std::move(notes)},
          {"from", std::move(from)}};
}

}  // namespace

std::string trace_text(const batch::Trace& trace, Lang lang) {
  return TraceText(lang).of(trace);
}

std::string trace_json(const batch::Trace& trace, Lang lang) {
  const char* const states[] = {"as-written", "changed", "gone"};
  const Json all = {{"workbook",
                     {{"path", trace.workbook},
                      {"sha256", trace.sha256},
                      {"state", states[static_cast<int>(trace.state)]}}},
                    {"cell", node_json(trace.root, lang)}};
  return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

int status_of(const batch::Trace& trace) {
  return trace.state == FileState::AsWritten && !trace.outdated ? kDone : kToCorrect;
}

int trace_command(const Options& options) {
  const batch::Trace trace = batch::trace(job::load_job(options.target), options.place);
  const Message warning = warning_of(trace);
  if (!warning.empty()) std::fprintf(stderr, "%s\n", warning.in(options.lang).c_str());
  print(options.json ? trace_json(trace, options.lang) : trace_text(trace, options.lang));
  return status_of(trace);
}

}  // namespace huizong::cli
