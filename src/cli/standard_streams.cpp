#include "cli/standard_streams.h"

#include <fcntl.h>
#include <unistd.h>

#include <csignal>

#include "base/output_file.h"

namespace huizong::cli {

void secure_standard_streams() {
  std::signal(SIGPIPE, SIG_IGN);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) >= 0) continue;
    // The lowest number that is free is this one. It cannot be written to: what is printed there
    // fails, as it does on a closed stream.
    if (::open("/dev/null", O_RDONLY) < 0) return;
  }
}

void print(std::string_view text) {
  OutputFile standard = OutputFile::standard_output();
  standard.write(text);
  standard.finish();
}

}  // namespace huizong::cli
