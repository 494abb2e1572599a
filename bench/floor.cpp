// The floor: what any reader must do, and nothing else. Reads the file and inflates its parts.
//
//   floor all FILE|FOLDER      every part whole, by libdeflate
//   floor needed FILE|FOLDER   only the parts without which no cell can be read, whole, by
//   libdeflate floor zlib FILE|FOLDER     every part through a window of 256 KiB, by zlib floor
//   isal FILE|FOLDER     every part through a window of 256 KiB, by ISA-L (exit 77: built without)
//
// It prints the inflated bytes as text. No CRC, no name, no size is checked.

#include <libdeflate.h>
#include <zlib.h>
#ifdef BENCH_ISAL
#include <isa-l/igzip_lib.h>
#endif

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include "file_bytes.h"
#include "tally.h"
#include "zip_parts.h"

namespace {
using bench::ZipPart;

constexpr std::size_t kWindow = 256 << 10;

[[noreturn]] void damaged(const ZipPart& part) {
  std::fprintf(stderr, "%s cannot be inflated\n", std::string(part.name).c_str());
  std::exit(1);
}

/// A part's inflated bytes, taken note of.
using Inflate = void (*)(const ZipPart& part, bench::Tally& tally);

void whole(const ZipPart& part, bench::Tally& tally) {
  static libdeflate_decompressor* inflater = libdeflate_alloc_decompressor();
  const std::unique_ptr<char[]> out(new char[part.size]);  // not filled with zeros first
  if (libdeflate_deflate_decompress(inflater, part.deflated.data(), part.deflated.size(), out.get(),
                                    part.size, nullptr) != LIBDEFLATE_SUCCESS) {
    damaged(part);
  }
  tally.text({out.get(), part.size});
}

void by_zlib(const ZipPart& part, bench::Tally& tally) {
  static std::array<Bytef, kWindow> window;
  z_stream stream{};
  inflateInit2(&stream, -MAX_WBITS);
  stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(part.deflated.data()));
  stream.avail_in = static_cast<uInt>(part.deflated.size());
  int result = Z_OK;
  while (result == Z_OK) {
    stream.next_out = window.data();
    stream.avail_out = kWindow;
    result = inflate(&stream, Z_NO_FLUSH);
    tally.text({reinterpret_cast<const char*>(window.data()), kWindow - stream.avail_out});
  }
  if (result != Z_STREAM_END) damaged(part);
  inflateEnd(&stream);
}

#ifdef BENCH_ISAL
void by_isal(const ZipPart& part, bench::Tally& tally) {
  static std::array<std::uint8_t, kWindow> window;
  static inflate_state state;
  isal_inflate_init(&state);
  state.crc_flag = ISAL_DEFLATE;
  state.next_in =
      const_cast<std::uint8_t*>(reinterpret_cast<const std::uint8_t*>(part.deflated.data()));
  state.avail_in = static_cast<std::uint32_t>(part.deflated.size());
  while (state.block_state != ISAL_BLOCK_FINISH) {
    state.next_out = window.data();
    state.avail_out = kWindow;
    if (isal_inflate(&state) != ISAL_DECOMP_OK || state.avail_out == kWindow) damaged(part);
    tally.text({reinterpret_cast<const char*>(window.data()), kWindow - state.avail_out});
  }
}
#else
void by_isal(const ZipPart&, bench::Tally&) {
  std::fputs("built without ISA-L\n", stderr);
  std::exit(77);
}
#endif

bool needed(std::string_view name) {
  return name == "xl/workbook.xml" || name == "xl/styles.xml" || name == "xl/sharedStrings.xml" ||
         name == "xl/worksheets/sheet1.xml" || name == "_rels/.rels" ||
         name == "xl/_rels/workbook.xml.rels" || name == "[Content_Types].xml";
}

void run(const std::string& file, Inflate inflate, bool only_needed, bench::Tally& tally) {
  const std::string package = bench::read_bytes(file);
  for (const ZipPart& part : bench::zip_parts(package)) {
    if (!only_needed || needed(part.name)) inflate(part, tally);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return std::fputs("floor all|needed|zlib|isal FILE|FOLDER\n", stderr), 2;
  const std::string how = argv[1];
  const Inflate inflate = how == "zlib" ? by_zlib : how == "isal" ? by_isal : whole;
  bench::Tally tally;
  if (std::filesystem::is_directory(argv[2])) {
    for (const auto& entry : std::filesystem::directory_iterator(argv[2])) {
      run(entry.path().string(), inflate, how == "needed", tally);
    }
  } else {
    run(argv[2], inflate, how == "needed", tally);
  }
  tally.print();
}
