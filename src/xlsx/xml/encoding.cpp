#include "xlsx/xml/encoding.h"

#include <algorithm>
#include <cstring>

#include "xlsx/xml/characters.h"

namespace huizong::xlsx {
namespace {

constexpr char kNoCharacter = '\xFF';
constexpr std::size_t kLongestCharacter = 4;  // in UTF-8
constexpr std::size_t kBlock = 16 * 1024;

bool same_name(std::string_view name, std::string_view upper) {
  return std::equal(name.begin(), name.end(), upper.begin(), upper.end(), [](char a, char b) {
    return (a >= 'a' && a <= 'z' ? static_cast<char>(a - 'a' + 'A') : a) == b;
  });
}

}  // namespace

EncodingMark encoding_mark(std::string_view first) {
  if (first.starts_with("\xEF\xBB\xBF")) return {Encoding::Utf8, 3};
  if (first.starts_with("\xFF\xFE")) return {Encoding::Utf16Le, 2};
  if (first.starts_with("\xFE\xFF")) return {Encoding::Utf16Be, 2};
  if (first.size() >= 2 && first[0] == '\0') return {Encoding::Utf16Be, 0};
  if (first.size() >= 2 && first[1] == '\0') return {Encoding::Utf16Le, 0};
  return {};
}

std::optional<Encoding> declared_encoding(std::string_view name, Encoding now, bool& fits) {
  const bool wide = now == Encoding::Utf16Le || now == Encoding::Utf16Be;
  const auto narrow = [&](Encoding encoding) {
    fits = !wide;
    return encoding;
  };
  if (same_name(name, "UTF-8")) return narrow(Encoding::Utf8);
  if (same_name(name, "ISO-8859-1")) return narrow(Encoding::Latin1);
  if (same_name(name, "US-ASCII")) return narrow(Encoding::Ascii);
  if (same_name(name, "UTF-16")) {
    fits = wide;
    return wide ? now : Encoding::Utf16Be;
  }
  for (const Encoding each : {Encoding::Utf16Le, Encoding::Utf16Be}) {
    if (same_name(name, each == Encoding::Utf16Le ? "UTF-16LE" : "UTF-16BE")) {
      fits = now == each;
      return each;
    }
  }
  return std::nullopt;
}

std::size_t Utf8Source::read_bytes(char* to, std::size_t room) {
  return bytes_ == nullptr ? 0 : bytes_->read(to, room);
}

std::size_t Utf8Source::begin(char* to, std::size_t room) {
  begun_ = true;
  std::size_t got = 0;
  while (got < kLongestCharacter) {
    const std::size_t more = read_bytes(to + got, room - got);
    if (more == 0) break;
    got += more;
  }
  const EncodingMark mark = encoding_mark({to, got});
  encoding_ = mark.encoding;
  got -= mark.bytes;
  std::memmove(to, to + mark.bytes, got);
  if (encoding_ == Encoding::Utf8) return got != 0 ? got : read_bytes(to, room);
  raw_.assign(to, got);
  return transcode(to, room);
}

std::size_t Utf8Source::read(char* to, std::size_t room) {
  if (!begun_) return begin(to, room);
  return encoding_ == Encoding::Utf8 ? read_bytes(to, room) : transcode(to, room);
}

void Utf8Source::switch_to(Encoding encoding, std::string_view unused) {
  begun_ = true;
  encoding_ = encoding;
  raw_.assign(unused);
  raw_at_ = 0;
}

std::size_t Utf8Source::transcode(char* to, std::size_t room) {
  const bool wide = encoding_ == Encoding::Utf16Le || encoding_ == Encoding::Utf16Be;
  const std::size_t most = wide ? 4 : 1;  // bytes of one character
  if (raw_.size() - raw_at_ < most) {
    raw_.erase(0, raw_at_);
    raw_at_ = 0;
    while (raw_.size() < most) {
      const std::size_t kept = raw_.size();
      raw_.resize(kBlock);
      const std::size_t more = read_bytes(raw_.data() + kept, kBlock - kept);
      raw_.resize(kept + more);
      if (more == 0) break;
    }
  }
  const auto unit = [&](std::size_t at) {
    const auto a = static_cast<unsigned char>(raw_[at]);
    const auto b = static_cast<unsigned char>(raw_[at + 1]);
    return static_cast<char32_t>(encoding_ == Encoding::Utf16Be ? a << 8 | b : b << 8 | a);
  };
  std::string out;  // of one character
  std::size_t done = 0;
  while (raw_at_ < raw_.size() && done + kLongestCharacter <= room) {
    const std::size_t left = raw_.size() - raw_at_;
    out.clear();
    std::size_t used = 1;
    if (!wide) {
      const auto byte = static_cast<unsigned char>(raw_[raw_at_]);
      if (encoding_ == Encoding::Ascii && byte >= 0x80) {
        out = kNoCharacter;
      } else {
        append_utf8(out, byte);
      }
    } else if (left < 2) {
      if (done > 0) break;  // the other half may still come
      out = kNoCharacter;
    } else {
      used = 2;
      const char32_t first = unit(raw_at_);
      if (first < 0xD800 || first >= 0xE000) {
        append_utf8(out, first);
      } else if (left < 4) {
        if (done > 0) break;
        out = kNoCharacter;
      } else {
        const char32_t second = unit(raw_at_ + 2);
        used = 4;
        if (first < 0xDC00 && second >= 0xDC00 && second < 0xE000) {
          append_utf8(out, 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00));
        } else {
          out = kNoCharacter;
        }
      }
    }
    std::memcpy(to + done, out.data(), out.size());
    done += out.size();
    raw_at_ += used;
  }
  return done;
}

}  // namespace huizong::xlsx
