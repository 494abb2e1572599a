#include "tally.h"

#include <sys/resource.h>

#include <cinttypes>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <string>

namespace bench {
namespace {

/// KiB. Not getrusage's ru_maxrss: that begins with what the process which started us had in
/// memory.
long peak_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return std::stol(line.substr(6));
  }
  return 0;
}

}  // namespace

void Tally::number(double value) {
  ++cells_;
  numbers_ += static_cast<std::int64_t>(std::floor(value * 10000 + 0.5));
}

void Tally::text(std::string_view utf8) {
  ++cells_;
  text_ += utf8.size();
}

void Tally::print() const {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
  };
  std::printf("{\"cells\": %" PRIu64 ", \"numbers\": %" PRId64 ", \"text\": %" PRIu64
              ", \"cpu\": %.4f, \"peak_kib\": %ld}\n",
              cells_, numbers_, text_, seconds(used.ru_utime) + seconds(used.ru_stime),
              peak_memory());
}

}  // namespace bench
