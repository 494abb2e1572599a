#include "xlsx/reader.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

#include "xlsx/package/compound_file.h"
#include "xlsx/package/package.h"
#include "xlsx/package/sniff.h"
#include "xlsx/read/shared_strings.h"
#include "xlsx/read/sheet_stream.h"
#include "xlsx/read/styles.h"
#include "xlsx/read/workbook_part.h"
#include "xlsx/xls/xls_book.h"

namespace huizong::xlsx {

namespace {

/// A workbook in a package: .xlsx, .xlsm.
class PackageBook {
 public:
  explicit PackageBook(Package opened)
      : package_(std::move(opened)), book_(read_workbook_part(package_)) {
    formats_ = read_formats(package_, book_.styles);
    if (!book_.shared_strings.empty()) {
      strings_ = read_shared_strings(package_, book_.shared_strings);
    }
    for (const SheetPart& sheet : book_.sheets) sheets_.push_back({sheet.name, sheet.state});
    visited_.resize(sheets_.size());
    unvisited_ = sheets_.size();
    if (unvisited_ == 0) check_rest();
  }

  const std::vector<SheetInfo>& sheets() const { return sheets_; }
  bool date1904() const { return book_.date1904; }
  const std::vector<NumberFormat>& formats() const { return formats_; }

  std::vector<CellRange> visit(std::size_t sheet, const std::function<void(const Cell&)>& cell) {
    const SharedStrings* strings = strings_ ? &*strings_ : nullptr;
    auto merges = stream_sheet(package_, book_.sheets.at(sheet), strings, cell);
    mark_visited(sheet);
    return merges;
  }
  void check_rest() {
    if (!std::exchange(rest_checked_, true)) package_.check_rest();
  }

 private:
  void mark_visited(std::size_t sheet) {
    if (visited_[sheet]) return;
    visited_[sheet] = true;
    if (--unvisited_ == 0) check_rest();
  }

  Package package_;
  WorkbookPart book_;
  std::vector<SheetInfo> sheets_;
  std::vector<NumberFormat> formats_;
  std::optional<SharedStrings> strings_;
  std::vector<bool> visited_;  // to its end, by sheet
  std::size_t unvisited_ = 0;
  bool rest_checked_ = false;
};

}  // namespace

struct Reader::Impl {
  explicit Impl(Package package) : book(std::in_place_type<PackageBook>, std::move(package)) {}
  explicit Impl(XlsBook xls) : book(std::move(xls)) {}

  static std::unique_ptr<Impl> open(InputFile file, const Limits& limits) {
    if (is_compound(file)) return std::make_unique<Impl>(XlsBook(file.read_whole(), limits));
    return std::make_unique<Impl>(Package::open(std::move(file), limits));
  }
  static std::unique_ptr<Impl> of_bytes(std::string file, const Limits& limits) {
    if (is_compound(std::string_view(file))) return std::make_unique<Impl>(XlsBook(file, limits));
    return std::make_unique<Impl>(Package(std::move(file), limits));
  }

  std::variant<PackageBook, XlsBook> book;
};

Reader::Reader(const std::filesystem::path& path, const Limits& limits)
    : Reader(Impl::open(open_input(path, limits), limits)) {}
Reader::Reader(Package package) : Reader(std::make_unique<Impl>(std::move(package))) {}
Reader::Reader(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Reader Reader::of_bytes(std::string file, const Limits& limits) {
  return Reader(Impl::of_bytes(std::move(file), limits));
}
Reader::~Reader() = default;

const std::vector<SheetInfo>& Reader::sheets() const {
  return std::visit(
      [](const auto& book) -> auto& { return book.sheets(); }, impl_->book);
}
bool Reader::date1904() const {
  return std::visit([](const auto& book) { return book.date1904(); }, impl_->book);
}
const std::vector<NumberFormat>& Reader::formats() const {
  return std::visit(
      [](const auto& book) -> auto& { return book.formats(); }, impl_->book);
}

std::vector<CellRange> Reader::visit(std::size_t sheet,
                                     const std::function<void(const Cell&)>& cell) {
  return std::visit([&](auto& book) { return book.visit(sheet, cell); }, impl_->book);
}
void Reader::check_rest() {
  // An .xls has no parts of its own for anything else.
  if (auto* book = std::get_if<PackageBook>(&impl_->book)) book->check_rest();
}

namespace {

Workbook held_whole(Reader& reader, const Limits& limits) {
  Workbook book;
  book.date1904 = reader.date1904();
  book.formats = reader.formats();
  std::size_t count = 0;
  std::uint64_t text_bytes = 0;  // many cells may show one long text
  for (std::size_t i = 0; i < reader.sheets().size(); ++i) {
    Sheet sheet;
    sheet.name = reader.sheets()[i].name;
    sheet.state = reader.sheets()[i].state;
    sheet.merges = reader.visit(i, [&](const Cell& cell) {
      if (++count > limits.cells)
        refuse_limit("cells", say("单元格超过 {} 个", "it has more than {} cells", limits.cells));
      text_bytes += cell.text.size();
      if (text_bytes > limits.string_bytes) {
        refuse_limit("string_bytes", say("单元格里的文字合计超过 {} MB",
                                         "the texts in its cells are larger than {} MB together",
                                         limits.string_bytes >> 20));
      }
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

}  // namespace

Workbook read_workbook(const std::filesystem::path& path, const Limits& limits) {
  Reader reader(path, limits);
  return held_whole(reader, limits);
}

Workbook read_workbook(Package package) {
  const Limits limits = package.limits();
  Reader reader(std::move(package));
  return held_whole(reader, limits);
}

Workbook parse_workbook(std::string file, const Limits& limits) {
  Reader reader = Reader::of_bytes(std::move(file), limits);
  return held_whole(reader, limits);
}

}  // namespace huizong::xlsx
