#include "support/package_builder.h"

#include <zip.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace huizong::testing {
namespace {

constexpr std::string_view kHead =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view kRelations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view kSpreadsheet =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.";

std::string text(std::initializer_list<std::string_view> pieces) {
  std::string all;
  for (const auto piece : pieces) all += piece;
  return all;
}

[[noreturn]] void fail(const std::string& what) {
  throw std::runtime_error("package builder: " + what);
}

std::string relation(std::string_view id, std::string_view type, std::string_view target) {
  return text({"<Relationship Id=\"", id, "\" Type=\"", kRelations, "/", type, "\" Target=\"",
               target, "\"/>"});
}
std::string relations(std::string_view items) {
  return text(
      {kHead,
       "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
       items, "</Relationships>"});
}
std::string content_type(std::string_view part, std::string_view type) {
  return text({"<Override PartName=\"", part, "\" ContentType=\"", kSpreadsheet, type, "+xml\"/>"});
}

/// An archive opened for reading over bytes that outlive it.
class Opened {
 public:
  explicit Opened(const std::string& bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source != nullptr) archive_ = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (archive_ != nullptr) return;
    zip_source_free(source);
    fail(std::string("cannot open: ") + zip_error_strerror(&error));
  }
  ~Opened() { zip_discard(archive_); }
  Opened(const Opened&) = delete;
  Opened& operator=(const Opened&) = delete;
  zip_t* get() const { return archive_; }

 private:
  zip_t* archive_ = nullptr;
};

}  // namespace

std::string zip_package(const Parts& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(target);  // to read the bytes back after zip_close has given up its share
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  if (archive == nullptr) fail("cannot create");
  for (const auto& [name, bytes] : parts) {
    zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) fail("cannot add " + name + ": " + zip_strerror(archive));
    zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), 0, 0x21,
                         0);  // 1980-01-01: no clock in the bytes
  }
  if (zip_close(archive) != 0) fail(zip_strerror(archive));

  std::string out;
  zip_source_open(target);
  zip_source_seek(target, 0, SEEK_END);
  out.resize(static_cast<std::size_t>(zip_source_tell(target)));
  zip_source_seek(target, 0, SEEK_SET);
  zip_source_read(target, out.data(), out.size());
  zip_source_close(target);
  zip_source_free(target);
  return out;
}

Parts simple_parts(std::string_view sheet_data, std::string_view shared_strings,
                   std::string_view styles) {
  std::string types = content_type("/xl/workbook.xml", "sheet.main") +
                      content_type("/xl/worksheets/sheet1.xml", "worksheet");
  std::string related = relation("rId1", "worksheet", "worksheets/sheet1.xml");
  Parts more;
  if (!shared_strings.empty()) {
    types += content_type("/xl/sharedStrings.xml", "sharedStrings");
    related += relation("rId2", "sharedStrings", "sharedStrings.xml");
    more.emplace_back("xl/sharedStrings.xml",
                      text({kHead, "<sst xmlns=\"", kMain, "\">", shared_strings, "</sst>"}));
  }
  if (!styles.empty()) {
    types += content_type("/xl/styles.xml", "styles");
    related += relation("rId3", "styles", "styles.xml");
    more.emplace_back("xl/styles.xml",
                      text({kHead, "<styleSheet xmlns=\"", kMain, "\">", styles, "</styleSheet>"}));
  }
  const bool whole = sheet_data.starts_with("<?xml") || sheet_data.starts_with("<worksheet");
  Parts parts = {
      {"[Content_Types].xml",
       text({kHead,
             "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">",
             "<Default Extension=\"rels\" "
             "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>",
             "<Default Extension=\"xml\" ContentType=\"application/xml\"/>", types, "</Types>"})},
      {"_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml"))},
      {"xl/workbook.xml", text({kHead, "<workbook xmlns=\"", kMain, "\" xmlns:r=\"", kRelations,
                                "\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" "
                                "r:id=\"rId1\"/></sheets></workbook>"})},
      {"xl/_rels/workbook.xml.rels", relations(related)},
      {"xl/worksheets/sheet1.xml",
       whole ? std::string(sheet_data)
             : text({kHead, "<worksheet xmlns=\"", kMain, "\" xmlns:r=\"", kRelations,
                     "\"><sheetData>", sheet_data, "</sheetData></worksheet>"})}};
  parts.insert(parts.end(), more.begin(), more.end());
  return parts;
}

std::string simple_workbook(std::string_view sheet_data, std::string_view shared_strings,
                            std::string_view styles) {
  return zip_package(simple_parts(sheet_data, shared_strings, styles));
}

Parts strict_parts(Parts parts) {
  for (auto& [name, bytes] : parts) {
    for (const auto& [usual, strict] :
         {std::pair<std::string_view, std::string_view>{
              "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
              "http://purl.oclc.org/ooxml/spreadsheetml/main"},
          {"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
           "http://purl.oclc.org/ooxml/officeDocument/relationships"}}) {
      for (auto at = bytes.find(usual); at != std::string::npos; at = bytes.find(usual, at)) {
        bytes.replace(at, usual.size(), strict);
      }
    }
  }
  return parts;
}

void set_part(Parts& parts, std::string_view name, std::string bytes) {
  const auto found =
      std::find_if(parts.begin(), parts.end(), [&](const Part& p) { return p.first == name; });
  if (found == parts.end()) {
    parts.emplace_back(name, std::move(bytes));
  } else {
    found->second = std::move(bytes);
  }
}

void drop_part(Parts& parts, std::string_view name) {
  std::erase_if(parts, [&](const Part& p) { return p.first == name; });
}

std::string part_of(const std::string& package, const std::string& name) {
  const Opened archive(package);
  zip_stat_t stat;
  if (zip_stat(archive.get(), name.c_str(), 0, &stat) != 0) fail("no part " + name);
  std::string bytes(stat.size, '\0');
  zip_file_t* file = zip_fopen_index(archive.get(), stat.index, 0);
  if (file == nullptr) fail("cannot open part " + name);
  const zip_int64_t got = zip_fread(file, bytes.data(), bytes.size());
  zip_fclose(file);
  if (got != static_cast<zip_int64_t>(bytes.size())) fail("cannot read part " + name);
  return bytes;
}

std::vector<std::string> part_names(const std::string& package) {
  const Opened archive(package);
  std::vector<std::string> names;
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive.get(), 0); ++i) {
    names.emplace_back(zip_get_name(archive.get(), static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW));
  }
  return names;
}

}  // namespace huizong::testing
