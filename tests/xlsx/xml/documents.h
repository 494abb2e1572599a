// Small documents, right and wrong in every way that XML knows, and what is to
// become of each.

#pragma once

#include <string>
#include <vector>

namespace huizong::xlsx::testing {

struct Document {
  std::string text;
  bool good;
  /// Where expat, the reference, judges otherwise on purpose of ours: why. Else empty.
  std::string why_not_expat = {};
};

const std::vector<Document>& documents();

}  // namespace huizong::xlsx::testing
