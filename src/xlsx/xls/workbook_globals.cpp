#include "xlsx/xls/workbook_globals.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"
#include "xlsx/package/part_name.h"
#include "xlsx/read/cell_text.h"
#include "xlsx/unreadable.h"
#include "xlsx/xls/records.h"

namespace huizong::xlsx {
namespace {

constexpr std::uint16_t kBiff8 = 0x0600;

// What a BOF record says follows it.
constexpr std::uint16_t kGlobalsFollow = 0x0005;
constexpr std::uint16_t kSheetFollows = 0x0010;

// The kinds of sheet in the list of sheets.
constexpr std::uint8_t kWorksheet = 0;
constexpr std::uint8_t kMacros = 1;
constexpr std::uint8_t kChart = 2;
constexpr std::uint8_t kBasicModule = 6;

[[noreturn]] void refuse_encrypted() {
  throw Unreadable(
      "encrypted",
      {"这是加密的 .xls 工作簿（设了打开密码，或由“保护工作簿”自动加密），读不了；请用 Excel 或 "
       "WPS "
       "打开，取消密码后另存为 .xlsx 再报。",
       "This .xls workbook is encrypted (by a password to open it, or by Protect Workbook) and "
       "cannot be read; open it in Excel or WPS, remove the password and save it as .xlsx."});
}

[[noreturn]] void refuse_old() {
  throw Unreadable(
      "xls",
      {"这是 Excel 95 或更早格式的工作簿（.xls），读不了；请用 Excel 或 WPS 另存为 .xlsx 再报。",
       "This is a workbook in the format of Excel 95 or older (.xls), which is not read; save it "
       "as .xlsx in Excel or WPS."});
}

class GlobalsReader {
 public:
  GlobalsReader(std::string_view stream, const Limits& limits) : stream_(stream), limits_(limits) {}

  WorkbookGlobals read() {
    Records records(stream_, 0);
    begin(records);
    while (records.next()) {
      if (records.id() == record::kEof) return finish();
      take(records.id(), records.body());
    }
    refuse_damaged({"工作表的清单到一半就断了", "its list of sheets breaks off"});
  }

 private:
  void begin(Records& records) {
    if (!records.next() || records.id() != record::kBof) {
      refuse_damaged({"开头不是工作簿的内容", "it does not begin as a workbook does"});
    }
    RecordBody body = records.body();
    const std::uint16_t version = body.u16();
    const std::uint16_t follows = body.u16();
    if (version < kBiff8) refuse_old();
    if (version != kBiff8 || follows != kGlobalsFollow) {
      refuse_damaged({"开头不是工作簿的内容", "it does not begin as a workbook does"});
    }
  }

  void take(std::uint16_t id, RecordBody body) {
    switch (id) {
      case record::kFilePass:
        refuse_encrypted();
      case record::kBof:
        refuse_damaged({"工作表的清单到一半就断了", "its list of sheets breaks off"});
      case record::kDateMode:
        globals_.date1904 = body.u16() == 1;
        return;
      case record::kBoundSheet:
        return add_sheet(body);
      case record::kFormat:
        return add_code(body);
      case record::kXf:
        return add_format(body);
      case record::kSst:
        return read_strings(body);
      default:
        return;
    }
  }

  void add_sheet(RecordBody body) {
    if (++listed_ > limits_.sheets) {
      refuse_limit("sheets", say("工作表超过 {} 张", "it has more than {} sheets", limits_.sheets));
    }
    XlsSheet sheet;
    sheet.at = body.u32();
    const int state = body.u8() & 3;
    const std::uint8_t kind = body.u8();
    sheet.name = body.short_text();
    if (char_count(sheet.name) > limits_.sheet_name_chars) {
      refuse_limit("sheet_name_chars", say("有一张工作表的名称超过 {} 个字",
                                           "the name of a sheet is longer than {} characters",
                                           limits_.sheet_name_chars));
    }
    const std::string name = printable(sheet.name);
    // Excel takes names that differ only in letter case for one.
    if (!names_.insert(part_key(sheet.name)).second) {
      refuse_unsafe(say("有两张工作表都叫“{}”", "two sheets are named \"{}\"", name));
    }
    if (kind == kBasicModule) return;
    if (kind != kWorksheet && kind != kMacros && kind != kChart) refuse_sheet(name);
    if ((kind == kWorksheet) != holds_cells(sheet.at, name)) refuse_sheet(name);
    if (!places_.insert(sheet.at).second) refuse_sheet(name);
    if (kind != kWorksheet) return;
    sheet.state = state == 0   ? SheetState::Visible
                  : state == 1 ? SheetState::Hidden
                               : SheetState::VeryHidden;
    globals_.sheets.push_back(std::move(sheet));
  }

  [[noreturn]] static void refuse_sheet(const std::string& name) {
    refuse_damaged(
        say("找不到工作表“{}”的内容", "the contents of sheet \"{}\" cannot be found", name));
  }

  bool holds_cells(std::size_t at, const std::string& name) const {
    if (at >= stream_.size()) refuse_sheet(name);
    Records records(stream_, at);
    if (!records.next() || records.id() != record::kBof) refuse_sheet(name);
    RecordBody body = records.body();
    body.u16();  // the version: writers differ
    return body.u16() == kSheetFollows;
  }

  void add_code(RecordBody body) {
    const std::uint16_t id = body.u16();
    // Some programs state a length that is not the code's; Excel does not mind.
    std::string code = body.text_or_part();
    if (code.size() > limits_.format_bytes) {
      refuse_limit("format_bytes",
                   say("有一个数字格式长于 {} 字节",
                       "one of its number formats is longer than {} bytes", limits_.format_bytes));
    }
    codes_[id] = std::move(code);
  }

  void add_format(RecordBody body) {
    if (ids_.size() >= limits_.styles) {
      refuse_limit("styles",
                   say("单元格格式超过 {} 种", "it has more than {} cell formats", limits_.styles));
    }
    body.u16();  // the font
    ids_.push_back(body.u16());
  }

  /// Fewer texts than stated are taken as they are: a cell that needs a missing one says so.
  void read_strings(RecordBody body) {
    if (globals_.strings) {
      refuse_damaged({"里面有两张文字表", "it has two tables of texts"});
    }
    body.u32();  // how many cells use them
    const std::uint32_t stated = body.u32();
    SharedStrings& strings = globals_.strings.emplace();
    while (strings.size() < stated && !body.at_end()) {
      if (strings.size() >= limits_.strings) {
        refuse_limit("strings", say("不同的文字超过 {} 条", "it has more than {} different texts",
                                    limits_.strings));
      }
      const std::string text = body.rich_text();
      check_text_size(text.size(), limits_);
      strings.add(text);
      if (strings.bytes() > limits_.string_bytes) {
        refuse_limit("string_bytes",
                     say("文字合计超过 {} MB", "its texts are larger than {} MB together",
                         limits_.string_bytes >> 20));
      }
    }
  }

  /// The file's own code counts even for a built-in number.
  WorkbookGlobals finish() {
    if (listed_ == 0) refuse_damaged({"里面一张工作表也没有", "it has no sheet at all"});
    std::unordered_map<int, NumberFormat> known;
    for (const int id : ids_) {
      auto found = known.find(id);
      if (found == known.end()) {
        const auto own = codes_.find(id);
        const std::string_view code = own == codes_.end() ? builtin_format(id) : own->second;
        found = known.emplace(id, read_number_format(code)).first;
      }
      globals_.formats.push_back(found->second);
    }
    return std::move(globals_);
  }

  const std::string_view stream_;
  const Limits& limits_;
  WorkbookGlobals globals_;
  int listed_ = 0;  // sheets of every kind
  std::unordered_set<std::string> names_;
  std::unordered_set<std::size_t> places_;  // of sheets in the stream
  std::unordered_map<int, std::string> codes_;
  std::vector<int> ids_;  // of number formats, by cell format
};

}  // namespace

WorkbookGlobals read_workbook_globals(std::string_view stream, const Limits& limits) {
  return GlobalsReader(stream, limits).read();
}

}  // namespace huizong::xlsx
