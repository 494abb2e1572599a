// What the workbooks of a run are called: names that Windows takes, from whatever
// units and projects are called.

#pragma once

#include <set>
#include <string>
#include <string_view>

namespace huizong::report {

/// Signs that Windows does not allow in a file name become _; a long name is cut, and told apart
/// from others that begin like it by a digest.
std::string file_name_part(std::string_view text);

/// Paths given out so far; two that Windows takes for one are told apart.
class OutputPaths {
 public:
  /// The path itself, or where it is taken with a digest of `of` at its end.
  std::string unique(std::string path, std::string_view of);

 private:
  std::set<std::string> taken_;
};

}  // namespace huizong::report
