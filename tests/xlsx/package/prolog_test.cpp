#include "xlsx/package/prolog.h"

#include <catch2/catch.hpp>

using namespace huizong::xlsx;

namespace {

/// Whether a DOCTYPE is seen, whole and in pieces of any size alike.
bool shows_doctype(const std::string& bytes) {
  Prolog at_once;
  const bool seen = at_once.shows_doctype(bytes);
  for (std::size_t piece = 1; piece < bytes.size(); ++piece) {
    Prolog prolog;
    bool found = false;
    for (std::size_t at = 0; at < bytes.size() && !found; at += piece)
      found = prolog.shows_doctype(std::string_view(bytes).substr(at, piece));
    CAPTURE(bytes, piece);
    CHECK(found == seen);
  }
  return seen;
}

std::string utf16(std::string_view text, bool low_first) {
  std::string bytes;
  for (const char c : text) {
    if (low_first) (bytes += c) += '\0';
    if (!low_first) (bytes += '\0') += c;
  }
  return bytes;
}

}  // namespace

TEST_CASE("a DOCTYPE before the first element is seen", "[xlsx]") {
  CHECK(shows_doctype("<!DOCTYPE a><a/>"));
  CHECK(shows_doctype("<?xml version=\"1.0\"?>\r\n\t <!DOCTYPE a><a/>"));
  CHECK(shows_doctype("\xEF\xBB\xBF<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x \"y\">]><a/>"));
  CHECK(shows_doctype("<!-- a comment -> -- <a> --><!DOCTYPE a>"));
  CHECK(shows_doctype("<!----><?a > ? ?><!DOCTYPE a>"));
  CHECK(shows_doctype(utf16("<?xml version=\"1.0\"?><!DOCTYPE a>", true)));
  CHECK(shows_doctype("\xFE\xFF" + utf16("<!-- x --><!DOCTYPE a>", false)));
  CHECK(shows_doctype("\xFF\xFE" + utf16("<!DOCTYPE a>", true)));
}

TEST_CASE("what only looks like a DOCTYPE is none", "[xlsx]") {
  CHECK_FALSE(shows_doctype("<?xml version=\"1.0\"?><a><!DOCTYPE a></a>"));
  CHECK_FALSE(shows_doctype("<!-- <!DOCTYPE a> --><a/>"));
  CHECK_FALSE(shows_doctype("<?pi <!DOCTYPE a> ?><a/>"));
  CHECK_FALSE(shows_doctype("text <!DOCTYPE a>"));
  CHECK_FALSE(shows_doctype("\x89PNG<!DOCTYPE a>"));
  CHECK_FALSE(shows_doctype(""));
  CHECK_FALSE(shows_doctype("<"));
  // U+3C00 and U+2144 hold the bytes of "<!D" in UTF-16.
  CHECK_FALSE(shows_doctype(std::string("\xFE\xFF\x3C\x00\x21\x44\0<\0a", 10)));
}
