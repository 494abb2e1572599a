#include "batch/trace.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <unordered_map>

#include "base/file.h"
#include "batch/across.h"
#include "batch/trace_operands.h"
#include "batch/trace_place.h"
#include "formula/submission_scope.h"
#include "model/figure_source.h"
#include "store/store.h"

namespace huizong::batch {
namespace fs = std::filesystem;
namespace {

using formula::SubmissionScope;
using model::CellOrigin;
using model::Figure;
using model::Submission;

constexpr int kDeepest = 60;  // figures derived from figures; more is no mapping of ours

FileState state_of(const fs::path& file, const std::string& hash) {
  if (!fs::is_regular_file(file)) return FileState::Gone;
  return sha256(read_file(file)) == hash ? FileState::AsWritten : FileState::Changed;
}

/// Where a figure stands among the submissions.
struct Owner {
  const Submission* submission = nullptr;
  std::string table;
  const model::TableRow* row = nullptr;
  bool last_year = false;
};

class Tracing {
 public:
  Tracing(const job::Job& job, const store::Store& store, const model::RunResult& result,
          const std::string& book)
      : job_(job), store_(store), result_(result), source_(result), book_(book) {
    for (const Submission& s : result.submissions) {
      own(s, false);
      by_key_[s.key] = &s;
    }
    if (result.last_year) {
      for (const Submission& s : *result.last_year) own(s, true);
    }
  }

  TraceNode cell(const std::string& sheet, const CellOrigin& origin, int depth = 0) {
    TraceNode node;
    node.kind = origin.kind;
    node.place = {"", sheet, origin.cell};
    node.label = origin.row + " · " + origin.column;
    node.value = origin.value;
    node.expression = origin.expression;
    if (!origin.table.empty()) {
      figure_of_row(origin, node, depth);
    } else if (depth == kDeepest) {
      return node;
    } else if (origin.kind == "figure" || origin.kind == "last-year") {
      figures_behind(origin, node, depth);
    } else {
      for (const Operand& operand : operands_of(store_, book_, sheet, origin)) {
        TraceNode below = cell(operand.sheet, operand.cell, operand.peer ? kDeepest : depth + 1);
        // A column that is added up may hold words or nothing in some row.
        if (origin.kind != "sum" || Decimal::parse(below.value)) node.from.push_back(below);
      }
    }
    return node;
  }

  /// Something that was told is not any more as it was when the workbook was written.
  bool outdated() const { return outdated_; }

 private:
  void own(const Submission& s, bool last_year) {
    for (const auto& [path, figure] : s.figures) owners_[&figure] = {&s, "", nullptr, last_year};
    for (const auto& [name, table] : s.tables) {
      for (const model::TableRow& row : table.rows) {
        for (const auto& [column, figure] : row.columns)
          owners_[&figure] = {&s, name, &row, last_year};
      }
    }
  }

  const job::JobForm* form_of(const std::string& id) const {
    const auto form = std::find_if(job_.forms.begin(), job_.forms.end(),
                                   [&](const auto& f) { return f.mapping.id() == id; });
    return form == job_.forms.end() ? nullptr : &*form;
  }

  const Submission* submission_of(const CellOrigin& origin) const {
    const auto found = by_key_.find({job_.year, origin.form, origin.unit, origin.item});
    return found == by_key_.end() ? nullptr : found->second;
  }

  void now_otherwise(TraceNode& node, Message note) {
    node.notes.push_back(std::move(note));
    outdated_ = true;
  }

  void figure_of_row(const CellOrigin& origin, TraceNode& node, int depth) {
    const Submission* s = submission_of(origin);
    const auto table = s ? s->tables.find(origin.table) : decltype(s->tables.end()){};
    if (!s || table == s->tables.end()) return;
    const auto& columns = table->second.rows.at(static_cast<std::size_t>(origin.table_row)).columns;
    const auto figure = columns.find(origin.expression);
    node.expression = "";
    if (figure == columns.end()) return;
    node.value = model::to_string(figure->second.value);
    if (depth < kDeepest) node.from.push_back(this->figure(figure->second, depth + 1));
  }

  void figures_behind(const CellOrigin& origin, TraceNode& node, int depth) {
    const Submission* s = submission_of(origin);
    const job::JobForm* form = form_of(origin.form);
    const bool last_year = origin.kind == "last-year";
    if (s && last_year) {
      const auto found = source_.find(*s, "", true);
      s = found.submissions.size() == 1 ? found.submissions.front() : nullptr;
    }
    const Message changed{"上年的数据文件后来改过，现在不是这个数",
                          "last year's store was changed since and no longer gives this"};
    if (!s || !form) {
      if (last_year) now_otherwise(node, changed);
      return;
    }
    const auto expr = formula::parse(origin.expression, form->mapping.definitions.terms);
    const SubmissionScope scope(*s, last_year ? nullptr : &source_);
    if (last_year && model::to_string(formula::evaluate(expr, scope)) != node.value)
      now_otherwise(node, changed);
    figures_in(expr, scope, node, depth);
  }

  void figures_in(const formula::Expr& expr, const SubmissionScope& scope, TraceNode& node,
                  int depth) {
    std::vector<const Figure*> seen;
    for (const Figure* figure : scope.figures_in(expr)) {
      if (std::find(seen.begin(), seen.end(), figure) != seen.end()) continue;
      seen.push_back(figure);
      node.from.push_back(this->figure(*figure, depth + 1));
    }
  }

  TraceNode figure(const Figure& f, int depth) {
    TraceNode node;
    node.kind = f.derived ? "derived" : "input";
    node.place = f.place;
    const auto found = owners_.find(&f);
    const Owner owner = found == owners_.end() ? Owner{} : found->second;
    node.label = owner.table.empty() ? f.field : owner.table + "." + f.field;
    node.value = model::to_string(f.value);
    if (const auto* na = model::not_available(f.value)) node.notes.push_back(na->why);
    if (f.derived) {
      if (owner.submission && depth < kDeepest) derivation(f, owner, node, depth);
    } else {
      node.raw = f.raw;
      if (owner.submission && !owner.last_year) notes_of_reading(f, *owner.submission, node);
      note_of_file(f.place.file, node);
    }
    return node;
  }

  void derivation(const Figure& f, const Owner& owner, TraceNode& node, int depth) {
    const job::JobForm* form = form_of(owner.submission->key.form);
    if (!form) return;
    const formula::Definitions& definitions = form->mapping.definitions;
    const formula::Derived* derived = owner.row ? definitions.find_column(owner.table, f.field)
                                                : definitions.find_derived(f.field);
    if (!derived) {
      now_otherwise(node, {"映射里已经没有这个派生数", "the mapping no longer derives it"});
      return;
    }
    // Last year's other forms are not to be had from here: what came of them is told alone.
    const model::FigureSource* others = owner.last_year ? nullptr : &source_;
    const SubmissionScope scope = owner.row ? SubmissionScope(*owner.submission, *owner.row, others)
                                            : SubmissionScope(*owner.submission, others);
    node.expression = formula::to_text(derived->expr);
    if (derived->bands.empty()) {
      node.expression = fmt::format("ROUND({}, {})", node.expression, derived->digits);
      const model::Value now = formula::evaluate(derived->expr, scope);
      const Decimal* number = model::number(now);
      const Decimal* kept = model::number(f.value);
      const bool other = number && kept && number->rounded(derived->digits) != *kept;
      if (other && owner.last_year) {
        node.expression = "";
        node.notes.push_back({"上年是按当时的映射算的", "derived by last year's mapping"});
        return;
      }
      if (other)
        now_otherwise(node,
                      {"现在的公式算出来是另一个数，映射在写出以后改过",
                       "the formula now gives another number: the mapping was changed since"});
    }
    figures_in(derived->expr, scope, node, depth);
  }

  void notes_of_reading(const Figure& f, const Submission& s, TraceNode& node) {
    const auto [notes, fresh] = notes_.try_emplace(s.key.unit);
    if (fresh) notes->second = store_.reading_notes(s.key.unit);
    for (const model::ReadingNote& n : notes->second) {
      if (n.form != s.key.form || n.item != s.key.item) continue;
      const bool of_this_cell = !n.of_money && n.place == f.place;
      const bool of_its_money = n.of_money && f.type == model::FieldType::Money &&
                                (n.place.sheet.empty() || n.place.sheet == f.place.sheet) &&
                                (n.block.empty() || in_block(f, n.block));
      if (of_this_cell || of_its_money) node.notes.push_back(n.note);
    }
  }

  bool in_block(const Figure& f, const std::string& block) const {
    const auto owner = owners_.find(&f);
    if (owner != owners_.end() && !owner->second.table.empty()) return owner->second.table == block;
    return f.field == block || f.field.starts_with(block + ".");
  }

  void note_of_file(const std::string& file, TraceNode& node) {
    const auto [state, fresh] = states_.try_emplace(file, FileState::AsWritten);
    if (fresh) {
      const auto read = store_.hash_of_source(file);
      if (read) state->second = state_of(job_.folder / file, *read);
    }
    if (state->second == FileState::Changed)
      now_otherwise(node, {"这个文件在读取以后改过", "this file was changed since it was read"});
    if (state->second == FileState::Gone)
      now_otherwise(node, {"这个文件已经不在了", "this file is gone"});
  }

  const job::Job& job_;
  const store::Store& store_;
  const model::RunResult& result_;
  const model::FigureSource source_;
  const std::string& book_;
  std::map<model::SubmissionKey, const Submission*> by_key_;
  std::unordered_map<const Figure*, Owner> owners_;
  std::map<std::string, FileState> states_;
  std::map<std::string, std::vector<model::ReadingNote>> notes_;  ///< by unit
  bool outdated_ = false;
};

}  // namespace

Trace trace(const job::Job& job, const std::string& place) {
  if (!fs::exists(job.store_file())) throw never_recorded();
  const store::Store store(job.store_file(), store::Access::Read);
  const RecordedCell at = find_recorded(store, place);
  const std::set<std::string> units = units_behind(store, at);

  model::RunResult result;
  result.submissions = store.load_year(job.year, units);
  load_last_year(job, result, units);
  Trace found;
  found.workbook = at.workbook;
  found.sha256 = at.sha256;
  found.state = state_of(job.folder / at.workbook, at.sha256);
  Tracing tracing(job, store, result, at.workbook);
  found.root = tracing.cell(at.sheet, at.cell);
  found.outdated = tracing.outdated();
  return found;
}

}  // namespace huizong::batch
