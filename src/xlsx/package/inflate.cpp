#include "xlsx/package/inflate.h"

#include <libdeflate.h>

#include <new>

namespace huizong::xlsx {

std::uint32_t crc32_of(std::string_view bytes, std::uint32_t before) {
  return libdeflate_crc32(before, bytes.data(), bytes.size());
}

WholeInflater::WholeInflater() : decompressor_(libdeflate_alloc_decompressor()) {
  if (!decompressor_) throw std::bad_alloc();
}

void WholeInflater::Free::operator()(libdeflate_decompressor* decompressor) const {
  libdeflate_free_decompressor(decompressor);
}

bool WholeInflater::inflate(std::string_view packed, char* to, std::size_t size) {
  std::size_t used = 0, made = 0;
  const auto result = libdeflate_deflate_decompress_ex(decompressor_.get(), packed.data(),
                                                       packed.size(), to, size, &used, &made);
  return result == LIBDEFLATE_SUCCESS && used == packed.size() && made == size;
}

std::unique_ptr<StreamInflater> stream_inflater() {
  auto fastest = isal_inflater();
  return fastest ? std::move(fastest) : zlib_inflater();
}

}  // namespace huizong::xlsx
