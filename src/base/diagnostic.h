// What is wrong in a file the office wrote for us (mapping, job, unit list), or
// worth saying about one that was read.
//
// A wrong figure is not an exception, and neither is a slip in a mapping:
// readers append a Diagnostic and carry on, so one run reports everything.

#pragma once

#include <string>
#include <vector>

#include "base/location.h"
#include "base/message.h"

namespace huizong {

enum class Severity {
  Error,      ///< 错误: must be corrected before the figures can be submitted
  Warning,    ///< 警告: may be explained
  Note,       ///< 提示: worth knowing: cleaned text, 尾差
  Unchecked,  ///< 未能检查: could not be evaluated; never counted as passed
};

Message name_of(Severity severity);  ///< 错误 / error

/// A place in a text file. Lines and columns count from 1, columns in characters; 0 when unknown.
struct TextPlace {
  std::string file;
  int line = 0;
  int column = 0;
  int length = 1;           ///< how many characters the caret underlines
  std::string source_line;  ///< the line itself, for the caret
};

/// One slip in a mapping or job file.
struct Mistake {
  TextPlace place;
  Message message;
  Message hint;  ///< what to do; may be empty
};

/// file:line:column, the source line, a caret under the place, and the hint; ends with a newline.
std::string describe(const Mistake& mistake, Lang lang);

/// A mapping, job, template or unit list that cannot be used: every slip in it, in one go.
class Mistakes : public Error {
 public:
  explicit Mistakes(std::vector<Mistake> list);
  const std::vector<Mistake>& list() const { return list_; }

 private:
  std::vector<Mistake> list_;
};

}  // namespace huizong
