#include "xlsx/fill/counted_rows.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace huizong::xlsx {
namespace {

std::optional<int> whole_number(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// The operands of an & at the outermost level; the whole where there is none.
std::vector<std::string_view> joined_texts(std::string_view text) {
  std::vector<std::string_view> operands;
  int depth = 0;
  bool quoted = false;
  std::size_t from = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const char c = at < text.size() ? text[at] : '&';
    if (c == '"') quoted = !quoted;
    if (quoted && at < text.size()) continue;
    if (c == '(') ++depth;
    if (c == ')') --depth;
    if (c != '&' || (depth > 0 && at < text.size())) continue;
    operands.push_back(trimmed(text.substr(from, at - from)));
    from = at + 1;
  }
  return operands;
}

/// What a text in quotes says; nothing where it is no such text.
std::optional<std::string> quoted_text(std::string_view text) {
  if (text.size() < 2 || text.front() != '"' || text.back() != '"') return std::nullopt;
  std::string said;
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    if (text[i] == '"') ++i;  // doubled
    said += text[i];
  }
  return said;
}

class CountedRows {
 public:
  CountedRows(const ReferenceShift& shift, std::string_view formula, const FormulaScan& scan,
              std::string_view sheet)
      : shift_(shift), move_(shift.move()), formula_(formula), scan_(scan), sheet_(sheet) {}

  bool any() const {
    return std::any_of(scan_.calls.begin(), scan_.calls.end(), [&](const Call& call) {
      const auto& name = call.function;
      if (name == "INDIRECT") return indirect(call);
      if (name == "HYPERLINK") return link(argument(call, 0));
      if (name == "ADDRESS") return address(call);
      if (name == "INDEX") return index(call, 0, 1);
      if (name == "HLOOKUP") return index(call, 1, 2);
      if (name == "_XLFN.CHOOSEROWS" || name == "_XLFN.TAKE" || name == "_XLFN.DROP") {
        return part(call);
      }
      return name == "OFFSET" && offset(call);
    });
  }

 private:
  std::string_view argument(const Call& call, std::size_t n) const {
    if (n >= call.arguments.size()) return {};
    return trimmed(formula_.substr(call.arguments[n].at, call.arguments[n].length));
  }

  bool on_moved_sheet() const { return same_sheet(sheet_, shift_.sheet()); }
  /// Rows are 1-based in what formulas spell.
  /// The block's last one counts: it may be the end of a range, which would have to grow.
  bool moves(int row) const {
    return row >= 1 && (move_.row(row - 1) != row - 1 || row - 1 == move_.block.last);
  }

  bool counts_moved(std::string_view number) const {
    const auto row = whole_number(meant(number));
    return row ? moves(*row) : is_constant(meant(number));
  }

  bool names_moved(std::string_view reference) const {
    // "!H22" behind a sheet's name that comes from elsewhere: it may be the moved one's.
    const bool any_sheet = reference.starts_with('!') || reference.starts_with("'!");
    if (any_sheet) reference.remove_prefix(reference.find('!') + 1);
    const std::string_view sheet = any_sheet ? std::string_view(shift_.sheet()) : sheet_;
    const auto found = scan_formula(reference).references;
    return std::any_of(found.begin(), found.end(), [&](Reference r) {
      return shift_.move_reference(r, sheet, std::nullopt) != Fate::Stays;
    });
  }
  bool is_about_moved_sheet(std::string_view text) const {
    const auto mark = text.find('!');
    if (mark == std::string_view::npos) return on_moved_sheet();
    const auto before = trimmed(text.substr(0, mark));
    const bool from_elsewhere = before.ends_with('"') || before.ends_with("\"'");
    return from_elsewhere || text.find(shift_.sheet()) != std::string_view::npos;
  }

  bool indirect(const Call& call) const {
    const auto style = argument(call, 1);
    const bool left_out = call.arguments.size() > 1 && style.empty();
    const bool by_number = left_out || style == "0" || same_sheet(style, "FALSE");  // R22C8
    const auto whole = argument(call, 0);
    for (const auto piece : joined_texts(whole)) {
      if (const auto said = quoted_text(piece)) {
        if (by_number ? names_moved_row_number(*said) : names_moved(*said)) return true;
      } else if (counts_moved(piece) && is_about_moved_sheet(whole)) {
        return true;
      }
    }
    return false;
  }

  /// "表!R22C8"; R[-1] is a distance, which is right as long as nothing is added between.
  bool names_moved_row_number(std::string_view text) const {
    if (!is_about_moved_sheet(text)) return false;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] != 'R' && text[at] != 'r') continue;
      const auto end = std::min(text.find_first_not_of("0123456789", at + 1), text.size());
      const auto row = whole_number(text.substr(at + 1, end - at - 1));
      if (row && moves(*row)) return true;
    }
    return false;
  }

  bool link(std::string_view target) const {
    const auto pieces = joined_texts(target);
    return std::any_of(pieces.begin(), pieces.end(), [&](std::string_view piece) {
      const auto said = quoted_text(piece);
      return said && said->starts_with('#') && names_moved(std::string_view(*said).substr(1));
    });
  }

  bool address(const Call& call) const {
    if (!counts_moved(argument(call, 0))) return false;
    if (argument(call, 4).empty()) return on_moved_sheet();
    const auto sheet = quoted_text(argument(call, 4));
    return !sheet || same_sheet(*sheet, shift_.sheet());
  }

  /// What a defined name stands for; the text itself where it is no name.
  std::string_view meant(std::string_view text) const {
    const auto* stands_for = shift_.name_text(text);
    return stands_for == nullptr ? text : trimmed(*stands_for);
  }

  /// Whether an argument gives the same number whatever the sheet holds: 22, 20+2, {12;22},
  /// ROUND(22,0), a name for 22. What is worked out from cells or from the formula's own place
  /// (ROW()-1) is not.
  bool is_constant(std::string_view argument) const {
    const FormulaScan scan = scan_formula(argument);
    const bool by_place = std::any_of(scan.calls.begin(), scan.calls.end(), [](const Call& call) {
      return call.function == "ROW" || call.function == "COLUMN";
    });
    const bool lists_numbers = argument.find('{') != std::string_view::npos;
    const bool from_cells = !scan.references.empty() || !scan.names.empty() || scan.tables;
    return argument.find_first_of("0123456789") != std::string_view::npos &&
           (lists_numbers || (!from_cells && !by_place));
  }

  struct Rows {
    int before = 0;
    int after = 0;
    bool alike = false;  ///< it has as many rows after the move
  };
  /// Where an argument's rows are counted from.
  struct Places {
    std::vector<Rows> firsts;  ///< the first row of each area on the moved sheet
    bool unclear = false;      ///< it may be there too, and what its first row is cannot be told
  };

  Places places(std::string_view argument) const {
    Places found;
    const FormulaScan scan = scan_formula(argument);
    const bool worked_out =
        std::any_of(scan.calls.begin(), scan.calls.end(), [](const Call& call) {
          return !call.function.empty() && call.function != "IF" && call.function != "CHOOSE";
        });
    found.unclear = scan.tables;
    for (const auto& reference : scan.references) add(found, reference, worked_out);
    for (const auto& name : scan.names) {
      const auto* text = shift_.name_text(name);
      const FormulaScan named = text == nullptr ? FormulaScan{} : scan_formula(*text);
      found.unclear |= text == nullptr || named.tables || !named.names.empty();
      for (const auto& reference : named.references) {
        const bool fixed = reference.first.fixed_row && reference.last.fixed_row;
        const bool plain = fixed || reference.kind == Reference::Kind::Cols;
        add(found, reference, worked_out || !plain || !named.calls.empty());
      }
    }
    return found;
  }
  /// A reference that is lost is told as such.
  void add(Places& found, Reference reference, bool worked_out) const {
    if (!shift_.is_here(reference, sheet_)) return;
    const CellRange was = reference.range();
    const Fate fate = shift_.move_reference(reference, sheet_, std::nullopt);
    if (fate == Fate::Lost || fate == Fate::Through) return;
    const CellRange now = reference.range();
    found.unclear |= worked_out;
    const bool alike = reference.kind != Reference::Kind::Cols &&
                       was.last.row - was.first.row == now.last.row - now.first.row;
    found.firsts.push_back({was.first.row, now.first.row, alike});
  }

  /// Rows counted from a range's first, which is 1.
  bool index(const Call& call, std::size_t range, std::size_t number) const {
    const auto argument = meant(this->argument(call, number));
    if (!is_constant(argument)) return false;
    const auto row = whole_number(argument);
    if (row && *row <= 1 && *row >= 0) return false;
    const Places from = places(this->argument(call, range));
    return from.unclear || std::any_of(from.firsts.begin(), from.firsts.end(), [&](Rows first) {
             if (!row) return true;
             const int meant = first.before + *row - 1;
             // INDEX(H:H,21) as the end of a range over the block has to end on the block's new
             // last row.
             const bool ends_range =
                 scan_.joins && meant == move_.block.last && first.before < move_.block.first;
             return *row > 0 && (ends_range || move_.row(meant) != first.after + *row - 1);
           });
  }

  /// How many rows of a range are taken, or which: right only where they all go together.
  bool part(const Call& call) const {
    const auto counted = [&](const Call::Argument& one) {
      return is_constant(meant(trimmed(formula_.substr(one.at, one.length))));
    };
    const auto& given = call.arguments;
    if (given.size() < 2 || !std::any_of(given.begin() + 1, given.end(), counted)) return false;
    const Places from = places(argument(call, 0));
    return from.unclear || !std::all_of(from.firsts.begin(), from.firsts.end(),
                                        [](const Rows& rows) { return rows.alike; });
  }

  bool offset(const Call& call) const {
    const auto distance = meant(argument(call, 1));
    const auto height = meant(argument(call, 3));
    const auto by = distance.empty() ? std::optional(0) : whole_number(distance);
    const auto rows = whole_number(height);
    const bool far = by ? *by != 0 : is_constant(distance);
    const bool high = rows ? *rows > 1 || *rows < -1 : is_constant(height);
    if (!by && !far) return false;
    const Places from = places(argument(call, 0));
    return (from.unclear && (far || high)) ||
           std::any_of(from.firsts.begin(), from.firsts.end(), [&](const Rows& first) {
             return !by || (high && !rows) || leads_elsewhere(first, *by, high ? *rows : 1);
           });
  }
  bool leads_elsewhere(const Rows& first, int by, int rows) const {
    const int meant = first.before + by;
    const int got = first.after + by;
    if (meant < 0) return false;
    if (rows != 1) {
      const int more = rows > 0 ? rows - 1 : rows + 1;
      const auto now =
          move_.span({std::min(meant, meant + more), std::max(meant, meant + more)}, true);
      return !now || now->first != std::min(got, got + more) ||
             now->last != std::max(got, got + more);
    }
    // "The row before the total" is the block's last one, however many it has.
    const bool last_of_block = meant == move_.block.last && got == move_.new_last();
    return !last_of_block && move_.row(meant) != got;
  }

  const ReferenceShift& shift_;
  const RowMove& move_;
  std::string_view formula_;
  const FormulaScan& scan_;
  std::string_view sheet_;
};

}  // namespace

bool counts_moved_rows(const ReferenceShift& shift, std::string_view formula,
                       const FormulaScan& scan, std::string_view sheet) {
  return CountedRows(shift, formula, scan, sheet).any();
}

}  // namespace huizong::xlsx
