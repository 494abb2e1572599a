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
  Unreadable(std::string kind, Message message, std::string limit = {})
      : Error(std::move(message)), kind_(std::move(kind)), limit_(std::move(limit)) {}
  /// Stable word for programs: "missing" "empty" "lock" "xls" "et" "encrypted" "ods" "html" "xml"
  /// "csv" "not-workbook" (a zip, but of something else) "unknown" "truncated" "damaged" "limit"
  /// "unsafe" "unfillable" (only as a template).
  const std::string& kind() const { return kind_; }
  /// Which of the limits a "limit" is about, by its name in limits.h, for who reads under limits
  /// that can be set to say how; "" for all else, and where setting one would not help.
  const std::string& limit() const { return limit_; }

 private:
  std::string kind_;
  std::string limit_;
};

/// `what` is a clause that names the place and the fault; the sentence around it says what to do.
[[noreturn]] void refuse_damaged(const Message& what);
[[noreturn]] void refuse_unsafe(const Message& what);
/// `limit` is its name in limits.h; "" for a bound that is no setting.
[[noreturn]] void refuse_limit(std::string_view limit, const Message& what);
/// The end of the file is missing.
[[noreturn]] void refuse_truncated();

/// A name out of the file, fit for a message: cut to 60 characters, control and ill-formed bytes
/// replaced.
std::string printable(std::string_view name);

}  // namespace huizong::xlsx
