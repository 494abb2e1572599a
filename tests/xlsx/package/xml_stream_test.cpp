#include "xlsx/package/xml_stream.h"

#include <catch2/catch.hpp>

#include "support/package_builder.h"
#include "xlsx/workbook_lines.h"

using namespace huizong::testing;
using namespace huizong::xlsx;
using huizong::xlsx::testing::read_lines;

namespace {

const std::string kStrings =
    "<sst "
    "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>预算数</t></si></"
    "sst>";

/// What is read of a workbook whose shared strings part is these bytes, up to the advice.
std::string read_strings(const std::string& part) {
  Parts parts = simple_parts(R"(<row><c t="s"><v>0</v></c></row>)", "<si/>");
  set_part(parts, "xl/sharedStrings.xml", part);
  const std::string lines = read_lines(zip_package(parts));
  return lines.substr(0, lines.find("；"));
}

std::string with_doctype(const std::string& declarations, const std::string& text) {
  std::string part = "<!DOCTYPE sst " + declarations + ">" + kStrings;
  return part.replace(part.find("预算数"), std::string("预算数").size(), text);
}

std::string utf16(const std::u16string& text, bool big) {
  std::string bytes;
  for (const char16_t c : u"\uFEFF" + text) {
    const char high = static_cast<char>(c >> 8);
    const char low = static_cast<char>(c & 0xFF);
    (bytes += big ? high : low) += big ? low : high;
  }
  return bytes;
}

}  // namespace

TEST_CASE("parts are read in the encodings that workbooks use", "[xlsx]") {
  const std::u16string wide =
      u"<sst "
      u"xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>预算数</t></"
      u"si></sst>";
  CHECK(read_strings(kStrings) == "A1 s 预算数\n");
  CHECK(read_strings("\xEF\xBB\xBF" + kStrings) == "A1 s 预算数\n");
  CHECK(read_strings(utf16(wide, false)) == "A1 s 预算数\n");
  CHECK(read_strings(utf16(wide, true)) == "A1 s 预算数\n");
}

TEST_CASE("prefixes and strict namespaces make no difference", "[xlsx]") {
  CHECK(read_strings("<x:sst xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                     "<x:si><x:t>预算数</x:t></x:si></x:sst>") == "A1 s 预算数\n");
  CHECK(
      read_strings(
          "<sst "
          "xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><si><t>预算数</t></si></sst>") ==
      "A1 s 预算数\n");
  CHECK(read_strings("<sst xmlns=\"urn:other\"><si><t>预算数</t></si></sst>") ==
        "damaged: 工作簿已损坏：共享字符串表不是字符串表");
}

TEST_CASE("a DOCTYPE is refused in any form, so no entity is ever expanded or fetched", "[xlsx]") {
  const std::string refused =
      "unsafe: 工作簿的内部结构不正常，可能被改动过，没有读取：内部部件 xl/sharedStrings.xml 带有 "
      "DOCTYPE 声明";
  CHECK(read_strings(with_doctype("", "x")) == refused);
  CHECK(read_strings(with_doctype("[<!ENTITY e SYSTEM \"file:///etc/passwd\">]", "&e;")) ==
        refused);
  CHECK(read_strings(with_doctype("SYSTEM \"file:///etc/hostname\"", "x")) == refused);
  CHECK(read_strings(with_doctype("[<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">]", "&a;")) == refused);
}

TEST_CASE("markup that is not well-formed is refused with its part and line", "[xlsx]") {
  CHECK(read_strings(kStrings.substr(0, kStrings.size() - 6)) ==
        "damaged: 工作簿已损坏：内部部件 xl/sharedStrings.xml 第 1 行不是完整正确的 XML");
  const auto broken =
      GENERATE(as<std::string>{}, "", "  \n", kStrings + "<sst/>", kStrings + "junk",
               "<sst><si></t></si></sst>", "<zz:sst/>", "<sst a=\"1\" a=\"2\"/>",
               "<sst>&nbsp;</sst>", "<sst>\xFF</sst>", "<sst>\xC0\xAF</sst>", "<sst>&#1;</sst>",
               std::string("<sst>\0</sst>", 12));
  CAPTURE(broken);
  CHECK(read_strings(broken).starts_with("damaged: "));
}

TEST_CASE("XML made to wear a reader out is refused", "[xlsx]") {
  const auto repeat = [](const std::string& piece, int count) {
    std::string all;
    for (int i = 0; i < count; ++i) all += piece;
    return all;
  };
  const std::string limit = "limit: 工作簿超出了读取上限：";
  CHECK(read_strings(repeat("<a>", 2000) + repeat("</a>", 2000))
            .starts_with("damaged: "));  // its root is no sst
  const std::string head = kStrings.substr(0, kStrings.size() - 6);
  CHECK(read_strings(head + repeat("<a>", 2000) + repeat("</a>", 2000) + "</sst>") ==
        limit + "内部部件 xl/sharedStrings.xml 的嵌套超过 1024 层");
  std::string attributes;
  std::string declarations;
  for (int i = 0; i < 600; ++i) {
    attributes += " a" + std::to_string(i) + "=\"1\"";
    declarations += " xmlns:a" + std::to_string(i) + "=\"u:" + std::to_string(i) + "\"";
  }
  CHECK(read_strings(head + "<a" + attributes + "/></sst>") ==
        limit + "内部部件 xl/sharedStrings.xml 里一个标记的属性超过 512 个");
  CHECK(read_strings(head + "<a" + declarations + "/></sst>") ==
        limit + "内部部件 xl/sharedStrings.xml 里一个标记的属性超过 512 个");
  CHECK(read_strings(head + "<!--" + std::string(6u << 20, 'c') + "--></sst>") ==
        limit + "内部部件 xl/sharedStrings.xml 里有一个过长的标记");
  CHECK(read_strings(head + repeat("<a>", 300) + repeat("</a>", 300) + "</sst>") ==
        "A1 s 预算数\n");
}
