#include "xlsx/xls/records.h"

#include <catch2/catch.hpp>

#include "xlsx/unreadable.h"
#include "xlsx/xls/xls_builder.h"

using namespace huizong::testing;
using namespace huizong::xlsx;

namespace {

constexpr unsigned kTexts = 0x00FC;
constexpr unsigned kContinue = 0x003C;

RecordBody first_body(const std::string& stream) {
  Records records(stream, 0);
  REQUIRE(records.next());
  return records.body();
}

/// A rich text as it is stored: characters, then what is passed over.
struct RichText {
  std::string head;        // length and flags
  std::string characters;  // of one width
  std::size_t width = 1;
  std::string tail;  // fonts and phonetic guides
};

RichText rich(const std::string& characters, std::size_t width, unsigned length) {
  return {le16(length) + static_cast<char>(0x0C | (width == 2 ? 1 : 0)) + le16(2) + le32(5),
          characters, width, std::string("\x01\0\x05\0\x02\0\x06\0guide", 13)};
}

}  // namespace

TEST_CASE("records follow one another to the end of the stream", "[xlsx]") {
  const std::string stream = biff(0x0203, "ab") + biff(0x000A);
  Records records(stream, 0);
  CHECK(records.next());
  CHECK(records.id() == 0x0203);
  CHECK(records.body().left() == 2);
  CHECK(records.next());
  CHECK(records.id() == 0x000A);
  CHECK_FALSE(records.next());
}

TEST_CASE("a record that reaches beyond the stream is refused", "[xlsx]") {
  const std::string whole = biff(0x0203, "ab");
  for (std::size_t cut = 1; cut < whole.size(); ++cut) {
    const std::string stream = whole.substr(0, cut);
    Records records(stream, 0);
    CHECK_THROWS_AS(records.next(), Unreadable);
  }
  CHECK_THROWS_AS(Records(whole, 100).next(), Unreadable);
  auto body = first_body(whole);
  CHECK_THROWS_AS(body.u32(), Unreadable);
}

TEST_CASE("a text may be cut between any two characters, and change its width there", "[xlsx]") {
  const std::u16string text = u"abc";
  for (std::size_t cut = 0; cut <= text.size(); ++cut) {
    for (const bool wide_first : {false, true}) {
      CAPTURE(cut, wide_first);
      const auto stored = [](std::u16string_view part, bool in_two) {
        return in_two ? wide(part) : narrow(std::string(part.begin(), part.end()));
      };
      const std::u16string_view all = text;
      std::string stream = biff(
          kTexts, le16(3) + (wide_first ? '\1' : '\0') + stored(all.substr(0, cut), wide_first));
      const bool more = cut < text.size();
      stream += biff(
          kContinue,
          more ? (wide_first ? '\0' : '\1') + stored(all.substr(cut), !wide_first) + "!" : "!");
      auto body = first_body(stream);
      CHECK(body.rich_text() == "abc");
      CHECK(body.u8() == '!');
      CHECK(body.at_end());
    }
  }
}

// A table of texts goes on in the next record wherever the 8,224 bytes end.
TEST_CASE("rich texts are read whole wherever their record is cut", "[xlsx]") {
  const std::vector<RichText> texts = {rich(wide(u"合计😀"), 2, 4), rich("caf\xE9", 1, 4),
                                       rich("", 1, 0)};
  const std::string next = narrow_text("ok");
  const std::vector<std::string> want = {"合计😀", "café", ""};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const RichText& t = texts[i];
    const std::string plain = t.head + t.characters + t.tail + next;
    for (std::size_t cut = 0; cut <= plain.size() - next.size(); ++cut) {
      CAPTURE(want[i], cut);
      const bool inside = cut >= t.head.size() && cut < t.head.size() + t.characters.size();
      const bool splits = inside && (cut - t.head.size()) % t.width != 0;
      const std::string flag = inside ? std::string(1, t.width == 2 ? '\1' : '\0') : "";
      const std::string stream =
          biff(kTexts, plain.substr(0, cut)) + biff(kContinue, flag + plain.substr(cut));
      auto body = first_body(stream);
      if (splits) {
        CHECK_THROWS_AS(body.rich_text(), Unreadable);  // half a character is none
        continue;
      }
      CHECK(body.rich_text() == want[i]);
      CHECK(body.text() == "ok");
      CHECK(body.at_end());
    }
  }
}

TEST_CASE("a text goes on through many records, empty ones among them", "[xlsx]") {
  const std::string stream = biff(kTexts, le16(3) + '\0' + "a") + biff(kContinue) +
                             biff(kContinue, std::string("\0b", 2)) +
                             biff(kContinue, std::string("\1c\0", 3)) + biff(0x000A);
  auto body = first_body(stream);
  CHECK(body.rich_text() == "abc");
  CHECK(body.at_end());
}

TEST_CASE("a text that does not come is refused", "[xlsx]") {
  for (const std::string& body_bytes :
       {le16(3) + '\0' + "ab", le16(1), le16(1) + '\x08' + le16(9) + "a",
        le16(1) + '\x04' + le32(0x7FFFFFFF) + "a"}) {
    const std::string stream = biff(kTexts, body_bytes) + biff(0x000A);
    auto body = first_body(stream);
    CHECK_THROWS_AS(body.rich_text(), Unreadable);
  }
}

TEST_CASE("a number format with a wrong length is read as far as it goes", "[xlsx]") {
  const std::string stream = biff(0x041E, le16(4) + '\0' + "0.0");
  CHECK(first_body(stream).text_or_part() == "0.0");
}
