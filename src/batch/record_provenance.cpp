#include "batch/record_provenance.h"

#include "base/file.h"

namespace huizong::batch {
namespace {

/// Nothing where the finding does not say how something was read.
std::optional<model::ReadingNote> reading_note(const model::Finding& f) {
  const bool of_cell = f.rule.starts_with(f.form + "-T-") && f.place.cell;
  const bool of_money = f.rule == f.form + "-M-单位";
  if (f.level != Severity::Note || (!of_cell && !of_money)) return std::nullopt;
  return model::ReadingNote{f.form,   f.unit.code, f.item, f.place, of_money ? f.field : "",
                            of_money, f.message};
}

}  // namespace

void record_provenance(std::vector<report::Output>& outputs, const model::RunResult& result,
                       store::Store& store) {
  model::Provenance all;
  for (report::Output& output : outputs) {
    if (!output.origins.empty())
      all.books.push_back({output.path, sha256(output.bytes), std::move(output.origins)});
  }
  for (const model::Finding& f : result.findings) {
    if (const auto note = reading_note(f)) all.notes.push_back(*note);
  }
  all.files = result.files;
  store.replace_provenance(all);
}

}  // namespace huizong::batch
