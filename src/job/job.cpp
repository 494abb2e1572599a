#include "job/job.h"

#include <algorithm>
#include <map>

#include "base/file.h"
#include "base/text.h"
#include "job/explanation_file.h"
#include "job/find_mapping.h"
#include "job/job_date.h"
#include "job/link_forms.h"
#include "job/read_levels.h"
#include "job/read_limits.h"
#include "mapping/load/far_names.h"
#include "mapping/load/names.h"
#include "mapping/load/table_reader.h"

namespace huizong::job {
namespace {

namespace fs = std::filesystem;
using mapping::Need;
using mapping::Slips;
using mapping::TableReader;
using mapping::TomlValue;

constexpr int kFirstYear = 1990, kLastYear = 2100;

fs::path job_file(const fs::path& where) {
  std::error_code failed;
  if (!fs::exists(where, failed))
    throw Error(say("没有“{}”这个文件夹，请检查任务的位置",
                    "there is no folder {}; check where the job is", where.generic_string()));
  const fs::path file = fs::is_directory(where, failed) ? where / "huizong.toml" : where;
  if (!fs::exists(file, failed))
    throw Error(say(
        "“{}”里没有 huizong.toml，不是任务文件夹；请换到任务文件夹，或照 examples 里的样子建一个",
        "{} has no huizong.toml and is no job folder; go to one, or make one like those in "
        "examples",
        where.generic_string()));
  return file;
}

/// What one load gathers: slips of huizong.toml itself, then those of the files it names.
class JobLoad {
 public:
  JobLoad(const mapping::TextFile& text, Job& job) : slips_(text), job_(job) {}

  void read(const TomlValue& root) {
    TableReader reader(root, slips_, {"任务文件", "the job file"}, {});
    const TomlValue* head = reader.table("job", Need::Required);
    if (head) read_head(*head, root.find("job")->key_spot);
    const TomlValue* forms = reader.list("form", Need::Required);
    for (const TomlValue* form : mapping::tables_in(forms, slips_, "form")) read_form(*form);
    if (const TomlValue* limits = reader.table("limits"))
      job_.limits = read_limits(*limits, root.find("limits")->key_spot, slips_);
    if (const TomlValue* previous = reader.table("previous"))
      read_previous(*previous, root.find("previous")->key_spot);
    const TomlValue* audit = reader.table("audit");
    reader.finish();
    if (audit) read_audit(*audit, root.find("audit")->key_spot);
    check_owed_forms();
    link();
  }

  void throw_if_any() const {
    std::vector<Mistake> all = slips_.sorted();
    all.insert(all.end(), others_.begin(), others_.end());
    if (!all.empty()) throw Mistakes(std::move(all));
  }

 private:
  void read_previous(const TomlValue& table, const mapping::TextSpot& head) {
    TableReader reader(table, slips_, {"[previous]", "[previous]"}, head);
    const TomlValue* store = reader.text("store", Need::Required);
    reader.finish();
    if (!store) return;
    job_.previous_store = job_.folder / store->text;
    std::error_code failed;
    if (!fs::is_regular_file(job_.previous_store, failed))
      slips_.add(store->spot,
                 say("找不到上年的数据文件“{}”", "last year's store {} was not found", store->text),
                 {"它是上年任务文件夹里的 .huizong/store.hzs，路径从任务文件夹算起",
                  "it is .huizong/store.hzs of last year's job; paths are relative to the job's "
                  "folder"});
  }

  void read_audit(const TomlValue& table, const mapping::TextSpot& head) {
    TableReader reader(table, slips_, {"[audit]", "[audit]"}, head);
    const TomlValue* levels = reader.get("levels", TomlValue::Kind::Table);
    const TomlValue* explanations = reader.text("explanations");
    levels_ = levels;
    reader.finish();
    // The rules of a mapping that could not be read are not known.
    if (levels && others_.empty()) job_.levels = read_levels(*levels, job_.forms, slips_);
    if (explanations) read_explanations(*explanations);
  }

  void read_explanations(const TomlValue& name) {
    const fs::path relative = fs::path(name.text).lexically_normal();
    const bool leaves = relative.is_absolute() || *relative.begin() == "..";
    if (leaves || relative.extension() != ".xlsx" || *relative.begin() == "输出")
      return slips_.add(name.spot,
                        {"explanations 要是任务文件夹里、输出以外的一个 .xlsx",
                         "explanations is an .xlsx inside the job's folder but not in 输出"},
                        {"请写成 \"出错说明.xlsx\"", "write it like \"出错说明.xlsx\""});
    job_.explanations_file = relative.generic_string();
    for (const JobForm& form : job_.forms) {
      const std::string folder = form.input_folder();
      if (folder.empty() || !job_.explanations_file.starts_with(folder + "/")) continue;
      return slips_.add(name.spot,
                        say("explanations 不能放在报送表的文件夹“{}”里",
                            "explanations cannot lie in {}, where the submissions are", folder),
                        {"请写成 \"出错说明.xlsx\"", "write it like \"出错说明.xlsx\""});
    }
    std::error_code failed;
    if (!fs::exists(job_.folder / relative, failed)) return;  // the run makes it
    try {
      job_.explanations_hash = sha256(read_file(job_.folder / relative));
      job_.explanations = load_explanations(job_.folder / relative, job_.units);
    } catch (const Mistakes& mistakes) {
      add(mistakes);
    }
  }

  /// Of mappings that were all read. Where one was not, it and the others are held against those
  /// that were, so that what is wrong is told in one go.
  void link() {
    if (others_.empty() && slips_.empty()) {
      const std::vector<Mistake> mistakes = link_forms(job_);
      others_.insert(others_.end(), mistakes.begin(), mistakes.end());
      return;
    }
    std::vector<mapping::Mapping*> all;
    for (mapping::Mapping& partial : unread_) all.push_back(&partial);
    for (JobForm& form : job_.forms) all.push_back(&form.mapping);
    for (mapping::Mapping* asking : all) {
      std::erase_if(asking->far_names, [&](const auto& far) { return may_be_off(far.rule); });
      for (const JobForm& target : job_.forms) {
        if (target.mapping.id() == asking->id()) continue;
        const auto mistakes = mapping::check_far_names(*asking, target.mapping);
        others_.insert(others_.end(), mistakes.begin(), mistakes.end());
      }
    }
  }

  /// The job says something of this rule's level, which is not read while a mapping has slips.
  bool may_be_off(const std::string& rule) const { return levels_ && levels_->find(rule); }

  /// A word in 应报表 that is no form of this job may be one of another job's, but not when it is
  /// nearly one of ours: the unit would silently owe nothing.
  void check_owed_forms() {
    std::vector<std::string> titles;
    for (const JobForm& form : job_.forms) titles.push_back(form.mapping.title());
    for (const model::BudgetUnit& unit : job_.units.units()) {
      for (const std::string& word : unit.forms) {
        const bool ours = std::any_of(job_.forms.begin(), job_.forms.end(),
                                      [&](const JobForm& f) { return f.is_called(word); });
        const std::string near = ours ? "" : nearest(word, titles);
        if (near.empty()) continue;
        Mistake mistake;
        mistake.place.file = units_file_;
        mistake.message =
            say("{} {} 的应报表“{}”不是本次任务的表",
                "{} {} owes the form {}, which is none of this job's", unit.code, unit.name, word);
        mistake.hint = say("是不是“{}”？", "did you mean {}?", near);
        others_.push_back(std::move(mistake));
      }
    }
  }

  void read_head(const TomlValue& table, const mapping::TextSpot& spot) {
    TableReader reader(table, slips_, {"[job]", "[job]"}, spot);
    read_name(reader);
    job_.year = reader.whole("year", kFirstYear, kLastYear, Need::Required).value_or(0);
    if (const TomlValue* units = reader.text("units", Need::Required)) read_units(*units);
    read_date(reader);
    reader.finish();
  }

  void read_name(TableReader& reader) {
    const TomlValue* name = reader.text("name", Need::Required);
    if (!name) return;
    job_.name = std::string(trimmed(name->text));
    // The name becomes the name of a workbook in 输出.
    if (job_.name.find_first_of("/\\:*?\"<>|\r\n\t") != std::string::npos)
      slips_.add(name->spot,
                 {"任务名要作文件名，不能有 / \\ : * ? \" < > |",
                  "the job's name becomes a file name and cannot hold / \\ : * ? \" < > |"});
  }

  void read_units(const TomlValue& units) {
    const fs::path file = job_.folder / units.text;
    units_file_ = file.generic_string();
    std::error_code failed;
    if (!fs::is_regular_file(file, failed))
      return slips_.add(units.spot,
                        say("找不到单位名录“{}”", "the unit list {} was not found", units.text),
                        {"路径从任务文件夹算起", "paths are relative to the job's folder"});
    try {
      job_.units = load_unit_list(file);
    } catch (const Mistakes& mistakes) {
      add(mistakes);
    }
  }

  void read_date(TableReader& reader) {
    const TomlValue* date = reader.any("date");
    if (!date) {
      job_.date = date_from_environment();
      return;
    }
    job_.date = date->text;
    if (!is_date(job_.date))
      slips_.add(date->spot, {"date 要写一个日期", "date must be a day"},
                 {"请写成 \"2022-03-15\" 这样", "write it like \"2022-03-15\""});
  }

  void read_form(const TomlValue& table) {
    JobForm form;
    TableReader reader(table, slips_, {"[[form]]", "[[form]]"});
    const TomlValue* name = reader.text("form", Need::Required);
    const TomlValue* input = reader.text("input");
    form.input = input ? input->text : "上报/**/*.xlsx";
    if (input) check_input(*input);
    const TomlValue* from = reader.list("unit_from");
    if (from) read_unit_from(*from, form);
    const TomlValue* additions = reader.text("additions");
    reader.finish();
    if (!name || (additions && !check_additions(*additions))) return;
    const auto [first, fresh] = form_lines_.emplace(name->text, name->spot.line);
    if (!fresh)
      return slips_.add(name->spot,
                        say("“{}”在第 {} 行已经列出", "{} is already listed on line {}", name->text,
                            first->second),
                        {"请删去一处", "delete one of the two"});
    if (!load_form(*name, additions, form)) return;
    job_.forms.push_back(std::move(form));
  }

  void check_input(const TomlValue& input) {
    const std::vector<std::string> steps = split(input.text, "/");
    const bool climbs = std::find(steps.begin(), steps.end(), "..") != steps.end();
    if (fs::path(input.text).is_absolute() || climbs || input.text.find('\\') != std::string::npos)
      return slips_.add(input.spot,
                        {"input 要从任务文件夹写起，用 / 分开，不用 ..",
                         "input is relative to the job's folder, with / and without .."},
                        {"请写成 \"上报/**/*.xlsx\" 这样", "write it like \"上报/**/*.xlsx\""});
    const bool own = !steps.empty() && (steps.front() == "输出" || steps.front() == ".huizong");
    if (own)
      slips_.add(input.spot,
                 say("“{}”是程序写结果的地方，不能作报送表",
                     "{} is where results are written and cannot be read as input", steps.front()));
  }

  void read_unit_from(const TomlValue& list, JobForm& form) {
    static const std::vector<std::string> kKnown = {"cell", "file", "workbook"};
    form.unit_from.clear();
    mapping::NameRegister seen;
    for (const TomlValue* word : mapping::texts_in(list, slips_)) {
      if (std::find(kKnown.begin(), kKnown.end(), word->text) == kKnown.end())
        slips_.add(word->spot, say("unit_from 不能有“{}”", "unit_from cannot hold {}", word->text),
                   mapping::did_you_mean(word->text, kKnown));
      else if (seen.add(word->text, word->spot, slips_))
        form.unit_from.push_back(word->text);
    }
  }

  bool check_additions(const TomlValue& additions) {
    std::error_code failed;
    if (fs::is_regular_file(job_.folder / additions.text, failed)) return true;
    slips_.add(additions.spot,
               say("找不到补充文件“{}”", "the additions {} were not found", additions.text),
               {"路径从任务文件夹算起", "paths are relative to the job's folder"});
    return false;
  }

  bool load_form(const TomlValue& name, const TomlValue* additions, JobForm& form) {
    const MappingSearch search = find_mapping(job_.folder, name.text);
    if (search.file.empty()) {
      const std::string near = nearest(name.text, search.known);
      Message looked;
      for (const fs::path& folder : search.folders) {
        looked.zh += (looked.zh.empty() ? "找过：" : "、") + folder.generic_string();
        looked.en += (looked.en.empty() ? "looked in: " : ", ") + folder.generic_string();
      }
      slips_.add(name.spot, say("找不到映射“{}.toml”", "there is no mapping {}.toml", name.text),
                 near.empty() ? looked : say("是不是“{}”？", "did you mean {}?", near));
      return false;
    }
    try {
      form.mapping = mapping::load_mapping(search.file,
                                           additions ? job_.folder / additions->text : fs::path());
    } catch (const mapping::MappingMistakes& mistakes) {
      add(mistakes);
      unread_.push_back(mistakes.partial());
      return false;
    } catch (const Mistakes& mistakes) {
      add(mistakes);
      return false;
    }
    const auto& years = form.mapping.years;
    if (years && job_.year != 0 && (job_.year < years->first || job_.year > years->second))
      slips_.add(name.spot,
                 say("映射“{}”用于 {} 至 {} 年，任务是 {} 年",
                     "the mapping {} is for {} to {}; the job is of {}", name.text, years->first,
                     years->second, job_.year),
                 {"请换用适合这一年的映射，或核对表样后改它的 years",
                  "use a mapping for this year, or check the form and change its years"});
    for (const JobForm& other : job_.forms) {
      if (other.mapping.id() == form.mapping.id())
        slips_.add(name.spot,
                   say("映射“{}”与“{}”的 id 都是 {}", "the mappings {} and {} both have the id {}",
                       name.text, other.mapping.stem, form.mapping.id()),
                   {"请给其中一个换 id", "give one of them another id"});
    }
    return true;
  }

  void add(const Mistakes& mistakes) {
    others_.insert(others_.end(), mistakes.list().begin(), mistakes.list().end());
  }

  Slips slips_;
  Job& job_;
  std::map<std::string, int> form_lines_;
  std::vector<Mistake> others_;
  std::vector<mapping::Mapping> unread_;  ///< those with slips, as far as they were read
  const TomlValue* levels_ = nullptr;
  std::string units_file_;
};

}  // namespace

bool JobForm::is_called(std::string_view name) const {
  const std::string word = fold_label(name);
  return word == fold_label(mapping.title()) || word == fold_label(mapping.stem) ||
         name == mapping.id();
}

std::string JobForm::input_folder() const {
  const std::size_t wildcard = input.find_first_of("*?");
  const std::size_t slash = input.rfind('/', wildcard);
  return slash == std::string::npos || wildcard == std::string::npos ? "" : input.substr(0, slash);
}

Job load_job(const fs::path& where) {
  const fs::path file = job_file(where);
  Job job;
  job.folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  const mapping::TextFile text = mapping::read_text_file(file);
  const TomlValue root = mapping::parse_toml(text);
  JobLoad load(text, job);
  load.read(root);
  load.throw_if_any();
  return job;
}

}  // namespace huizong::job
