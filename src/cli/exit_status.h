// What the exit status means; scripts rely on it, so these numbers never change.

#pragma once

namespace huizong::cli {

inline constexpr int kDone = 0;  ///< nothing to correct
/// Done, and something is to be corrected; a file was refused; what is traced was not recorded, or
/// is not any more as it was.
inline constexpr int kToCorrect = 1;
inline constexpr int kBadCommandLine = 2;
/// Job, mapping, template, unit list or store is wrong: nothing was judged, nothing can be traced.
inline constexpr int kBadJob = 3;
inline constexpr int kCannotWrite = 4;
inline constexpr int kFault = 70;  ///< a fault in huizong itself
inline constexpr int kInterrupted = 130;

}  // namespace huizong::cli
