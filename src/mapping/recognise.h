// Which sheets of a workbook are a form of the mapping, and how many forms they
// are: one a unit, or one for each of its items (项目).

#pragma once

#include <optional>
#include <vector>

#include "mapping/mapping.h"

namespace huizong::mapping {

/// Rows of a sheet, 0-based, both included.
struct Rows {
  int first = 0;
  int last = 0;
  bool operator==(const Rows&) const = default;
};

/// One form as it stands in a workbook.
struct Recognised {
  struct Place {
    std::optional<std::size_t> at;    ///< the workbook's sheet; none where it is missing
    std::vector<std::size_t> rivals;  ///< without `at`: sheets of which any could be it
  };
  std::vector<Place> sheets;  ///< parallel to Mapping::sheets
  std::optional<Rows> rows;   ///< with Per::Block: the item's own rows of its sheet

  Recognised() = default;
  explicit Recognised(std::size_t sheet) : sheets{{sheet, {}}} {}
};

/// In the workbook's order. Hidden sheets are looked at only when no visible one fits. A form of
/// several sheets is there even where some of them are missing.
std::vector<Recognised> recognise(const Mapping& mapping, const xlsx::Workbook& workbook);

/// Of a form with a sheet an item: visible sheets that hold some of the form's signs, and so may be
/// an item whose title or headings were changed. A sheet of another form may be among them.
std::vector<std::size_t> half_recognised(const Mapping& mapping, const xlsx::Workbook& workbook);

/// Of a form with items: hidden sheets that fit it too but are not read, since visible ones are.
std::vector<std::size_t> hidden_besides(const Mapping& mapping, const xlsx::Workbook& workbook);

}  // namespace huizong::mapping
