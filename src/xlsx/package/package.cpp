#include "xlsx/package/package.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "xlsx/package/part_name.h"
#include "xlsx/package/sniff.h"

namespace huizong::xlsx {
namespace {

/// Files up to this size are read whole.
constexpr std::uint64_t kHeldWhole = 4 << 20;
/// Deflate's own bound: 258 bytes for two bits.
constexpr std::uint64_t kMostPerPackedByte = 1032;
/// Room for what is unpacked to nowhere.
constexpr std::size_t kCheckRoom = 256 << 10;

}  // namespace

struct Package::Impl {
  struct Read {
    bool counted = false;  ///< in the total of bytes read
    bool checked = false;  ///< read to its end, and right
  };
  struct Part {
    std::string name;       ///< clean, in the entry's own letter case
    std::size_t index = 0;  ///< of its entry
  };

  Impl(std::string held, const Limits& most)
      : bytes(std::move(held)), archive(std::string_view(bytes)), limits(most) {
    list();
  }
  Impl(InputFile file, const Limits& most) : archive(std::move(file)), limits(most) { list(); }

  void list();
  const Part* find(std::string_view part) const;
  PartStream open(std::size_t index, PartSize size);

  const std::string bytes;  // empty where the archive is read from its file
  const ByteSource archive;
  const Limits limits;
  std::vector<DirectoryEntry> entries;
  std::vector<Read> read;                       // of each entry
  std::unordered_map<std::string, Part> parts;  // by part_key
  std::uint64_t total = 0;
  WholeInflater whole;
};

void Package::Impl::list() {
  entries = read_directory(archive, limits);
  read.resize(entries.size());
  parts.reserve(entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::string& name = entries[i].name;
    if (name.empty() || name.back() == '/' || name.back() == '\\') continue;  // a folder
    auto clean = clean_part_name(name);
    if (!clean) continue;  // climbs out of the package: no relationship can ever name it
    std::string key = part_key(*clean);
    const auto [where, fresh] = parts.emplace(std::move(key), Part{std::move(*clean), i});
    if (!fresh) {
      const std::string shown = printable(where->second.name);
      refuse_unsafe(
          say("压缩包里有两个同名的部件 {}", "its zip archive holds two parts named {}", shown));
    }
  }
}

const Package::Impl::Part* Package::Impl::find(std::string_view part) const {
  auto found = parts.find(part_key(part));  // nearly always spelt clean already
  if (found == parts.end()) {
    const auto clean = clean_part_name(part);
    if (!clean) return nullptr;
    found = parts.find(part_key(*clean));
    if (found == parts.end() && clean->find('%') != std::string::npos)
      found = parts.find(part_key(percent_decoded(*clean)));
  }
  return found == parts.end() ? nullptr : &found->second;
}

PartStream Package::Impl::open(std::size_t index, PartSize size) {
  const DirectoryEntry& entry = entries[index];
  if (entry.is_encrypted()) {
    throw Unreadable(
        "encrypted",
        {"这个压缩包是加了密的，读不了；请用 Excel 或 WPS 取消密码后另存为 .xlsx 再报。",
         "This archive is encrypted and cannot be read; remove the password in Excel or WPS "
         "and save it as .xlsx."});
  }
  const auto name = [&] { return printable(entry.name); };
  const bool stored = entry.method == DirectoryEntry::kStored;
  if (!stored && entry.method != DirectoryEntry::kDeflated) {
    refuse_damaged(say("内部部件 {} 用了工作簿不能用的压缩方法",
                       "its part {} is compressed by a method that workbooks may not use", name()));
  }
  const bool small = size == PartSize::Small;
  const std::uint64_t most = small ? limits.small_part_bytes : limits.part_bytes;
  if (entry.size > most) {
    refuse_limit(small ? "small_part_bytes" : "part_bytes",
                 say("内部部件 {} 展开后有 {} MB，最多读 {} MB",
                     "its part {} unpacks to {} MB, at most {} MB are read", name(),
                     entry.size >> 20, most >> 20));
  }
  if (entry.size > limits.ratio_free_bytes && entry.size / limits.ratio > entry.packed) {
    refuse_limit(
        "ratio",
        say("内部部件 {} 展开后是压缩时的 {} 倍以上，不像真实的表",
            "its part {} unpacks to more than {} times its packed size, which no real sheet does",
            name(), limits.ratio));
  }
  // A size that cannot be true is refused before room is made for it.
  if (stored ? entry.size != entry.packed : entry.size / kMostPerPackedByte > entry.packed)
    refuse_entry(entry.name);
  if (!read[index].counted) {
    read[index].counted = true;
    total += entry.size;
    if (total > limits.total_bytes) {
      refuse_limit("total_bytes",
                   say("各部件展开后合计超过 {} MB", "its parts unpack to more than {} MB together",
                       limits.total_bytes >> 20));
    }
  }
  return PartStream(archive, entry, whole, read[index].checked);
}

Package::Package(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

Package::Package(std::string bytes, const Limits& limits) {
  require_zip(bytes);
  impl_ = std::make_unique<Impl>(std::move(bytes), limits);
}

Package Package::open(const std::filesystem::path& path, const Limits& limits) {
  return open(open_input(path, limits), limits);
}

Package Package::open(InputFile file, const Limits& limits) {
  if (file.size() > kHeldWhole && is_zip(file))
    return Package(std::make_unique<Impl>(std::move(file), limits));
  return Package(file.read_whole(), limits);
}

Package::~Package() = default;
Package::Package(Package&&) noexcept = default;
Package& Package::operator=(Package&&) noexcept = default;

const Limits& Package::limits() const {
  return impl_->limits;
}

std::optional<std::string> Package::find(std::string_view part) const {
  const auto* found = impl_->find(part);
  if (found == nullptr) return std::nullopt;
  return found->name;
}

std::uint64_t Package::size(std::string_view part) const {
  const auto* found = impl_->find(part);
  return found == nullptr ? 0 : impl_->entries[found->index].size;
}

PartStream Package::open_part(std::string_view part, PartSize size) const {
  const auto* found = impl_->find(part);
  if (found == nullptr) {
    const std::string name = printable(part);
    refuse_damaged(say("缺少内部部件 {}", "its part {} is missing", name));
  }
  return impl_->open(found->index, size);
}

std::string Package::read(std::string_view part, PartSize size) const {
  PartStream in = open_part(part, size);
  return read_whole(in);
}

std::string read_whole(PartStream& part) {
  std::string bytes(static_cast<std::size_t>(part.size()), '\0');
  part.read(bytes.data(), bytes.size());
  return bytes;
}

void Package::check_rest() const {
  std::vector<char> room;
  for (std::size_t i = 0; i < impl_->entries.size(); ++i) {
    if (impl_->read[i].checked) continue;
    PartStream in = impl_->open(i, PartSize::Large);
    const auto size = std::clamp<std::uint64_t>(impl_->entries[i].size, 1, kCheckRoom);
    if (room.size() < size) room.resize(static_cast<std::size_t>(size));
    while (in.read(room.data(), room.size()) > 0) continue;
  }
}

}  // namespace huizong::xlsx
