// A text that many hold, such as the name of the file a thousand figures were
// read from: copies share it.

#pragma once

#include <fmt/format.h>

#include <compare>
#include <memory>
#include <string>

namespace huizong {

/// Never changes; "" takes no room. It reads as a std::string wherever one is asked for.
class SharedText {
 public:
  SharedText() = default;
  // NOLINTBEGIN(google-explicit-constructor): a place is written {"上报/101001.xlsx", "自评表",
  // cell}
  SharedText(std::string text)
      : text_(text.empty() ? nullptr : std::make_shared<const std::string>(std::move(text))) {}
  SharedText(const char* text) : SharedText(std::string(text)) {}
  operator const std::string&() const { return str(); }
  // NOLINTEND(google-explicit-constructor)

  const std::string& str() const {
    static const std::string none;
    return text_ ? *text_ : none;
  }
  bool empty() const { return !text_; }
  friend bool operator==(const SharedText& a, const SharedText& b) {
    return a.text_ == b.text_ || a.str() == b.str();
  }
  friend std::strong_ordering operator<=>(const SharedText& a, const SharedText& b) {
    return a.str() <=> b.str();
  }

 private:
  std::shared_ptr<const std::string> text_;  // null is ""
};

}  // namespace huizong

template <>
struct fmt::formatter<huizong::SharedText> : fmt::formatter<fmt::string_view> {
  template <typename Context>
  auto format(const huizong::SharedText& text, Context& context) const {
    return fmt::formatter<fmt::string_view>::format(text.str(), context);
  }
};
