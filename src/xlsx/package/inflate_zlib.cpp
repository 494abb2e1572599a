#include <zlib.h>

#include <algorithm>
#include <limits>
#include <new>

#include "xlsx/package/inflate.h"

namespace huizong::xlsx {
namespace {

class ZlibInflater : public StreamInflater {
 public:
  ZlibInflater() {
    constexpr int kRaw = -MAX_WBITS;  // no header of zlib's own
    if (inflateInit2(&stream_, kRaw) != Z_OK) throw std::bad_alloc();
  }
  ~ZlibInflater() override { inflateEnd(&stream_); }
  ZlibInflater(const ZlibInflater&) = delete;
  ZlibInflater& operator=(const ZlibInflater&) = delete;

  void give(std::string_view packed) override {
    stream_.next_in =
        const_cast<Bytef*>(reinterpret_cast<const Bytef*>(packed.data()));  // only read
    stream_.avail_in = static_cast<uInt>(packed.size());
  }

  std::optional<std::size_t> make(char* to, std::size_t room) override {
    if (ended_) return 0;
    const std::size_t most = std::min<std::size_t>(room, std::numeric_limits<uInt>::max());
    stream_.next_out = reinterpret_cast<Bytef*>(to);
    stream_.avail_out = static_cast<uInt>(most);
    const int result = ::inflate(&stream_, Z_NO_FLUSH);
    ended_ = result == Z_STREAM_END;
    // Z_BUF_ERROR: nothing could be done without more input, or more room.
    if (!ended_ && result != Z_OK && result != Z_BUF_ERROR) return std::nullopt;
    return most - stream_.avail_out;
  }

  bool ended() const override { return ended_; }
  std::size_t left_over() const override { return stream_.avail_in; }

 private:
  z_stream stream_{};
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<StreamInflater> zlib_inflater() {
  return std::make_unique<ZlibInflater>();
}

}  // namespace huizong::xlsx
