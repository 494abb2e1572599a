#include "formula/definitions.h"

#include <catch2/catch.hpp>

#include "fake_scope.h"

namespace huizong::formula {

TEST_CASE("a grade's lower bound belongs to it", "[formula]") {
  const std::vector<Band> bands = {{"优", 90}, {"良", 80}, {"中", 60}, {"差", 0}};
  CHECK(band_of(100, bands) == "优");
  CHECK(band_of(90, bands) == "优");
  CHECK(band_of(dec("89.99"), bands) == "良");
  CHECK(band_of(0, bands) == "差");
  CHECK(band_of(-1, bands) == std::nullopt);
}

TEST_CASE("stepped scores with upper bounds", "[formula]") {
  const std::vector<Band> bands = {
      {"5", 0, true}, {"4", dec("0.1"), true}, {"3", dec("0.2"), true, false}};
  CHECK(band_of(-1, bands) == "5");
  CHECK(band_of(0, bands) == "5");
  CHECK(band_of(dec("0.1"), bands) == "4");
  CHECK(band_of(dec("0.15"), bands) == "3");
  CHECK(band_of(dec("0.2"), bands) == std::nullopt);
}

TEST_CASE("a derived figure by its name", "[formula]") {
  Definitions definitions;
  definitions.derived.push_back({"执行率", nullptr, {}, 4, "", ""});
  CHECK(definitions.find_derived("执行率") == &definitions.derived[0]);
  CHECK(definitions.find_derived("总分") == nullptr);
}

}  // namespace huizong::formula
