// The bytes of an .xls file, from behind the signature that makes it one.

#include "checked_reading.h"
#include "promise.h"
#include "xlsx/xls/xls_book.h"

using namespace huizong;

namespace {

constexpr std::string_view kSignature = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(fuzz::text_of(data, size));
  if (!bytes.starts_with(kSignature)) return 0;
  const auto limits = fuzz::small_limits();
  try {
    const xlsx::XlsBook file(bytes, limits);
    const auto book = fuzz::collected(file);
    fuzz::check_workbook(book, limits);
    fuzz::require(fuzz::shown(fuzz::collected(file)) == fuzz::shown(book),
                  "a sheet is read the same every time", fuzz::shown(book));
  } catch (const xlsx::Unreadable&) {
    return 0;
  }
  return 0;
}
