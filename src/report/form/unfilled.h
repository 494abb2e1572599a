// A form that could not be filled: its template holds something that the rows
// somebody reported cannot be made room beside.

#pragma once

#include <string>
#include <vector>

#include "base/message.h"

namespace huizong::report {

class Unfilled : public Error {
 public:
  /// `form` names whose it is, and which; `rows` the blocks and how many rows they would have
  /// needed, both may be ""; `cause` is the sentence about the template.
  Unfilled(Message form, Message rows, Message cause);

  const Message& form() const { return form_; }
  const Message& rows() const { return rows_; }
  const Message& cause() const { return cause_; }

 private:
  Message form_, rows_, cause_;
};

/// Every cause once, a line each: by the first form that met it, and how many others did.
Message sentences_of(const std::vector<Unfilled>& forms);

}  // namespace huizong::report
