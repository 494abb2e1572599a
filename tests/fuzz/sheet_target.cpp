// One sheet part of a fixed package.
//
// Read the fast way and the slow way it is the same; and blanks and comments outside the root
// element change nothing, wherever they push the markup to.

#include "checked_reading.h"
#include "promise.h"
#include "stored_package.h"
#include "xlsx/package/package.h"
#include "xlsx/read/sheet_stream.h"
#include "xlsx/xml/scanner.h"

using namespace huizong;

namespace {

std::string package_with(const std::string& sheet) {
  auto parts = fuzz::minimal_parts();
  fuzz::set_part(parts, fuzz::kFirstSheet, sheet);
  return fuzz::stored_package(parts);
}

/// The cells and merges of the first sheet, and why it is refused where it is.
std::string read_as(const std::string& package, xlsx::Spelling spelling) {
  const xlsx::Package opened(package, fuzz::small_limits());
  const auto book = xlsx::read_workbook_part(opened);
  const auto strings = xlsx::read_shared_strings(opened, book.shared_strings);
  std::string all;
  try {
    const auto add = [&](const xlsx::Cell& cell) { all += fuzz::shown(cell); };
    for (const auto& merge : xlsx::stream_sheet(opened, book.sheets[0], &strings, add, spelling)) {
      all += to_string(merge) + "\n";
    }
  } catch (const xlsx::Unreadable& refused) {
    all += refused.kind() + ": " + refused.message().zh;
  }
  return all;
}

void same_with(const std::string& sheet, const std::string& shown, std::string_view what) {
  const auto book = fuzz::read_checked(package_with(sheet));
  fuzz::require(book && fuzz::shown(*book) == shown, what, shown);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string sheet(fuzz::text_of(data, size));
  const std::string package = package_with(sheet);
  const auto slowly = read_as(package, xlsx::Spelling::AnyXml);
  const auto fast = read_as(package, xlsx::Spelling::PlainFirst);
  fuzz::require(fast == slowly, "cells are the same read fast and slowly", fast + "\n" + slowly);

  const auto book = fuzz::read_checked(package);
  if (!book) return 0;
  const bool plain = sheet.starts_with("<") && !sheet.starts_with("<?xml") && sheet[1] != '\0';
  if (!plain) return 0;  // a declaration must come first, and UTF-16 has other blanks
  const std::string shown = fuzz::shown(*book);
  same_with("\xEF\xBB\xBF" + sheet, shown, "a byte order mark changes nothing");
  same_with(sheet + "\n<!---->", shown, "what follows the root changes nothing");

  // So far down that the part is streamed, and a window's edge falls somewhere into the markup.
  // That costs a thousand times as much, so it is done for some inputs only.
  std::size_t sum = 0;
  for (const char c : sheet) sum = sum * 31 + static_cast<unsigned char>(c);
  if (sum % 32 != 0) return 0;
  const std::size_t push = 5 * xlsx::XmlScanner::kWindowBytes - sum / 32 % size;
  same_with(std::string(push, '\n') + sheet, shown, "where a sheet begins changes nothing");
  return 0;
}
