#include "xlsx/unreadable.h"

#include "base/text.h"

namespace huizong::xlsx {
namespace {

/// The length of the sign the UTF-8 text begins with, if it steers a terminal (U+0080-9F) or the
/// direction of writing (U+202A-E, U+2066-9); else 0.
std::size_t steering_sign(std::string_view text) {
  const auto in = [&](std::string_view lead, char first, char last) {
    return text.size() > lead.size() && text.starts_with(lead) && text[lead.size()] >= first &&
           text[lead.size()] <= last;
  };
  if (in("\xC2", '\x80', '\x9F')) return 2;
  if (in("\xE2\x80", '\xAA', '\xAE') || in("\xE2\x81", '\xA6', '\xA9')) return 3;
  return 0;
}

}  // namespace

void refuse_damaged(const Message& what) {
  throw Unreadable(
      "damaged",
      {fmt::format("工作簿已损坏：{}；请用 Excel 或 WPS 打开核对，另存为 .xlsx 后再报。", what.zh),
       fmt::format(
           "The workbook is damaged: {}; open it in Excel or WPS, check it, and save it as .xlsx "
           "again.",
           what.en)});
}

void refuse_unsafe(const Message& what) {
  throw Unreadable("unsafe", {fmt::format("工作簿的内部结构不正常，可能被改动过，没有读取：{}"
                                          "；请用 Excel 或 WPS 打开核对，另存为 .xlsx 后再报。",
                                          what.zh),
                              fmt::format("The workbook is put together in a way no spreadsheet "
                                          "program does and was not read: {}; open it in "
                                          "Excel or WPS, check it, and save it as .xlsx again.",
                                          what.en)});
}

void refuse_limit(std::string_view limit, const Message& what) {
  throw Unreadable(
      "limit",
      {fmt::format("工作簿超出了读取上限：{}；请删去多余的内容，另存为 .xlsx 后再报。", what.zh),
       fmt::format("The workbook is beyond what is read: {}; delete what is not needed and save it "
                   "as .xlsx again.",
                   what.en)},
      std::string(limit));
}

void refuse_truncated() {
  throw Unreadable("truncated",
                   {"文件不完整，后半部分丢失，多半是传输或保存中断；请重新发送或另存后再报。",
                    "The file is incomplete: its end is missing, most likely because sending or "
                    "saving it was interrupted; send or save it again."});
}

std::string printable(std::string_view name) {
  constexpr int kMost = 60;
  const bool utf8 = is_utf8(name);
  std::string clean;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const auto byte = static_cast<unsigned char>(name[i]);
    const std::size_t hidden = utf8 ? steering_sign(name.substr(i)) : 0;
    if (byte < 0x20 || byte == 0x7F || (byte >= 0x80 && !utf8) || hidden > 0) {
      clean += '?';
      i += hidden > 0 ? hidden - 1 : 0;
    } else {
      clean += name[i];
    }
  }
  if (char_count(clean) <= kMost) return clean;
  return first_chars(clean, kMost) + "…";
}

}  // namespace huizong::xlsx
