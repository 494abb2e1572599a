// Chance that comes out the same on every machine: a seed stands for one case.

#pragma once

#include <random>
#include <vector>

namespace huizong::testing {

class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}

  int upto(int most) {  ///< 0 to `most`
    return static_cast<int>(random_() % (static_cast<unsigned>(most) + 1));
  }
  int between(int least, int most) { return least + upto(most - least); }
  bool chance(int percent) { return upto(99) < percent; }
  template <class T>
  const T& pick(const std::vector<T>& from) {
    return from[random_() % from.size()];
  }
  template <class T>
  void shuffle(std::vector<T>& items) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[random_() % i]);
  }

 private:
  std::mt19937 random_;
};

}  // namespace huizong::testing
