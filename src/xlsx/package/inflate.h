// Deflate streams, unpacked whole or piece by piece; nothing here knows of zip.
//
// What is small comes out whole, by libdeflate. What is large comes out piece by
// piece into the caller's own window, by ISA-L where the build found it (it takes
// half of zlib's time), else by zlib; the bytes are the same.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

struct libdeflate_decompressor;

namespace huizong::xlsx {

/// The CRC of zip archives: of some bytes, or carried on from those before them.
std::uint32_t crc32_of(std::string_view bytes, std::uint32_t before = 0);

/// Unpacks whole streams, one after another.
class WholeInflater {
 public:
  WholeInflater();
  /// Whether `packed` is one stream, with nothing behind it, of exactly `size` bytes; they then
  /// stand at `to`.
  bool inflate(std::string_view packed, char* to, std::size_t size);

 private:
  struct Free {
    void operator()(libdeflate_decompressor* decompressor) const;
  };
  std::unique_ptr<libdeflate_decompressor, Free> decompressor_;
};

/// Unpacks one stream piece by piece.
class StreamInflater {
 public:
  virtual ~StreamInflater() = default;
  /// The stream's next packed bytes, at most kMostGiven, which must stay where they are until they
  /// are used up. Only where make() came back short.
  virtual void give(std::string_view packed) = 0;
  /// Writes the next bytes, and says how many: fewer than `room` where more input is wanted or the
  /// stream has ended. Nothing where it is no deflate stream.
  virtual std::optional<std::size_t> make(char* to, std::size_t room) = 0;
  virtual bool ended() const = 0;
  /// How many of the bytes given lie behind the stream's end.
  virtual std::size_t left_over() const = 0;

  static constexpr std::size_t kMostGiven = std::size_t{1}
                                            << 30;  // both libraries count in 32 bits
};

std::unique_ptr<StreamInflater> stream_inflater();  ///< the fastest there is

std::unique_ptr<StreamInflater> zlib_inflater();
/// Null where the build has no ISA-L.
std::unique_ptr<StreamInflater> isal_inflater();

}  // namespace huizong::xlsx
