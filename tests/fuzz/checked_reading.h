// Reads a workbook and holds what comes of it to what the headers of
// src/xlsx promise, by streaming and whole, twice.

#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "xlsx/limits.h"
#include "xlsx/workbook.h"

namespace huizong::fuzz {

/// Ours, but small: an input of a few kilobytes needs no gigabytes, and must not be given them.
xlsx::Limits small_limits();

/// Nothing where the file is refused, which must be every time and by whole sentences.
std::optional<xlsx::Workbook> read_checked(const std::string& package,
                                           const xlsx::Limits& limits = small_limits());

/// What a Reader or an XlsBook streams, held whole, cells in reading order.
template <class Book>
xlsx::Workbook collected(Book& from) {
  xlsx::Workbook book;
  book.date1904 = from.date1904();
  book.formats = from.formats();
  for (std::size_t i = 0; i < from.sheets().size(); ++i) {
    xlsx::Sheet sheet{from.sheets()[i].name, from.sheets()[i].state, {}, {}};
    sheet.merges = from.visit(i, [&](const xlsx::Cell& cell) { sheet.cells.push_back(cell); });
    std::sort(sheet.cells.begin(), sheet.cells.end(),
              [](const xlsx::Cell& a, const xlsx::Cell& b) { return a.ref < b.ref; });
    book.sheets.push_back(std::move(sheet));
  }
  return book;
}

/// What every workbook keeps to, wherever it was read from.
void check_workbook(const xlsx::Workbook& book, const xlsx::Limits& limits);

/// The text that comes back from a workbook when this one is filled in: a line ends with \n.
std::string as_filled(std::string_view text);

/// Everything there is in it, one line each.
std::string shown(const xlsx::Workbook& book);
std::string shown(const xlsx::Cell& cell);

}  // namespace huizong::fuzz
