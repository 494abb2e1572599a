// The bytes of an .xlsx file, as anyone may send them.
//
// What is accepted must be the same when its archive is written anew with nothing changed.

#include "checked_reading.h"
#include "promise.h"
#include "xlsx/package/archive_rewrite.h"

using namespace huizong;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(fuzz::text_of(data, size));
  const auto book = fuzz::read_checked(bytes);
  if (!book) return 0;
  std::string anew;
  try {
    anew = xlsx::rewrite_archive(bytes, {});
  } catch (const Error&) {
    return 0;  // an entry that is no part, and cannot be handed on
  }
  const auto copy = fuzz::read_checked(anew);
  fuzz::require(copy && fuzz::shown(*copy) == fuzz::shown(*book),
                "an archive written anew holds the same workbook", fuzz::shown(*book));
  return 0;
}
