// The official forms, each filled in as an officer types it: forms/<form>.txt.
//
//   年度 2021                 the job's year; then what is typed, a cell a line; \n is a line break
//   A4 道路养护
//   工作表 支出决算表        from here on cells of this sheet; before, of the form's first
//
//   E7 130                   blocks follow: cells typed otherwise (- is left blank), and below
//   them,
//     E7: 错误 XM-001: …      indented, all that is said of it
//
// The form as first typed has nothing to be said of it, and the filled form made of it holds the
// same figures.

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <sstream>

#include "batch/run.h"
#include "mapping/has_money.h"
#include "support/sample_submission.h"
#include "support/sheet_package.h"
#include "support/sheet_text.h"
#include "support/support.h"

namespace fs = std::filesystem;
using namespace huizong;
using namespace huizong::testing;

namespace {

struct Typed {
  std::string sheet, cell, text;  ///< sheet "" is the form's first
};
struct Planted {
  std::vector<Typed> cells;
  std::string findings;
};
struct FormCase {
  std::string form, year;
  std::vector<Typed> typed;
  std::vector<Planted> planted;
};

FormCase read_case(const fs::path& file) {
  FormCase made{file.stem().string(), "", {}, {}};
  std::istringstream text(read_file(file));
  std::string line, sheet;
  bool first = true;  // of a block
  while (std::getline(text, line)) {
    if (line.empty()) {
      first = true;
      sheet.clear();
      continue;
    }
    const std::size_t blank = line.find(' ');
    const Typed typed{sheet, line.substr(0, blank), line.substr(blank + 1)};
    if (typed.cell == "工作表") {
      sheet = typed.text;
    } else if (made.year.empty()) {
      REQUIRE(typed.cell == "年度");
      made.year = typed.text;
      first = false;
    } else if (first) {
      made.planted.push_back({{typed}, ""});
      first = false;
    } else if (line.starts_with("  ")) {
      made.planted.back().findings += line.substr(2) + "\n";
    } else {
      (made.planted.empty() ? made.typed : made.planted.back().cells).push_back(typed);
    }
  }
  return made;
}

/// A job of one unit that was given this form.
class FormJob {
 public:
  explicit FormJob(const FormCase& form) : form_(form) {
    write_file(folder_ / "huizong.toml", "[job]\nname = \"试\"\nyear = " + form.year +
                                             "\nunits = \"单位名录.xlsx\"\n[[form]]\nform = \"" +
                                             form.form + "\"\n");
    write_file(folder_ / "单位名录.xlsx",
               sheet_package({sheet("编码 | 名称\n'101001 | 示例局\n")}));
    write_file(folder_ / ("映射/" + form.form + ".toml"),
               read_file(project_file("mappings/" + form.form + ".toml")));
    write_file(folder_ / ("表样/" + form.form + ".xlsx"),
               read_file(project_file("templates/" + form.form + ".xlsx")));
    const job::Job job = load();
    const mapping::Mapping& mapping = job.forms.front().mapping;
    for (const mapping::SheetForm& sheet : mapping.sheets)
      blank_.push_back(mapping.blank_of(sheet));
  }
  job::Job load() const { return job::load_job(folder_.path()); }

  void hand_in(const std::vector<Typed>& changes) const {
    std::vector<xlsx::Sheet> filled = blank_;
    for (const auto* cells : {&form_.typed, &changes}) {
      for (const Typed& typed : *cells) {
        const auto sheet = std::find_if(filled.begin(), filled.end(), [&](const auto& s) {
          return typed.sheet.empty() || s.name == typed.sheet;
        });
        REQUIRE(sheet != filled.end());
        put(*sheet, typed.cell, typed.text == "-" ? "" : typed.text);
      }
    }
    write_file(folder_ / "上报/101001_示例局.xlsx", sheet_package(filled));
  }
  void hand_in_filled_form() const {
    const fs::path filled = fs::directory_iterator(folder_ / "输出/填表")->path();
    fs::copy_file(filled, folder_ / "上报/101001_示例局.xlsx",
                  fs::copy_options::overwrite_existing);
  }

 private:
  const FormCase& form_;
  TempFolder folder_;
  std::vector<xlsx::Sheet> blank_;
};

/// All but the note that such a job has no figures of last year.
std::string told(std::vector<model::Finding> findings) {
  std::erase_if(findings, [](const auto& f) { return f.rule.ends_with("-X-上年"); });
  return lines(findings);
}

std::string findings(const job::Job& job) {
  return told(batch::read_all(job, {}).findings);
}

/// Every figure with its value, a line each; of a choice also how its boxes stand.
std::string figures(const model::Submission& s) {
  std::string text;
  for (const auto& [path, figure] : s.figures) {
    text += path + " " + model::to_string(figure.value) + "\n";
    if (figure.type == model::FieldType::Choice) text += figure.raw + "\n";
  }
  for (const auto& [name, table] : s.tables) {
    for (const model::TableRow& row : table.rows) {
      for (const auto& [column, figure] : row.columns)
        text += name + "." + column + " " + model::to_string(figure.value) + "\n";
    }
  }
  return text;
}

std::vector<fs::path> cases() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(project_file("tests/batch/forms")))
    files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

TEST_CASE("an official form filled in well comes back from the filled form as it was", "[forms]") {
  const FormCase form = read_case(GENERATE(from_range(cases())));
  CAPTURE(form.form);
  const FormJob job(form);
  job.hand_in({});
  const batch::Run run = batch::run(job.load(), {});
  CHECK(told(run.result.findings) == "");
  REQUIRE(run.result.submissions.size() == 1);
  job.hand_in_filled_form();
  const model::RunResult again = batch::read_all(job.load(), {});
  CHECK(told(again.findings) == "");
  REQUIRE(again.submissions.size() == 1);
  CHECK(figures(again.submissions.front()) == figures(run.result.submissions.front()));
}

TEST_CASE("what is wrong in an official form is found at its cell, and nothing besides",
          "[forms]") {
  const FormCase form = read_case(GENERATE(from_range(cases())));
  CAPTURE(form.form);
  const FormJob job(form);
  for (const Planted& planted : form.planted) {
    CAPTURE(planted.cells.front().cell, planted.cells.front().text);
    job.hand_in(planted.cells);
    CHECK(findings(job.load()) == planted.findings);
  }
}

TEST_CASE("every official form with amounts tells 元 from 万元", "[forms]") {
  // Ten of fourteen named no amount to be compared with 财政拨款: a form filled in in 元 went into
  // the sums ten thousand times too large.
  for (const auto& entry : fs::directory_iterator(project_file("mappings"))) {
    if (entry.path().extension() != ".toml") continue;
    const mapping::Mapping mapping = mapping::load_mapping(entry.path());
    CAPTURE(mapping.stem);
    CHECK(mapping.magnitude.empty() != mapping::has_money(mapping));
  }
}
