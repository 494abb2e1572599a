#include "xlsx/package/part_stream.h"

#include <algorithm>

#include "xlsx/unreadable.h"

namespace huizong::xlsx {
namespace {

/// Packed bytes read from a file at a time.
constexpr std::size_t kWindow = 256 << 10;
/// Packed bytes up to which a part of a file is read whole, to be unpacked in one go.
constexpr std::uint64_t kReadWhole = 1 << 20;

}  // namespace

PartStream::PartStream(const ByteSource& archive, const DirectoryEntry& entry, WholeInflater& whole,
                       bool& checked)
    : archive_(&archive), entry_(&entry), whole_(&whole), checked_(&checked) {}

std::size_t PartStream::read(char* to, std::size_t room) {
  if (finished_) return 0;
  const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(room, entry_->size - made_));
  unpack(to, count);
  made_ += count;
  const std::string_view bytes(to, count);
  crc_ = crc32_of(bytes, crc_);
  if (prolog_.shows_doctype(bytes)) {
    const std::string shown = printable(entry_->name);
    refuse_unsafe(
        say("内部部件 {} 带有 DOCTYPE 声明", "its part {} has a DOCTYPE declaration", shown));
  }
  if (made_ == entry_->size) finish();
  return count;
}

void PartStream::unpack(char* to, std::size_t count) {
  if (entry_->method == DirectoryEntry::kStored) {
    archive_->copy(entry_->data + made_, to, count);
    taken_ += count;
    return;
  }
  if (entry_->packed == 0 && entry_->size == 0) return;  // not even a stream: some write so
  const bool whole = made_ == 0 && count == entry_->size && !inflater_;
  if (whole && (archive_->is_held() || entry_->packed <= kReadWhole))
    return unpack_whole(to, count);
  make(to, count);
}

void PartStream::unpack_whole(char* to, std::size_t count) {
  const std::string_view packed =
      archive_->view(entry_->data, static_cast<std::size_t>(entry_->packed), window_);
  if (!whole_->inflate(packed, to, count)) refuse_entry(entry_->name);
  taken_ = entry_->packed;
}

void PartStream::make(char* to, std::size_t count) {
  if (!inflater_) inflater_ = stream_inflater();
  for (std::size_t done = 0; done < count;) {
    const auto made = inflater_->make(to + done, count - done);
    if (!made) refuse_entry(entry_->name);
    done += *made;
    // Short of what was asked for: it wants more input, and there must be some.
    if (done < count && (inflater_->ended() || !give_more())) refuse_entry(entry_->name);
  }
}

bool PartStream::give_more() {
  const std::uint64_t left = entry_->packed - taken_;
  if (left == 0) return false;
  const auto count = static_cast<std::size_t>(
      std::min<std::uint64_t>(left, archive_->is_held() ? StreamInflater::kMostGiven : kWindow));
  inflater_->give(archive_->view(entry_->data + taken_, count, window_));
  taken_ += count;
  return true;
}

/// All bytes are there: the stream must end here, with its last packed byte, and the CRC be right.
void PartStream::finish() {
  if (inflater_) {
    // The stream's end may still lie before it, and no byte more.
    char more = 0;
    do {
      const auto made = inflater_->make(&more, 1);
      if (!made || *made > 0) refuse_entry(entry_->name);
    } while (!inflater_->ended() && give_more());
    if (!inflater_->ended() || inflater_->left_over() > 0) refuse_entry(entry_->name);
  }
  if (taken_ != entry_->packed || crc_ != entry_->crc) refuse_entry(entry_->name);
  inflater_.reset();
  finished_ = true;
  *checked_ = true;
}

}  // namespace huizong::xlsx
