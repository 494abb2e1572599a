#include "base/diagnostic.h"
#include "base/text.h"

namespace huizong {

std::string to_string(const Location& place) {
  std::string text = place.file;
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : " › ") + part; };
  if (!place.sheet.empty()) add(place.sheet);
  if (place.cell) add(to_string(*place.cell));
  return text;
}

Message name_of(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return {"错误", "error"};
    case Severity::Warning:
      return {"警告", "warning"};
    case Severity::Note:
      return {"提示", "note"};
    case Severity::Unchecked:
      return {"未能检查", "unchecked"};
  }
  return {};
}

std::string describe(const Mistake& m, Lang lang) {
  std::string text = m.place.file;
  if (m.place.line > 0) text += fmt::format(":{}:{}", m.place.line, m.place.column);
  text += ": " + m.message.in(lang) + "\n";
  if (!m.place.source_line.empty()) {
    const std::string number = std::to_string(m.place.line);
    const std::string before = first_chars(m.place.source_line, m.place.column - 1);
    const std::string marked =
        first_chars(m.place.source_line.substr(before.size()), std::max(1, m.place.length));
    text += fmt::format("  {} | {}\n", number, m.place.source_line);
    text +=
        fmt::format("  {} | {}{}\n", std::string(number.size(), ' '),
                    std::string(static_cast<std::size_t>(display_width(before)), ' '),
                    std::string(static_cast<std::size_t>(std::max(1, display_width(marked))), '^'));
  }
  if (!m.hint.empty())
    text += (lang == Lang::Zh ? "  提示: " : "  hint: ") + m.hint.in(lang) + "\n";
  return text;
}

namespace {
Message whole(const std::vector<Mistake>& list) {
  Message all;
  for (const Mistake& m : list) {
    all.zh += describe(m, Lang::Zh);
    all.en += describe(m, Lang::En);
  }
  return all;
}
}  // namespace

Mistakes::Mistakes(std::vector<Mistake> list) : Error(whole(list)), list_(std::move(list)) {}

}  // namespace huizong
