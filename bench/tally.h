// What a contestant has read, so that all are seen to have read the same, and what it took.

#pragma once

#include <cstdint>
#include <string_view>

namespace bench {

class Tally {
 public:
  void number(double value);
  void text(std::string_view utf8);
  void cell() { ++cells_; }  ///< of another kind: a truth value, an error
  /// One line of JSON on stdout: cells, ten-thousandths summed, bytes of text, and this process's
  /// CPU time (seconds) and peak memory so far.
  void print() const;

 private:
  std::uint64_t cells_ = 0;
  std::int64_t numbers_ = 0;  ///< ten-thousandths: whole numbers, so that the order does not matter
  std::uint64_t text_ = 0;    ///< bytes
};

}  // namespace bench
