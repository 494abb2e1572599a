#include "xlsx/package/inflate.h"

#ifdef HUIZONG_HAVE_ISAL

#include <isa-l/igzip_lib.h>

#include <algorithm>
#include <limits>

namespace huizong::xlsx {
namespace {

class IsalInflater : public StreamInflater {
 public:
  IsalInflater() { isal_inflate_init(&state_); }

  void give(std::string_view packed) override {
    state_.next_in = const_cast<std::uint8_t*>(
        reinterpret_cast<const std::uint8_t*>(packed.data()));  // only read
    state_.avail_in = static_cast<std::uint32_t>(packed.size());
  }

  std::optional<std::size_t> make(char* to, std::size_t room) override {
    const std::size_t most = std::min<std::size_t>(room, std::numeric_limits<std::uint32_t>::max());
    state_.next_out = reinterpret_cast<std::uint8_t*>(to);
    state_.avail_out = static_cast<std::uint32_t>(most);
    const int result = isal_inflate(&state_);
    if (result != ISAL_DECOMP_OK && result != ISAL_END_INPUT && result != ISAL_OUT_OVERFLOW)
      return std::nullopt;
    return most - state_.avail_out;
  }

  bool ended() const override { return state_.block_state == ISAL_BLOCK_FINISH; }
  std::size_t left_over() const override {
    // It reads ahead: whole bytes that it took in and did not need.
    return state_.avail_in + static_cast<std::size_t>(state_.read_in_length / 8);
  }

 private:
  inflate_state state_;
};

}  // namespace

std::unique_ptr<StreamInflater> isal_inflater() {
  return std::make_unique<IsalInflater>();
}

}  // namespace huizong::xlsx

#else

namespace huizong::xlsx {

std::unique_ptr<StreamInflater> isal_inflater() {
  return nullptr;
}

}  // namespace huizong::xlsx

#endif
