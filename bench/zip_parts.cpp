#include "zip_parts.h"

#include <cstdint>
#include <cstring>

namespace bench {
namespace {

constexpr std::size_t kEndRecord = 22, kDirectoryEntry = 46, kLocalHeader = 30;

template <typename Number>
std::size_t at(std::string_view bytes, std::size_t place) {
  Number number;
  std::memcpy(&number, bytes.data() + place, sizeof number);  // little-endian machines only
  return number;
}

}  // namespace

std::vector<ZipPart> zip_parts(std::string_view package) {
  const std::size_t end = package.size() - kEndRecord;  // our own packages have no comment
  std::vector<ZipPart> parts(at<std::uint16_t>(package, end + 10));
  std::size_t entry = at<std::uint32_t>(package, end + 16);
  for (ZipPart& part : parts) {
    const std::size_t name = at<std::uint16_t>(package, entry + 28);
    const std::size_t local = at<std::uint32_t>(package, entry + 42);
    const std::size_t data = local + kLocalHeader + at<std::uint16_t>(package, local + 26) +
                             at<std::uint16_t>(package, local + 28);
    part.name = package.substr(entry + kDirectoryEntry, name);
    part.deflated = package.substr(data, at<std::uint32_t>(package, entry + 20));
    part.size = at<std::uint32_t>(package, entry + 24);
    entry += kDirectoryEntry + name + at<std::uint16_t>(package, entry + 30) +
             at<std::uint16_t>(package, entry + 32);
  }
  return parts;
}

}  // namespace bench
