// Forms that nobody has thought of: a blank workbook and the mapping that
// describes it, in every shape the mapping format knows.
//
// Headings and labels of one form differ from each other, so that every form is
// one that can be read; everything else is chance.

#pragma once

#include <string>

#include "support/dice.h"

namespace huizong::testing {

struct RandomForm {
  std::string workbook;  ///< the blank form, templates/表.xlsx
  std::string toml;      ///< the mapping of that template
};

RandomForm random_form(Dice& dice);

}  // namespace huizong::testing
