#include "xlsx/xls/xls_builder.h"

#include <algorithm>
#include <bit>

namespace huizong::testing {
namespace {

constexpr std::uint32_t kEndOfChain = 0xFFFFFFFE;
constexpr std::uint32_t kFree = 0xFFFFFFFF;
constexpr std::uint32_t kTableSector = 0xFFFFFFFD;
constexpr std::size_t kSmallStream = 4096;
constexpr std::size_t kTablesInHeader = 109;

std::string little(std::uint64_t value, int bytes) {
  std::string text;
  for (int i = 0; i < bytes; ++i) text += static_cast<char>(value >> (8 * i) & 0xFF);
  return text;
}

std::string cell_head(unsigned row, unsigned col, unsigned format) {
  return le16(row) + le16(col) + le16(format);
}

void put(std::string& bytes, std::size_t at, std::string_view what) {
  bytes.replace(at, what.size(), what);
}

/// Sectors of one size, in the order they are asked for, and the chain of each stream.
class Sectors {
 public:
  Sectors(std::size_t size, bool backwards) : size_(size), backwards_(backwards) {}

  /// The first sector of the chain.
  std::uint32_t add(std::string bytes) {
    if (bytes.empty()) return kEndOfChain;
    bytes.resize((bytes.size() + size_ - 1) / size_ * size_);
    const auto count = static_cast<std::uint32_t>(bytes.size() / size_);
    const auto start = static_cast<std::uint32_t>(next_.size());
    for (std::uint32_t i = 0; i < count; ++i) {
      const std::uint32_t from = backwards_ ? count - 1 - i : i;
      data_ += bytes.substr(from * size_, size_);
      const bool last = from == count - 1;
      next_.push_back(last ? kEndOfChain : backwards_ ? start + i - 1 : start + i + 1);
    }
    return backwards_ ? start + count - 1 : start;
  }

  /// The table of the chains goes behind everything else; its first sector.
  std::uint32_t add_table() {
    const auto first = static_cast<std::uint32_t>(next_.size());
    const std::size_t each = size_ / 4;
    std::size_t tables = 1;
    while (tables * each < next_.size() + tables) ++tables;
    for (std::size_t i = 0; i < tables; ++i) next_.push_back(kTableSector);
    std::string table;
    for (const std::uint32_t next : next_) table += le32(next);
    while (table.size() % size_ != 0) table += le32(kFree);
    data_ += table;
    return first;
  }

  const std::string& data() const { return data_; }
  const std::vector<std::uint32_t>& next() const { return next_; }

 private:
  const std::size_t size_;
  const bool backwards_;
  std::string data_;
  std::vector<std::uint32_t> next_;
};

std::string directory_entry(const std::string& name, char kind, std::uint32_t first,
                            std::size_t size) {
  std::string entry(128, '\0');
  put(entry, 0, wide(std::u16string(name.begin(), name.end())));
  put(entry, 64, le16(static_cast<unsigned>(2 * name.size() + 2)));
  entry[66] = kind;
  put(entry, 68, le32(kFree) + le32(kFree) + le32(kFree));
  put(entry, 116, le32(first) + le32(static_cast<std::uint32_t>(size)));
  return entry;
}

}  // namespace

std::string le16(unsigned value) {
  return little(value, 2);
}
std::string le32(std::uint32_t value) {
  return little(value, 4);
}
std::string le64(double value) {
  return little(std::bit_cast<std::uint64_t>(value), 8);
}

std::string biff(unsigned id, std::string_view body) {
  return le16(id) + le16(static_cast<unsigned>(body.size())) + std::string(body);
}

std::string narrow(std::string_view latin1) {
  return std::string(latin1);
}

std::string wide(std::u16string_view text) {
  std::string bytes;
  for (const char16_t unit : text) bytes += le16(unit);
  return bytes;
}

std::string narrow_text(std::string_view latin1) {
  return le16(static_cast<unsigned>(latin1.size())) + '\0' + narrow(latin1);
}

std::string wide_text(std::u16string_view text) {
  return le16(static_cast<unsigned>(text.size())) + '\1' + wide(text);
}

std::string number_cell(unsigned row, unsigned col, double value, unsigned format) {
  return biff(0x0203, cell_head(row, col, format) + le64(value));
}

std::string rk_cell(unsigned row, unsigned col, std::uint32_t rk, unsigned format) {
  return biff(0x027E, cell_head(row, col, format) + le32(rk));
}

std::string shared_text_cell(unsigned row, unsigned col, std::uint32_t index, unsigned format) {
  return biff(0x00FD, cell_head(row, col, format) + le32(index));
}

std::string text_cell(unsigned row, unsigned col, std::u16string_view text, unsigned format) {
  return biff(0x0204, cell_head(row, col, format) + wide_text(text));
}

std::string bool_cell(unsigned row, unsigned col, unsigned value, bool error) {
  return biff(0x0205, cell_head(row, col, 0) + little(value, 1) + (error ? '\1' : '\0'));
}

std::string formula_cell(unsigned row, unsigned col, std::string_view result) {
  return biff(0x0006, cell_head(row, col, 0) + std::string(result) + le16(0) + le32(0) + le16(0));
}

std::string merges(const std::vector<std::vector<unsigned>>& ranges) {
  std::string body = le16(static_cast<unsigned>(ranges.size()));
  for (const auto& range : ranges) {
    for (const unsigned edge : range) body += le16(edge);
  }
  return biff(0x00E5, body);
}

std::string shared_texts(const std::vector<std::u16string>& texts) {
  const auto count = static_cast<std::uint32_t>(texts.size());
  std::string body = le32(count) + le32(count);
  for (const auto& text : texts) body += wide_text(text);
  return biff(0x00FC, body);
}

std::string format_code(unsigned id, std::string_view code) {
  return biff(0x041E, le16(id) + narrow_text(code));
}

std::string cell_format(unsigned code_id) {
  return biff(0x00E0, le16(0) + le16(code_id) + std::string(16, '\0'));
}

std::string workbook_records(const XlsSource& source) {
  const auto begin = [&](unsigned content) {
    return biff(0x0809, le16(source.version) + le16(content) + std::string(12, '\0'));
  };
  const std::string end = biff(0x000A);
  std::string globals = begin(0x0005) + source.globals;
  std::string bodies;
  std::size_t at = globals.size() + end.size();
  for (const auto& sheet : source.sheets) at += 4 + 8 + 2 * sheet.name.size();
  for (const auto& sheet : source.sheets) {
    globals += biff(0x0085, le32(static_cast<std::uint32_t>(at + bodies.size())) +
                                little(sheet.state, 1) + little(sheet.kind, 1) +
                                little(sheet.name.size(), 1) + '\1' + wide(sheet.name));
    bodies += begin(sheet.content) + sheet.records + end;
  }
  return globals + end + bodies;
}

std::string compound_file(const std::vector<std::pair<std::string, std::string>>& streams,
                          const CompoundShape& shape) {
  const std::size_t sector = shape.big_sectors ? 4096 : 512;
  Sectors sectors(sector, shape.backwards);
  Sectors small(64, shape.backwards);
  std::string entries;
  for (const auto& [name, bytes] : streams) {
    const bool is_small = bytes.size() < kSmallStream;
    const std::uint32_t first = is_small ? small.add(bytes) : sectors.add(bytes);
    entries += directory_entry(name, 2, first, bytes.size());
  }
  // Every entry is the right neighbour of the one before: a tree as good as any.
  for (std::size_t i = 0; i + 1 < streams.size(); ++i) {
    put(entries, i * 128 + 72, le32(static_cast<std::uint32_t>(i + 2)));
  }
  std::string small_table;
  for (const std::uint32_t next : small.next()) small_table += le32(next);
  const std::uint32_t small_first = sectors.add(small.data());
  const std::uint32_t small_table_first = sectors.add(small_table);
  std::string root = directory_entry("Root Entry", 5, small_first, small.data().size());
  put(root, 76, le32(streams.empty() ? kFree : 1));
  const std::uint32_t directory = sectors.add(root + entries);
  const std::uint32_t table = sectors.add_table();
  const std::size_t tables = sectors.data().size() / sector - table;

  std::string header(sector, '\0');
  put(header, 0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
  put(header, 24, le16(0x3E) + le16(shape.big_sectors ? 4 : 3) + le16(0xFFFE));
  put(header, 30, le16(shape.big_sectors ? 12 : 9) + le16(6));
  put(header, 44, le32(static_cast<std::uint32_t>(tables)));
  put(header, 48, le32(directory));
  put(header, 56, le32(4096) + le32(small_table_first) + le32(small_table.empty() ? 0 : 1));
  put(header, 68, le32(kEndOfChain));
  std::string places;
  for (std::size_t i = 0; i < tables; ++i) places += le32(table + static_cast<std::uint32_t>(i));
  while (places.size() < 4 * kTablesInHeader) places += le32(kFree);
  put(header, 76, places.substr(0, 4 * kTablesInHeader));
  // Further tables are listed in sectors of their own, each of which ends with the next one.
  std::string lists;
  auto list = static_cast<std::uint32_t>(sectors.data().size() / sector);
  if (places.size() > 4 * kTablesInHeader) put(header, 68, le32(list));
  for (std::size_t at = 4 * kTablesInHeader; at < places.size(); at += sector - 4) {
    std::string body = places.substr(at, sector - 4);
    while (body.size() < sector - 4) body += le32(kFree);
    lists += body + le32(at + sector - 4 < places.size() ? ++list : kEndOfChain);
  }
  for (const auto& [at, bytes] : shape.header) put(header, at, bytes);
  return header + sectors.data() + lists;
}

std::string xls_file(const XlsSource& source) {
  return compound_file({{"Workbook", workbook_records(source)}});
}

std::string xls_file(std::string sheet_records, std::string globals) {
  XlsSource source;
  source.sheets.push_back({.records = std::move(sheet_records)});
  source.globals = std::move(globals);
  return xls_file(source);
}

}  // namespace huizong::testing
