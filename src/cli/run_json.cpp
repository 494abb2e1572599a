#include "cli/run_json.h"

#include <nlohmann/json.hpp>

namespace huizong::cli {
namespace {

using Json = nlohmann::ordered_json;
using model::Standing;

Json text_or_null(const model::Value& value) {
  if (model::is_blank(value) || !model::is_available(value)) return nullptr;
  return model::to_string(value);
}

const char* level_name(Severity level) {
  switch (level) {
    case Severity::Error:
      return "error";
    case Severity::Warning:
      return "warning";
    case Severity::Note:
      return "note";
    case Severity::Unchecked:
      return "unchecked";
  }
  return "";
}

Json units_json(const model::Intake& intake, Lang lang) {
  Json units;
  units["owed"] = intake.owed.size();
  units["in"] = intake.count(Standing::In);
  units["ambiguous"] = intake.count(Standing::Ambiguous);
  units["missing"] = Json::array();
  for (const model::Owed& owed : intake.owed) {
    if (owed.standing == Standing::Missing)
      units["missing"].push_back(
          {{"code", owed.unit.code}, {"name", owed.unit.name}, {"form", owed.form}});
  }
  units["unread"] = Json::array();
  for (const model::UnreadFile& file : intake.unread) {
    Json entry = {{"file", file.file}, {"kind", file.kind}, {"message", file.message.in(lang)}};
    if (!file.unit.empty()) entry["unit"] = file.unit;
    units["unread"].push_back(std::move(entry));
  }
  units["duplicate"] = Json::array();
  for (const model::DuplicateFiles& d : intake.duplicate) {
    const Json used = d.used.empty() ? Json(nullptr) : Json(d.used);
    units["duplicate"].push_back(
        {{"unit", d.unit}, {"item", d.item}, {"used", used}, {"set_aside", d.set_aside}});
  }
  units["unknown"] = Json::array();
  for (const model::UnknownUnit& u : intake.unknown)
    units["unknown"].push_back({{"file", u.file}, {"name", u.name}});
  units["ignored"] = Json::array();
  for (const model::IgnoredFile& f : intake.ignored)
    units["ignored"].push_back({{"file", f.file}, {"why", f.why.in(lang)}});
  return units;
}

Json answer_json(const model::Finding& f, Lang lang) {
  if (!f.answer) return nullptr;
  return {{"text", f.answer->text},
          {"approver", f.answer->approver},
          {"date", f.answer->date},
          {"closes", f.closed()},
          {"why_not", f.closed() ? Json(nullptr) : Json(f.answer->open.in(lang))}};
}

Json finding_json(const model::Finding& f, Lang lang) {
  Json clues = Json::array();
  for (const model::Clue& clue : f.clues)
    clues.push_back({{"kind", clue.kind}, {"text", clue.text.in(lang)}});
  return {{"rule", f.rule},
          {"level", level_name(f.level)},
          {"trial", f.trial},
          {"unit", {{"code", f.unit.code}, {"name", f.unit.name}}},
          {"item", f.item},
          {"form", f.form},
          {"file", f.place.file},
          {"sheet", f.place.sheet},
          {"cell", f.place.cell ? Json(to_string(*f.place.cell)) : Json(nullptr)},
          {"field", f.field},
          {"reported", text_or_null(f.reported)},
          {"expected", text_or_null(f.expected)},
          {"expected_from", f.expected_from},
          {"difference", f.difference ? Json(f.difference->to_string()) : Json(nullptr)},
          {"clues", std::move(clues)},
          {"cause", f.cause ? Json(*f.cause) : Json(nullptr)},
          {"explanation", answer_json(f, lang)},
          {"message", f.message.in(lang)}};
}

Json passed_json(const model::PassedCheck& p) {
  return {{"rule", p.rule},
          {"unit", {{"code", p.unit.code}, {"name", p.unit.name}}},
          {"item", p.item},
          {"form", p.form},
          {"file", p.place.file},
          {"sheet", p.place.sheet},
          {"cell", p.place.cell ? Json(to_string(*p.place.cell)) : Json(nullptr)},
          {"field", p.field},
          {"reported", text_or_null(p.reported)},
          {"expected", text_or_null(p.expected)}};
}

}  // namespace

std::string run_json(const job::Job& job, const batch::Run& run, Lang lang, bool all_checks) {
  const model::RunResult& result = run.result;
  Json all;
  all["job"] = job.name;
  all["year"] = job.year;
  all["units"] = units_json(result.intake, lang);
  all["findings"] = Json::array();
  for (const model::Finding& f : result.findings) all["findings"].push_back(finding_json(f, lang));
  all["checks"] = Json::array();
  for (const auto& [rule, count] : result.checks) {
    all["checks"].push_back({{"rule", rule},
                             {"applied", count.applied()},
                             {"passed", count.passed},
                             {"failed", count.failed},
                             {"unchecked", count.unchecked},
                             {"not_applicable", count.not_applicable}});
    for (const job::LevelChange& change : job.levels) {
      if (change.rule != rule) continue;
      all["checks"].back()["level"] = change.to;
      all["checks"].back()["why"] = change.why;
    }
  }
  if (all_checks) {
    all["passed"] = Json::array();
    for (const model::PassedCheck& p : result.passed) all["passed"].push_back(passed_json(p));
  }
  all["outputs"] = Json::array();
  for (const batch::WrittenOutput& o : run.outputs)
    all["outputs"].push_back({{"kind", o.kind}, {"path", o.path}, {"sha256", o.sha256}});
  const model::Verdict v = model::verdict_of(result.findings);
  all["verdict"] = {{"errors", v.errors},
                    {"warnings", v.warnings},
                    {"notes", v.notes},
                    {"unchecked", v.unchecked},
                    {"explained", v.explained}};
  // A cell may hold bytes that are no UTF-8; they are shown as the replacement sign, never as an
  // exception.
  return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace huizong::cli
