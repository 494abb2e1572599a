#include "xlsx/fillable.h"

#include <catch2/catch.hpp>

#include "support/package_builder.h"
#include "xlsx/patcher.h"
#include "xlsx/reader.h"

using namespace huizong;
using namespace huizong::testing;
using namespace huizong::xlsx;

namespace {

/// A simple workbook in which one part says something else.
std::string workbook_where(const char* part, std::string_view says, std::string_view instead) {
  auto parts = simple_parts(R"(<row r="1"><c r="A1"><v>5</v></c></row>)");
  for (auto& [name, bytes] : parts) {
    if (name == part) bytes.replace(bytes.find(says), says.size(), instead);
  }
  return zip_package(parts);
}

}  // namespace

TEST_CASE("a workbook that would not open as .xlsx, or lose its signature, is read but not filled",
          "[xlsx]") {
  // An .xlsm was filled, and Excel would not open what came out under the name .xlsx.
  struct Case {
    const char* part;
    const char* says;
    const char* instead;
    const char* refusal;
  };
  const char* const macros =
      "这是带宏的工作簿（.xlsm），填好后以 .xlsx 为名 Excel 打不开；请另存为不带宏的 .xlsx。";
  const auto c = GENERATE_COPY(values<Case>(
      {{"[Content_Types].xml", "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main",
        "vnd.ms-excel.sheet.macroEnabled.main", macros},
       {"xl/_rels/workbook.xml.rels", "</Relationships>",
        R"(<Relationship Id="rId99" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>)",
        macros},
       {"[Content_Types].xml", "spreadsheetml.sheet.main", "spreadsheetml.template.main",
        "这是 Excel 模板（.xltx），填好后以 .xlsx 为名 Excel 打不开；请另存为 .xlsx。"},
       {"_rels/.rels", "</Relationships>",
        R"(<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>)",
        "这个工作簿有数字签名，一填写签名就失效；请另存为不带签名的 .xlsx。"}}));
  const std::string bytes = workbook_where(c.part, c.says, c.instead);
  std::string refusal;
  try {
    Patcher form(bytes);
  } catch (const Unreadable& refused) {
    refusal = refused.message().zh;
  }
  CHECK(refusal == c.refusal);
  CHECK(read_workbook(Package(bytes)).sheets[0].cells.size() == 1);
}

TEST_CASE("an ordinary workbook may be filled", "[xlsx]") {
  CHECK_NOTHROW(require_fillable(Package(simple_workbook(""))));
}
