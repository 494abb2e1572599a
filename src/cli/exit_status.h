// What the exit status means; scripts rely on it, so these numbers never change.

#pragma once

namespace huizong::cli {

inline constexpr int kDone = 0;  ///< nothing to correct
inline constexpr int kToCorrect =
    1;  ///< done, and something is to be corrected (or a file was refused)
inline constexpr int kBadCommandLine = 2;
inline constexpr int kBadJob =
    3;  ///< job, mapping, template or unit list is wrong; nothing was judged
inline constexpr int kCannotWrite = 4;
inline constexpr int kFault = 70;  ///< a fault in huizong itself
inline constexpr int kInterrupted = 130;

}  // namespace huizong::cli
