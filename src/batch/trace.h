// 追溯: what a cell of the 汇总表 was made of, step by step down to the cells of
// the submissions and the text that stands there.
//
// It is told from what the last run kept, not from the workbooks; where they are
// others by now, that is said.

#pragma once

#include <string>
#include <vector>

#include "job/job.h"
#include "model/provenance.h"

namespace huizong::batch {

struct TraceNode {
  /// A cell of ours: as CellOrigin has it. Of a submission: "derived" "input".
  std::string kind;
  Location place;     ///< of ours without the file; of a derived figure the form's own cell, if any
  std::string label;  ///< "合计 · 执行率", "资金.合计.全年执行数"
  std::string value;  ///< decimal text, or words
  std::string expression;  ///< in names; may be empty
  std::string raw;         ///< of an "input": the text as it stands in the cell
  std::vector<Message> notes;
  std::vector<TraceNode> from;
};

enum class FileState { AsWritten, Changed, Gone };

struct Trace {
  std::string workbook;  ///< relative to the job
  std::string sha256;    ///< as it was written
  FileState state = FileState::AsWritten;
  bool outdated = false;  ///< a submission, the mapping or last year's store is another since
  TraceNode root;
};

/// A place that is none, or that could be several: exit status 2.
class PlaceError : public Error {
 public:
  using Error::Error;
};

/// The cell is none that was recorded: exit status 1.
class NotRecorded : public Error {
 public:
  using Error::Error;
};

/// `place` is "汇总!F12" or "'指标明细'!F12"; "汇总", which may be left out, is the 汇总 sheet of a
/// job of one form. Throws PlaceError; NotRecorded; Error where the job was never run.
Trace trace(const job::Job& job, const std::string& place);

}  // namespace huizong::batch
