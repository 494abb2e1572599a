#include "xlsx/package/input_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "xlsx/unreadable.h"

namespace huizong::xlsx {
namespace fs = std::filesystem;
namespace {

[[noreturn]] void refuse_not_regular() {
  throw Unreadable("unknown",
                   {"这不是普通文件（是文件夹、管道或设备）；请指定 .xlsx 或 .xls 工作簿。",
                    "This is not a regular file but a folder, a pipe or a device; name an .xlsx "
                    "or .xls workbook."});
}

int open_regular(const fs::path& path) {
  // Asked before it is opened: opening a device can have effects, and opening a pipe waits.
  std::error_code error;
  switch (fs::status(path, error).type()) {
    case fs::file_type::regular:
      break;
    case fs::file_type::not_found:
    case fs::file_type::none:
    case fs::file_type::unknown:
      throw Unreadable("missing",
                       {"文件不存在或没有权限访问；请检查路径。",
                        "The file does not exist or may not be accessed; check the path."});
    default:
      refuse_not_regular();
  }
  const int handle = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (handle < 0) {
    throw Unreadable(
        "missing",
        {"文件打不开；请检查有没有读的权限、是否正被别的程序占用。",
         "The file cannot be opened; check that it may be read and that no other program "
         "holds it."});
  }
  return handle;
}

}  // namespace

InputFile::Handle::~Handle() {
  if (number_ >= 0) ::close(number_);
}

InputFile::InputFile(const fs::path& path, const Limits& limits) : handle_(open_regular(path)) {
  struct stat now {};
  if (::fstat(handle_.number(), &now) != 0 || !S_ISREG(now.st_mode)) refuse_not_regular();
  size_ = static_cast<std::uint64_t>(now.st_size);
  if (size_ > limits.package_bytes) {
    refuse_limit("package_bytes",
                 say("文件有 {} MB，最多读 {} MB", "the file has {} MB, at most {} MB are read",
                     size_ >> 20, limits.package_bytes >> 20));
  }
  if (size_ == 0) {
    throw Unreadable(
        "empty",
        {"文件是空的（0 字节），多半是没有保存成功或传输中断；请重新保存后再报。",
         "The file is empty (0 bytes), most likely because saving or copying it failed; save it "
         "again."});
  }
}

std::size_t InputFile::read_at(std::uint64_t offset, char* to, std::size_t count) const {
  std::size_t done = 0;
  while (done < count) {
    const auto got =
        ::pread(handle_.number(), to + done, count - done, static_cast<off_t>(offset + done));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    done += static_cast<std::size_t>(got);
  }
  return done;
}

std::string InputFile::read_whole() const {
  // Up to the size first seen: a file that grows meanwhile is cut, and then fails as truncated.
  std::string bytes(static_cast<std::size_t>(size_), '\0');
  bytes.resize(read_at(0, bytes.data(), bytes.size()));
  return bytes;
}

}  // namespace huizong::xlsx
