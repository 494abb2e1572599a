// One part of a package as it is unpacked, straight into the caller's memory.
//
// What is given out is compared with the size and the CRC that the directory
// states; a part in which a DOCTYPE begins is refused. Nothing else of XML is
// known here.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "xlsx/package/byte_source.h"
#include "xlsx/package/directory.h"
#include "xlsx/package/inflate.h"
#include "xlsx/package/prolog.h"

namespace huizong::xlsx {

class PartStream {
 public:
  /// By Package::open_part, from the Package's own, which must outlive it; `checked` becomes true
  /// when all bytes were found right.
  PartStream(const ByteSource& archive, const DirectoryEntry& entry, WholeInflater& whole,
             bool& checked);

  /// Fills `to` with the next bytes: fewer than `room` (at least 1) only at the end, and the last
  /// of them only when size and CRC were found right; then 0. Throws Unreadable where they are
  /// not: what was given out before is then worth nothing. With room for the whole part at the
  /// first call it is unpacked in one go, which is faster.
  std::size_t read(char* to, std::size_t room);
  std::uint64_t size() const { return entry_->size; }  ///< of the whole part, as stated

 private:
  void unpack(char* to, std::size_t count);
  void unpack_whole(char* to, std::size_t count);
  void make(char* to, std::size_t count);
  bool give_more();
  void finish();

  const ByteSource* archive_;
  const DirectoryEntry* entry_;
  WholeInflater* whole_;
  bool* checked_;
  std::unique_ptr<StreamInflater> inflater_;
  std::string window_;       // packed bytes, where the archive is read from its file
  std::uint64_t taken_ = 0;  // packed bytes so far
  std::uint64_t made_ = 0;   // unpacked bytes so far
  std::uint32_t crc_ = 0;    // of those
  Prolog prolog_;
  bool finished_ = false;
};

}  // namespace huizong::xlsx
