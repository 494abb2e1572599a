#include "base/output_file.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <optional>

#include "support/support.h"

using namespace huizong;
using huizong::testing::read_file;
using huizong::testing::TempFolder;
namespace fs = std::filesystem;

namespace {

std::ptrdiff_t entries(const fs::path& folder) {
  return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
}

/// While it lives no file may grow beyond so many bytes, as on a disk that fills up.
class SmallDisk {
 public:
  explicit SmallDisk(rlim_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &was_);
    const rlimit now{bytes, was_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &now);
  }
  ~SmallDisk() { ::setrlimit(RLIMIT_FSIZE, &was_); }

 private:
  rlimit was_{};
};

template <class Failure, class Work>
std::string refusal(const Work& work) {
  try {
    work();
  } catch (const Failure& failure) {
    return failure.message().zh;
  }
  return "";
}

}  // namespace

TEST_CASE("an output stands under its name only when it is whole", "[base]") {
  const TempFolder folder;
  const fs::path file = folder / "输出/汇总表.xlsx";
  testing::write_file(file, "last year's");
  OutputFile out(file);
  out.write("this ");
  out.write("year's");
  CHECK(read_file(file) == "last year's");
  out.finish();
  CHECK(read_file(file) == "this year's");
  CHECK(entries(folder / "输出") == 1);
}

TEST_CASE("an output given up leaves nothing behind, and what was there stays", "[base]") {
  const TempFolder folder;
  testing::write_file(folder / "a.txt", "old");
  {
    OutputFile over(folder / "a.txt");
    OutputFile fresh(folder / "新/文件夹/b.txt");
    over.write("new");
    fresh.write("new");
    CHECK(entries(folder.path()) == 3);
  }
  CHECK(read_file(folder / "a.txt") == "old");
  CHECK(entries(folder.path()) == 1);
}

TEST_CASE("a disk that fills up is said, and the half that was written goes", "[base]") {
  const TempFolder folder;
  const SmallDisk disk(100'000);
  const auto said = refusal<WriteError>([&] {
    OutputFile out(folder / "输出/a.txt");
    for (int i = 0; i < 10; ++i) out.write(std::string(20'000, 'x'));
  });
  CHECK(said == "写不了 " + (folder / "输出/a.txt").string() +
                    "：文件太大，那里放不下。请检查磁盘空间和权限，并关闭正在打开它的程序后重试。");
  CHECK(entries(folder.path()) == 0);
}

TEST_CASE("a folder that cannot be written says so and what to do", "[base]") {
  const TempFolder folder;
  testing::write_file(folder / "占位", "a file where a folder is wanted");
  const auto file = folder / "占位/汇总表.xlsx";
  CHECK(refusal<WriteError>([&] { OutputFile out(file); }) ==
        "写不了 " + file.string() +
            "：上级不是文件夹。请检查磁盘空间和权限，并关闭正在打开它的程序后重试。");
  const std::string long_name(300, 'x');
  CHECK(refusal<WriteError>([&] {
          OutputFile out(folder / "新" / long_name / "a.txt");
        }).ends_with("：文件名太长。请检查磁盘空间和权限，并关闭正在打开它的程序后重试。"));
  CHECK(entries(folder.path()) == 1);
}

TEST_CASE("what is no regular file is written directly", "[base]") {
  OutputFile out("/dev/null");
  CHECK_NOTHROW(out.write("gone"));
  CHECK_NOTHROW(out.finish());
  CHECK(fs::is_character_file("/dev/null"));
  CHECK(refusal<WriteError>([] { OutputFile("/dev/full").write("x"); }) ==
        "写不了 /dev/full：磁盘满了。请检查磁盘空间和权限，并关闭正在打开它的程序后重试。");
}

TEST_CASE("a pipe that is closed at its other end is told apart", "[base]") {
  std::signal(SIGPIPE, SIG_IGN);
  const TempFolder folder;
  const auto pipe = folder / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  const int reader = ::open(pipe.c_str(), O_RDONLY | O_NONBLOCK);
  OutputFile out(pipe);
  CHECK_NOTHROW(out.write("the first line\n"));
  ::close(reader);
  CHECK(refusal<ClosedPipe>([&] { out.write("one line more\n"); }).find("接收的程序已经关闭") !=
        std::string::npos);
}

TEST_CASE("an output has the permissions of a file made by hand", "[base]") {
  const TempFolder folder;
  const mode_t mask = ::umask(0027);
  OutputFile out(folder / "a.txt");
  out.finish();
  ::umask(mask);
  CHECK((fs::status(folder / "a.txt").permissions() & fs::perms::all) ==
        static_cast<fs::perms>(0640));
}
