#include "cli/interrupt.h"

#include <csignal>

namespace huizong::cli {
namespace {
std::atomic<bool> interrupted = false;  // all a signal handler may touch
}

const std::atomic<bool>& watch_interrupts() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    if (std::signal(signal, [](int) { interrupted = true; }) == SIG_IGN)
      std::signal(signal, SIG_IGN);
  }
  return interrupted;
}

}  // namespace huizong::cli
