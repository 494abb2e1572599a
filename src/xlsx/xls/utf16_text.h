// UTF-16 in pieces -> UTF-8.
//
// What has no UTF-8 (half of a surrogate pair, NUL) is written _xD800_, as Excel
// itself writes it when it saves the workbook as .xlsx, and as our reader of
// .xlsx leaves it.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace huizong::xlsx {

class Utf16Text {
 public:
  void add_wide(std::string_view bytes);    ///< two bytes a unit, the lower first
  void add_narrow(std::string_view bytes);  ///< one byte a unit: Latin-1
  std::string take();

 private:
  void add(std::uint32_t unit);
  void give_up_half();

  std::string text_;
  std::uint32_t half_ = 0;  // a first half whose second has not come yet, or 0
};

}  // namespace huizong::xlsx
