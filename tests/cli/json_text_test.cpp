#include "cli/json_text.h"

#include <catch2/catch.hpp>
#include <limits>

namespace {

std::string quoted(std::string_view text) {
  std::string out;
  huizong::cli::append_json_text(out, text);
  return out;
}
std::string number(double value) {
  std::string out;
  huizong::cli::append_json_number(out, value);
  return out;
}

}  // namespace

TEST_CASE("any text is one JSON string that comes back as it was", "[cli]") {
  CHECK(quoted("") == R"("")");
  CHECK(quoted("合计（万元）") == R"("合计（万元）")");
  CHECK(quoted("a\"b\\c/d") == R"("a\"b\\c/d")");
  CHECK(quoted("一\r\n二\t") == R"("一\u000d\u000a二\u0009")");
  CHECK(quoted(std::string_view("\0\x1b\x7f", 3)) == R"("\u0000\u001b\u007f")");
  CHECK(quoted("\U00020000\U0001F600") == "\"\U00020000\U0001F600\"");
}

TEST_CASE("a number is the shortest that reads back as the same double", "[cli]") {
  CHECK(number(1064.54) == "1064.54");
  CHECK(number(0.1 + 0.2) == "0.30000000000000004");
  CHECK(number(0) == "0");
  CHECK(number(-1.5e-7) == "-1.5e-07");
  CHECK(number(1e50) == "1e+50");
  CHECK(number(std::numeric_limits<double>::denorm_min()) == "5e-324");
  CHECK(std::stod(number(std::numeric_limits<double>::max())) ==
        std::numeric_limits<double>::max());
}
