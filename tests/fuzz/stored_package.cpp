#include "stored_package.h"

#include <libdeflate.h>

#include <algorithm>
#include <cstdint>

namespace huizong::fuzz {
namespace {

constexpr std::string_view kMarker = "@@ ";
constexpr int kUtf8Names = 0x0800;
constexpr int kDate1980 = 0x0021;

void put(std::string& out, std::size_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> 8 * i & 0xFF);
}

/// What a local header and a directory entry have in common: from the version to the extra length.
std::string entry_fields(std::string_view name, std::string_view bytes) {
  std::string out;
  put(out, 20, 2);
  put(out, kUtf8Names, 2);
  put(out, 0, 2);  // stored
  put(out, 0, 2);
  put(out, kDate1980, 2);
  put(out, libdeflate_crc32(0, bytes.data(), bytes.size()), 4);
  put(out, bytes.size(), 4);
  put(out, bytes.size(), 4);
  put(out, name.size(), 2);
  put(out, 0, 2);
  return out;
}

}  // namespace

std::string stored_package(const Parts& parts) {
  std::string out, directory;
  for (const auto& [name, bytes] : parts) {
    const std::string fields = entry_fields(name, bytes);
    directory += "PK\1\2";
    put(directory, 20, 2);
    directory += fields;
    directory.append(2 + 2 + 2 + 4, '\0');  // no comment, first disk, no attributes
    put(directory, out.size(), 4);
    directory += name;
    out += "PK\3\4" + fields + name + bytes;
  }
  const std::size_t start = out.size();
  out += directory + "PK\5\6";
  put(out, 0, 4);
  put(out, parts.size(), 2);
  put(out, parts.size(), 2);
  put(out, directory.size(), 4);
  put(out, start, 4);
  put(out, 0, 2);
  return out;
}

Parts minimal_parts() {
  const std::string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const std::string types = "http://schemas.openxmlformats.org/package/2006/content-types";
  const std::string links = "http://schemas.openxmlformats.org/package/2006/relationships";
  const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const std::string kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  const auto type = [&](const std::string& part, const std::string& of) {
    return "<Override PartName=\"/xl/" + part + "\" ContentType=\"" + kind + of + "+xml\"/>";
  };
  const auto link = [&](const std::string& id, const std::string& of, const std::string& target) {
    return "<Relationship Id=\"" + id + "\" Type=\"" + office + "/" + of + "\" Target=\"" + target +
           "\"/>";
  };
  const std::string sheet = "<worksheet xmlns=\"" + main + "\"><sheetData>";
  return {
      {"[Content_Types].xml",
       "<Types xmlns=\"" + types +
           "\"><Default Extension=\"rels\" "
           "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
           "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" +
           type("workbook.xml", "sheet.main") + type("worksheets/sheet1.xml", "worksheet") +
           type("worksheets/sheet2.xml", "worksheet") + type("sharedStrings.xml", "sharedStrings") +
           type("styles.xml", "styles") + "</Types>"},
      {"_rels/.rels", "<Relationships xmlns=\"" + links + "\">" +
                          link("rId1", "officeDocument", "xl/workbook.xml") + "</Relationships>"},
      {"xl/workbook.xml",
       "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + office +
           "\"><sheets><sheet name=\"一\" sheetId=\"1\" r:id=\"rId1\"/>"
           "<sheet name=\"二\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"" + links + "\">" +
                                         link("rId1", "worksheet", "worksheets/sheet1.xml") +
                                         link("rId2", "worksheet", "worksheets/sheet2.xml") +
                                         link("rId3", "sharedStrings", "sharedStrings.xml") +
                                         link("rId4", "styles", "styles.xml") + "</Relationships>"},
      {std::string(kFirstSheet), sheet + "</sheetData></worksheet>"},
      {"xl/worksheets/sheet2.xml",
       sheet + "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c>"
               "<c><f>一!A1</f><v>1</v></c></row></sheetData></worksheet>"},
      {std::string(kSharedStrings), "<sst xmlns=\"" + main +
                                        "\"><si><t>合计</t></si><si><t>办公费</t></si>"
                                        "<si><r><t>a</t></r><r><t>b</t></r></si></sst>"},
      {"xl/styles.xml", "<styleSheet xmlns=\"" + main +
                            "\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
                            "<xf numFmtId=\"10\"/><xf numFmtId=\"4\"/></cellXfs></styleSheet>"},
  };
}

void set_part(Parts& parts, std::string_view name, std::string_view bytes) {
  const auto found = std::find_if(parts.begin(), parts.end(),
                                  [&](const auto& part) { return part.first == name; });
  if (found == parts.end()) {
    parts.emplace_back(name, bytes);
  } else {
    found->second = bytes;
  }
}

Parts parts_from(std::string_view text) {
  Parts parts = minimal_parts();
  std::string_view name = kFirstSheet;
  while (true) {
    const bool named = text.starts_with(kMarker);
    if (named) {
      text.remove_prefix(kMarker.size());
      const std::size_t line = std::min(text.find('\n'), text.size());
      name = text.substr(0, std::min<std::size_t>(line, 200));
      text.remove_prefix(std::min(line + 1, text.size()));
    }
    const bool empty = text.starts_with(kMarker);
    const std::size_t next = empty ? 0 : text.find("\n@@ ");
    if (named || !text.empty()) set_part(parts, name, text.substr(0, next));
    if (next == std::string_view::npos) return parts;
    text.remove_prefix(next + (empty ? 0 : 1));
  }
}

}  // namespace huizong::fuzz
