#include "support/form_sheet.h"

#include <algorithm>

#include "support/package_builder.h"
#include "xlsx/writer.h"

namespace huizong::testing {
namespace {

constexpr const char* kExplained = "填报说明：请按表填写。";

std::string xml(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '"') {
      out += "&quot;";
    } else {
      out += c;
    }
  }
  return out;
}

std::string inline_text(const std::string& text) {
  return " t=\"inlineStr\"><is><t xml:space=\"preserve\">" + xml(text) + "</t></is></c>";
}

}  // namespace

void FormSheet::text(CellRange place, std::string text) {
  cells_[place.first] = {place, Content::Kind::Text, std::move(text), "", ""};
}
void FormSheet::number(CellRef place, std::string number, std::string format) {
  cells_[place] = {{place, place}, Content::Kind::Number, std::move(number), "", std::move(format)};
}
void FormSheet::formula(CellRef place, std::string formula, std::string value) {
  cells_[place] = {
      {place, place}, Content::Kind::Formula, std::move(formula), std::move(value), ""};
}
void FormSheet::input(CellRange place, std::string format) {
  cells_[place.first] = {place, Content::Kind::Input, "", "", std::move(format)};
}

std::string FormSheet::workbook(Producer producer, bool explained) const {
  return producer == Producer::SharedStrings ? ours(explained) : inline_strings(explained);
}

std::string FormSheet::ours(bool explained) const {
  xlsx::Writer book({.title = "表样", .date = ""});
  if (explained) book.add_sheet("说明").text({0, 0}, kExplained, book.style({}));
  xlsx::SheetWriter& sheet = book.add_sheet("表");
  for (const auto& [at, cell] : cells_) {
    const auto style = book.style({.border = true, .number_format = cell.format});
    switch (cell.kind) {
      case Content::Kind::Text:
      case Content::Kind::Input:
        sheet.merged(cell.place, cell.text, style);
        break;
      case Content::Kind::Number:
        sheet.number(at, *Decimal::parse(cell.text), style);
        break;
      case Content::Kind::Formula:
        sheet.formula(at, cell.text, *Decimal::parse(cell.value), style);
    }
  }
  return book.package();
}

std::vector<std::string> FormSheet::formats() const {
  std::vector<std::string> formats = {""};
  for (const auto& [at, cell] : cells_) {
    if (std::find(formats.begin(), formats.end(), cell.format) == formats.end())
      formats.push_back(cell.format);
  }
  return formats;
}

std::string FormSheet::inline_strings(bool explained) const {
  const auto used = formats();
  std::string numbered, looks;
  for (std::size_t i = 0; i < used.size(); ++i) {
    const std::string id = std::to_string(i == 0 ? 0 : 163 + i);
    if (i > 0) numbered += "<numFmt numFmtId=\"" + id + "\" formatCode=\"" + xml(used[i]) + "\"/>";
    looks += "<xf numFmtId=\"" + id + "\"/>";
  }
  const std::string styles = "<numFmts>" + numbered +
                             "</numFmts><fonts><font><sz val=\"11\"/></font></fonts><cellXfs>" +
                             looks + "</cellXfs>";
  Parts parts = simple_parts(sheet_xml(used), "", styles);
  const auto replace = [&](const char* name, const std::string& what, const std::string& by) {
    for (auto& [part, bytes] : parts) {
      if (part == name) bytes.replace(bytes.find(what), what.size(), by);
    }
  };
  const std::string own = "<sheet name=\"表\" sheetId=\"1\" r:id=\"rId1\"/>";
  replace("xl/workbook.xml", "<sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/>", own);
  if (explained) {
    replace("xl/workbook.xml", own, "<sheet name=\"说明\" sheetId=\"2\" r:id=\"rId9\"/>" + own);
    replace(
        "xl/_rels/workbook.xml.rels", "</Relationships>",
        "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
        "relationships/worksheet\" Target=\"worksheets/sheet2.xml\"/></Relationships>");
    replace("[Content_Types].xml", "</Types>",
            "<Override PartName=\"/xl/worksheets/sheet2.xml\" ContentType=\"application/"
            "vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>");
    set_part(parts, "xl/worksheets/sheet2.xml",
             "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
             "<sheetData><row r=\"1\"><c r=\"A1\"" +
                 inline_text(kExplained) + "</row></sheetData></worksheet>");
  }
  return zip_package(parts);
}

std::string FormSheet::sheet_xml(const std::vector<std::string>& used) const {
  std::string rows, merges;
  int row = -1;
  for (const auto& [at, cell] : cells_) {
    if (cell.place.first != cell.place.last)
      merges += "<mergeCell ref=\"" + to_string(cell.place) + "\"/>";
    const auto style = std::find(used.begin(), used.end(), cell.format) - used.begin();
    const bool stored = !cell.text.empty() || style != 0;
    if (!stored) continue;
    if (at.row != row) {
      rows += (row < 0 ? "" : "</row>") + ("<row r=\"" + std::to_string(at.row + 1)) + "\">";
      row = at.row;
    }
    rows += "<c r=\"" + to_string(at) + "\" s=\"" + std::to_string(style) + "\"";
    switch (cell.kind) {
      case Content::Kind::Text:
        rows += inline_text(cell.text);
        break;
      case Content::Kind::Number:
        rows += "><v>" + cell.text + "</v></c>";
        break;
      case Content::Kind::Formula:
        rows += "><f>" + xml(cell.text) + "</f><v>" + cell.value + "</v></c>";
        break;
      case Content::Kind::Input:
        rows += "/>";
    }
  }
  if (row >= 0) rows += "</row>";
  if (!merges.empty()) merges = "<mergeCells>" + merges + "</mergeCells>";
  return "<worksheet "
         "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" +
         rows + "</sheetData>" + merges + "</worksheet>";
}

}  // namespace huizong::testing
