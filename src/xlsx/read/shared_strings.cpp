#include "xlsx/read/shared_strings.h"

#include <algorithm>
#include <cstring>

#include "xlsx/package/xml_stream.h"
#include "xlsx/read/cell_text.h"

namespace huizong::xlsx {
namespace {

class SharedStringsHandler : public XmlHandler {
 public:
  explicit SharedStringsHandler(const Limits& limits) : limits_(limits), item_(limits) {}

  bool start(const Element& element) override {
    if (state_ == State::Item) return item_.start(element);
    if (state_ == State::Outside) {
      if (!element.is("sst"))
        refuse_damaged({"共享字符串表不是字符串表", "its shared strings part is something else"});
      state_ = State::List;
      return true;
    }
    if (!element.is("si")) return false;
    item_.clear();
    state_ = State::Item;
    return true;
  }
  void text(std::string_view piece) override {
    if (state_ == State::Item) item_.text(piece);
  }
  void end(std::string_view local) override {
    if (state_ != State::Item) return;
    if (local != "si") return item_.end(local);
    state_ = State::List;
    if (strings_.size() >= limits_.strings) {
      refuse_limit(
          say("不同的文字超过 {} 条", "it has more than {} different texts", limits_.strings));
    }
    strings_.add(item_.collected());
    if (strings_.bytes() > limits_.string_bytes) {
      refuse_limit(say("文字合计超过 {} MB", "its texts are larger than {} MB together",
                       limits_.string_bytes >> 20));
    }
  }
  SharedStrings take() { return std::move(strings_); }

 private:
  enum class State { Outside, List, Item };
  const Limits& limits_;
  State state_ = State::Outside;
  TextCollector item_;
  SharedStrings strings_;
};

}  // namespace

void SharedStrings::add(std::string_view text) {
  constexpr std::size_t kBlock = 256 * 1024;
  const auto length = static_cast<std::uint32_t>(text.size());
  const std::size_t need = sizeof length + text.size();
  if (need > room_) {
    room_ = std::max(kBlock, need);
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(room_));
    free_ = blocks_.back().get();
  }
  std::memcpy(free_, &length, sizeof length);
  std::memcpy(free_ + sizeof length, text.data(), text.size());
  starts_.push_back(free_);
  free_ += need;
  room_ -= need;
  bytes_ += text.size();
}

std::string_view SharedStrings::at(std::size_t index) const {
  const char* start = starts_[index];
  std::uint32_t length = 0;
  std::memcpy(&length, start, sizeof length);
  return {start + sizeof length, length};
}

SharedStrings read_shared_strings(const Package& package, std::string_view part) {
  SharedStringsHandler handler(package.limits());
  parse_part(package, part, PartSize::Large, handler);
  return handler.take();
}

}  // namespace huizong::xlsx
