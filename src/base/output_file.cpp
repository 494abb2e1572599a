#include "base/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace huizong {
namespace fs = std::filesystem;
namespace {

/// The system's reason, in words an office uses where there are some.
Message reason_of(int error) {
  switch (error) {
    case EACCES:
    case EPERM:
      return {"没有权限", "no permission"};
    case ENOSPC:
    case EDQUOT:
      return {"磁盘满了", "the disk is full"};
    case EFBIG:
      return {"文件太大，那里放不下", "a file of this size is not allowed there"};
    case EROFS:
      return {"磁盘是只读的", "the disk is read-only"};
    case ENOTDIR:
      return {"上级不是文件夹", "what should be its folder is a file"};
    case EISDIR:
      return {"那里是一个文件夹", "there is a folder of that name"};
    case EBUSY:
    case ETXTBSY:
      return {"正被别的程序占用", "another program is using it"};
    case ENAMETOOLONG:
      return {"文件名太长", "the name is too long"};
    case EPIPE:
      return {"接收的程序已经关闭", "the program that reads it has closed it"};
    default:
      return verbatim(std::strerror(error));
  }
}

Message cannot_write(const fs::path& file, int error) {
  const Message why = reason_of(error);
  if (file.empty())
    return {fmt::format("写不到标准输出：{}。", why.zh),
            fmt::format("Cannot write to standard output: {}.", why.en)};
  return {fmt::format("写不了 {}：{}。请检查磁盘空间和权限，并关闭正在打开它的程序后重试。",
                      file.string(), why.zh),
          fmt::format("Cannot write {}: {}. Check disk space and permissions, close any program "
                      "that has it open, and try again.",
                      file.string(), why.en)};
}

}  // namespace

OutputFile::OutputFile(fs::path file) : OutputFile() {  // whole from here on: a throw cleans up
  file_ = std::move(file);
  std::error_code status;
  if (fs::exists(file_, status) && !fs::is_regular_file(file_, status)) {
    out_ = ::open(file_.c_str(), O_WRONLY | O_CLOEXEC);
    if (out_ < 0) fail(errno);
    return;
  }
  make_folders();
  std::string name = (file_.parent_path() / ".huizong-XXXXXX").string();
  out_ = ::mkostemp(name.data(), O_CLOEXEC);
  if (out_ < 0) fail(errno);
  temporary_ = std::move(name);
}

OutputFile OutputFile::standard_output() {
  OutputFile output;
  output.out_ = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0);
  if (output.out_ < 0) output.fail(errno);
  return output;
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : file_(std::move(other.file_)),
      temporary_(std::exchange(other.temporary_, {})),
      made_folders_(std::exchange(other.made_folders_, {})),
      out_(std::exchange(other.out_, -1)) {}

OutputFile::~OutputFile() {
  if (out_ >= 0) ::close(out_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
  for (const auto& folder : made_folders_) ::rmdir(folder.c_str());  // only those still empty
}

void OutputFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(out_, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail(errno);
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
}

void OutputFile::finish() {
  if (!temporary_.empty()) {
    // mkostemp makes it private; an office shares its folders.
    const mode_t mask = ::umask(0);
    ::umask(mask);
    if (::fchmod(out_, 0666 & ~mask) != 0 || ::fsync(out_) != 0) fail(errno);
  }
  if (::close(std::exchange(out_, -1)) != 0) fail(errno);
  if (temporary_.empty()) return;
  if (::rename(temporary_.c_str(), file_.c_str()) != 0) fail(errno);
  temporary_.clear();
  made_folders_.clear();
}

void OutputFile::make_folders() {
  std::error_code error;
  for (fs::path folder = file_.parent_path(); !folder.empty() && !fs::exists(folder, error);
       folder = folder.parent_path())
    made_folders_.push_back(folder);
  error.clear();
  if (file_.has_parent_path()) fs::create_directories(file_.parent_path(), error);
  if (error) fail(error.value());
}

void OutputFile::fail(int error) const {
  const Message message = cannot_write(file_, error);
  if (error == EPIPE) throw ClosedPipe(message);
  throw WriteError(message);
}

}  // namespace huizong
