#include "xlsx/xls/xls_lines.h"

#include "xlsx/workbook_lines.h"
#include "xlsx/xls/xls_book.h"

namespace huizong::xlsx::testing {

std::string xls_lines(const std::string& file, const Limits& limits) {
  try {
    const XlsBook opened(file, limits);
    Workbook book;
    for (std::size_t i = 0; i < opened.sheets().size(); ++i) {
      const SheetInfo& info = opened.sheets()[i];
      Sheet& sheet = book.sheets.emplace_back();
      sheet.name = info.name;
      if (info.state == SheetState::Hidden) sheet.name += ", hidden";
      if (info.state == SheetState::VeryHidden) sheet.name += ", very hidden";
      sheet.merges = opened.visit(i, [&](const Cell& cell) { sheet.cells.push_back(cell); });
    }
    return lines(book);
  } catch (const Unreadable& refused) {
    const std::string limit = refused.limit().empty() ? "" : " " + refused.limit();
    return refused.kind() + limit + ": " + refused.message().zh;
  }
}

}  // namespace huizong::xlsx::testing
