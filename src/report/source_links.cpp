#include "report/source_links.h"

namespace huizong::report {
namespace {

/// Our workbooks lie in 输出/, the units' below the job's folder.
std::string from_outputs(const std::string& file) {
  return "../" + file;
}

}  // namespace

SourceLinks::SourceLinks(const model::RunResult& result, std::size_t cells)
    : each_(cells <= kMostLinks) {
  for (const model::Finding& f : result.findings) {
    const bool of_reading = f.rule.find("-T-") != std::string::npos;
    if (f.level != Severity::Note || !of_reading || !f.place.cell) continue;
    cleaned_[{f.place.file, f.place.sheet, *f.place.cell}] = f.message.zh;
  }
}

void SourceLinks::figure(Sheet& sheet, CellRef cell, const model::Figure& figure) const {
  if (figure.derived || !figure.place.cell || figure.place.file.empty()) return;
  if (each_) {
    sheet.writer().link_to_file(cell, from_outputs(figure.place.file), figure.place.sheet.str(),
                                *figure.place.cell);
  }
  const auto how = cleaned_.find({figure.place.file, figure.place.sheet, *figure.place.cell});
  if (how != cleaned_.end()) sheet.writer().comment(cell, how->second);
}

bool SourceLinks::to_row(Sheet& sheet, CellRef cell, const model::Figure& figure) const {
  if (!each_) return false;
  sheet.writer().link_to_file(cell, from_outputs(figure.place.file), figure.place.sheet.str(),
                              *figure.place.cell);
  return true;
}

void SourceLinks::whole(Sheet& sheet, CellRef cell, const model::Submission& submission) {
  std::string name = submission.sheet;
  for (auto f = submission.figures.begin(); name.empty() && f != submission.figures.end(); ++f) {
    name = f->second.place.sheet;
  }
  sheet.writer().link_to_file(cell, from_outputs(submission.file), name,
                              submission.cell.value_or(CellRef{}));
}

}  // namespace huizong::report
