// A file that is written piece by piece, however long, and stands under its name
// only when it is whole: written beside the target, flushed to the disk, then
// renamed over it. Where that is not reached nothing is left behind, and what
// stood there before stays.

#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"

namespace huizong {

/// An output that could not be written: exit status 4.
class WriteError : public Error {
 public:
  using Error::Error;
};

/// Who reads at the other end of a pipe wants no more. Told apart only where SIGPIPE is ignored;
/// else the system ends the program.
class ClosedPipe : public WriteError {
 public:
  using WriteError::WriteError;
};

class OutputFile {
 public:
  /// Makes the folders above it. A target that exists and is no regular file (/dev/stdout, a pipe)
  /// is written directly. Throws WriteError.
  explicit OutputFile(std::filesystem::path file);
  static OutputFile standard_output();
  /// Takes away what was begun and not finished, the folders made for it too.
  ~OutputFile();
  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;

  void write(std::string_view bytes);  ///< goes out at once; throws WriteError
  void finish();                       ///< throws WriteError

 private:
  OutputFile() = default;
  void make_folders();
  [[noreturn]] void fail(int error) const;

  std::filesystem::path file_;                       ///< "" for the standard output
  std::string temporary_;                            ///< "" where the target is written directly
  std::vector<std::filesystem::path> made_folders_;  ///< deepest first
  int out_ = -1;
};

}  // namespace huizong
