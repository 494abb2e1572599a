// What a fuzz target holds the code to, beside not crashing.
//
// A target lets through only huizong::Error, the refusal of bad input; every
// other exception, and every broken promise, ends the run, so that the input
// is kept.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// What libFuzzer and the replay call with each input.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace huizong::fuzz {

/// Ends the program with the sentence unless the promise was kept. `seen` is printed after it.
void require(bool kept, std::string_view promise, std::string_view seen = {});

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace huizong::fuzz
