#include "file_bytes.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace bench {
namespace {

[[noreturn]] void give_up(const std::string& file) {
  std::perror(file.c_str());
  std::exit(1);
}

}  // namespace

std::string read_bytes(const std::string& file) {
  const int in = ::open(file.c_str(), O_RDONLY);
  struct stat about {};
  if (in < 0 || ::fstat(in, &about) != 0) give_up(file);
  std::string bytes(static_cast<std::size_t>(about.st_size), '\0');
  std::size_t have = 0;
  while (have < bytes.size()) {
    const ssize_t got = ::read(in, bytes.data() + have, bytes.size() - have);
    if (got <= 0) give_up(file);
    have += static_cast<std::size_t>(got);
  }
  ::close(in);
  return bytes;
}

void write_bytes(const std::string& file, std::string_view bytes) {
  std::FILE* out = std::fopen(file.c_str(), "wb");
  if (!out || std::fwrite(bytes.data(), 1, bytes.size(), out) != bytes.size() ||
      std::fclose(out) != 0) {
    give_up(file);
  }
}

}  // namespace bench
