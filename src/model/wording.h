// 定性: what an officer's words say about an indicator, by the words a mapping
// lists.

#pragma once

#include <optional>
#include <string_view>

#include "model/scoring.h"

namespace huizong::model {

enum class Reached { Yes, Partly, No };

/// Nothing where the words say neither. The target's own words repeated are as good as 达成.
std::optional<Reached> reached_by_words(std::string_view target, std::string_view actual,
                                        const Scoring& scoring);

/// Whether words say that something is not: 未, 不, 没有, 无, 欠.
bool denies(std::string_view text);

}  // namespace huizong::model
