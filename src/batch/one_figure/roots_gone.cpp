#include "batch/one_figure/roots_gone.h"

#include <algorithm>

namespace huizong::batch {
namespace {

using model::Finding;

bool counts(const Finding& f) {
  return f.level != Severity::Note && !f.trial;
}

/// Another mistake may be left in the same check; then it is off by less, and stays a finding of
/// its own.
bool is_less(const Finding& now, const Finding& before) {
  return now.difference && before.difference && now.difference->abs() < before.difference->abs();
}

}  // namespace

bool is_root(const Finding& f) {
  return counts(f) && !f.cause;
}

RootsGone::RootsGone(const std::vector<Finding>& found, const std::set<std::size_t>& settled,
                     std::set<std::string> not_made, const UnitAgain::Audited& now)
    : found_(found), not_made_(std::move(not_made)), now_(now) {
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (is_root(found[i]) && !settled.contains(i)) open_.emplace(key_of(found[i]), i);
  }
}

std::optional<std::vector<std::size_t>> RootsGone::gone() {
  if (!match_roots() || !match_followers()) return std::nullopt;
  std::set<std::string> passed, rules;
  for (const model::PassedCheck& check : now_.passed) {
    passed.insert(key_of(check));
    rules.insert(check.rule);
  }
  std::vector<std::size_t> gone;
  for (const auto& [key, i] : open_) {
    const bool holds = found_[i].level == Severity::Unchecked ? rules.contains(found_[i].rule)
                                                              : passed.contains(key);
    if (!holds) return std::nullopt;
    gone.push_back(i);
  }
  std::sort(gone.begin(), gone.end());
  return gone;
}

RootsGone::Open::iterator RootsGone::same(const Finding& f, bool same_figures) {
  const auto [first, last] = open_.equal_range(key_of(f));
  const auto found = std::find_if(first, last, [&](const auto& open) {
    return !same_figures || found_[open.second].message.zh == f.message.zh;
  });
  return found == last ? open_.end() : found;
}

bool RootsGone::match_roots() {
  std::vector<std::size_t> changed;
  for (std::size_t j = 0; j < now_.findings.size(); ++j) {
    const Finding& f = now_.findings[j];
    if (!is_root(f)) continue;
    const auto it = same(f, true);
    if (it == open_.end()) {
      changed.push_back(j);
      continue;
    }
    root_of_[j] = it->second;
    open_.erase(it);
  }
  for (const std::size_t j : changed) {
    const Finding& f = now_.findings[j];
    const auto it = same(f, false);
    if (it == open_.end() && not_made_.contains(key_of(f))) continue;
    if (it == open_.end()) return false;
    if (!is_less(f, found_[it->second])) return false;
    root_of_[j] = it->second;
    open_.erase(it);
  }
  return true;
}

bool RootsGone::match_followers() {
  for (const Finding& f : now_.findings) {
    if (!counts(f) || !f.cause) continue;
    if (const auto it = same(f, true); it != open_.end()) {
      const auto root = root_of_.find(*f.cause);
      if (root != root_of_.end()) regrouped_.emplace_back(it->second, root->second);
      open_.erase(it);
    } else if (const auto other = same(f, false); other != open_.end()) {
      if (!is_less(f, found_[other->second])) return false;
      open_.erase(other);
    }
  }
  return true;
}

}  // namespace huizong::batch
