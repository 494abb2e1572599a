#include "xlsx/xml/scanner.h"

#include <catch2/catch.hpp>
#include <random>

#include "xlsx/xml/documents.h"
#include "xlsx/xml/xml_events.h"

using namespace huizong::xlsx;
using namespace huizong::xlsx::testing;

TEST_CASE("a document comes as its elements, attributes and text", "[xlsx]") {
  CHECK(scanner_events("<?xml version='1.0'?><s:sheet xmlns:s='urn:s' a=' x&#10;y\nz '><b s:c='2'/>"
                       "预&amp;<![CDATA[<算>]]>&#x6570;\r\n</s:sheet>")
            .lines == "(urn:s|sheet a= x\\ny z \n(b urn:s|c=2\n)\n预&<算>数\\n\n)\n");
}

TEST_CASE("right documents are read and wrong ones refused, as expat does", "[xlsx]") {
  for (const Document& document : documents()) {
    CAPTURE(document.text);
    const Events ours = scanner_events(document.text);
    CHECK(ours.refused.empty() == document.good);
    const Events expat = expat_events(document.text);
    if (document.why_not_expat.empty()) {
      CHECK(ours == expat);
    } else {
      CAPTURE(document.why_not_expat);
      CHECK(ours.refused.empty() != expat.refused.empty());
    }
  }
}

TEST_CASE("a document reads the same wherever its bytes are cut", "[xlsx]") {
  // A prototype of this scanner lost an attribute that the end of its window cut in two.
  for (const Document& document : documents()) {
    CAPTURE(document.text);
    const Events whole = scanner_events(document.text);
    CHECK(scanner_events(cut_to_bytes(document.text)) == whole);
    for (std::size_t i = 0; i <= document.text.size(); ++i) {
      CAPTURE(i);
      REQUIRE(scanner_events(cut_at(document.text, i)) == whole);
    }
  }
}

TEST_CASE("what is passed over is checked as strictly as what is read", "[xlsx]") {
  for (const Document& document : documents()) {
    CAPTURE(document.text);
    const std::string refused = scanner_events(document.text).refused;
    CHECK(skipping_refused(document.text) == refused);
    CHECK(skipping_refused(cut_to_bytes(document.text)) == refused);
    for (std::size_t i = 0; i <= document.text.size(); ++i) {
      CAPTURE(i);
      REQUIRE(skipping_refused(cut_at(document.text, i)) == refused);
    }
  }
  const char* const wrong = GENERATE(
      R"(<c a="1" a="2"/>)", R"(<c fontId="1" fillId="2" fontId="3"/>)", R"(<x:c a="1"/>)",
      R"(<c x:a="1"/>)", R"(<c a="<"/>)", R"(<c a="&b;"/>)", R"(<c a="1"b="2"/>)", "<c a=1/>",
      R"(<c a="1"/ >)", "<c></b></c>", "<c></c></c>", "<c xmlns:x=\"\"/>", "<1/>", "</b >x");
  CAPTURE(wrong);
  const std::string text = "<a><b>" + std::string(wrong) + "</b></a>";
  CHECK(skipping_refused(text) == "damaged");
  CHECK(skipping_refused(cut_to_bytes(text)) == "damaged");
}

TEST_CASE("an attribute cut at the window's edge is read whole", "[xlsx]") {
  const std::string row =
      "<row r=\"12\" spans='1:8'><c r=\"B12\" s=\"3\" t=\"s\"><v>4&#50;</v></c></row>";
  std::string sheet;
  while (sheet.size() < 2000) sheet += row;
  sheet = "<sheetData>" + sheet + "</sheetData>";
  const Events whole = scanner_events(sheet);
  REQUIRE(whole.refused.empty());
  for (std::size_t window = 1; window < 400; ++window) {
    CAPTURE(window);
    REQUIRE(scanner_events(std::vector{sheet}, window) == whole);
  }
}

TEST_CASE("</sheetViews> does not end <sheetData>", "[xlsx]") {
  // A prototype compared only the first letters of an end tag with what was open.
  for (const std::string end :
       {"sheetViews", "sheetDat", "sheetData2", "SheetData", "x:sheetData"}) {
    CAPTURE(end);
    CHECK(scanner_events("<a><sheetData><row/></" + end + "></a>").refused == "damaged");
  }
  CHECK(scanner_events("<a><sheetViews></sheetViews><sheetData></sheetData></a>").lines ==
        "(a\n(sheetViews\n)\n(sheetData\n)\n)\n");
}

TEST_CASE("a document that ends too soon is refused wherever it ends", "[xlsx]") {
  const std::string document =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!-- x --><a:b xmlns:a=\"u\" c='&lt;预'>"
      "<![CDATA[x]]>y]]&#x9884;<?p q?><d/>算</a:b>";
  REQUIRE(scanner_events(document).refused.empty());
  for (std::size_t i = 0; i < document.size(); ++i) {
    CAPTURE(i);
    CHECK(scanner_events(document.substr(0, i)).refused == "damaged");
    CHECK(scanner_events(std::vector{document.substr(0, i)}).refused == "damaged");
  }
}

TEST_CASE("documents with a byte changed are judged as expat judges them", "[xlsx]") {
  std::mt19937 random(20211231);
  const std::string signs = "<>/&;#x'\"=![]-? \n\raz:1\x01\x80\xE9\xFF";
  int right = 0;
  for (const Document& document : documents()) {
    for (int time = 0; time < 40 && document.good && document.why_not_expat.empty(); ++time) {
      std::string text = document.text;
      const std::size_t at = random() % text.size();
      switch (random() % 3) {
        case 0:
          text[at] = signs[random() % signs.size()];
          break;
        case 1:
          text.insert(at, 1, signs[random() % signs.size()]);
          break;
        default:
          text.erase(at, 1 + random() % 3);
      }
      if (text.find("version") != std::string::npos || text.find('\0') != std::string::npos)
        continue;  // where the two differ on purpose: versions, rare letters in names
      CAPTURE(text);
      const Events ours = scanner_events(text);
      right += ours.refused.empty();
      CHECK(ours == expat_events(text));
      CHECK(scanner_events(cut_to_bytes(text)) == ours);
      CHECK(skipping_refused(text) == ours.refused);
    }
  }
  CHECK(right > 100);  // not all of them became wrong
}

TEST_CASE("depth, attributes and long tags are bounded, in memory and in a window", "[xlsx]") {
  Limits limits;
  limits.depth = 3;
  limits.attributes = 2;
  limits.token_bytes = 100;
  const auto refused = [&](const std::string& text) {
    const Events ours = scanner_events(text, limits);
    CHECK(scanner_events(std::vector{text}, 1, limits) == ours);
    CHECK(skipping_refused(text, limits) == ours.refused);
    CHECK(skipping_refused(std::vector{text}, 1, limits) == ours.refused);
    return ours.refused;
  };
  CHECK(refused("<a><a><a/></a></a>") == "");
  CHECK(refused("<a><a><a><a/></a></a></a>") == "limit");
  CHECK(refused("<a b='' c=''/>") == "");
  CHECK(refused("<a b='' c='' d=''/>") == "limit");
  CHECK(refused("<a xmlns:b='u' xmlns:c='u' d=''/>") == "limit");
  const std::string most(80, 'x');
  const std::string long_text(1000, 'x');
  CHECK(refused("<a b='" + most + "'/>") == "");
  CHECK(refused("<a b='" + long_text + "'/>") == "limit");
  CHECK(refused("<a><!--" + most + "--></a>") == "");
  CHECK(refused("<a><!--" + long_text + "--></a>") == "limit");
  CHECK(refused("<a><?p " + long_text + "?></a>") == "limit");
  CHECK(refused("<" + long_text + "/>") == "limit");
  CHECK(refused("<a>" + long_text + "<![CDATA[" + long_text + "]]></a>") == "");
}

TEST_CASE("however many namespaces are heaped up, each prefix finds its own", "[xlsx]") {
  std::string text;
  std::string want;
  std::string ends;
  for (int i = 0; i < 100; ++i) {
    const std::string n = std::to_string(i % 50);
    const std::string uri = "u" + std::to_string(i);
    text += "<p" + n + ":a xmlns:p" + n + "='" + uri + "'>";
    want += "(" + uri + "|a\n";
    ends = "</p" + n + ":a>" + ends;
  }
  for (int i = 0; i < 50; ++i) {
    text += "<p" + std::to_string(i) + ":b/>";
    want += "(u" + std::to_string(i + 50) + "|b\n)\n";
  }
  for (int i = 0; i < 100; ++i) want += ")\n";
  CHECK(scanner_events(text + ends).lines == want);
  CHECK(scanner_events(text + ends) == expat_events(text + ends));
}

TEST_CASE("alternatives are settled: a choice is passed over, a fallback is taken", "[xlsx]") {
  const Limits limits;
  XmlScanner xml(
      "<a "
      "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><mc:AlternateContent>"
      "<mc:Choice "
      "Requires='x'><b/></mc:Choice><mc:Fallback>x<c/></mc:Fallback></mc:AlternateContent>"
      "</a>",
      limits, "part");
  std::string seen;
  while (true) {
    const auto event = xml.next();
    if (event == XmlScanner::Event::Finished) break;
    if (event == XmlScanner::Event::Start) seen += "<" + std::string(xml.local());
    if (event == XmlScanner::Event::End) seen += ">";
    if (event == XmlScanner::Event::Text) seen += xml.text();
  }
  CHECK(seen == "<ax<c>>");
}
