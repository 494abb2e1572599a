// A whole run as a process of its own, whose terminal or pipe goes away: every file
// of the job is written all the same, and the exit status tells what was not printed.

#include "cli/standard_streams.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <string>
#include <vector>

#include "cli/cli.h"
#include "support/example_job.h"

using namespace huizong;
using namespace huizong::testing;
namespace fs = std::filesystem;

namespace {

/// Where a stream of the program goes.
enum class Stream { File, ClosedPipe, Full, Closed };

void lead(int stream, Stream where, const fs::path& file) {
  ::close(stream);
  if (where == Stream::Closed) return;
  int to = -1;
  if (where == Stream::ClosedPipe) {
    int ends[2];
    if (::pipe(ends) != 0) ::_exit(99);
    ::close(ends[0]);
    to = ends[1];
  } else {
    to = ::open(where == Stream::Full ? "/dev/full" : file.c_str(), O_WRONLY | O_CREAT, 0600);
  }
  if (to != stream) {
    ::dup2(to, stream);
    ::close(to);
  }
}

struct Outcome {
  int status = -1;  ///< -1 where a signal ended it
  std::string out, err;
};

/// huizong with these words, in a process of its own with the signals as a shell leaves them.
Outcome huizong_process(std::vector<const char*> words, Stream out, Stream err) {
  const TempFolder said;
  words.insert(words.begin(), "huizong");
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    for (const int signal : {SIGPIPE, SIGINT, SIGABRT, SIGSEGV}) std::signal(signal, SIG_DFL);
    lead(STDOUT_FILENO, out, said / "out");
    lead(STDERR_FILENO, err, said / "err");
    ::_exit(cli::main(static_cast<int>(words.size()), const_cast<char**>(words.data())));
  }
  int how = 0;
  REQUIRE(::waitpid(child, &how, 0) == child);
  const auto text = [&](const char* name) {
    return fs::exists(said / name) ? read_file(said / name) : std::string();
  };
  return {WIFEXITED(how) ? WEXITSTATUS(how) : -1, text("out"), text("err")};
}

/// What a run wrote: how many files lie in 输出, none of them a temporary one.
int outputs(const fs::path& job) {
  int count = 0;
  for (const auto& entry : fs::recursive_directory_iterator(job / "输出")) {
    CHECK_FALSE(entry.path().filename().string().starts_with(".huizong"));
    if (entry.is_regular_file()) ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("a run writes every file though nobody reads what it prints any more", "[cli]") {
  struct Case {
    const char* story;
    Stream out, err;
    int status;
  };
  const auto c = GENERATE(values<Case>({
      {"huizong run", Stream::File, Stream::File, 1},
      {"huizong run -v | head", Stream::ClosedPipe, Stream::File, 4},
      {"huizong run -v 2>&1 | head", Stream::ClosedPipe, Stream::ClosedPipe, 4},
      {"only the messages are not read: the verdict stands", Stream::File, Stream::ClosedPipe, 1},
      {"the disk is full where the result goes", Stream::Full, Stream::File, 4},
      {"both streams closed", Stream::Closed, Stream::Closed, 4},
      {"messages closed", Stream::File, Stream::Closed, 1},
  }));
  CAPTURE(c.story);
  const TempFolder folder;
  const fs::path job = copy_example_job(folder);
  const Outcome outcome = huizong_process({"run", job.c_str(), "-v", "--lang", "zh"}, c.out, c.err);
  CHECK(outcome.status == c.status);
  static int written = 0;
  if (written == 0) written = outputs(job);
  CHECK(written > 10);
  CHECK(outputs(job) == written);
  CHECK(outcome.out.empty() == (c.out != Stream::File));
  const bool told = outcome.err.find("写不到标准输出：磁盘满了。\n") != std::string::npos;
  CHECK(told == (c.out == Stream::Full));
}

TEST_CASE("whatever is printed tells by the status that it did not all arrive", "[cli]") {
  const TempFolder folder;
  const fs::path job = copy_example_job(folder);
  for (const auto& words :
       {std::vector<const char*>{"figures", job.c_str()}, std::vector<const char*>{"--version"},
        std::vector<const char*>{"help", "cells"}}) {
    CAPTURE(words);
    CHECK(huizong_process(words, Stream::File, Stream::File).status == 0);
    const Outcome left = huizong_process(words, Stream::ClosedPipe, Stream::File);
    CHECK(left.status == 4);
    CHECK(left.err.empty());
    CHECK(huizong_process(words, Stream::Full, Stream::File).status == 4);
  }
}
