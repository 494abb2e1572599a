#include "report/form/unfilled.h"

#include <algorithm>
#include <utility>

namespace huizong::report {
namespace {

Message sentence(const Message& form, const Message& rows, const Message& cause,
                 std::ptrdiff_t forms) {
  const auto in_brackets = [](const std::string& text, const char* open, const char* close) {
    return text.empty() ? "" : open + text + close;
  };
  const Message others =
      forms == 1 ? Message{} : say("等 {0} 份", " and {1} more", forms, forms - 1);
  return {form.zh + others.zh + "填不了" + in_brackets(rows.zh, "（", "）") + "：" + cause.zh,
          form.en + others.en + " cannot be filled" + in_brackets(rows.en, " (", ")") + ": " +
              cause.en};
}

}  // namespace

Unfilled::Unfilled(Message form, Message rows, Message cause)
    : Error(sentence(form, rows, cause, 1)),
      form_(std::move(form)),
      rows_(std::move(rows)),
      cause_(std::move(cause)) {}

Message sentences_of(const std::vector<Unfilled>& forms) {
  Message all;
  const auto same_as = [](const Unfilled& one) {
    return [&](const Unfilled& other) { return other.cause() == one.cause(); };
  };
  for (auto form = forms.begin(); form != forms.end(); ++form) {
    if (std::any_of(forms.begin(), form, same_as(*form))) continue;
    const Message said = sentence(form->form(), form->rows(), form->cause(),
                                  std::count_if(form, forms.end(), same_as(*form)));
    all.zh += (all.zh.empty() ? "" : "\n") + said.zh;
    all.en += (all.en.empty() ? "" : "\n") + said.en;
  }
  return all;
}

}  // namespace huizong::report
