// The findings in the order they are read: unit by unit as the unit list has
// them, each followed at once by what follows from it.

#pragma once

#include <cstddef>
#include <vector>

#include "model/finding.h"
#include "model/unit_list.h"

namespace huizong::report {

struct ListedFinding {
  const model::Finding* finding = nullptr;
  int number = 0;        ///< 序号, from 1
  int root = 0;          ///< counts the root findings, from 1
  int sub = 0;           ///< counts what follows from that root, from 1; 0 for the root
  int depth = 0;         ///< 0: a root
  int cause_number = 0;  ///< 序号 of the one it follows from; 0 for a root
};

std::vector<ListedFinding> listed(const std::vector<model::Finding>& findings,
                                  const model::UnitList& units);

}  // namespace huizong::report
