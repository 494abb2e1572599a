// Ctrl-C, a system that shuts down, a terminal window that was closed: the
// command is told and ends at the next workbook, so that no file is left half.

#pragma once

#include <atomic>

namespace huizong::cli {

/// From the first call on, these signals only set the flag. One that the caller of the program has
/// switched off (nohup) stays off.
const std::atomic<bool>& watch_interrupts();

}  // namespace huizong::cli
