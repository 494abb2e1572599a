#include "xlsx/package/package.h"

#include "support/package_builder.h"
#include "xlsx/reader.h"
#include "xlsx/workbook_lines.h"

using namespace huizong::testing;
using namespace huizong::xlsx;
using huizong::xlsx::testing::read_lines;

namespace {

const std::string kRows = R"(<row r="1"><c r="A1"><v>12345.67</v></c></row>)";

std::string refusal(std::string package, const Limits& limits = {}) {
  const std::string lines = read_lines(std::move(package), limits);
  return lines.substr(0, lines.find("；"));
}

/// Where the local header of a part lies, and where its central one.
std::pair<std::size_t, std::size_t> headers_of(const std::string& package,
                                               const std::string& part) {
  const std::size_t local = package.find(part) - 30;
  const std::size_t central = package.rfind(part) - 46;
  REQUIRE(package.compare(local, 4, "PK\3\4") == 0);
  REQUIRE(package.compare(central, 4, "PK\1\2") == 0);
  return {local, central};
}

void put_number(std::string& bytes, std::size_t at, std::uint32_t value) {
  for (int i = 0; i < 4; ++i)
    bytes[at + static_cast<std::size_t>(i)] = static_cast<char>(value >> (8 * i));
}

}  // namespace

TEST_CASE("parts are found without regard to letter case and slashes", "[xlsx]") {
  const Package package(zip_package(
      {{"xl\\Worksheets\\Sheet1.XML", "<a/>"}, {"/xl/b.xml", "<b/>"}, {"./xl/c.xml", ""}}));
  CHECK(package.find("xl/worksheets/sheet1.xml") == "xl/Worksheets/Sheet1.XML");
  CHECK(package.find("/xl/b.xml") == "xl/b.xml");
  CHECK(package.find("xl/c.xml") == "xl/c.xml");
  CHECK(package.find("xl/d.xml") == std::nullopt);
  CHECK(package.find("") == std::nullopt);
  CHECK(package.read("XL/worksheets/SHEET1.xml") == "<a/>");
}

TEST_CASE("names that climb out of the package are no parts", "[xlsx]") {
  const Package package(zip_package({{"../../tmp/evil", "x"}, {"xl/workbook.xml", "<a/>"}}));
  CHECK(package.find("../../tmp/evil") == std::nullopt);
  CHECK(package.find("tmp/evil") == std::nullopt);
}

TEST_CASE("two parts of one name are refused", "[xlsx]") {
  Parts parts = simple_parts(kRows);
  parts.emplace_back("xl/worksheets/SHEET1.XML", "<worksheet/>");
  CHECK(refusal(zip_package(parts)) ==
        "unsafe: 工作簿的内部结构不正常，可能被改动过，没有读取：压缩包里有两个同名的部件 "
        "xl/worksheets/sheet1.xml");
}

TEST_CASE("a part whose bytes do not fit its checksum is refused", "[xlsx]") {
  std::string package = simple_workbook(kRows);
  const auto [local, central] = headers_of(package, "xl/worksheets/sheet1.xml");
  put_number(package, local + 14, 0xDEADBEEF);
  put_number(package, central + 16, 0xDEADBEEF);
  CHECK(refusal(package) ==
        "damaged: 工作簿已损坏：内部部件 xl/worksheets/sheet1.xml 解不开或校验不符");
}

TEST_CASE("a part that is longer or shorter than it states is refused", "[xlsx]") {
  const std::uint32_t stated = GENERATE(10u, 100000u);
  std::string package = simple_workbook(kRows);
  const auto [local, central] = headers_of(package, "xl/worksheets/sheet1.xml");
  put_number(package, local + 22, stated);
  put_number(package, central + 24, stated);
  CHECK(refusal(package) ==
        "damaged: 工作簿已损坏：内部部件 xl/worksheets/sheet1.xml 解不开或校验不符");
}

TEST_CASE("entries that share the same bytes are refused", "[xlsx]") {
  std::string package = simple_workbook(kRows);
  const auto [local, central] = headers_of(package, "xl/worksheets/sheet1.xml");
  (void)local;
  put_number(package, central + 20, static_cast<std::uint32_t>(package.size()));
  CHECK(refusal(package) ==
        "unsafe: 工作簿的内部结构不正常，可能被改动过，没有读取：压缩包里的部件互相重叠或超出文件");
}

TEST_CASE("an encrypted archive is named", "[xlsx]") {
  std::string package = simple_workbook(kRows);
  for (const char* part : {"_rels/.rels", "xl/workbook.xml"}) {
    const auto [local, central] = headers_of(package, part);
    package[local + 6] = static_cast<char>(package[local + 6] | 1);
    package[central + 8] = static_cast<char>(package[central + 8] | 1);
  }
  CHECK(refusal(package) == "encrypted: 这个压缩包是加了密的，读不了");
}

TEST_CASE("a bomb is refused before it is unpacked", "[xlsx]") {
  const std::string spaces(40u << 20, ' ');
  CHECK(refusal(simple_workbook(kRows + spaces)) ==
        "limit: 工作簿超出了读取上限：内部部件 xl/worksheets/sheet1.xml 展开后是压缩时的 300 "
        "倍以上，不像真实的表");
}

TEST_CASE("every limit is a sentence", "[xlsx]") {
  const std::string package = simple_workbook(kRows);
  Limits limits;
  SECTION("size of a part") {
    limits.part_bytes = 100;
    CHECK(refusal(package, limits) ==
          "limit: 工作簿超出了读取上限：内部部件 xl/worksheets/sheet1.xml 展开后有 0 MB，最多读 0 "
          "MB");
  }
  SECTION("all parts together") {
    limits.total_bytes = 1000;
    CHECK(refusal(package, limits) == "limit: 工作簿超出了读取上限：各部件展开后合计超过 0 MB");
  }
  SECTION("number of entries") {
    limits.entries = 4;
    CHECK(refusal(package, limits) == "limit: 工作簿超出了读取上限：压缩包里的部件超过 4 个");
  }
  SECTION("cells held in memory") {
    limits.cells = 0;
    CHECK(refusal(package, limits) == "limit: 工作簿超出了读取上限：单元格超过 0 个");
  }
}

TEST_CASE("one flipped bit anywhere gives the right figure or a refusal", "[xlsx]") {
  // What a bad disk or mail gateway does. Only text that no checksum covers (names, dates, the
  // sheet's name is in a part) may change without being noticed, and never a figure.
  const std::string good = simple_workbook(kRows);
  const std::string want = "A1 n 12345.67\n";
  for (std::size_t at = 0; at < good.size(); ++at) {
    std::string package = good;
    package[at] = static_cast<char>(package[at] ^ (1 << (at % 8)));
    const std::string got = read_lines(package);
    const bool refused = got.find(": ") != std::string::npos;
    if (got == want || refused) continue;
    CAPTURE(at, got);
    CHECK(false);
  }
}

TEST_CASE("a file cut at any byte is refused", "[xlsx]") {
  const std::string good = simple_workbook(kRows);
  for (std::size_t size = 1; size < good.size(); ++size) {
    const std::string got = read_lines(good.substr(0, size));
    if (got.find(": ") != std::string::npos) continue;
    CAPTURE(size, got);
    CHECK(false);
  }
}
