#include "xlsx/reader.h"

#include <algorithm>
#include <optional>

#include "xlsx/package/package.h"
#include "xlsx/read/shared_strings.h"
#include "xlsx/read/sheet_stream.h"
#include "xlsx/read/styles.h"
#include "xlsx/read/workbook_part.h"

namespace huizong::xlsx {

struct Reader::Impl {
  explicit Impl(Package opened) : package(std::move(opened)), book(read_workbook_part(package)) {
    formats = read_formats(package, book.styles);
    if (!book.shared_strings.empty()) strings = read_shared_strings(package, book.shared_strings);
    for (const SheetPart& sheet : book.sheets) sheets.push_back({sheet.name, sheet.state});
  }

  Package package;
  WorkbookPart book;
  std::vector<SheetInfo> sheets;
  std::vector<NumberFormat> formats;
  std::optional<SharedStrings> strings;
};

Reader::Reader(const std::filesystem::path& path, const Limits& limits)
    : Reader(Package::open(path, limits)) {}
Reader::Reader(Package package) : impl_(std::make_unique<Impl>(std::move(package))) {}
Reader::~Reader() = default;

const std::vector<SheetInfo>& Reader::sheets() const {
  return impl_->sheets;
}
bool Reader::date1904() const {
  return impl_->book.date1904;
}
const std::vector<NumberFormat>& Reader::formats() const {
  return impl_->formats;
}

std::vector<CellRange> Reader::visit(std::size_t sheet,
                                     const std::function<void(const Cell&)>& cell) {
  const SharedStrings* strings = impl_->strings ? &*impl_->strings : nullptr;
  return stream_sheet(impl_->package, impl_->book.sheets.at(sheet), strings, cell);
}

Workbook read_workbook(const std::filesystem::path& path, const Limits& limits) {
  return read_workbook(Package::open(path, limits));
}

Workbook read_workbook(Package package) {
  const std::size_t most_cells = package.limits().cells;
  Reader reader(std::move(package));
  Workbook book;
  book.date1904 = reader.date1904();
  book.formats = reader.formats();
  std::size_t count = 0;
  for (std::size_t i = 0; i < reader.sheets().size(); ++i) {
    Sheet sheet;
    sheet.name = reader.sheets()[i].name;
    sheet.state = reader.sheets()[i].state;
    sheet.merges = reader.visit(i, [&](const Cell& cell) {
      if (++count > most_cells)
        refuse_limit(say("单元格超过 {} 个", "it has more than {} cells", most_cells));
      sheet.cells.push_back(cell);
    });
    const auto before = [](const Cell& a, const Cell& b) { return a.ref < b.ref; };
    if (!std::is_sorted(sheet.cells.begin(), sheet.cells.end(), before)) {
      std::sort(sheet.cells.begin(), sheet.cells.end(), before);
    }
    book.sheets.push_back(std::move(sheet));
  }
  return book;
}

}  // namespace huizong::xlsx
