// How libFuzzer changes a package: most changed archives get their checksums put right, so that
// what comes after the checksum is tried too; the rest stay as they fell.

#include <libdeflate.h>

#include <cstring>
#include <string_view>
#include <vector>

#include "promise.h"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace {

constexpr std::size_t kDirectoryBytes = 46, kLocalBytes = 30;
constexpr std::size_t kMostInflated = 1u << 20;

std::size_t number(const std::uint8_t* at, int bytes) {
  std::size_t value = 0;
  for (int i = bytes - 1; i >= 0; --i) value = value << 8 | at[i];
  return value;
}
void put(std::uint8_t* at, std::size_t value) {
  for (int i = 0; i < 4; ++i) at[i] = static_cast<std::uint8_t>(value >> 8 * i);
}

/// The bytes of an entry, inflated where they are deflated; nothing where that cannot be done.
const std::vector<std::uint8_t>* inflated(std::size_t method, const std::uint8_t* from,
                                          std::size_t size) {
  static std::vector<std::uint8_t> out(kMostInflated);
  static libdeflate_decompressor* const inflater = libdeflate_alloc_decompressor();
  out.resize(kMostInflated);
  std::size_t got = 0;
  if (method == 0) {
    out.assign(from, from + size);
  } else if (method == 8 && libdeflate_deflate_decompress(inflater, from, size, out.data(),
                                                          out.size(), &got) == LIBDEFLATE_SUCCESS) {
    out.resize(got);
  } else {
    return nullptr;
  }
  return &out;
}

void repair_entry(std::uint8_t* data, std::size_t size, std::uint8_t* entry) {
  const std::size_t local = number(entry + 42, 4);
  if (local + kLocalBytes > size || std::memcmp(data + local, "PK\3\4", 4) != 0) return;
  const std::size_t from =
      local + kLocalBytes + number(data + local + 26, 2) + number(data + local + 28, 2);
  const std::size_t packed = number(entry + 20, 4);
  if (from > size || packed > size - from) return;
  const auto* bytes = inflated(number(entry + 10, 2), data + from, packed);
  if (bytes == nullptr) return;
  const std::size_t crc = libdeflate_crc32(0, bytes->data(), bytes->size());
  for (std::uint8_t* fields : {entry + 16, data + local + 14}) {
    put(fields, crc);
    put(fields + 4, packed);
    put(fields + 8, bytes->size());
  }
}

void repair(std::uint8_t* data, std::size_t size) {
  for (std::size_t at = 0; at + kDirectoryBytes <= size; ++at) {
    if (std::memcmp(data + at, "PK\1\2", 4) == 0) repair_entry(data, size, data + at);
  }
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  size = LLVMFuzzerMutate(data, size, most);
  if (seed % 4 != 0) repair(data, size);
  return size;
}
