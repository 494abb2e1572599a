#include "mapping/load/toml_literal.h"

#include <catch2/catch.hpp>

#include "base/text.h"
#include "support/support.h"

using namespace huizong;
using namespace huizong::mapping;

namespace {

/// The rest of the file's line from where character `index` of the text `a` stands.
std::string at(const std::string& toml, int index) {
  const testing::TempFolder folder;
  testing::write_file(folder / "a.toml", toml);
  const TextFile file = read_text_file(folder / "a.toml");
  const TomlValue root = parse_toml(file);
  const TextSpot spot = spot_inside(file, root.find("a")->value, index, 1);
  const std::string& line = file.lines.at(static_cast<std::size_t>(spot.line - 1));
  return line.substr(first_chars(line, spot.column - 1).size());
}

}  // namespace

TEST_CASE("a character of a value is found again in the file", "[mapping]") {
  CHECK(at("  a = \"预算数/x\"", 3) == "/x\"");
  CHECK(at("a = '预算\\数'", 3) == "数'");
}

TEST_CASE("escapes are one character of the value", "[mapping]") {
  CHECK(at(R"(a = "\"甲\" & \u4E59丙")", 0) == R"(\"甲\" & \u4E59丙")");
  CHECK(at(R"(a = "\"甲\" & \u4E59丙")", 1) == R"(甲\" & \u4E59丙")");
  CHECK(at(R"(a = "\"甲\" & \u4E59丙")", 7) == R"(丙")");
}

TEST_CASE("a text of several lines is followed line by line", "[mapping]") {
  CHECK(at("a = \"\"\"\n甲乙\n丙丁\"\"\"", 0) == "甲乙");
  CHECK(at("a = \"\"\"\n甲乙\n丙丁\"\"\"", 4) == "丁\"\"\"");
  CHECK(at("a = '''甲\n乙'''", 2) == "乙'''");
  CHECK(at("a = \"\"\"甲\r\n乙\"\"\"", 2) == "乙\"\"\"");
  CHECK(at("a = \"\"\"甲 \\\n\n   乙丙\"\"\"", 3) == "丙\"\"\"");
}
