// What a cell or an expression holds.
//
// Blank, zero, text and an Excel error are four different things and stay so
// from the cell to the last sheet; what could not be computed is a value too,
// with its reason.

#pragma once

#include <memory>
#include <string>
#include <utility>
#include <variant>

#include "base/decimal.h"
#include "base/message.h"

namespace huizong::model {

/// Nothing was filled in.
struct Blank {
  bool not_applicable =
      false;  ///< 不适用: the cell says —, / or the like; it counts as blank but is shown
  bool operator==(const Blank&) const = default;
};

/// An Excel error standing in a cell: #DIV/0!, #REF!.
struct CellError {
  std::string code;
  bool operator==(const CellError&) const = default;
};

/// What is not there.
enum class Absence {
  Figure,
  NotOwed,     ///< another form that the unit list does not ask of this unit: nothing is due
  NoLastYear,  ///< the job names no store of last year
};

/// n/a: no value can be given, and why. It travels through every operator.
struct NotAvailable {
  Message why;        ///< "全年预算数未填", without a full stop
  std::string field;  ///< the path of the figure it began with, if it began with one; "BMJS!" of a
                      ///< whole form
  Absence absence = Absence::Figure;
  bool operator==(const NotAvailable&) const = default;
};

/// Shared by its copies: it is three times the size of any other value, and few values are one.
class SharedNotAvailable {
 public:
  SharedNotAvailable(NotAvailable reason)  // NOLINT(google-explicit-constructor): it is that value
      : reason_(std::make_shared<const NotAvailable>(std::move(reason))) {}
  const NotAvailable& operator*() const { return *reason_; }
  bool operator==(const SharedNotAvailable& other) const { return *reason_ == *other.reason_; }

 private:
  std::shared_ptr<const NotAvailable> reason_;
};

/// A rate is a fraction (0.95 for 95%); money is in the form's own unit (mapping `money`).
using Value = std::variant<Blank, Decimal, std::string, bool, CellError, SharedNotAvailable>;

inline bool is_blank(const Value& v) {
  return std::holds_alternative<Blank>(v);
}
inline bool is_available(const Value& v) {
  return !std::holds_alternative<SharedNotAvailable>(v);
}
/// Null unless the value is of that kind.
inline const Decimal* number(const Value& v) {
  return std::get_if<Decimal>(&v);
}
inline const std::string* text(const Value& v) {
  return std::get_if<std::string>(&v);
}
inline const NotAvailable* not_available(const Value& v) {
  const auto* shared = std::get_if<SharedNotAvailable>(&v);
  return shared ? &**shared : nullptr;
}

/// As a log or JSON line writes it: "1064.54", "优", "true", "#DIV/0!"; "" for blank and n/a.
std::string to_string(const Value& v);

}  // namespace huizong::model
