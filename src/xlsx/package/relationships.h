// Which parts a part points to: its .rels part, read and resolved.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "xlsx/package/package.h"

namespace huizong::xlsx {

struct Relationship {
  std::string id;
  std::string type;  ///< last word of an Office relationship ("worksheet"), transitional or strict;
                     ///< else the whole URI
  std::string
      target;  ///< the part's clean name; empty where it is outside the package or no part name
};

/// The relationships of a part; of the package itself for "". None where it has no .rels part. Two
/// with one id are refused. Throws Unreadable.
std::vector<Relationship> read_relationships(const Package& package, std::string_view part);

const Relationship* find_by_id(const std::vector<Relationship>& list, std::string_view id);
const Relationship* find_by_type(const std::vector<Relationship>& list,
                                 std::string_view type);  ///< the first

}  // namespace huizong::xlsx
