// All the parts of a workbook as text (stored_package.h), so that every XML part, and the names and
// relationships between them, can be got at.

#include "checked_reading.h"
#include "promise.h"
#include "stored_package.h"

using namespace huizong;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::read_checked(fuzz::stored_package(fuzz::parts_from(fuzz::text_of(data, size))));
  return 0;
}
