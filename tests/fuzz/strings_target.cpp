// The shared strings part of a fixed package.
//
// Read the fast way and the slow way it is the same; a text that was read is written by us, and
// read again, as itself.

#include "base/text.h"
#include "checked_reading.h"
#include "promise.h"
#include "stored_package.h"
#include "xlsx/fill/string_appender.h"
#include "xlsx/package/package.h"
#include "xlsx/read/shared_strings.h"

using namespace huizong;

namespace {

std::string package_with(std::string_view strings) {
  auto parts = fuzz::minimal_parts();
  fuzz::set_part(parts, fuzz::kSharedStrings, strings);
  return fuzz::stored_package(parts);
}

std::string shown(const xlsx::SharedStrings& strings) {
  std::string all;
  for (std::size_t i = 0; i < strings.size(); ++i) all.append(strings.at(i)).append("\n---\n");
  return all;
}

/// The texts, or why they are refused.
std::string read_as(const std::string& package, xlsx::Spelling spelling) {
  try {
    const xlsx::Package opened(package, fuzz::small_limits());
    return shown(xlsx::read_shared_strings(opened, fuzz::kSharedStrings, spelling));
  } catch (const xlsx::Unreadable& refused) {
    return refused.kind() + ": " + refused.message().zh;
  }
}

void check_written_again(const xlsx::SharedStrings& strings) {
  xlsx::StringAppender appender("");
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < strings.size(); ++i) places.push_back(appender.add(strings.at(i)));
  if (places.empty()) return;
  const xlsx::Package again(package_with(appender.bytes()), fuzz::small_limits());
  const auto copy = xlsx::read_shared_strings(again, fuzz::kSharedStrings);
  for (std::size_t i = 0; i < strings.size(); ++i) {
    fuzz::require(places[i] < copy.size() && copy.at(places[i]) == fuzz::as_filled(strings.at(i)),
                  "a text is read as it was written", strings.at(i));
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string package = package_with(fuzz::text_of(data, size));
  fuzz::read_checked(package);
  const auto slowly = read_as(package, xlsx::Spelling::AnyXml);
  const auto fast = read_as(package, xlsx::Spelling::PlainFirst);
  fuzz::require(fast == slowly, "texts are the same read fast and slowly", fast + "\n" + slowly);
  try {
    const xlsx::Package opened(package, fuzz::small_limits());
    const auto strings = xlsx::read_shared_strings(opened, fuzz::kSharedStrings);
    for (std::size_t i = 0; i < strings.size(); ++i) {
      fuzz::require(is_utf8(strings.at(i)), "a text is UTF-8", strings.at(i));
    }
    check_written_again(strings);
  } catch (const Error&) {
    return 0;  // refused, or a text longer than a cell can be
  }
  return 0;
}
