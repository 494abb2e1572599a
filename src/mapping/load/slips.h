// Collects every slip of one settings file, so that all are reported in one go,
// in the order of the file.

#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "mapping/load/toml_tree.h"

namespace huizong::mapping {

class Slips {
 public:
  explicit Slips(const TextFile& file) : file_(file) {}

  void add(const TextSpot& spot, Message message, Message hint = {});
  /// At a character of a Text value.
  void add_inside(const TomlValue& text, int index, int length, Message message, Message hint = {});

  void add(Mistake mistake) { mistakes_.push_back(std::move(mistake)); }
  /// The same place, for what is told later.
  TextPlace place_inside(const TomlValue& text, int index, int length) const;

  bool empty() const { return mistakes_.empty(); }
  std::vector<Mistake> sorted() const;  ///< by line and column

 private:
  TextPlace place_of(const TextSpot& spot) const;

  const TextFile& file_;
  std::vector<Mistake> mistakes_;
};

/// A key that is a name of the mapping's own, not a word of the format: Chinese stands in quotes.
void check_quoted(const TomlEntry& entry, Slips& slips);

/// 是不是“全年预算数”？ or, where nothing is near, the list of what there is; empty where there is
/// nothing.
Message did_you_mean(std::string_view word, const std::vector<std::string>& known);

}  // namespace huizong::mapping
