// What a form lays down once for all its expressions ([scoring], money): how
// indicators earn points, how a total is graded, in what unit its money is.

#pragma once

#include <vector>

#include "formula/bands.h"
#include "model/field_type.h"
#include "model/scoring.h"

namespace huizong::formula {

struct FormTerms {
  model::Scoring scoring;
  std::vector<Band> bands = {
      {"优", 90}, {"良", 80}, {"中", 60}, {"差", 0}};  ///< of BAND(x); the national grades
  model::MoneyUnit money = model::MoneyUnit::WanYuan;
};

}  // namespace huizong::formula
