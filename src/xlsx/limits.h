// What a workbook may make us do, at most.
//
// A workbook comes by mail from someone we do not know: every size it states is
// compared with a bound before anything is allocated, and with what really
// arrives afterwards. The bounds are far beyond any official form; an office that
// meets one may set it, by its name here (huizong.toml, huizong cells --limit).

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"

namespace huizong::xlsx {

struct Limits {
  std::uint64_t package_bytes = 512ull << 20;  ///< the file itself
  std::uint64_t part_bytes = 2048ull << 20;    ///< inflated, one part
  std::uint64_t total_bytes = 4096ull << 20;   ///< inflated, all parts read
  std::uint64_t small_part_bytes = 64ull
                                   << 20;  ///< inflated, every part but sheets and shared strings
  std::uint64_t ratio = 300;               ///< inflated to compressed; real sheets stay below 60
  std::uint64_t ratio_free_bytes =
      16ull << 20;  ///< parts up to this size may compress as well as they like
  std::uint64_t string_bytes = 1024ull << 20;  ///< shared strings, decoded
  std::size_t strings = 16'000'000;            ///< shared strings, how many
  std::size_t cells =
      4'000'000;  ///< of one workbook held whole (read_workbook); visit has no such bound
  std::size_t merges = 1'000'000;       ///< merged ranges of one sheet
  std::size_t styles = 65536;           ///< cell formats; Excel itself stops at 65,490
  std::size_t format_bytes = 1024;      ///< one number format; Excel's own limit is 255 characters
  std::size_t relationships = 100'000;  ///< of one part
  int entries = 10000;                  ///< in the zip
  int sheets = 5000;
  int sheet_name_chars = 255;          ///< Excel's own limit is 31
  int depth = 1024;                    ///< nested XML elements
  int attributes = 512;                ///< of one XML element, namespace declarations included
  std::size_t token_bytes = 4u << 20;  ///< one XML tag or comment
  std::size_t text_bytes =
      32767 * 4;  ///< one cell's text, bytes; Excel's own limit is 32,767 characters
};

struct AdjustableLimit {
  std::string_view name;  ///< the member's own: "cells"
  std::uint64_t least;    ///< what it may be set to
  std::uint64_t most;
  void (*put)(Limits& limits, std::uint64_t value);

  Message allowed() const;  ///< "1 到 100 的整数", with 字节 where it counts those
};

std::span<const AdjustableLimit> adjustable_limits();  ///< all of them, in the order above
std::vector<std::string> limit_names();
const AdjustableLimit* find_limit(std::string_view name);  ///< null where there is none

/// False, and nothing set, where no limit has this name or it may not be set to this.
bool set_limit(Limits& limits, std::string_view name, std::uint64_t value);

}  // namespace huizong::xlsx
