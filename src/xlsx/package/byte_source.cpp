#include "xlsx/package/byte_source.h"

#include <cstring>

#include "xlsx/unreadable.h"

namespace huizong::xlsx {

std::string_view ByteSource::view(std::uint64_t offset, std::size_t count,
                                  std::string& room) const {
  if (!file_) return held_.substr(static_cast<std::size_t>(offset), count);
  room.resize(count);
  copy(offset, room.data(), count);
  return room;
}

void ByteSource::copy(std::uint64_t offset, char* to, std::size_t count) const {
  if (!file_) {
    std::memcpy(to, held_.data() + offset, count);
  } else if (file_->read_at(offset, to, count) != count) {
    refuse_damaged({"读取时文件变短了，或磁盘出错",
                    "the file became shorter while it was read, or its disk failed"});
  }
}

}  // namespace huizong::xlsx
