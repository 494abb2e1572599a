#include "xlsx/xml/window.h"

#include <algorithm>
#include <cstring>

namespace huizong::xlsx {
namespace {

class StringSource : public XmlSource {
 public:
  explicit StringSource(std::string bytes) : bytes_(std::move(bytes)) {}
  std::size_t read(char* to, std::size_t room) override {
    const std::size_t count = std::min(room, bytes_.size() - at_);
    std::memcpy(to, bytes_.data() + at_, count);
    at_ += count;
    return count;
  }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

constexpr std::size_t kSmallRoom = 64 * 1024;

std::uint64_t line_ends(const char* from, const char* to) {
  // memchr passes over long lines fastest, and workbooks hardly have others.
  std::uint64_t count = 0;
  while (from != to) {
    const void* next = std::memchr(from, '\n', static_cast<std::size_t>(to - from));
    if (next == nullptr) break;
    ++count;
    from = static_cast<const char*>(next) + 1;
  }
  return count;
}

}  // namespace

Window::Window(std::string whole)
    : whole_(std::move(whole)), source_(nullptr), most_(SIZE_MAX / 4) {
  const EncodingMark mark = encoding_mark(whole_);
  if (mark.encoding == Encoding::Utf8) {
    begin_ = whole_.data() + mark.bytes;
    end_ = whole_.data() + whole_.size();
    ended_ = true;
  } else {
    source_ = Utf8Source(std::make_unique<StringSource>(std::move(whole_)));
    make_room(kSmallRoom);
  }
}

Window::Window(std::unique_ptr<XmlSource> bytes, std::size_t room, std::size_t most)
    : source_(std::move(bytes)), most_(most) {
  make_room(std::max(room, 2 * Utf8Source::kLeastRoom));
}

void Window::make_room(std::size_t room) {
  auto memory = std::make_unique_for_overwrite<char[]>(room + 1);
  const auto kept = static_cast<std::size_t>(end_ - begin_);
  if (kept > 0) std::memcpy(memory.get(), begin_, kept);
  memory_ = std::move(memory);
  room_ = room;
  begin_ = memory_.get();
  end_ = begin_ + kept;
  *end_ = '\0';
}

Window::Refill Window::refill(const char*& kept) {
  if (ended_) return Refill::End;
  lines_ += line_ends(begin_, kept);
  begin_ += kept - begin_;
  const auto size = static_cast<std::size_t>(end_ - begin_);
  if (size >= most_) return Refill::TooLong;
  if (size + Utf8Source::kLeastRoom > room_ / 2) {
    make_room(room_ * 2);
  } else {
    std::memmove(memory_.get(), begin_, size);
    begin_ = memory_.get();
    end_ = begin_ + size;
  }
  // A token that is cut is scanned again from its start: reading at least as much as there is of it
  // keeps that in proportion to the document.
  std::size_t wanted = std::max<std::size_t>(size, 1);
  while (wanted > 0) {
    const auto room = static_cast<std::size_t>(memory_.get() + room_ - end_);
    if (room < Utf8Source::kLeastRoom) break;
    const std::size_t got = source_.read(end_, room);
    if (got == 0) {
      ended_ = true;
      break;
    }
    end_ += got;
    wanted -= std::min(wanted, got);
  }
  *end_ = '\0';
  kept = begin_;
  return end_ == begin_ + size ? Refill::End : Refill::More;
}

void Window::switch_to(Encoding encoding, const char*& at) {
  if (memory_ == nullptr) {
    const std::string unused(at, static_cast<std::size_t>(end_ - at));
    lines_ += line_ends(begin_, at);
    begin_ = end_;
    make_room(kSmallRoom);
    source_.switch_to(encoding, unused);
  } else {
    source_.switch_to(encoding, {at, static_cast<std::size_t>(end_ - at)});
    end_ -= end_ - at;
    *end_ = '\0';
  }
  ended_ = false;
  at = end_;
}

std::uint64_t Window::line_of(const char* at) const {
  return lines_ + line_ends(begin_, at) + 1;
}

}  // namespace huizong::xlsx
