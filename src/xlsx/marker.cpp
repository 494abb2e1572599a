#include "xlsx/marker.h"

#include <fmt/format.h>

#include <map>
#include <pugixml.hpp>
#include <set>

#include "base/message.h"
#include "xlsx/fill/formula_references.h"
#include "xlsx/fill/office_names.h"
#include "xlsx/fill/sheet_tree.h"
#include "xlsx/fill/style_list.h"
#include "xlsx/fill/xml_tree.h"
#include "xlsx/fillable.h"
#include "xlsx/mark/grafted_sheet.h"
#include "xlsx/mark/sheet_notes.h"

namespace huizong::xlsx {
namespace {

/// Light enough to read the figure on, and on a grey printer.
std::string_view rgb(Marker::Colour colour) {
  switch (colour) {
    case Marker::Colour::Error:
      return "FFFFC7CE";
    case Marker::Colour::Warning:
      return "FFFFEB9C";
    case Marker::Colour::Note:
      return "FFDDEBF7";
  }
  return "FFFFFFFF";
}

}  // namespace

struct Marker::Impl {
  struct Sheet {
    SheetTree tree;
    std::optional<SheetNotes> notes;
    std::set<CellRef> marked;
  };

  PackageEdit package;
  WorkbookPart book;
  bool strict;
  std::map<std::size_t, Sheet> sheets;
  std::map<Colour, unsigned> fills;
  std::map<std::pair<unsigned, Colour>, unsigned> styles;
  std::string first;

  Impl(std::string bytes, const Limits& limits)
      : package(std::move(bytes), limits),
        book(read_workbook_part(package.original())),
        strict(is_strict(package.tree(book.part))) {}

  Sheet& sheet(std::size_t index) {
    const auto found = sheets.find(index);
    if (found != sheets.end()) return found->second;
    const auto& info = book.sheets.at(index);
    Sheet fresh{SheetTree(package.read(info.part), info.part, info.name), {}, {}};
    return sheets.emplace(index, std::move(fresh)).first->second;
  }

  unsigned coloured(unsigned style, Colour colour) {
    const auto [at, fresh] = styles.try_emplace({style, colour}, style);
    if (!fresh) return at->second;
    const auto [fill, new_fill] = fills.try_emplace(colour);
    if (new_fill) {
      const auto added = add_style_piece(
          package, book, "fills",
          fmt::format("<fill><patternFill patternType=\"solid\"><fgColor rgb=\"{}\"/>"
                      "<bgColor indexed=\"64\"/></patternFill></fill>",
                      rgb(colour)));
      fill->second = added.value_or(0);
    }
    const auto number = std::to_string(fill->second);
    const auto twin = add_style_twin(package, book, style, [&](pugi::xml_node format) {
      set_attribute(format, "fillId", number);
      set_attribute(format, "applyFill", "1");
    });
    if (twin) at->second = *twin;
    return at->second;
  }
};

Marker::Marker(std::string package, const Limits& limits)
    : impl_(std::make_unique<Impl>(std::move(package), limits)) {
  require_fillable(impl_->package.original());  // it is returned under the name .xlsx
}
Marker::~Marker() = default;
Marker::Marker(Marker&&) noexcept = default;
Marker& Marker::operator=(Marker&&) noexcept = default;

std::optional<std::size_t> Marker::sheet_index(std::string_view name) const {
  for (std::size_t i = 0; i < impl_->book.sheets.size(); ++i) {
    if (same_sheet(impl_->book.sheets[i].name, name)) return i;
  }
  return std::nullopt;
}

void Marker::mark(std::size_t index, CellRef cell, Colour colour, std::string_view note) {
  auto& sheet = impl_->sheet(index);
  cell = sheet.tree.merges().extent(cell).first;  // the one of a merge that is seen
  if (sheet.marked.insert(cell).second) {
    sheet.tree.set_style(cell, impl_->coloured(sheet.tree.style(cell), colour));
  }
  if (note.empty()) return;
  if (!sheet.notes) {
    sheet.notes.emplace(impl_->package, sheet.tree.part(), sheet.tree.root(), impl_->strict);
    if (sheet.notes->sheet_changed()) sheet.tree.set_changed();
  }
  sheet.notes->add(cell, note);
}

void Marker::put_first(std::string workbook) {
  impl_->first = std::move(workbook);
}

std::string Marker::package() {
  for (auto& [index, sheet] : impl_->sheets) {
    if (sheet.tree.changed()) impl_->package.replace(sheet.tree.part(), sheet.tree.print());
  }
  if (!impl_->first.empty()) graft_first_sheet(impl_->package, impl_->book, impl_->first);
  return impl_->package.bytes();
}

}  // namespace huizong::xlsx
