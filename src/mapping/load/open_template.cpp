#include "mapping/load/open_template.h"

#include <algorithm>

#include "base/text.h"
#include "mapping/load/place_sheets.h"
#include "xlsx/fillable.h"
#include "xlsx/package/package.h"
#include "xlsx/reader.h"

namespace huizong::mapping {
namespace {

namespace fs = std::filesystem;

/// mappings/x.toml has its template in templates/, a job's 映射/x.toml in 表样/, or beside itself;
/// a job that only changes a rule shares the templates of the folders above it.
std::vector<fs::path> folders_of(const fs::path& mapping_file) {
  const fs::path folder = mapping_file.parent_path();
  const fs::path above = (folder / "..").lexically_normal();
  std::vector<fs::path> folders = {above / "templates", above / "表样",
                                   folder.empty() ? fs::path(".") : folder};
  std::error_code failed;
  fs::path up = fs::absolute(above).lexically_normal();
  if (!up.has_filename()) up = up.parent_path();
  while (up != up.parent_path()) {
    up = up.parent_path();
    if (fs::is_directory(up / "templates", failed)) {
      folders.push_back(up / "templates");
      break;
    }
  }
  return folders;
}

std::vector<std::string> workbooks_in(const std::vector<fs::path>& folders) {
  std::vector<std::string> names;
  for (const fs::path& folder : folders) {
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(folder, failed)) {
      if (entry.path().extension() == ".xlsx") names.push_back(entry.path().filename().string());
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

void open_template(const TomlValue& name, const TomlValue* sheet_name, Draft& draft) {
  if (name.text.find_first_of("/\\") != std::string::npos)
    return draft.slips.add(
        name.spot, {"template 只写文件名，不带文件夹", "template is a file name without folders"},
        {"表样放在 templates 文件夹（任务自带的放在 表样 文件夹），或与映射放在一起",
         "it lies in templates/ (a job's own in 表样/), or beside the mapping"});
  const auto folders = folders_of(draft.mapping.file);
  std::error_code failed;
  const auto folder = std::find_if(folders.begin(), folders.end(), [&](const fs::path& f) {
    return fs::is_regular_file(f / name.text, failed);
  });
  if (folder == folders.end()) {
    const std::string near = nearest(name.text, workbooks_in(folders));
    return draft.slips.add(
        name.spot, say("找不到表样“{}”", "the template {} was not found", name.text),
        near.empty() ? Message{"表样放在映射旁边的 templates 文件夹（任务自带的放在 表样 "
                               "文件夹），或与映射放在一起",
                               "it should lie in templates/ beside the mapping's folder (a job's "
                               "own in 表样/), or beside the mapping"}
                     : say("是不是“{}”？", "did you mean {}?", near));
  }
  draft.mapping.template_file = (*folder / name.text).lexically_normal();
  try {
    // As a package: what cannot be filled is no template, even where it can be read.
    auto package = xlsx::Package::open(draft.mapping.template_file);
    xlsx::require_fillable(package);
    draft.mapping.blank = xlsx::read_workbook(std::move(package));
  } catch (const xlsx::Unreadable& error) {
    return draft.slips.add(
        name.spot,
        {fmt::format("表样“{}”用不了：{}", name.text, error.message().zh),
         fmt::format("the template {} cannot be used: {}", name.text, error.message().en)});
  }
  const std::size_t before = draft.slips.sorted().size();
  draft.has_template = place_sheets(sheet_name, draft);
  if (!draft.has_template && draft.slips.sorted().size() == before)
    draft.slips.add(name.spot, say("表样“{}”里没有看得见的工作表",
                                   "the template {} has no visible sheet", name.text));
}

}  // namespace huizong::mapping
