// A document as the events it makes, told by the scanner and by expat, which
// is the reference.

#pragma once

#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "xlsx/limits.h"
#include "xlsx/xml/scanner.h"

namespace huizong::xlsx::testing {

struct Events {
  /// One line an event: "(uri|name uri|attribute=value", ")", "text" with the pieces of a text put
  /// together and line ends written \n. Empty where the document is refused.
  std::string lines;
  std::string refused;  ///< the kind of refusal ("damaged", "unsafe", "limit")
  bool operator==(const Events&) const = default;
};
std::ostream& operator<<(std::ostream& out, const Events& events);

Events scanner_events(const std::string& document, const Limits& limits = {});
/// The same, read in pieces: one read of the source gives one piece, or what fits.
Events scanner_events(const std::vector<std::string>& pieces, std::size_t window_bytes = 1,
                      const Limits& limits = {});
/// Why a document is refused whose content is passed over; "" where it is not.
std::string skipping_refused(const std::string& document, const Limits& limits = {});
std::string skipping_refused(const std::vector<std::string>& pieces, std::size_t window_bytes = 1,
                             const Limits& limits = {});
Events expat_events(std::string_view document);

/// The pieces of a document cut before this byte, or all of one byte.
std::vector<std::string> cut_at(const std::string& document, std::size_t byte);
std::vector<std::string> cut_to_bytes(const std::string& document);

std::string utf16(std::string_view ascii, bool big, bool mark);

}  // namespace huizong::xlsx::testing
