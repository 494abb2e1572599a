// When a printed formula has no value: conditions on its cells, put around it
// so that "" stands exactly where evaluate() says n/a.

#pragma once

#include <string>
#include <vector>

namespace huizong::formula {

/// The conditions under which a piece of formula is n/a.
class Guards {
 public:
  /// Blank, text, error: n/a.
  void need_number(const std::string& cell);
  /// Blank is fine; of texts only so many marks (—).
  void refuse_text(const std::string& cells, int marks);
  /// n/a when none of them holds a number.
  void need_some(std::vector<std::string> cells);
  /// n/a when it is true; it must never be an error itself.
  void add(std::string condition);
  /// One that may be asked once the cells above hold what they need.
  void add_after(std::string condition);
  /// One that may be asked only when all before it are false.
  void add_last(std::string condition);
  void never() { never_ = true; }  ///< n/a whatever the cells hold
  void add(const Guards& other);

  bool empty() const;
  /// Whether some condition needs others asked before it.
  bool ordered() const { return !after_.empty() || !last_.empty(); }
  /// IF(OR(conditions),na,text), nested where the order matters; the text alone where nothing can
  /// be missing.
  std::string wrap(const std::string& text, const std::string& na) const;

 private:
  struct Texts {
    std::string cells;
    int marks;
  };
  std::vector<std::string> first_conditions() const;

  bool never_ = false;
  std::vector<std::string> numbers_;
  std::vector<Texts> texts_;
  std::vector<std::vector<std::string>> some_;
  std::vector<std::string> plain_, after_, last_;
};

/// Whether the cells hold an error or "", the empty text a formula leaves where it is n/a. Never an
/// error itself.
std::string holds_missing(const std::string& cells);

}  // namespace huizong::formula
