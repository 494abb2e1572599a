#include "mapping/place/chain.h"

#include <catch2/catch.hpp>

#include <random>

using namespace huizong::mapping;

TEST_CASE("the heaviest chain that crosses nowhere is taken", "[chain]") {
  const auto chain = best_chain(3, {{0, 5, 1}, {1, 3, 4}, {1, 6, 1}, {2, 7, 1}});
  CHECK(chain.to == std::vector<int>{-1, 3, 7});
}

TEST_CASE("of equally heavy chains the compact one is taken, and a tie is told", "[chain]") {
  const auto repeated = best_chain(2, {{0, 1}, {0, 8}, {1, 9}});
  CHECK(repeated.to == std::vector<int>{8, 9});
  CHECK(repeated.rivals[0] == std::vector<int>{8});
  const auto tie = best_chain(3, {{0, 1}, {1, 2}, {1, 3}, {2, 4}});
  CHECK(tie.to == std::vector<int>{1, 2, 4});
  CHECK(tie.rivals[1] == std::vector<int>{2, 3});
}

TEST_CASE("a variable block may be any length, and ends at the next place that ends it",
          "[chain]") {
  ChainRules rules;
  rules.segment = {0, 1};
  rules.ends = {{}, {20, 40}};
  const auto chain = best_chain(2, {{0, 5}, {1, 20}, {1, 40}}, rules);
  CHECK(chain.to == std::vector<int>{5, 20});
  CHECK(chain.rivals[1] == std::vector<int>{20});
}

TEST_CASE("chains agree with trying everything", "[chain]") {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    std::vector<Match> matches;
    for (int i = 0; i < 5; ++i) {
      for (int j = 0; j < 6; ++j) {
        if (random() % 3 == 0) matches.push_back({i, j, 1 + static_cast<int>(random() % 3)});
      }
    }
    long best = 0;
    for (unsigned set = 0; matches.size() <= 14 && set < (1u << matches.size()); ++set) {
      long weight = 0;
      int from = -1, to = -1;
      bool good = true;
      for (std::size_t k = 0; k < matches.size(); ++k) {
        if (!(set >> k & 1)) continue;
        good = good && matches[k].from > from && matches[k].to > to;
        from = matches[k].from;
        to = matches[k].to;
        weight += matches[k].weight;
      }
      if (good) best = std::max(best, weight);
    }
    if (matches.size() > 14) continue;
    const auto chain = best_chain(5, matches);
    long weight = 0;
    int last = -1;
    for (int i = 0; i < 5; ++i) {
      const int to = chain.to[static_cast<std::size_t>(i)];
      if (to < 0) continue;
      CHECK(to > last);
      last = to;
      for (const Match& m : matches) weight += m.from == i && m.to == to ? m.weight : 0;
    }
    CHECK(weight == best);
  }
}
