#include "batch/discover.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace huizong::batch {
namespace fs = std::filesystem;
namespace {

/// What somebody may have meant as a submission: opened, and named for what it is if it cannot be
/// read.
bool looks_like_workbook(const std::string& name) {
  std::string extension = fs::path(name).extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  static const std::set<std::string> kKnown = {".xlsx", ".xlsm", ".xls", ".et", ".xlsb",
                                               ".xltx", ".xlt",  ".ods", ".csv"};
  return kKnown.count(extension) > 0;
}

class Walk {
 public:
  Walk(const job::Job& job, Discovered& found) : job_(job), found_(found) {}

  void folder(const std::string& relative) {
    std::error_code error;
    for (fs::directory_iterator it(job_.folder / relative, error), end; !error && it != end;
         it.increment(error)) {
      const std::string name = it->path().filename().string();
      const std::string path = relative.empty() ? name : relative + "/" + name;
      if (name == ".huizong" || (relative.empty() && name == "输出")) continue;
      if (it->is_symlink()) {
        ignore(path, say("是符号链接，不跟随", "a symbolic link, which is not followed"));
      } else if (it->is_directory()) {
        folder(path);
      } else {
        file(path, name, it->is_regular_file());
      }
    }
    if (error)
      found_.unread.push_back(
          {relative, "folder",
           say("打不开这个文件夹，里面的报送表都没有读到；请检查权限后重新运行。",
               "This folder cannot be opened, and nothing in it was read; check its permissions "
               "and run again."),
           ""});
  }

 private:
  void file(const std::string& path, const std::string& name, bool regular) {
    if (name.rfind("~$", 0) == 0)
      return ignore(
          path,
          say("是 Excel 或 WPS 打开文件时留下的锁文件，不是报送表",
              "a lock file that Excel or WPS leaves while a workbook is open, not a submission"));
    if (name.front() == '.') return ignore(path, say("是隐藏文件", "a hidden file"));
    if (!regular) return ignore(path, say("不是普通文件", "not a regular file"));
    if (path == job_.explanations_file) return;
    for (const job::JobForm& form : job_.forms) {
      if (!glob_match(form.input, path)) continue;
      found_.files.push_back(path);
      return;
    }
    if (looks_like_workbook(name)) {
      found_.files.push_back(path);
      return;
    }
    ignore(path, say("不是工作簿；如果是报送表，请另存为 .xlsx 再报",
                     "not a workbook; if it is a submission, save it as .xlsx"));
  }

  void ignore(const std::string& path, Message why) {
    found_.ignored.push_back({path, std::move(why)});
  }

  const job::Job& job_;
  Discovered& found_;
};

}  // namespace

bool glob_match(std::string_view glob, std::string_view path) {
  if (glob.empty()) return path.empty();
  if (glob.substr(0, 3) == "**/") {
    if (glob_match(glob.substr(3), path)) return true;
    const std::size_t slash = path.find('/');
    return slash != std::string_view::npos && glob_match(glob, path.substr(slash + 1));
  }
  if (glob == "**") return true;
  if (glob.front() == '*') {
    for (std::size_t i = 0;; ++i) {
      if (glob_match(glob.substr(1), path.substr(i))) return true;
      if (i == path.size() || path[i] == '/') return false;
    }
  }
  if (path.empty()) return false;
  if (glob.front() == '?') {
    // One character, which in UTF-8 may be several bytes.
    std::size_t n = 1;
    while (n < path.size() && (static_cast<unsigned char>(path[n]) & 0xC0) == 0x80) ++n;
    return path.front() != '/' && glob_match(glob.substr(1), path.substr(n));
  }
  return glob.front() == path.front() && glob_match(glob.substr(1), path.substr(1));
}

bool fits_input(const std::string& input, const std::string& path) {
  if (glob_match(input, path)) return true;
  if (!looks_like_workbook(path)) return false;
  return glob_match(input, fs::path(path).replace_extension(fs::path(input).extension()).string());
}

Discovered discover(const job::Job& job) {
  Discovered found;
  std::set<std::string> roots;
  for (const job::JobForm& form : job.forms) roots.insert(form.input_folder());
  for (const std::string& root : roots) {
    // A folder inside another root is walked with it.
    const bool inside = std::any_of(roots.begin(), roots.end(), [&](const std::string& other) {
      return other != root && (other.empty() || root.rfind(other + "/", 0) == 0);
    });
    if (!inside && fs::is_directory(job.folder / root)) Walk(job, found).folder(root);
  }
  for (const job::JobForm& form : job.forms) {
    const bool fits = std::any_of(found.files.begin(), found.files.end(),
                                  [&](const std::string& f) { return fits_input(form.input, f); });
    if (fits) continue;
    found.unread.push_back(
        {form.input, model::UnreadFile::kNoInput,
         say("没有一个文件符合“{}”的 input“{}”；请检查 huizong.toml 里的写法，以及报送表放的"
             "文件夹。",
             "No file fits the input of {}, \"{}\"; check huizong.toml, and where the submissions "
             "lie.",
             form.mapping.stem, form.input),
         ""});
  }
  std::sort(found.files.begin(), found.files.end());
  std::sort(found.ignored.begin(), found.ignored.end(),
            [](const auto& a, const auto& b) { return a.file < b.file; });
  return found;
}

}  // namespace huizong::batch
