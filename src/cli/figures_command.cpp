#include "cli/figures_command.h"

#include <nlohmann/json.hpp>

#include "batch/run.h"
#include "cli/exit_status.h"
#include "cli/standard_streams.h"

namespace huizong::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kPrintBytes = 1u << 20;

void append(std::string& lines, const model::Submission& s, const model::Figure& f,
            const std::string& field, const Json& row, const char* money) {
  Json value = nullptr;
  if (const bool* b = std::get_if<bool>(&f.value))
    value = *b;
  else if (!model::is_blank(f.value) && model::is_available(f.value))
    value = model::to_string(f.value);
  const Json line = {{"unit", s.key.unit},
                     {"form", s.key.form},
                     {"item", s.key.item},
                     {"year", s.key.year},
                     {"field", field},
                     {"row", row},
                     {"value", std::move(value)},
                     {"raw", f.raw},
                     {"money", f.type == model::FieldType::Money ? Json(money) : Json(nullptr)},
                     {"derived", f.derived},
                     {"file", f.place.file},
                     {"sheet", f.place.sheet},
                     {"cell", f.place.cell ? Json(to_string(*f.place.cell)) : Json(nullptr)}};
  lines += line.dump(-1, ' ', false, Json::error_handler_t::replace) += '\n';
  if (lines.size() < kPrintBytes) return;
  print(lines);
  lines.clear();
}

}  // namespace

int figures_command(const Options& options) {
  const job::Job job = job::load_job(options.target);
  batch::RunOptions how;
  how.threads = options.threads;
  const model::RunResult result = batch::read_all(job, how);
  std::string lines;
  for (const model::Submission& s : result.submissions) {
    const char* money = "";
    for (const job::JobForm& form : job.forms) {
      if (form.mapping.id() == s.key.form) money = model::name_of(form.mapping.money);
    }
    for (const auto& [path, figure] : s.figures) append(lines, s, figure, path, nullptr, money);
    for (const auto& [name, table] : s.tables) {
      int row = 0;
      for (const model::TableRow& r : table.rows) {
        ++row;
        for (const auto& [column, figure] : r.columns)
          append(lines, s, figure, name + "." + column, row, money);
      }
    }
  }
  print(lines);
  return kDone;
}

}  // namespace huizong::cli
