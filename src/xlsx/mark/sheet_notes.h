// The notes (批注) of one sheet: the texts, and the boxes they are shown in.
//
// A note that is there is kept; what is added to its cell stands below it. A
// cell under discussion (threaded comments) gets no note of ours: its text lies
// elsewhere and would be overwritten by it.

#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/cell_ref.h"
#include "xlsx/fill/package_edit.h"

namespace pugi {
class xml_node;
}

namespace huizong::xlsx {

class SheetNotes {
 public:
  /// `sheet` is the part's top element. Throws Unreadable where the sheet's notes or boxes cannot
  /// be read, Error where they are written in a way we cannot add to.
  SheetNotes(PackageEdit& package, const std::string& part, pugi::xml_node sheet, bool strict);
  ~SheetNotes();
  SheetNotes(SheetNotes&&) noexcept;

  /// False where the cell is under discussion, or the sheet has more notes than anybody reads.
  bool add(CellRef cell, std::string_view text);
  /// Whether the sheet element itself was changed.
  bool sheet_changed() const { return sheet_changed_; }

 private:
  struct Note;  ///< where its text and its box are in their trees

  void make_texts(const std::string& part, bool strict);
  void make_boxes(const std::string& part, pugi::xml_node sheet, bool strict);
  std::string author();
  void index();
  void add_below(Note& note, std::string_view text);
  pugi::xml_node add_box(CellRef cell, int lines);

  PackageEdit& package_;
  std::string texts_;  // part
  std::string boxes_;  // part
  bool sheet_changed_ = false;
  std::map<CellRef, Note> notes_;
  int last_shape_ = 1024;
  bool has_type_ = false;  ///< of boxes
};

}  // namespace huizong::xlsx
