// Every part of every workbook at hand, through the scanner and through expat: the same events, or
// both refuse. Differences there may be, and only these, each counted and printed: what is beyond
// our limits, and parts too large for a test.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iostream>

#include "support/package_builder.h"
#include "support/support.h"
#include "xlsx/package/package.h"
#include "xlsx/read/plain_spelling.h"
#include "xlsx/read/sheet_stream.h"
#include "xlsx/read/workbook_part.h"
#include "xlsx/xml/xml_events.h"

namespace fs = std::filesystem;
using namespace huizong;
using namespace huizong::testing;
using namespace huizong::xlsx;
using namespace huizong::xlsx::testing;

namespace {

constexpr std::uint64_t kMostFile = 16u << 20;
constexpr std::uint64_t kMostPart = 16u << 20;

struct Count {
  int same = 0;
  int both_refuse = 0;
  int beyond_limits = 0;
  int too_large = 0;
  int unopened = 0;  // files that are no package
};

void compare_part(const Package& package, const std::string& part, Count& count) {
  if (package.size(part) > kMostPart) {
    ++count.too_large;
    return;
  }
  std::string bytes;
  try {
    bytes = package.read(part);
  } catch (const Unreadable&) {
    return;
  }
  CAPTURE(part);
  const Events ours = scanner_events(bytes);
  if (ours.refused == "limit") {
    ++count.beyond_limits;
    return;
  }
  const Events expat = expat_events(bytes);
  const bool same = ours == expat;
  CHECK(same);
  ++(ours.refused.empty() ? count.same : count.both_refuse);
  std::vector<std::string> pieces;
  for (std::size_t at = 0, size = 1; at < bytes.size(); at += size, size = size % 997 + 61) {
    pieces.push_back(bytes.substr(at, size));
  }
  const bool same_in_pieces = scanner_events(pieces) == ours;
  CHECK(same_in_pieces);
}

void compare_file(const fs::path& file, Count& count) {
  CAPTURE(file);
  if (fs::file_size(file) > kMostFile) {
    ++count.too_large;
    return;
  }
  std::string bytes = read_file(file);
  std::vector<std::string> names;
  try {
    names = part_names(bytes);
    const Package package(std::move(bytes));
    for (const std::string& name : names) {
      if (package.find(name)) compare_part(package, name, count);
    }
  } catch (const std::exception&) {
    ++count.unopened;
  }
}

std::vector<fs::path> files_under(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string extension = entry.path().extension().string();
    if (entry.is_regular_file() && (extension.starts_with(".xls") || extension == ".xltx"))
      files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

void print(const char* what, const Count& count) {
  std::cout << what << ": " << count.same << " parts the same, " << count.both_refuse
            << " refused by both, " << count.beyond_limits << " beyond our limits, "
            << count.too_large << " too large for this test, " << count.unopened
            << " files no package\n";
}

/// What a sheet gives, or the kind of its refusal.
std::string cells_of(const Package& package, const SheetPart& sheet, const SharedStrings* strings,
                     Spelling spelling) {
  std::string seen;
  try {
    for (const CellRange& merge : stream_sheet(
             package, sheet, strings,
             [&](const Cell& cell) {
               seen += to_string(cell.ref) + " " + std::to_string(static_cast<int>(cell.type)) +
                       " " + std::to_string(cell.style) + (cell.formula ? " formula " : " ") +
                       cell.text + " " + words_of(cell.fault).zh + "\n";
             },
             spelling)) {
      seen += to_string(merge) + "\n";
    }
  } catch (const Unreadable& refused) {
    seen += refused.message().zh;
  }
  return seen;
}

int compare_spellings(const fs::path& file) {
  CAPTURE(file);
  int sheets = 0;
  try {
    const Package package = Package::open(file);
    const WorkbookPart book = read_workbook_part(package);
    std::optional<SharedStrings> plain;
    std::optional<SharedStrings> any;
    if (!book.shared_strings.empty()) {
      plain = read_shared_strings(package, book.shared_strings, Spelling::PlainFirst);
      any = read_shared_strings(package, book.shared_strings, Spelling::AnyXml);
      REQUIRE(plain->size() == any->size());
      for (std::size_t i = 0; i < plain->size(); ++i) REQUIRE(plain->at(i) == any->at(i));
    }
    for (const SheetPart& sheet : book.sheets) {
      if (package.size(sheet.part) > kMostPart) continue;
      const bool same = cells_of(package, sheet, plain ? &*plain : nullptr, Spelling::PlainFirst) ==
                        cells_of(package, sheet, any ? &*any : nullptr, Spelling::AnyXml);
      CHECK(same);
      ++sheets;
    }
  } catch (const Unreadable&) {
    // Not a workbook: nothing to compare.
  }
  return sheets;
}

/// The hostile files, made once; empty where their maker is not at hand.
fs::path hostile_files(const TempFolder& folder) {
  const fs::path corpus = shared_folder("corpus");
  if (corpus.empty()) return {};
  const std::string command = "python3 '" + (corpus / "make_hostile.py").string() + "' '" +
                              (folder / "hostile").string() + "' --small > /dev/null 2>&1";
  if (std::system(command.c_str()) != 0) {
    WARN("skipped: the hostile files could not be made");
    return {};
  }
  return folder / "hostile";
}

}  // namespace

TEST_CASE("every part of other programs' workbooks reads as expat reads it", "[xlsx][corpus]") {
  const fs::path corpus = shared_folder("corpus");
  if (corpus.empty()) return;
  Count count;
  int sheets = 0;
  for (const fs::path& file : files_under(corpus)) {
    compare_file(file, count);
    sheets += compare_spellings(file);
  }
  print("corpus", count);
  CHECK(count.same > 1000);
  CHECK(sheets > 200);
}

TEST_CASE("every part of hostile files is judged as expat judges it", "[xlsx][corpus]") {
  const TempFolder folder;
  const fs::path hostile = hostile_files(folder);
  if (hostile.empty()) return;
  Count count;
  int sheets = 0;
  for (const fs::path& file : files_under(hostile)) {
    compare_file(file, count);
    sheets += compare_spellings(file);
  }
  print("hostile", count);
  CHECK(count.same > 1000);
  CHECK(count.both_refuse > 50);
  CHECK(sheets > 200);
}
