// A part of a workbook as XML: scanned event by event, or pushed through a
// handler where the part is small and the reading simple.
//
// Everything the scanner refuses (xml/scanner.h) is refused in whatever part it
// is in. Prefixes and the strict namespaces make no difference.

#pragma once

#include <string_view>

#include "xlsx/package/package.h"
#include "xlsx/xml/characters.h"
#include "xlsx/xml/scanner.h"

namespace huizong::xlsx {

class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  /// False: what is inside does not matter and is passed over, though still checked; no end()
  /// follows.
  virtual bool start(const Element& element) = 0;
  virtual void end(std::string_view local) { (void)local; }
  /// Text right inside the innermost element that start() took, possibly in pieces.
  virtual void text(std::string_view piece) { (void)piece; }
};

/// The events of a part, from its beginning. The package must outlive the scanner; what the end of
/// the part tells (its size and checksum) is checked when the scanner says Finished. Throws
/// Unreadable.
XmlScanner scan_part(const Package& package, std::string_view part, PartSize size);

/// Runs a part through the handler. What the handler throws comes out. Throws Unreadable.
void parse_part(const Package& package, std::string_view part, PartSize size, XmlHandler& handler);

}  // namespace huizong::xlsx
