#include "cli/cells_outcome.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>

#include "cli/cells_command.h"
#include "support/support.h"

namespace huizong::testing {

Printed::Printed(int out, int err) : out_(::dup(STDOUT_FILENO)), err_(::dup(STDERR_FILENO)) {
  std::fflush(stdout);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(err, STDERR_FILENO);
}
Printed::~Printed() {
  std::fflush(stderr);
  ::dup2(out_, STDOUT_FILENO);
  ::dup2(err_, STDERR_FILENO);
  ::close(out_);
  ::close(err_);
}

CellsOutcome run_cells(const std::filesystem::path& file,
                       const std::optional<std::filesystem::path>& out, Lang lang,
                       const xlsx::Limits& limits) {
  const TempFolder folder;
  const int printed = ::open((folder / "out").c_str(), O_WRONLY | O_CREAT, 0600);
  const int said = ::open((folder / "err").c_str(), O_WRONLY | O_CREAT, 0600);
  CellsOutcome outcome;
  {
    const Printed here(printed, said);
    outcome.status = cli::cells_command(file, out, lang, limits);
  }
  ::close(printed);
  ::close(said);
  outcome.out = read_file(folder / "out");
  outcome.err = read_file(folder / "err");
  return outcome;
}

}  // namespace huizong::testing
