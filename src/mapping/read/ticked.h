// Boxes that are ticked: a cell of its own (✔, □), or one beside each option of a
// choice (☑是 ☐否, 是□ 否√).

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"

namespace huizong::mapping {

/// Whether the text is a tick, or an empty box; nothing where it is neither.
std::optional<bool> read_mark(std::string_view text);

struct Choice {
  std::string option;  ///< as the mapping has it; "" where none, or not exactly one, is chosen
  Message wrong;       ///< why the choice cannot be told; empty where nothing is chosen at all
};

/// The option that is ticked, or that stands alone. A tick belongs to the option it stands beside:
/// the one behind it where the text begins with a box, the one before it where it ends with one.
Choice read_choice(std::string_view text, const std::vector<std::string>& options);

}  // namespace huizong::mapping
