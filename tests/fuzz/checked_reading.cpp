#include "checked_reading.h"

#include "base/text.h"
#include "promise.h"
#include "xlsx/package/package.h"
#include "xlsx/reader.h"

namespace huizong::fuzz {
namespace {

using xlsx::Cell;
using xlsx::CellType;

bool on_sheet(CellRef cell) {
  return cell.row >= 0 && cell.row < kMaxRows && cell.col >= 0 && cell.col < kMaxCols;
}

void check_cell(const Cell& cell, const xlsx::Limits& limits) {
  const std::string seen = shown(cell);
  require(on_sheet(cell.ref), "a cell lies on the sheet", seen);
  require(is_utf8(cell.text), "a cell's text is UTF-8", seen);
  require(cell.text.find('\0') == std::string::npos, "no text holds a NUL", seen);
  require(cell.text.size() <= limits.text_bytes, "no text is beyond the limit", seen);
  require(cell.type != CellType::Blank || (cell.formula && cell.text.empty()),
          "what is stored blank is a formula without a value", seen);
  require(cell.type != CellType::Bool || cell.text == "0" || cell.text == "1",
          "a truth value is 0 or 1", seen);
  require(xlsx::number_of(cell).has_value() == (cell.type == CellType::Number),
          "numbers are numbers and nothing else is", seen);
  require(cell.fault == xlsx::CellFault::None || cell.type == CellType::Error,
          "what was not understood is no value", seen);
}

std::optional<xlsx::Workbook> read_once(const std::string& package, const xlsx::Limits& limits,
                                        std::string& refusal) {
  try {
    return xlsx::read_workbook(xlsx::Package(package, limits));
  } catch (const xlsx::Unreadable& refused) {
    refusal = refused.kind() + ": " + refused.message().zh;
    require(!refused.message().zh.empty() && !refused.message().en.empty(),
            "a refusal is said in both languages", refusal);
    require(is_utf8(refused.message().zh) && is_utf8(refused.message().en),
            "a refusal can be printed", refusal);
    return std::nullopt;
  }
}

}  // namespace

xlsx::Limits small_limits() {
  xlsx::Limits limits;
  limits.package_bytes = limits.part_bytes = limits.small_part_bytes = 8u << 20;
  limits.total_bytes = 16u << 20;
  limits.ratio_free_bytes = 2u << 20;
  limits.string_bytes = 8u << 20;
  limits.strings = limits.cells = limits.merges = 100'000;
  limits.entries = 200;
  limits.sheets = 50;
  limits.relationships = 1000;
  limits.depth = 100;
  limits.attributes = 50;
  limits.token_bytes = 1u << 20;
  limits.text_bytes = 4000;
  return limits;
}

std::string as_filled(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 2) != "\r\n") out += text[i];
  }
  return out;
}

std::string shown(const Cell& cell) {
  return to_string(cell.ref) + " type " + std::to_string(static_cast<int>(cell.type)) + " style " +
         std::to_string(cell.style) + (cell.formula ? " formula " : " ") + cell.text +
         (cell.fault == xlsx::CellFault::None ? "" : " (" + words_of(cell.fault).zh + ")") + "\n";
}

std::string shown(const xlsx::Workbook& book) {
  std::string all = book.date1904 ? "1904\n" : "1900\n";
  for (const auto& format : book.formats) all += "format " + format.code + "\n";
  for (const auto& sheet : book.sheets) {
    all += "sheet " + std::to_string(static_cast<int>(sheet.state)) + " " + sheet.name + "\n";
    for (const auto& cell : sheet.cells) all += shown(cell);
    for (const auto& merge : sheet.merges) all += "merged " + to_string(merge) + "\n";
  }
  return all;
}

void check_workbook(const xlsx::Workbook& book, const xlsx::Limits& limits) {
  for (const auto& sheet : book.sheets) {
    require(is_utf8(sheet.name), "a sheet's name is UTF-8", sheet.name);
    const Cell* before = nullptr;
    for (const Cell& cell : sheet.cells) {
      check_cell(cell, limits);
      require(before == nullptr || before->ref < cell.ref,
              "cells are in reading order, each place once", shown(cell));
      before = &cell;
      book.format(cell);
    }
    require(std::is_sorted(sheet.merges.begin(), sheet.merges.end()), "merges are sorted");
    for (const CellRange& merge : sheet.merges) {
      require(on_sheet(merge.first) && on_sheet(merge.last) && merge.first != merge.last &&
                  merge.first.row <= merge.last.row && merge.first.col <= merge.last.col,
              "a merge is a range of the sheet", to_string(merge));
    }
  }
}

std::optional<xlsx::Workbook> read_checked(const std::string& package, const xlsx::Limits& limits) {
  std::string refusal, again;
  const auto book = read_once(package, limits, refusal);
  if (!book) {
    require(!read_once(package, limits, again) && again == refusal, "a refusal is repeated",
            refusal + "\n" + again);
    return std::nullopt;
  }
  check_workbook(*book, limits);
  xlsx::Reader reader(xlsx::Package(package, limits));
  require(shown(collected(reader)) == shown(*book), "a workbook streamed is the workbook whole",
          shown(*book));
  return book;
}

}  // namespace huizong::fuzz
