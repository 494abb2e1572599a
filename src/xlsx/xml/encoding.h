// The bytes of an XML part as UTF-8, whatever encoding it came in.
//
// UTF-8 passes through untouched and unchecked: the scanner checks it. Bytes
// that mean nothing in another encoding become 0xFF, which is never UTF-8, so
// that the scanner stops at that very place.

#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace huizong::xlsx {

class XmlSource {
 public:
  virtual ~XmlSource() = default;
  /// Writes at most so many bytes and says how many; 0 only at the end, then and ever after.
  virtual std::size_t read(char* to, std::size_t room) = 0;
};

enum class Encoding { Utf8, Utf16Le, Utf16Be, Latin1, Ascii };

/// What a document's first bytes say: a byte order mark, or the zero beside its first character.
struct EncodingMark {
  Encoding encoding = Encoding::Utf8;
  std::size_t bytes = 0;  ///< of the byte order mark
};
EncodingMark encoding_mark(std::string_view first_bytes);

/// What `encoding="…"` means for a document that was read as `now` so far; none for an encoding
/// that is not known. `fits` is false where the document cannot be in it.
std::optional<Encoding> declared_encoding(std::string_view name, Encoding now, bool& fits);

class Utf8Source {
 public:
  explicit Utf8Source(std::unique_ptr<XmlSource> bytes) : bytes_(std::move(bytes)) {}
  /// As XmlSource; `room` is at least kLeastRoom.
  std::size_t read(char* to, std::size_t room);
  Encoding encoding() const { return encoding_; }
  /// From here on the bytes are of this encoding, those already read but not used first. Only a
  /// source of UTF-8 can turn out to be of something else.
  void switch_to(Encoding encoding, std::string_view unused);

  static constexpr std::size_t kLeastRoom = 16;

 private:
  std::size_t begin(char* to, std::size_t room);
  std::size_t read_bytes(char* to, std::size_t room);
  std::size_t transcode(char* to, std::size_t room);

  std::unique_ptr<XmlSource> bytes_;
  Encoding encoding_ = Encoding::Utf8;
  bool begun_ = false;
  std::string raw_;         // read, of another encoding
  std::size_t raw_at_ = 0;  // what of it is done
};

}  // namespace huizong::xlsx
