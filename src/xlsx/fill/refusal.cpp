#include "xlsx/fill/refusal.h"

#include <fmt/format.h>

namespace huizong::xlsx {

void refuse_move(const ReferenceShift& shift, const Message& what) {
  throw Error({fmt::format("表样“{}”有{}，增减行后不能保证它仍然正确；请在表样中去掉。",
                           shift.sheet(), what.zh),
               fmt::format("The template's sheet \"{}\" has {}, which could go wrong when rows are "
                           "added or dropped; "
                           "take it out of the template.",
                           shift.sheet(), what.en)});
}

std::string kept_or_refused(const ReferenceShift& shift, const Shifted& now, const Message& what) {
  if (now.lost || now.through) refuse_move(shift, what);
  return now.text;
}

}  // namespace huizong::xlsx
