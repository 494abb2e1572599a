#include "xlsx/package/package.h"

#include <zip.h>

#include <array>
#include <unordered_map>

#include "xlsx/package/part_name.h"
#include "xlsx/package/sniff.h"

namespace huizong::xlsx {
namespace {

struct Closer {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, Closer>;
using OpenedEntry = std::unique_ptr<zip_file_t, Closer>;

struct Entry {
  std::string name;  ///< clean, in the entry's own letter case
  zip_uint64_t index = 0;
  std::uint64_t size = 0;        ///< inflated, as stated
  std::uint64_t compressed = 0;  ///< as stated
  bool usable = false;           ///< method and encryption are what a workbook may have
  bool encrypted = false;
  bool counted = false;  ///< in the total of bytes read
};

constexpr std::size_t kLocalHeaderBytes = 30;

[[noreturn]] void refuse_zip() {
  refuse_damaged({"压缩包的目录有错", "the directory of its zip archive is wrong"});
}

[[noreturn]] void refuse_part(std::string_view part) {
  const std::string name = printable(part);
  refuse_damaged(say("内部部件 {} 解不开或校验不符",
                     "its part {} cannot be unpacked or fails its checksum", name));
}

[[noreturn]] void refuse_entries(const Limits& limits) {
  refuse_limit(
      say("压缩包里的部件超过 {} 个", "its zip archive holds more than {} parts", limits.entries));
}

/// How many entries the archive says it has: read before libzip allocates for them.
std::uint64_t stated_entries(std::string_view bytes) {
  const auto number = [&](std::size_t at, int width) {
    std::uint64_t value = 0;
    for (int i = width - 1; i >= 0; --i) {
      value = value << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
    }
    return value;
  };
  std::uint64_t most = 0;
  constexpr std::size_t kEndBytes = 22;
  const std::size_t end = bytes.rfind("PK\5\6");
  if (end != std::string_view::npos && end + kEndBytes <= bytes.size()) most = number(end + 10, 2);
  const std::size_t wide = bytes.rfind("PK\6\6");  // zip64
  if (wide != std::string_view::npos && wide + 56 <= bytes.size() && most == 0xFFFF)
    most = number(wide + 32, 8);
  return most;
}

Archive open_archive(const std::string& bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) throw std::bad_alloc();
  Archive archive(zip_open_from_source(source, ZIP_RDONLY, &error));
  if (!archive) {
    zip_source_free(source);
    const int code = zip_error_code_zip(&error);
    zip_error_fini(&error);
    if (code == ZIP_ER_MEMORY) throw std::bad_alloc();
    refuse_zip();
  }
  return archive;
}

}  // namespace

struct Package::Impl {
  std::string bytes;
  Limits limits;
  Archive archive;
  std::unordered_map<std::string, Entry> entries;  // by part_key
  std::uint64_t total = 0;

  void list();
  Entry* entry(std::string_view part);
  Entry& checked(std::string_view part, std::uint64_t most);
};

void Package::Impl::list() {
  const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
  if (count > limits.entries) refuse_entries(limits);
  std::uint64_t room = bytes.size();
  for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
    zip_stat_t stat;
    const char* raw = zip_get_name(archive.get(), i, ZIP_FL_ENC_RAW);
    if (raw == nullptr || zip_stat_index(archive.get(), i, 0, &stat) != 0) refuse_zip();
    // Entries that together take more room than the file has lie over each other: a small core of
    // bytes is to be unpacked many times over.
    const std::uint64_t taken =
        kLocalHeaderBytes + std::char_traits<char>::length(raw) + stat.comp_size;
    if (taken > room) {
      refuse_unsafe({"压缩包里的部件互相重叠或超出文件",
                     "parts of its zip archive overlap or run past the end of the file"});
    }
    room -= taken;
    const std::string_view name(raw);
    if (name.empty() || name.back() == '/' || name.back() == '\\') continue;  // a folder
    const auto clean = clean_part_name(name);
    if (!clean) continue;  // climbs out of the package: no relationship can ever name it
    Entry entry;
    entry.name = *clean;
    entry.index = i;
    entry.size = stat.size;
    entry.compressed = stat.comp_size;
    entry.encrypted = stat.encryption_method != ZIP_EM_NONE;
    entry.usable = !entry.encrypted &&
                   (stat.comp_method == ZIP_CM_STORE || stat.comp_method == ZIP_CM_DEFLATE);
    const auto [where, fresh] = entries.emplace(part_key(*clean), std::move(entry));
    if (!fresh) {
      const std::string shown = printable(where->second.name);
      refuse_unsafe(
          say("压缩包里有两个同名的部件 {}", "its zip archive holds two parts named {}", shown));
    }
  }
}

Entry* Package::Impl::entry(std::string_view part) {
  const auto clean = clean_part_name(part);
  if (!clean) return nullptr;
  auto found = entries.find(part_key(*clean));
  if (found == entries.end()) found = entries.find(part_key(percent_decoded(*clean)));
  return found == entries.end() ? nullptr : &found->second;
}

Entry& Package::Impl::checked(std::string_view part, std::uint64_t most) {
  Entry* found = entry(part);
  if (found == nullptr) {
    const std::string name = printable(part);
    refuse_damaged(say("缺少内部部件 {}", "its part {} is missing", name));
  }
  if (found->encrypted) {
    throw Unreadable(
        "encrypted",
        {"这个压缩包是加了密的，读不了；请用 Excel 或 WPS 取消密码后另存为 .xlsx 再报。",
         "This archive is encrypted and cannot be read; remove the password in Excel or WPS "
         "and save it as .xlsx."});
  }
  if (!found->usable) {
    const std::string name = printable(found->name);
    refuse_damaged(say("内部部件 {} 用了工作簿不能用的压缩方法",
                       "its part {} is compressed by a method that workbooks may not use", name));
  }
  if (found->size > most) {
    const std::string name = printable(found->name);
    refuse_limit(say("内部部件 {} 展开后有 {} MB，最多读 {} MB",
                     "its part {} unpacks to {} MB, at most {} MB are read", name,
                     found->size >> 20, most >> 20));
  }
  if (found->size > limits.ratio_free_bytes && found->size / limits.ratio > found->compressed) {
    const std::string name = printable(found->name);
    refuse_limit(
        say("内部部件 {} 展开后是压缩时的 {} 倍以上，不像真实的表",
            "its part {} unpacks to more than {} times its packed size, which no real sheet does",
            name, limits.ratio));
  }
  if (!found->counted) {
    found->counted = true;
    total += found->size;
    if (total > limits.total_bytes) {
      refuse_limit(say("各部件展开后合计超过 {} MB", "its parts unpack to more than {} MB together",
                       limits.total_bytes >> 20));
    }
  }
  return *found;
}

Package::Package(std::string bytes, const Limits& limits, const std::filesystem::path& name)
    : impl_(std::make_unique<Impl>()) {
  require_zip(bytes, name);
  if (stated_entries(bytes) > static_cast<std::uint64_t>(limits.entries)) refuse_entries(limits);
  impl_->bytes = std::move(bytes);
  impl_->limits = limits;
  impl_->archive = open_archive(impl_->bytes);
  impl_->list();
}

Package Package::open(const std::filesystem::path& path, const Limits& limits) {
  return Package(load_file(path, limits), limits, path.filename());
}

Package::~Package() = default;
Package::Package(Package&&) noexcept = default;
Package& Package::operator=(Package&&) noexcept = default;

const Limits& Package::limits() const {
  return impl_->limits;
}

std::optional<std::string> Package::find(std::string_view part) const {
  const Entry* found = impl_->entry(part);
  if (found == nullptr) return std::nullopt;
  return found->name;
}

void Package::stream(std::string_view part, std::uint64_t most,
                     const std::function<void(std::string_view)>& take) const {
  const Entry& entry = impl_->checked(part, most);
  const OpenedEntry file(zip_fopen_index(impl_->archive.get(), entry.index, 0));
  if (!file) refuse_part(entry.name);
  std::array<char, 64 * 1024> block;
  std::uint64_t got = 0;
  while (true) {
    // At the end libzip compares CRC and size, and says so as a failed read.
    const zip_int64_t n = zip_fread(file.get(), block.data(), block.size());
    if (n < 0) refuse_part(entry.name);
    if (n == 0) break;
    got += static_cast<std::uint64_t>(n);
    if (got > entry.size) refuse_part(entry.name);
    take({block.data(), static_cast<std::size_t>(n)});
  }
  if (got != entry.size) refuse_part(entry.name);
}

std::string Package::read(std::string_view part) const {
  std::string bytes;
  stream(part, impl_->limits.small_part_bytes, [&](std::string_view block) { bytes += block; });
  return bytes;
}

}  // namespace huizong::xlsx
