// Which files of the job's folder are submissions.
//
// Never reads 输出/ or .huizong/, never follows a symbolic link, and loses
// nothing: a file in the submissions' folder that is not taken is named with
// the reason.

#pragma once

#include <string>
#include <vector>

#include "job/job.h"
#include "model/intake.h"

namespace huizong::batch {

struct Discovered {
  std::vector<std::string> files;  ///< relative to the job, with /, sorted
  std::vector<model::IgnoredFile> ignored;
  std::vector<model::UnreadFile>
      unread;  ///< a folder that cannot be opened; a form's input that fits no file
};

Discovered discover(const job::Job& job);

/// Whether a relative path fits a glob: * and ? within a name, ** over folders.
bool glob_match(std::string_view glob, std::string_view path);

/// Whether a form's input means this file. The extension in it names workbooks, not one way to save
/// them: where every unit sent an .xls, "上报/**/*.xlsx" is not a mistake.
bool fits_input(const std::string& input, const std::string& path);

}  // namespace huizong::batch
