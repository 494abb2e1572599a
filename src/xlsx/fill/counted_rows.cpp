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
      if (name == "INDEX") return index(call);
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
  bool moves(int row) const { return row >= 1 && move_.row(row - 1) != row - 1; }

  bool names_moved(std::string_view reference) const {
    const auto found = scan_formula(reference).references;
    return std::any_of(found.begin(), found.end(), [&](Reference r) {
      return shift_.move_reference(r, sheet_, std::nullopt) != Fate::Stays;
    });
  }
  bool is_about_moved_sheet(std::string_view text) const {
    if (text.find('!') == std::string_view::npos) return on_moved_sheet();
    return text.find(shift_.sheet()) != std::string_view::npos;
  }

  bool indirect(const Call& call) const {
    const auto style = argument(call, 1);
    const bool by_number = style == "0" || same_sheet(style, "FALSE");  // R22C8
    const auto whole = argument(call, 0);
    for (const auto piece : joined_texts(whole)) {
      if (const auto said = quoted_text(piece)) {
        if (by_number ? names_moved_row_number(*said) : names_moved(*said)) return true;
      } else if (const auto row = whole_number(piece);
                 row && moves(*row) && is_about_moved_sheet(whole)) {
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
    const auto row = whole_number(argument(call, 0));
    const auto sheet = quoted_text(argument(call, 4));
    return row && moves(*row) && (sheet ? same_sheet(*sheet, shift_.sheet()) : on_moved_sheet());
  }

  /// The one reference that an argument is; on the moved sheet.
  std::optional<Reference> place(const Call& call) const {
    if (call.arguments.empty()) return std::nullopt;
    const auto text = argument(call, 0);
    const auto from = static_cast<std::size_t>(text.data() - formula_.data());
    for (const auto& reference : scan_.references) {
      if (reference.at < from || reference.at + reference.length != from + text.size()) continue;
      if (shift_.is_here(reference, sheet_)) return reference;
    }
    return std::nullopt;
  }

  struct Rows {
    int before = 0;
    int after = 0;
  };
  /// The first row of the place, before and after the move; nothing where it is lost (told as such)
  /// or another sheet's.
  std::optional<Rows> first_row(const Call& call) const {
    auto reference = place(call);
    if (!reference) return std::nullopt;
    const int before = reference->range().first.row;
    const Fate fate = shift_.move_reference(*reference, sheet_, std::nullopt);
    if (fate == Fate::Lost || fate == Fate::Through) return std::nullopt;
    return Rows{before, reference->range().first.row};
  }

  bool index(const Call& call) const {
    const auto number = whole_number(argument(call, 1));
    const auto first = first_row(call);
    if (!number || *number < 1 || !first) return false;
    const int meant = first->before + *number - 1;
    // INDEX(H:H,21) as the end of a range over the block has to end on the block's new last row.
    const bool ends_range =
        scan_.joins && meant == move_.block.last && first->before < move_.block.first;
    return ends_range || move_.row(meant) != first->after + *number - 1;
  }

  bool offset(const Call& call) const {
    const auto by = whole_number(argument(call, 1));
    const auto first = first_row(call);
    if (!by || !first) return false;
    const int meant = first->before + *by;
    const int got = first->after + *by;
    if (meant < 0) return false;
    const int rows = whole_number(argument(call, 3)).value_or(1);
    if (rows > 1) {
      const auto now = move_.span({meant, meant + rows - 1}, true);
      return !now || now->first != got || now->last != got + rows - 1;
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
