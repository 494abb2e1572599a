#include "xlsx/xls/xls_book.h"

#include <algorithm>

#include "xlsx/package/compound_contents.h"
#include "xlsx/package/compound_file.h"
#include "xlsx/xls/sheet_records.h"
#include "xlsx/xls/workbook_globals.h"

namespace huizong::xlsx {

struct XlsBook::Impl {
  Impl(const std::string& bytes, const Limits& limits_in)
      : limits(limits_in),
        stream(workbook_stream(bytes)),
        globals(read_workbook_globals(stream, limits)) {
    for (const XlsSheet& sheet : globals.sheets) sheets.push_back({sheet.name, sheet.state});
  }

  Limits limits;
  std::string stream;
  WorkbookGlobals globals;
  std::vector<SheetInfo> sheets;
};

XlsBook::XlsBook(const std::string& bytes, const Limits& limits)
    : impl_(std::make_unique<Impl>(bytes, limits)) {}
XlsBook::~XlsBook() = default;
XlsBook::XlsBook(XlsBook&&) noexcept = default;
XlsBook& XlsBook::operator=(XlsBook&&) noexcept = default;

const std::vector<SheetInfo>& XlsBook::sheets() const {
  return impl_->sheets;
}
bool XlsBook::date1904() const {
  return impl_->globals.date1904;
}
const std::vector<NumberFormat>& XlsBook::formats() const {
  return impl_->globals.formats;
}

std::vector<CellRange> XlsBook::visit(std::size_t sheet,
                                      const std::function<void(const Cell&)>& cell) const {
  return visit_sheet_records(impl_->stream, impl_->globals, impl_->globals.sheets.at(sheet),
                             impl_->limits, cell);
}

}  // namespace huizong::xlsx
