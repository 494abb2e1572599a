#include "xlsx/package/archive_rewrite.h"

#include <libdeflate.h>
#include <zip.h>

#include <cstdint>
#include <limits>
#include <memory>

#include "base/message.h"
#include "xlsx/package/part_name.h"
#include "xlsx/unreadable.h"

namespace huizong::xlsx {
namespace {

constexpr int kLevel = 6;
constexpr std::uint16_t kStored = 0, kDeflated = 8;
constexpr std::uint16_t kUtf8Name = 0x800;
constexpr std::uint16_t kVersion = 20;  // 2.0: what deflated entries need
constexpr std::uint32_t kDate =
    0x210000;  // 1980-01-01 00:00, the first a zip can say: no clock in the bytes

struct Close {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
  void operator()(libdeflate_compressor* compressor) const {
    libdeflate_free_compressor(compressor);
  }
};

/// An entry as it goes into the archive.
struct Entry {
  std::string name;
  std::uint16_t method = kStored;
  std::uint32_t crc = 0;
  std::size_t size = 0;  ///< inflated
  std::string data;      ///< compressed
};

class ArchiveWriter {
 public:
  void add(const Entry& entry) {
    const auto at = out_.size();
    const auto check = [](std::size_t size) {
      if (size < std::numeric_limits<std::uint32_t>::max()) return static_cast<std::uint32_t>(size);
      throw Error(
          {"要写出的工作簿超过 4 GB，Excel 打不开，请减少内容。",
           "The workbook would be larger than 4 GB, which Excel cannot open; put less into it."});
    };
    std::string header;
    put(header, kVersion);
    put(header, is_ascii(entry.name) ? std::uint16_t{0} : kUtf8Name);
    put(header, entry.method);
    put(header, kDate);
    put(header, entry.crc);
    put(header, check(entry.data.size()));
    put(header, check(entry.size));
    put(header, static_cast<std::uint16_t>(entry.name.size()));
    put(header, std::uint16_t{0});  // no extra field

    out_ += "PK\3\4" + header + entry.name + entry.data;

    directory_ += "PK\1\2";
    put(directory_, kVersion);
    directory_ += header;
    directory_.append(10, '\0');  // no comment, first disk, no attributes
    put(directory_, check(at));
    directory_ += entry.name;
    ++count_;
    check(out_.size() + directory_.size());
  }

  std::string finish() {
    const auto at = out_.size();
    out_ += directory_ + "PK\5\6" + std::string(4, '\0');
    put(out_, count_);
    put(out_, count_);
    put(out_, static_cast<std::uint32_t>(directory_.size()));
    put(out_, static_cast<std::uint32_t>(at));
    put(out_, std::uint16_t{0});
    return std::move(out_);
  }

 private:
  template <class Number>
  static void put(std::string& to, Number number) {
    for (std::size_t i = 0; i < sizeof number; ++i)
      to += static_cast<char>(number >> (8 * i) & 0xFF);
  }
  static bool is_ascii(const std::string& text) {
    for (const char c : text) {
      if (static_cast<unsigned char>(c) >= 0x80) return false;
    }
    return true;
  }

  std::string out_;
  std::string directory_;
  std::uint16_t count_ = 0;
};

class Deflater {
 public:
  Deflater() : compressor_(libdeflate_alloc_compressor(kLevel)) {
    if (!compressor_) throw std::bad_alloc();
  }
  Entry entry(std::string name, const std::string& bytes) const {
    Entry made{std::move(name), kDeflated, 0, bytes.size(), {}};
    made.crc = libdeflate_crc32(0, bytes.data(), bytes.size());
    made.data.resize(libdeflate_deflate_compress_bound(compressor_.get(), bytes.size()));
    made.data.resize(libdeflate_deflate_compress(compressor_.get(), bytes.data(), bytes.size(),
                                                 made.data.data(), made.data.size()));
    return made;
  }

 private:
  std::unique_ptr<libdeflate_compressor, Close> compressor_;
};

std::unique_ptr<zip_t, Close> open_archive(const std::string& bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) throw std::bad_alloc();
  std::unique_ptr<zip_t, Close> archive(zip_open_from_source(source, ZIP_RDONLY, &error));
  zip_error_fini(&error);
  if (!archive) {
    zip_source_free(source);
    refuse_damaged({"压缩包的目录有错", "the directory of its zip archive is wrong"});
  }
  return archive;
}

/// An entry as it stands in the old archive, still compressed.
Entry copied(zip_t* archive, zip_uint64_t index, const char* name) {
  zip_stat_t stat;
  const std::unique_ptr<zip_file_t, Close> file(zip_fopen_index(archive, index, ZIP_FL_COMPRESSED));
  if (!file || zip_stat_index(archive, index, 0, &stat) != 0) {
    refuse_damaged(say("内部部件 {} 读不出来", "its part {} cannot be read", printable(name)));
  }
  Entry entry{name, stat.comp_method, stat.crc, stat.size, std::string(stat.comp_size, '\0')};
  const auto got = zip_fread(file.get(), entry.data.data(), entry.data.size());
  if (got != static_cast<zip_int64_t>(entry.data.size())) {
    refuse_damaged(say("内部部件 {} 不完整", "its part {} is incomplete", printable(name)));
  }
  return entry;
}

}  // namespace

std::string rewrite_archive(const std::string& archive, const ArchiveChanges& changes) {
  const auto old = open_archive(archive);
  const Deflater deflater;
  ArchiveWriter writer;
  const auto count = static_cast<zip_uint64_t>(zip_get_num_entries(old.get(), 0));
  for (zip_uint64_t i = 0; i < count; ++i) {
    const char* name = zip_get_name(old.get(), i, ZIP_FL_ENC_RAW);
    if (name == nullptr)
      refuse_damaged({"压缩包的目录有错", "the directory of its zip archive is wrong"});
    const auto key = part_key(clean_part_name(name).value_or(""));
    if (changes.removed.contains(key)) continue;
    const auto now = changes.replaced.find(key);
    writer.add(now == changes.replaced.end() ? copied(old.get(), i, name)
                                             : deflater.entry(name, now->second));
  }
  for (const auto& [name, bytes] : changes.added) writer.add(deflater.entry(name, bytes));
  return writer.finish();
}

}  // namespace huizong::xlsx
