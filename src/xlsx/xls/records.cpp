#include "xlsx/xls/records.h"

#include <algorithm>
#include <bit>

#include "xlsx/package/little_endian.h"
#include "xlsx/unreadable.h"
#include "xlsx/xls/utf16_text.h"

namespace huizong::xlsx {
namespace {

constexpr std::size_t kHeaderBytes = 4;
constexpr std::uint8_t kWide = 0x01;  // two bytes a character; else one, the upper being 0
constexpr std::uint8_t kPhonetic = 0x04;
constexpr std::uint8_t kFonts = 0x08;
constexpr std::uint64_t kFontBytes = 4;

std::size_t width_of(std::uint8_t flags) {
  return (flags & kWide) != 0 ? 2 : 1;
}

[[noreturn]] void refuse_cut_record() {
  refuse_damaged({"里面有一条记录不完整", "one of its records is incomplete"});
}

}  // namespace

bool Records::next() {
  if (next_ == stream_.size()) return false;
  if (next_ > stream_.size() || stream_.size() - next_ < kHeaderBytes) refuse_cut_record();
  id_ = little_endian<std::uint16_t>(stream_, next_);
  size_ = little_endian<std::uint16_t>(stream_, next_ + 2);
  at_ = next_ + kHeaderBytes;
  if (stream_.size() - at_ < size_) refuse_cut_record();
  next_ = at_ + size_;
  return true;
}

bool RecordBody::go_on() {
  Records records(stream_, end_);
  if (!records.next() || records.id() != record::kContinue) return false;
  *this = records.body();
  return true;
}

bool RecordBody::at_end() {
  while (at_ == end_) {
    if (!go_on()) return true;
  }
  return false;
}

std::uint8_t RecordBody::u8() {
  if (at_end()) refuse_cut_record();
  return static_cast<std::uint8_t>(stream_[at_++]);
}

std::uint16_t RecordBody::u16() {
  const std::uint16_t low = u8();
  return static_cast<std::uint16_t>(low | u8() << 8);
}

std::uint32_t RecordBody::u32() {
  const std::uint32_t low = u16();
  return low | std::uint32_t{u16()} << 16;
}

double RecordBody::f64() {
  const std::uint64_t low = u32();
  return std::bit_cast<double>(low | std::uint64_t{u32()} << 32);
}

void RecordBody::skip(std::uint64_t bytes) {
  while (bytes > 0) {
    if (at_end()) refuse_cut_record();
    const auto step = static_cast<std::size_t>(std::min<std::uint64_t>(bytes, left()));
    at_ += step;
    bytes -= step;
  }
}

std::string RecordBody::rich_text() {
  const std::size_t length = u16();
  const std::uint8_t flags = u8();
  const std::uint64_t fonts = (flags & kFonts) != 0 ? u16() : 0;
  const std::uint64_t phonetic = (flags & kPhonetic) != 0 ? u32() : 0;
  std::string text = characters(length, flags);
  skip(fonts * kFontBytes + phonetic);
  return text;
}

std::string RecordBody::text_or_part() {
  const std::size_t length = u16();
  const std::uint8_t flags = u8();
  return characters(std::min(length, left() / width_of(flags)), flags);
}

/// Of the flags only the width counts: what else they say is for rich texts.
std::string RecordBody::characters(std::size_t length, std::uint8_t flags) {
  Utf16Text text;
  while (length > 0) {
    if (at_ == end_) {
      // Cut between two characters: what follows may be stored in the other width.
      if (!go_on()) refuse_cut_record();
      flags = u8();
      continue;
    }
    const std::size_t width = width_of(flags);
    const std::size_t count = std::min(length, left() / width);
    if (count == 0) refuse_cut_record();
    const std::string_view piece = stream_.substr(at_, count * width);
    width == 2 ? text.add_wide(piece) : text.add_narrow(piece);
    at_ += piece.size();
    length -= count;
  }
  return text.take();
}

}  // namespace huizong::xlsx
