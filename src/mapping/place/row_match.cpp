#include "mapping/place/row_match.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "base/text.h"
#include "mapping/place/label_key.h"

namespace huizong::mapping {
namespace {

constexpr std::size_t kLongestLabel = 600;  // bytes; longer texts are prose
constexpr std::size_t kWordsPerRow = 256;

bool covers(const CellRange& extent, int col) {
  return extent.first.col <= col && col <= extent.last.col;
}

}  // namespace

RowMatcher::RowMatcher(const SheetForm& form, const TemplateLabels& labels, const SheetGrid& sheet,
                       int year)
    : form_(form), labels_(labels), sheet_(sheet), year_(year) {
  collect_words();
  find_retyped_titles();
  drop_commonplace_words();
}

void RowMatcher::collect_words() {
  std::unordered_map<std::string, std::vector<int>> by_key;
  std::vector<int> by_pattern;
  for (std::size_t i = 0; i < labels_.labels().size(); ++i) {
    const Label& label = labels_.labels()[i];
    for (const std::string& key : label.keys) {
      if (!key.empty()) by_key[key].push_back(static_cast<int>(i));
    }
    if (!label.literal.empty()) by_pattern.push_back(static_cast<int>(i));
  }

  places_.resize(labels_.labels().size());
  said_at_.resize(labels_.labels().size());
  for (const xlsx::Cell& cell : sheet_.sheet().cells) {
    if (cell.type != xlsx::CellType::Text || cell.text.size() > kLongestLabel) continue;
    std::vector<int> found;
    if (const auto known = by_key.find(label_key(cell.text, year_)); known != by_key.end())
      found = known->second;
    for (const int i : found) said_at_[static_cast<std::size_t>(i)].push_back(cell.ref);
    if (!by_pattern.empty()) {
      const std::string folded = fold_label(cell.text);
      for (const int i : by_pattern) {
        const Label& label = labels_.label(i);
        if (folded.find(label.literal) == std::string::npos) continue;
        const auto& patterns = label.field->patterns;
        if (std::any_of(patterns.begin(), patterns.end(),
                        [&](const Pattern& p) { return p.match(cell.text).has_value(); }))
          found.push_back(i);
      }
    }
    if (!found.empty()) add_word(cell, found);
  }
}

void RowMatcher::add_word(const xlsx::Cell& cell, const std::vector<int>& labels) {
  const CellRange extent = sheet_.extent(cell.ref);
  auto& row = words_[cell.ref.row];
  if (extent.first != cell.ref) return;
  const auto at = std::find_if(row.begin(), row.end(),
                               [&](const Word& w) { return w.extent.first.col >= cell.ref.col; });
  if (at != row.end() && at->extent.first == cell.ref) {
    at->labels.insert(at->labels.end(), labels.begin(), labels.end());
  } else {
    if (row.size() >= kWordsPerRow) return;
    row.insert(at, {extent, labels});
  }
  for (const int i : labels) {
    auto& places = places_[static_cast<std::size_t>(i)];
    if (places.empty() || places.back() != cell.ref.row) places.push_back(cell.ref.row);
  }
}

/// A title that stands nowhere as issued is looked for by its words: 2020年部门整体支出绩效自评表,
/// 示例市…自评表（盖章）. Prose that mentions it says much more.
void RowMatcher::find_retyped_titles() {
  constexpr int kMore = 20;  // characters
  for (std::size_t i = 0; i < labels_.labels().size(); ++i) {
    const Label& label = labels_.labels()[i];
    if (label.title_words.empty() || !places_[i].empty()) continue;
    for (const xlsx::Cell& cell : sheet_.sheet().cells) {
      if (cell.type != xlsx::CellType::Text || cell.text.size() > kLongestLabel) continue;
      const std::string text = fold_label(cell.text);
      const bool holds = std::any_of(label.title_words.begin(), label.title_words.end(),
                                     [&](const std::string& words) {
                                       return text.find(words) != std::string::npos &&
                                              char_count(text) <= char_count(words) + kMore;
                                     });
      if (holds) add_word(cell, {static_cast<int>(i)});
    }
  }
}

/// A word that stands in very many rows (小计, 是) places nothing, and a sheet made of such words
/// must not take for ever: the commonest are dropped until few enough matches are left.
void RowMatcher::drop_commonplace_words() {
  const auto matches = [&] {
    std::size_t sum = 0;
    for (const auto& places : places_) sum += places.size();
    return sum;
  };
  std::set<int> dropped;
  for (std::size_t left = matches(); left > kMaxMatches;) {
    const auto commonest =
        std::max_element(places_.begin(), places_.end(),
                         [](const auto& a, const auto& b) { return a.size() < b.size(); });
    left -= commonest->size();
    dropped.insert(static_cast<int>(commonest - places_.begin()));
    commonest->clear();
  }
  if (dropped.empty()) return;
  for (auto& [row, words] : words_) {
    for (Word& word : words)
      std::erase_if(word.labels, [&](int label) { return dropped.contains(label); });
    std::erase_if(words, [](const Word& word) { return word.labels.empty(); });
  }
}

/// The heaviest way to find a template row's labels, in order, among the words of a row.
RowMatcher::Pairing RowMatcher::pair(const LabelRow& row, const std::vector<Word>& words,
                                     const ColumnMap* columns,
                                     const std::vector<char>& emphasised) const {
  constexpr std::int64_t kEmphasis = 1000;
  const auto weight = [&](int index, const Word& word) -> std::int64_t {
    if (std::find(word.labels.begin(), word.labels.end(), index) == word.labels.end()) return 0;
    const Label& label = labels_.label(index);
    const auto col = columns ? columns->at(label.cell().col) : std::nullopt;
    const std::int64_t own_column = col && covers(word.extent, *col) ? 3 : 0;
    const std::int64_t base = (label.needed ? 8 : 2) + own_column;
    return emphasised[static_cast<std::size_t>(index)] ? base * kEmphasis : base;
  };

  const std::size_t m = row.labels.size();
  const std::size_t n = words.size();
  std::vector<std::vector<std::int64_t>> best(m + 1, std::vector<std::int64_t>(n + 1, 0));
  for (std::size_t i = m; i-- > 0;) {
    for (std::size_t j = n; j-- > 0;) {
      const std::int64_t w = weight(row.labels[i], words[j]);
      best[i][j] = std::max(best[i + 1][j], best[i][j + 1]);
      if (w > 0) best[i][j] = std::max(best[i][j], w + best[i + 1][j + 1]);
    }
  }
  Pairing pairing;
  pairing.weight = best[0][0];
  for (std::size_t i = 0, j = 0; i < m && j < n;) {
    const std::int64_t w = weight(row.labels[i], words[j]);
    if (w > 0 && best[i][j] == w + best[i + 1][j + 1])
      pairing.words.emplace_back(row.labels[i++], &words[j++]);
    else if (best[i][j] == best[i + 1][j])
      ++i;
    else
      ++j;
  }
  return pairing;
}

/// Rows where the block's end may be: its words in its own column. If they never stand there (the
/// block was moved sideways), wherever they stand.
std::vector<int> RowMatcher::end_rows(std::size_t table, const ColumnMap* columns) const {
  const int end = labels_.tables[table].end;
  const auto& places = places_[static_cast<std::size_t>(end)];
  const auto col = columns ? columns->at(form_.tables[table].end.col) : std::nullopt;
  if (!col) return {};
  std::vector<int> rows;
  for (const int row : places) {
    const auto& words = words_.at(row);
    const bool there = std::any_of(words.begin(), words.end(), [&](const Word& w) {
      return covers(w.extent, *col) &&
             std::find(w.labels.begin(), w.labels.end(), end) != w.labels.end();
    });
    if (there) rows.push_back(row);
  }
  return rows.empty() ? places : rows;
}

ChainRules RowMatcher::rules(const ColumnMap* columns) const {
  const auto& rows = labels_.rows();
  ChainRules rules;
  rules.core.assign(rows.size(), 0);
  rules.ends.resize(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) rules.segment.push_back(rows[i].segment);
  // Titles and notes that nothing is read by may be any distance away.
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto needed_in_segment = [&](std::size_t k) {
      return rows[k].needed && rows[k].segment == rows[i].segment;
    };
    bool before = false;
    bool after = false;
    for (std::size_t k = 0; k < rows.size(); ++k) {
      before = before || (k <= i && needed_in_segment(k));
      after = after || (k >= i && needed_in_segment(k));
    }
    rules.core[i] = before && after;
  }
  if (!columns) return rules;
  for (std::size_t t = 0; t < labels_.tables.size(); ++t) {
    const int end = labels_.tables[t].end;
    if (end < 0) continue;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (rows[i].row == labels_.label(end).cell().row) rules.ends[i] = end_rows(t, columns);
    }
  }
  return rules;
}

RowMatch RowMatcher::match(const ColumnMap* columns, const std::vector<int>& emphasised) const {
  std::vector<char> strong(labels_.labels().size(), 0);
  for (const int i : emphasised) {
    if (i >= 0) strong[static_cast<std::size_t>(i)] = 1;
  }
  const auto& rows = labels_.rows();
  const ChainRules chain_rules = rules(columns);
  std::vector<Match> matches;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::set<int> candidates;
    for (const int label : rows[i].labels) {
      const auto& places = places_[static_cast<std::size_t>(label)];
      candidates.insert(places.begin(), places.end());
    }
    for (const int row : candidates) {
      const auto& ends = chain_rules.ends[i];
      if (!ends.empty() && !std::binary_search(ends.begin(), ends.end(), row)) continue;
      const Pairing pairing = pair(rows[i], words_.at(row), columns, strong);
      if (pairing.weight > 0) matches.push_back({static_cast<int>(i), row, pairing.weight});
    }
  }
  RowMatch found;
  found.chain = best_chain(static_cast<int>(rows.size()), std::move(matches), chain_rules);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (found.chain.to[i] < 0) continue;
    for (const auto& [label, word] :
         pair(rows[i], words_.at(found.chain.to[i]), columns, strong).words)
      found.words[label] = word->extent;
  }
  return found;
}

}  // namespace huizong::mapping
