// What a person sees of `huizong cells`: what it prints, what it says, its status.

#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/message.h"
#include "xlsx/limits.h"

namespace huizong::testing {

/// While it lives, what is printed goes to these open files.
class Printed {
 public:
  Printed(int out, int err);
  ~Printed();
  Printed(const Printed&) = delete;
  Printed& operator=(const Printed&) = delete;

 private:
  int out_, err_;
};

struct CellsOutcome {
  int status = 0;
  std::string out, err;
};

CellsOutcome run_cells(const std::filesystem::path& file,
                       const std::optional<std::filesystem::path>& out = std::nullopt,
                       Lang lang = Lang::Zh, const xlsx::Limits& limits = {});

}  // namespace huizong::testing
