#include "xlsx/read/shared_strings.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include "xlsx/package/xml_stream.h"
#include "xlsx/read/cell_text.h"
#include "xlsx/read/plain_spelling.h"

namespace huizong::xlsx {
namespace {

constexpr std::size_t kMostPlaces = std::numeric_limits<std::uint32_t>::max();

[[noreturn]] void refuse_bytes(std::string_view limit, std::uint64_t most) {
  refuse_limit(limit,
               say("文字合计超过 {} MB", "its texts are larger than {} MB together", most >> 20));
}

class StringsReader {
 public:
  StringsReader(const Package& package, std::string_view part, Spelling spelling)
      : limits_(package.limits()),
        xml_(scan_part(package, part, PartSize::Large)),
        plain_(spelling == Spelling::PlainFirst),
        item_(limits_) {}

  SharedStrings read() {
    if (xml_.next() != XmlScanner::Event::Start || !xml_.element().is("sst"))
      refuse_damaged({"共享字符串表不是字符串表", "its shared strings part is something else"});
    const int depth = xml_.depth();
    plain_ = plain_ && !xml_.element().prefixed() && depth + 2 <= limits_.depth;
    while (true) {
      // Deeper, an alternative stands between, which may say what <si> means anew.
      if (plain_ && xml_.depth() == depth) read_plain();
      const auto event = xml_.next();
      if (event == XmlScanner::Event::End || event == XmlScanner::Event::Finished) break;
      if (event == XmlScanner::Event::Text) continue;
      if (xml_.element().is("si")) {
        add(item_.collect(xml_));
        if (!item_.whole()) {
          refuse_damaged(say("文字表的第 {} 条文字里夹着别的内容，只能读出一部分",
                             "text {} of its table of texts has other contents between, so that "
                             "only a part of it can be read",
                             strings_.size()));
        }
      } else {
        xml_.skip();
      }
    }
    while (xml_.next() != XmlScanner::Event::Finished) {
    }
    return std::move(strings_);
  }

 private:
  void read_plain() {
    const std::string_view ahead = xml_.ahead();
    const char* p = ahead.data();
    const char* end = p + ahead.size();
    PlainText item;
    while (p != end && take_plain_string(p, end, item)) {
      check_text_size(item.text.size(), limits_);
      const bool as_is = item.text.find('_') == std::string_view::npos;
      if (as_is) {
        add(item.keep_blanks ? item.text : xml_trimmed(item.text));
      } else {
        text_.clear();
        append_text(text_, item.text, item.keep_blanks);
        add(text_);
      }
    }
    xml_.take(static_cast<std::size_t>(p - ahead.data()));
  }

  void add(std::string_view text) {
    if (strings_.size() >= limits_.strings) {
      refuse_limit("strings", say("不同的文字超过 {} 条", "it has more than {} different texts",
                                  limits_.strings));
    }
    strings_.add(text);
    if (strings_.bytes() > limits_.string_bytes) refuse_bytes("string_bytes", limits_.string_bytes);
  }

  const Limits& limits_;
  XmlScanner xml_;
  bool plain_;
  TextCollector item_;
  std::string text_;
  SharedStrings strings_;
};

}  // namespace

void SharedStrings::make_room(std::size_t need) {
  const std::size_t count = (need + kBlock - 1) / kBlock;
  if (units_.size() + count > kMostPlaces / kBlock) refuse_bytes("", kMostPlaces);
  blocks_.push_back(std::make_unique_for_overwrite<char[]>(count * kBlock));
  next_ = units_.size() * kBlock;
  room_ = count * kBlock;
  for (std::size_t i = 0; i < count; ++i) units_.push_back(blocks_.back().get() + i * kBlock);
}

void SharedStrings::add(std::string_view text) {
  constexpr std::size_t kLongestLength = 10;
  char length[kLongestLength];
  std::size_t length_bytes = 0;
  std::size_t left = text.size();
  for (; left >= 0x80; left >>= 7) length[length_bytes++] = static_cast<char>(left | 0x80);
  length[length_bytes++] = static_cast<char>(left);
  const std::size_t need = length_bytes + text.size();
  if (need > room_) make_room(need);
  char* to = units_[next_ / kBlock] + next_ % kBlock;
  std::memcpy(to, length, length_bytes);
  if (!text.empty()) std::memcpy(to + length_bytes, text.data(), text.size());
  starts_.push_back(static_cast<std::uint32_t>(next_));
  next_ += need;
  room_ -= need;
  bytes_ += text.size();
}

std::string_view SharedStrings::at(std::size_t index) const {
  const std::size_t place = starts_[index];
  const char* p = units_[place / kBlock] + place % kBlock;
  std::size_t length = 0;
  int shift = 0;
  for (; (*p & 0x80) != 0; ++p, shift += 7) length |= static_cast<std::size_t>(*p & 0x7F) << shift;
  length |= static_cast<std::size_t>(*p++) << shift;
  return {p, length};
}

SharedStrings read_shared_strings(const Package& package, std::string_view part,
                                  Spelling spelling) {
  return StringsReader(package, part, spelling).read();
}

}  // namespace huizong::xlsx
