// The command line: huizong COMMAND [options]. Results go to stdout, messages to
// stderr; the exit status says how it went (exit_status.h).

#pragma once

namespace huizong::cli {

/// Never throws.
int main(int argc, char** argv);

}  // namespace huizong::cli
