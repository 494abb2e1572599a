// 报送情况: what came in, what did not, and what could not be used. Each owed
// (unit, form) pair is in exactly one of in, ambiguous, unread, missing, in
// that order of precedence.

#pragma once

#include <string>
#include <vector>

#include "model/finding.h"

namespace huizong::model {

struct UnreadFile {
  std::string file;
  std::string kind;  ///< "xls" "encrypted" "damaged" ...; stable, for programs
  Message message;
  std::string unit;  ///< code, where the file name tells; else ""
  /// Of kind "no-input" `file` is no file, but a form's input that fits none.
  bool is_pattern() const { return kind == kNoInput; }
  static constexpr const char* kNoInput = "no-input";
};
struct DuplicateFiles {
  std::string unit;  ///< code
  std::string form;
  std::string item;
  std::string used;  ///< "" where none was used (different contents)
  std::vector<std::string> set_aside;
};
struct UnknownUnit {
  std::string file;
  std::string name;  ///< as the form has it
};
struct IgnoredFile {
  std::string file;
  Message why;
};

enum class Standing { In, Ambiguous, Unread, Missing };  ///< 已报 重复待定 未读 缺报

struct Owed {
  UnitName unit;
  std::string department;
  std::string form;  ///< mapping id
  Standing standing = Standing::Missing;
};

struct Intake {
  std::vector<Owed> owed;  ///< in the unit list's order
  std::vector<UnreadFile> unread;
  std::vector<DuplicateFiles> duplicate;
  std::vector<UnknownUnit> unknown;
  std::vector<IgnoredFile> ignored;
  int count(Standing standing) const;
};

}  // namespace huizong::model
