// The streams a command is given, which may be closed, or a pipe whose reader
// leaves before the end: neither may cost a file of the job, nor count as done.

#pragma once

#include <string_view>

namespace huizong::cli {

/// Before anything else. From here on writing to a pipe that nobody reads is an error like others,
/// not the program's end; and no file that is opened later takes the place of a stream that was
/// closed, to get the messages meant for it.
void secure_standard_streams();

/// To standard output, at once. Throws WriteError; ClosedPipe where nobody reads it any more.
void print(std::string_view text);

}  // namespace huizong::cli
