// Why a file was refused.
//
// The sentence says what the file is and what to do about it, without the
// file's name: who reports it knows the name.

#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "base/message.h"

namespace huizong::xlsx {

class Unreadable : public Error {
 public:
  Unreadable(std::string kind, Message message)
      : Error(std::move(message)), kind_(std::move(kind)) {}
  /// Stable word for programs: "missing" "empty" "lock" "xls" "et" "encrypted" "ods" "html" "xml"
  /// "csv" "not-workbook" (a zip, but of something else) "unknown" "truncated" "damaged" "limit"
  /// "unsafe".
  const std::string& kind() const { return kind_; }

 private:
  std::string kind_;
};

/// `what` is a clause that names the place and the fault; the sentence around it says what to do.
[[noreturn]] void refuse_damaged(const Message& what);
[[noreturn]] void refuse_unsafe(const Message& what);
[[noreturn]] void refuse_limit(const Message& what);

/// A name out of the file, fit for a message: cut to 60 characters, control and ill-formed bytes
/// replaced.
std::string printable(std::string_view name);

}  // namespace huizong::xlsx
