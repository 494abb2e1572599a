// The example job, whole: every line of its EXPECT.tsv, and the same bytes whatever
// the number of threads, the time zone or the folder.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <map>
#include <sstream>

#include "base/file.h"
#include "base/text.h"
#include "batch/run.h"
#include "support/example_job.h"

namespace fs = std::filesystem;
using namespace huizong;
using huizong::testing::copy_example_job;
using huizong::testing::project_file;
using huizong::testing::TempFolder;
using model::Standing;

namespace {

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  std::istringstream text(line);
  for (std::string field; std::getline(text, field, '\t');) fields.push_back(field);
  return fields;
}

const char* level_of(Severity level) {
  return level == Severity::Error     ? "error"
         : level == Severity::Warning ? "warning"
         : level == Severity::Note    ? "note"
                                      : "unchecked";
}

/// The root findings of one file, as EXPECT.tsv writes them.
std::string findings_of(const model::RunResult& result, const std::string& file) {
  std::string text;
  for (std::size_t i = 0; i < result.findings.size(); ++i) {
    const model::Finding& f = result.findings[i];
    if (f.place.file != file || f.cause) continue;
    if (!text.empty()) text += "; ";
    text += std::string(level_of(f.level)) + " " + f.rule + " " +
            (f.place.cell ? to_string(*f.place.cell) : "-");
    std::string clues;
    for (const model::Clue& clue : f.clues) clues += (clues.empty() ? " " : ",") + clue.kind;
    text += clues;
    const auto follow = std::count_if(result.findings.begin(), result.findings.end(),
                                      [&](const auto& other) { return other.cause == i; });
    if (follow > 0) text += " +" + std::to_string(follow);
  }
  return text.empty() ? "-" : text;
}

/// "in", "unread", ... of one file, from every list it may stand in.
std::string standing_of(const model::RunResult& result, const std::string& file) {
  for (const auto& s : result.submissions) {
    if (s.file == file) return "in";
  }
  for (const auto& u : result.intake.unread) {
    if (u.file == file) return "unread";
  }
  for (const auto& u : result.intake.unknown) {
    if (u.file == file) return "unknown";
  }
  for (const auto& f : result.intake.ignored) {
    if (f.file == file) return "ignored";
  }
  for (const auto& d : result.intake.duplicate) {
    if (std::find(d.set_aside.begin(), d.set_aside.end(), file) != d.set_aside.end())
      return d.used.empty() ? "ambiguous" : "set_aside";
  }
  return "nowhere";
}

std::string sorted_list(const std::string& findings) {
  auto parts = split(findings, ";");
  std::sort(parts.begin(), parts.end());
  std::string text;
  for (const auto& part : parts) text += part + "\n";
  return text;
}

/// path -> sha256 of everything under 输出.
std::map<std::string, std::string> output_hashes(const fs::path& job) {
  std::map<std::string, std::string> hashes;
  for (const auto& entry : fs::recursive_directory_iterator(job / "输出")) {
    if (entry.is_regular_file())
      hashes[fs::relative(entry.path(), job).string()] = sha256(read_file(entry.path()));
  }
  return hashes;
}

void set_time_zone(const char* zone) {
  ::setenv("TZ", zone, 1);
  ::tzset();
}

}  // namespace

TEST_CASE("the example job comes out as EXPECT.tsv says, line by line", "[batch]") {
  const TempFolder folder;
  const job::Job job = job::load_job(copy_example_job(folder));
  const model::RunResult result = batch::read_all(job, {});

  std::istringstream lines(huizong::testing::read_file(job.folder / "EXPECT.tsv"));
  std::string line;
  std::getline(lines, line);  // headings
  int files = 0, missing = 0;
  while (std::getline(lines, line)) {
    const auto fields = fields_of(line);
    REQUIRE(fields.size() == 5);
    const auto &file = fields[0], &unit = fields[1], &standing = fields[2], &kind = fields[3];
    CAPTURE(line);
    if (file == "-") {
      ++missing;
      CHECK(standing == "missing");
      CHECK(std::any_of(result.intake.owed.begin(), result.intake.owed.end(), [&](const auto& o) {
        return o.unit.code == unit && o.standing == Standing::Missing;
      }));
      continue;
    }
    ++files;
    CHECK(standing_of(result, file) == standing);
    CHECK(sorted_list(findings_of(result, file)) == sorted_list(fields[4]));
    if (standing != "unread") continue;
    const auto unread = std::find_if(result.intake.unread.begin(), result.intake.unread.end(),
                                     [&](const auto& u) { return u.file == file; });
    CHECK(unread->kind == kind);
    CHECK(unread->unit == unit);
  }
  CHECK(files == 26);
  CHECK(missing == 2);

  // 24 owed = 19 in + 1 ambiguous + 2 unread + 2 missing.
  CHECK(result.intake.owed.size() == 24);
  CHECK(result.intake.count(Standing::In) == 19);
  CHECK(result.intake.count(Standing::Ambiguous) == 1);
  CHECK(result.intake.count(Standing::Unread) == 2);
  CHECK(result.intake.count(Standing::Missing) == 2);
  CHECK(batch::needs_correction(job, result));
}

TEST_CASE("the published 株洲 form: 执行率 100 %, 得分 10, 总分 100, 等级 优", "[batch]") {
  const TempFolder folder;
  const job::Job job = job::load_job(copy_example_job(folder));
  const model::RunResult result = batch::read_all(job, {});
  const model::Submission& s = result.submissions.front();
  REQUIRE(s.key.unit == "101001");
  const auto shown = [&](const char* name) { return model::to_string(s.figures.at(name).value); };
  CHECK(shown("执行率") == "1");
  CHECK(shown("执行率得分") == "10");
  CHECK(shown("总分") == "100");
  CHECK(shown("等级") == "优");
  CHECK(shown("资金.合计.全年预算数") == "1112.67");
}

TEST_CASE("the unit that left its budget blank gets no made-up rate and no points", "[batch]") {
  const TempFolder folder;
  const job::Job job = job::load_job(copy_example_job(folder));
  const model::RunResult result = batch::read_all(job, {});
  const auto s = std::find_if(result.submissions.begin(), result.submissions.end(),
                              [](const auto& x) { return x.key.unit == "103005"; });
  REQUIRE(s != result.submissions.end());
  for (const char* name : {"执行率", "执行率得分", "总分", "等级"})
    CHECK_FALSE(model::is_available(s->figures.at(name).value));
}

TEST_CASE(
    "forms with rows, columns or indicators moved give the figures of the same form unaltered",
    "[batch]") {
  const TempFolder folder;
  const fs::path altered_job = copy_example_job(folder);
  const model::RunResult altered = batch::read_all(job::load_job(altered_job), {});

  const TempFolder other;
  const fs::path twin_job = copy_example_job(other);
  fs::remove_all(twin_job / "上报");
  fs::create_directories(twin_job / "上报");
  for (const char* unit : {"101003", "101004", "102002", "102003"})
    fs::copy(project_file("tests/cases/alignment") / (std::string(unit) + ".xlsx"),
             twin_job / "上报");
  const model::RunResult twins = batch::read_all(job::load_job(twin_job), {});
  REQUIRE(twins.submissions.size() == 4);

  for (const model::Submission& twin : twins.submissions) {
    const auto s = std::find_if(altered.submissions.begin(), altered.submissions.end(),
                                [&](const auto& x) { return x.key == twin.key; });
    REQUIRE(s != altered.submissions.end());
    CAPTURE(s->file);
    for (const auto& [path, figure] : twin.figures) {
      CAPTURE(path);
      CHECK(model::to_string(s->figures.at(path).value) == model::to_string(figure.value));
    }
    // 102002 and 102003 divide the twin's ten indicators into nineteen, and put them together into
    // six.
    const auto &rows = s->tables.at("绩效指标").rows, &twin_rows = twin.tables.at("绩效指标").rows;
    if (s->key.unit == "102002") CHECK(rows.size() == twin_rows.size() + 9);
    if (s->key.unit == "102003") CHECK(rows.size() == twin_rows.size() - 4);
    if (rows.size() != twin_rows.size()) continue;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      for (const auto& [column, figure] : twin_rows[i].columns) {
        CAPTURE(i, column);
        CHECK(model::to_string(rows[i].columns.at(column).value) == model::to_string(figure.value));
      }
    }
  }
}

TEST_CASE("same input, same bytes: threads, time zones and folders make no difference", "[batch]") {
  const TempFolder one, other;
  const fs::path first = copy_example_job(one), second = copy_example_job(other);
  batch::RunOptions how;
  how.threads = 1;
  set_time_zone("Asia/Shanghai");
  const batch::Run run = batch::run(job::load_job(first), how);
  how.threads = 2;
  set_time_zone("America/New_York");
  batch::run(job::load_job(second), how);
  set_time_zone("UTC");
  const auto hashes = output_hashes(first);
  CHECK(hashes == output_hashes(second));
  CHECK(hashes.size() == 30);
  REQUIRE(run.outputs.size() == 30);  // 19 forms, 9 slips, 汇总表, 审核结果
  for (const batch::WrittenOutput& o : run.outputs) CHECK(hashes.at(o.path) == o.sha256);
  // A second run over the first one's outputs writes the same again and keeps nothing aside.
  CHECK(batch::run(job::load_job(first), how).kept.empty());
  CHECK(output_hashes(first) == hashes);
}

TEST_CASE("inputs are never written to", "[batch]") {
  const TempFolder folder;
  const fs::path job = copy_example_job(folder);
  std::map<std::string, std::string> before;
  for (const auto& entry : fs::recursive_directory_iterator(job)) {
    if (entry.is_regular_file()) before[entry.path().string()] = sha256(read_file(entry.path()));
  }
  batch::run(job::load_job(job), {});
  for (const auto& [path, hash] : before) CHECK(sha256(read_file(path)) == hash);
}
