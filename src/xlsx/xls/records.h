// The stream of records that an .xls workbook is: an id, a length, a body, one
// after another.
//
// A body of more than some 8,000 bytes goes on in CONTINUE records; a text that
// is cut there says anew how its characters are stored. Both are settled here.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace huizong::xlsx {

/// [MS-XLS] 2.3.2, those that matter here.
namespace record {
inline constexpr std::uint16_t kFormula = 0x0006;
inline constexpr std::uint16_t kEof = 0x000A;
inline constexpr std::uint16_t kDateMode = 0x0022;
inline constexpr std::uint16_t kFilePass = 0x002F;
inline constexpr std::uint16_t kContinue = 0x003C;
inline constexpr std::uint16_t kBoundSheet = 0x0085;
inline constexpr std::uint16_t kMulRk = 0x00BD;
inline constexpr std::uint16_t kRString = 0x00D6;
inline constexpr std::uint16_t kXf = 0x00E0;
inline constexpr std::uint16_t kMergeCells = 0x00E5;
inline constexpr std::uint16_t kSst = 0x00FC;
inline constexpr std::uint16_t kLabelSst = 0x00FD;
inline constexpr std::uint16_t kNumber = 0x0203;
inline constexpr std::uint16_t kLabel = 0x0204;
inline constexpr std::uint16_t kBoolErr = 0x0205;
inline constexpr std::uint16_t kString = 0x0207;
inline constexpr std::uint16_t kRk = 0x027E;
inline constexpr std::uint16_t kFormat = 0x041E;
inline constexpr std::uint16_t kBof = 0x0809;
/// Apple's Numbers writes its formulas with these ids of older versions, and Excel reads them.
inline constexpr std::uint16_t kFormula3 = 0x0206;
inline constexpr std::uint16_t kFormula4 = 0x0406;
}  // namespace record

/// What is inside one record, read from its beginning; all throw Unreadable where it ends too soon.
class RecordBody {
 public:
  /// `at` is where the body begins in the stream, in which the record lies whole.
  RecordBody(std::string_view stream, std::size_t at, std::size_t size)
      : stream_(stream), at_(at), end_(at + size) {}

  std::uint8_t u8();
  std::uint16_t u16();
  std::uint32_t u32();
  double f64();
  void skip(std::uint64_t bytes);
  bool at_end();  ///< with all its CONTINUE records
  /// What is left of the record itself, without CONTINUE.
  std::size_t left() const { return end_ - at_; }

  /// Texts in UTF-8, with their length before them in one byte or two. Fonts and phonetic guides
  /// may stand in a rich one; they are passed over.
  std::string short_text() { return plain_text(u8()); }
  std::string text() { return plain_text(u16()); }
  std::string rich_text();
  /// As text(), but where the record itself ends sooner, only as far as it goes.
  std::string text_or_part();

 private:
  std::string plain_text(std::size_t length) { return characters(length, u8()); }
  std::string characters(std::size_t length, std::uint8_t flags);
  bool go_on();  // into the CONTINUE record that follows, if one does

  std::string_view stream_;
  std::size_t at_;
  std::size_t end_;
};

/// Goes from record to record.
class Records {
 public:
  Records(std::string_view stream, std::size_t at) : stream_(stream), next_(at) {}

  /// False at the end of the stream; throws Unreadable where a record is cut off.
  bool next();
  std::uint16_t id() const { return id_; }
  RecordBody body() const { return {stream_, at_, size_}; }

 private:
  std::string_view stream_;
  std::size_t next_;
  std::size_t at_ = 0;  // of the body
  std::size_t size_ = 0;
  std::uint16_t id_ = 0;
};

}  // namespace huizong::xlsx
