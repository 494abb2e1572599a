#include "batch/trace.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <unordered_map>

#include "base/file.h"
#include "batch/across.h"
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

using Cells = std::map<std::pair<std::string, CellRef>, const CellOrigin*>;

Cells cells_of(const model::BookOrigins& book) {
  Cells cells;
  for (const CellOrigin& cell : book.cells) cells.emplace(std::pair(cell.sheet, cell.cell), &cell);
  return cells;
}

/// The recorded cells that one is computed from. Those among which a rank is found are its peers:
/// how each of them came about is not its story.
template <class F>
void for_each_operand(const CellOrigin& origin, const Cells& cells, F&& f) {
  for (const CellRange& range : origin.from) {
    const bool peers = origin.kind == "computed" && range.first != range.last;
    for (int row = range.first.row; row <= range.last.row; ++row) {
      const auto it = cells.find({origin.sheet, CellRef{row, range.first.col}});
      if (it != cells.end() && it->second != &origin) f(*it->second, peers);
    }
  }
}

/// Where a figure stands among the submissions.
struct Owner {
  const Submission* submission = nullptr;
  std::string table;
  const model::TableRow* row = nullptr;
};

class Tracing {
 public:
  Tracing(const job::Job& job, const model::Provenance& provenance, const model::RunResult& result,
          const model::BookOrigins& book)
      : job_(job),
        provenance_(provenance),
        result_(result),
        source_(result),
        cells_(cells_of(book)) {
    for (const Submission& s : result.submissions) {
      for (const auto& [path, figure] : s.figures) owners_[&figure] = {&s, "", nullptr};
      for (const auto& [name, table] : s.tables) {
        for (const model::TableRow& row : table.rows) {
          for (const auto& [column, figure] : row.columns) owners_[&figure] = {&s, name, &row};
        }
      }
    }
  }

  TraceNode cell(const CellOrigin& origin, int depth = 0) {
    TraceNode node;
    node.kind = origin.kind;
    node.place = {"", origin.sheet, origin.cell};
    node.label = origin.row + " · " + origin.column;
    node.value = origin.value;
    node.expression = origin.expression;
    if (depth == kDeepest) return node;
    if (origin.kind == "figure") {
      figures_behind(origin, node, depth);
      return node;
    }
    for_each_operand(origin, cells_, [&](const CellOrigin& operand, bool peer) {
      node.from.push_back(cell(operand, peer ? kDeepest : depth + 1));
    });
    return node;
  }

 private:
  const job::JobForm* form_of(const std::string& id) const {
    const auto form = std::find_if(job_.forms.begin(), job_.forms.end(),
                                   [&](const auto& f) { return f.mapping.id() == id; });
    return form == job_.forms.end() ? nullptr : &*form;
  }

  void figures_behind(const CellOrigin& origin, TraceNode& node, int depth) {
    const auto s = std::find_if(
        result_.submissions.begin(), result_.submissions.end(), [&](const Submission& other) {
          return other.key.form == origin.form && other.key.unit == origin.unit &&
                 other.key.item == origin.item;
        });
    const job::JobForm* form = form_of(origin.form);
    if (s == result_.submissions.end() || !form) return;
    const auto expr = formula::parse(origin.expression, form->mapping.definitions.terms);
    figures_in(expr, SubmissionScope(*s, &source_), node, depth);
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
      if (owner.submission) notes_of_reading(f, *owner.submission, node);
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
      node.notes.push_back({"映射里已经没有这个派生数", "the mapping no longer derives it"});
      return;
    }
    const SubmissionScope scope = owner.row
                                      ? SubmissionScope(*owner.submission, *owner.row, &source_)
                                      : SubmissionScope(*owner.submission, &source_);
    node.expression = formula::to_text(derived->expr);
    if (derived->bands.empty()) {
      node.expression = fmt::format("ROUND({}, {})", node.expression, derived->digits);
      const model::Value now = formula::evaluate(derived->expr, scope);
      const Decimal* number = model::number(now);
      const Decimal* kept = model::number(f.value);
      if (number && kept && number->rounded(derived->digits) != *kept)
        node.notes.push_back(
            {"现在的公式算出来是另一个数，映射在写出以后改过",
             "the formula now gives another number: the mapping was changed since"});
    }
    figures_in(derived->expr, scope, node, depth);
  }

  void notes_of_reading(const Figure& f, const Submission& s, TraceNode& node) const {
    for (const model::ReadingNote& n : provenance_.notes) {
      if (n.form != s.key.form || n.unit != s.key.unit || n.item != s.key.item) continue;
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
    const auto read = std::find_if(provenance_.files.begin(), provenance_.files.end(),
                                   [&](const auto& f) { return f.first == file; });
    if (read == provenance_.files.end()) return;
    const auto [state, fresh] = states_.try_emplace(file, FileState::AsWritten);
    if (fresh) state->second = state_of(job_.folder / file, read->second);
    if (state->second == FileState::Changed)
      node.notes.push_back({"这个文件在读取以后改过", "this file was changed since it was read"});
    if (state->second == FileState::Gone)
      node.notes.push_back({"这个文件已经不在了", "this file is gone"});
  }

  const job::Job& job_;
  const model::Provenance& provenance_;
  const model::RunResult& result_;
  const model::FigureSource source_;
  const Cells cells_;
  std::unordered_map<const Figure*, Owner> owners_;
  std::map<std::string, FileState> states_;
};

/// Of a unit's own cell that is one unit; a whole year's figures take long to load.
std::set<std::string> units_behind(const RecordedCell& at) {
  const Cells cells = cells_of(*at.book);
  std::set<std::string> units;
  std::set<const CellOrigin*> seen = {at.cell};
  std::vector<const CellOrigin*> waiting = {at.cell};
  while (!waiting.empty()) {
    const CellOrigin& cell = *waiting.back();
    waiting.pop_back();
    if (!cell.unit.empty()) units.insert(cell.unit);
    for_each_operand(cell, cells, [&](const CellOrigin& operand, bool peer) {
      if (!peer && seen.insert(&operand).second) waiting.push_back(&operand);
    });
  }
  return units;
}

}  // namespace

Trace trace(const job::Job& job, const std::string& place) {
  const Error never = Error(say("这个任务还没有记下出处；请先运行 huizong run，再追溯。",
                                "Nothing is recorded of this job yet; run huizong run first."));
  if (!fs::exists(job.store_file())) throw never;
  const store::Store store(job.store_file(), store::Access::Read);
  const model::Provenance provenance = store.provenance();
  if (provenance.books.empty()) throw never;
  const RecordedCell at = find_recorded(provenance, place);

  model::RunResult result;
  result.submissions = store.load_year(job.year, units_behind(at));
  load_last_year(job, result);
  Trace found;
  found.workbook = at.book->path;
  found.sha256 = at.book->sha256;
  found.state = state_of(job.folder / at.book->path, at.book->sha256);
  found.root = Tracing(job, provenance, result, *at.book).cell(*at.cell);
  return found;
}

}  // namespace huizong::batch
