// Named parts of one cell: "等级：{}", "{单位编码}-{单位名称}", "共{人数:count}人". Read and filled
// alike.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mapping/pattern_part.h"

namespace huizong::mapping {

/// The text around and between the parts is compared with width folded and blanks dropped; a part
/// comes back as written, trimmed.
class Pattern {
 public:
  /// Nothing when the braces do not match, there is no part, or two parts touch. Blanks alone
  /// between two parts ("{编码} {名称}") stand for at least one blank.
  static std::optional<Pattern> parse(std::string_view text);

  /// The parts in order, each as short as the text after it allows and possibly empty; nothing
  /// where the text does not fit. "{}" has the name "".
  std::optional<std::vector<std::string>> match(std::string_view text) const;
  /// The cell's text with these parts; one that is missing is empty.
  std::string fill(const std::vector<std::string>& parts) const;
  const std::vector<std::string>& names() const { return names_; }
  const std::vector<PatternPart>& parts() const { return parts_; }  ///< parallel to names
  std::size_t index_of(const std::string& name) const;              ///< of one of its names
  const std::vector<std::string>& literals() const {
    return literals_;
  }  ///< one more than names: before, between, after

 private:
  std::vector<std::string> literals_;
  std::vector<std::string> names_;
  std::vector<PatternPart> parts_;
};

}  // namespace huizong::mapping
