// A folder as an office has it: templates/ with a blank form, mappings/ with
// the file that describes it.

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "mapping/mapping.h"
#include "support/support.h"
#include "xlsx/writer.h"

namespace huizong::mapping {

/// One text of a form; a range is a merged cell.
struct FormText {
  const char* place;
  const char* text;
};

inline std::string form_workbook(const std::vector<FormText>& texts,
                                 const std::string& sheet_name = "自评表") {
  xlsx::Writer book({.title = "表样", .date = ""});
  const xlsx::StyleId plain = book.style({});
  xlsx::SheetWriter& sheet = book.add_sheet(sheet_name);
  for (const FormText& one : texts) sheet.merged(*parse_cell_range(one.place), one.text, plain);
  return book.package();
}

/// A small self-assessment: a title with the year in it, a block of funds, indicators of any
/// number, a grade.
inline std::vector<FormText> small_form() {
  return {{"A1:D1", "    年度项目自评表"},
          {"A2", "单位名称"},
          {"B2:D2", ""},
          {"A3", "资金（万元）"},
          {"B3", "预算数"},
          {"C3", "执行数"},
          {"D3", "得分"},
          {"A4", "合计"},
          {"A5", "其中：财政拨款"},
          {"A6", "一级指标"},
          {"B6", "指标值"},
          {"C6", "分值"},
          {"D6", "得分"},
          {"A7", "产出指标(50分)"},
          {"A10", "总分"},
          {"C10", "100"},
          {"A11:D11", "等级："}};
}

/// What a mapping of that form begins with: five lines; fields may follow.
inline const std::string kHead = R"toml(format   = 1
id       = "XM"
title    = "项目自评表"
template = "自评表.xlsx"
money    = "万元"
)toml";

/// Two lines more.
inline const std::string kRecognise = R"toml([recognise]
contains = ["项目自评表", "单位名称"]
)toml";

/// A whole good mapping of 21 lines, without anything computed yet.
inline const std::string kBlocks =
    kHead + R"toml(fields = [{ name = "填报总分", cell = "D10", type = "score" }]
)toml" +
    kRecognise + R"toml([[grids]]
name = "资金"
rows = { 4 = "合计", 5 = "财政拨款" }
cols = { B = "预算数", C = "执行数" }
type = "money"
[[tables]]
name = "指标"
rows = "7:9"
end  = { text = "总分", col = "A" }
columns = [
  { name = "一级指标", col = "A", type = "label_weight" },
  { name = "分值", col = "C", type = "score" },
]
)toml";

class MappingFolder {
 public:
  explicit MappingFolder(const std::vector<FormText>& form = small_form()) {
    testing::write_file(folder_ / "templates" / "自评表.xlsx", form_workbook(form));
  }

  std::filesystem::path write(const std::string& toml) const {
    const auto file = folder_ / "mappings" / "自评表.toml";
    testing::write_file(file, toml);
    return file;
  }
  Mapping load(const std::string& toml) const { return load_mapping(write(toml)); }

  /// What the user is told, without the folder; "" when the mapping is good.
  std::string slips(const std::string& toml, Lang lang = Lang::Zh) const {
    try {
      load(toml);
      return "";
    } catch (const Mistakes& mistakes) {
      std::string text = mistakes.message().in(lang);
      const std::string folder = (folder_ / "mappings").generic_string() + "/";
      for (std::size_t at; (at = text.find(folder)) != std::string::npos;)
        text.erase(at, folder.size());
      return text;
    }
  }
  std::filesystem::path operator/(const std::string& name) const { return folder_ / name; }

 private:
  testing::TempFolder folder_;
};

}  // namespace huizong::mapping
