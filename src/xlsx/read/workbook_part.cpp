#include "xlsx/read/workbook_part.h"

#include <unordered_set>

#include "base/text.h"
#include "xlsx/package/content_types.h"
#include "xlsx/package/part_name.h"
#include "xlsx/package/relationships.h"
#include "xlsx/package/xml_stream.h"
#include "xlsx/read/cell_text.h"

namespace huizong::xlsx {
namespace {

[[noreturn]] void refuse_other(const Message& what) {
  throw Unreadable(
      "not-workbook",
      {fmt::format("{}，不是 .xlsx 工作簿；请用 Excel 或 WPS 另存为 .xlsx 再报。", what.zh),
       fmt::format("{}, not an .xlsx workbook; save it as .xlsx in Excel or WPS.", what.en)});
}

/// A zip archive without an Office main part: what else is it?
[[noreturn]] void refuse_foreign_zip(const Package& package) {
  if (package.find("mimetype") || package.find("META-INF/manifest.xml")) {
    const std::string type = package.find("mimetype") ? package.read("mimetype") : std::string();
    if (type.empty() || type.starts_with("application/vnd.oasis.opendocument")) {
      throw Unreadable(
          "ods",
          {"这是 OpenDocument 文件（如 .ods），读不了；请用 Excel 或 WPS 打开，另存为 .xlsx 再报。",
           "This is an OpenDocument file (such as .ods), which is not read; open it in Excel or "
           "WPS and save it as .xlsx."});
    }
  }
  refuse_other({"这是压缩包，里面没有工作簿", "This is a zip archive without a workbook inside"});
}

/// The main part's stated type tells documents of other programs apart.
void refuse_other_document(std::string_view type) {
  const auto has = [&](std::string_view word) { return type.find(word) != std::string_view::npos; };
  if (has("sheet.binary"))
    refuse_other({"这是二进制工作簿（.xlsb）", "This is a binary workbook (.xlsb)"});
  if (has("wordprocessingml") || has("ms-word"))
    refuse_other({"这是 Word 文档", "This is a Word document"});
  if (has("presentationml") || has("ms-powerpoint")) {
    refuse_other({"这是 PowerPoint 演示文稿", "This is a PowerPoint presentation"});
  }
}

struct SheetEntry {
  std::string name;
  std::string id;
  SheetState state = SheetState::Visible;
};

class WorkbookHandler : public XmlHandler {
 public:
  explicit WorkbookHandler(const Limits& limits) : limits_(limits) {}

  bool start(const Element& element) override {
    if (!inside_) {
      if (!element.is("workbook"))
        refuse_other(
            {"这个压缩包的主部件不是工作簿", "The main part of this package is something else"});
      inside_ = true;
      return true;
    }
    if (element.is("sheets")) return true;
    if (element.is("sheet")) add(element);
    if (element.is("workbookPr")) {
      const std::string_view flag = element.attribute("date1904");
      date1904 = flag == "1" || flag == "true" || flag == "on";
    }
    return false;
  }

  std::vector<SheetEntry> sheets;
  bool date1904 = false;

 private:
  void add(const Element& element) {
    if (sheets.size() >= static_cast<std::size_t>(limits_.sheets)) {
      refuse_limit("sheets", say("工作表超过 {} 张", "it has more than {} sheets", limits_.sheets));
    }
    SheetEntry sheet;
    append_unescaped(sheet.name, element.attribute("name"));
    if (sheet.name.size() > static_cast<std::size_t>(limits_.sheet_name_chars) * 4 ||
        char_count(sheet.name) > limits_.sheet_name_chars) {
      refuse_limit("sheet_name_chars", say("有一张工作表的名称超过 {} 个字",
                                           "the name of a sheet is longer than {} characters",
                                           limits_.sheet_name_chars));
    }
    const std::string_view id = element.relation_id();
    sheet.id = id;
    const std::string_view state = element.attribute("state");
    if (state == "hidden") sheet.state = SheetState::Hidden;
    if (state == "veryHidden") sheet.state = SheetState::VeryHidden;
    // A macro sheet that was deleted leaves such an entry: very hidden, and with an empty link to
    // nothing.
    if (sheet.state == SheetState::VeryHidden && id.data() != nullptr && id.empty()) {
      return;
    }
    // Excel takes names that differ only in letter case for one.
    if (!names_.insert(part_key(sheet.name)).second) {
      const std::string name = printable(sheet.name);
      refuse_unsafe(say("有两张工作表都叫“{}”", "two sheets are named \"{}\"", name));
    }
    sheets.push_back(std::move(sheet));
  }

  const Limits& limits_;
  bool inside_ = false;
  std::unordered_set<std::string> names_;
};

std::string main_part(const Package& package) {
  const auto relationships = read_relationships(package, "");
  const Relationship* main = find_by_type(relationships, "officeDocument");
  if (main == nullptr) refuse_foreign_zip(package);
  refuse_other_document(content_type_of(package, main->target));
  const auto part = package.find(main->target);
  if (!part) refuse_damaged({"缺少工作簿的主部件", "its main part is missing"});
  return *part;
}

/// A part that there need not be. Where a relationship names one that is missing, the workbook is
/// read as Excel reads it: without formats, and refused at the first cell that needs a shared
/// string.
std::string optional_part(const Package& package, const std::vector<Relationship>& relationships,
                          std::string_view type) {
  const Relationship* found = find_by_type(relationships, type);
  return found == nullptr ? std::string() : package.find(found->target).value_or("");
}

/// Sheets without cells of their own: charts, dialogs, and Excel 4 macros, which hold code and not
/// figures.
bool has_no_cells(std::string_view type) {
  return type == "chartsheet" || type == "dialogsheet" || type.ends_with("/xlMacrosheet") ||
         type.ends_with("/xlIntlMacrosheet");
}

}  // namespace

WorkbookPart read_workbook_part(const Package& package) {
  WorkbookPart book;
  book.part = main_part(package);
  WorkbookHandler handler(package.limits());
  parse_part(package, book.part, PartSize::Small, handler);
  book.date1904 = handler.date1904;

  const auto relationships = read_relationships(package, book.part);
  std::unordered_set<std::string> taken;
  for (SheetEntry& sheet : handler.sheets) {
    const std::string name = printable(sheet.name);
    const Relationship* related = sheet.id.empty() ? nullptr : find_by_id(relationships, sheet.id);
    if (related == nullptr) {
      refuse_damaged(
          say("找不到工作表“{}”的内容", "the contents of sheet \"{}\" cannot be found", name));
    }
    if (has_no_cells(related->type)) continue;
    if (related->type != "worksheet") {
      refuse_damaged(
          say("工作表“{}”的内容不是表格", "the contents of sheet \"{}\" are no sheet", name));
    }
    const auto part = package.find(related->target);
    if (!part)
      refuse_damaged(say("工作表“{}”的内容丢失", "the contents of sheet \"{}\" are missing", name));
    // What is filled into one of two sheets would stand on the other as well.
    if (!taken.insert(*part).second) {
      refuse_unsafe(say("工作表“{}”与另一张工作表是同一份内容",
                        "sheet \"{}\" has the contents of another sheet", name));
    }
    book.sheets.push_back({std::move(sheet.name), sheet.state, *part});
  }
  if (handler.sheets.empty()) refuse_damaged({"里面一张工作表也没有", "it has no sheet at all"});
  book.styles = optional_part(package, relationships, "styles");
  book.shared_strings = optional_part(package, relationships, "sharedStrings");
  return book;
}

}  // namespace huizong::xlsx
