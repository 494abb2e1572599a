#include "base/file.h"

#include <fcntl.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>

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
    case EROFS:
      return {"磁盘是只读的", "the disk is read-only"};
    case ENOTDIR:
      return {"上级不是文件夹", "what should be its folder is a file"};
    case EISDIR:
      return {"那里是一个文件夹", "there is a folder of that name"};
    case EBUSY:
    case ETXTBSY:
      return {"正被别的程序占用", "another program is using it"};
    default:
      return verbatim(std::strerror(error));
  }
}

[[noreturn]] void cannot_write(const fs::path& file, int error) {
  const Message why = reason_of(error);
  throw WriteError(
      {fmt::format("写不了 {}：{}。请检查磁盘空间和权限，并关闭正在打开它的程序后重试。",
                   file.string(), why.zh),
       fmt::format("Cannot write {}: {}. Check disk space and permissions, close any program that "
                   "has it open, and try again.",
                   file.string(), why.en)});
}

void write_all(int out, const fs::path& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(out, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) {
      const int error = errno;
      ::close(out);
      cannot_write(file, error);
    }
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
}

}  // namespace

std::string read_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary | std::ios::ate);
  if (!in || fs::is_directory(file))
    throw Error(say("打不开 {}。请检查文件是否存在、有没有读的权限。",
                    "Cannot open {}. Check that the file exists and may be read.", file.string()));
  const std::streamoff size = in.tellg();
  std::string bytes(static_cast<std::size_t>(std::max<std::streamoff>(size, 0)), '\0');
  in.seekg(0);
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

void write_file(const fs::path& file, std::string_view bytes) {
  std::error_code status;
  const bool special = fs::exists(file, status) && !fs::is_regular_file(file, status);
  if (special) {
    const int out = ::open(file.c_str(), O_WRONLY | O_CLOEXEC);
    if (out < 0) cannot_write(file, errno);
    write_all(out, file, bytes);
    if (::close(out) != 0) cannot_write(file, errno);
    return;
  }
  std::error_code made;
  if (file.has_parent_path()) fs::create_directories(file.parent_path(), made);
  if (made) cannot_write(file, made.value());

  std::string temporary = (file.parent_path() / (".huizong-XXXXXX")).string();
  const int out = ::mkostemp(temporary.data(), O_CLOEXEC);
  if (out < 0) cannot_write(file, errno);
  try {
    write_all(out, file, bytes);
    // mkostemp makes it private; an office shares its folders.
    const mode_t mask = ::umask(0);
    ::umask(mask);
    if (::fchmod(out, 0666 & ~mask) != 0 || ::fsync(out) != 0 || ::close(out) != 0)
      cannot_write(file, errno);
    if (::rename(temporary.c_str(), file.c_str()) != 0) cannot_write(file, errno);
  } catch (...) {
    ::unlink(temporary.c_str());
    throw;
  }
}

std::string sha256(std::string_view bytes) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest, &size, EVP_sha256(), nullptr) != 1)
    throw std::runtime_error("SHA-256 is not available in this build of OpenSSL");
  std::string hex;
  for (unsigned i = 0; i < size; ++i) hex += fmt::format("{:02x}", digest[i]);
  return hex;
}

}  // namespace huizong
