// Reads one XML part, event by event: a strict scanner of our own.
//
// Whatever is not well-formed XML 1.0 with namespaces is refused with its part
// and line, and a DOCTYPE in any form, so that there are no entities to expand
// and nothing to fetch. Depth, attributes and the length of one tag or comment
// are bounded. Memory is the window and what is open, however long the part.

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "xlsx/limits.h"
#include "xlsx/xml/element.h"
#include "xlsx/xml/window.h"

namespace huizong::xlsx {

class XmlScanner {
 public:
  static constexpr std::size_t kWindowBytes = 256 * 1024;

  /// `part` is named in what is refused. The limits must outlive the scanner.
  XmlScanner(std::string whole, const Limits& limits, std::string_view part);
  XmlScanner(std::unique_ptr<XmlSource> bytes, const Limits& limits, std::string_view part,
             std::size_t window_bytes = kWindowBytes);

  enum class Event { Start, End, Text, Finished };
  /// The next event with markup-compatibility alternatives settled: we know no extension, so a
  /// Choice is passed over, and AlternateContent and Fallback are as if they were not there.
  /// Throws Unreadable.
  Event next() {
    while (true) {
      const Event event = next_raw();
      if (event == Event::Text || event == Event::Finished ||
          element_.space_ != Namespace::Compatibility)
        return event;
      if (event == Event::Start && element_.local_ == "Choice") skip();
    }
  }
  /// The same with the alternatives as elements like others.
  Event next_raw();
  /// After Start: the element's content and its end are passed over, checked all the same.
  void skip();

  const Element& element() const { return element_; }          ///< after Start
  std::string_view local() const { return element_.local(); }  ///< after Start or End
  /// After Text: a piece, not empty, of the text between two tags. Good until the scanner goes on.
  std::string_view text() const { return text_; }
  int depth() const { return static_cast<int>(open_.size()); }  ///< elements now open

  /// The unread bytes at hand where content of an open element may come, a NUL behind them; empty
  /// elsewhere. Who recognises whole elements there, checked as strictly as here, may take them.
  std::string_view ahead() const {
    if (open_.empty() || end_due_ || in_cdata_) return {};
    return {at_, static_cast<std::size_t>(end_ - at_)};
  }
  void take(std::size_t bytes) { at_ += bytes; }

 private:
  struct Open {
    std::uint32_t name_at;  // in names_
    std::uint32_t name_bytes;
    std::uint32_t local_at;  // in the name
    Namespace space;
    std::size_t declarations;  // in force outside it
  };
  struct Name {
    const char* begin = nullptr;
    const char* end = nullptr;
    const char* local = nullptr;  // behind the colon, or begin
    std::string_view prefix() const {
      if (local == begin) return {};
      return {begin, static_cast<std::size_t>(local - begin - 1)};
    }
    std::string_view rest() const { return {local, static_cast<std::size_t>(end - local)}; }
  };
  // Each of these reads one token from at_. False: the window ends within it.
  bool read_declaration();
  bool read_start_tag();
  bool read_end_tag();
  bool read_comment();
  bool read_instruction();
  bool read_reference();
  bool read_text();
  bool read_cdata_text();

  void make_room();
  enum class Markup { Cut, Start, End, Silent };
  Markup read_markup();
  Markup read_declared_markup();  // <!
  void begin();
  bool read_attribute(const char*& p);
  bool read_plain_attribute(const char*& p);
  const char* plain_attributes_end(const char* p) const;
  void pass_plain_tags(std::size_t outside);
  void check_count() const;
  bool scan_name(const char*& p, Name& name) const;
  bool scan_reference(const char*& p, char32_t& c) const;
  bool scan_word(const char*& p, std::string_view word) const;
  bool scan_characters(const char*& p) const;
  void use_encoding(std::string_view name);
  void settle_attributes();
  void normalise_values(std::size_t tag_bytes);
  void check_unique() const;
  void open(const Name& name);
  void push(const Name& name, Namespace space, std::size_t declarations);
  Event close();
  void finish_token(const char* p);

  bool more();       // false at the end of the document
  void need_more();  // refuses at the end of the document
  /// A token cannot go on at p: false where the window ends there, else refused.
  bool stuck(const char* p) const;
  [[noreturn]] void refuse_malformed(const char* p) const;
  [[noreturn]] void refuse_token() const;

  const Limits& limits_;
  const std::string part_;
  Window window_;
  const char* at_;
  const char* end_;

  bool begun_ = false;
  bool root_seen_ = false;
  bool end_due_ = false;  // of an empty element
  bool in_cdata_ = false;
  std::vector<Open> open_;
  std::string names_;            // of what is open, and free room
  std::size_t names_bytes_ = 0;  // of it in use
  Namespaces namespaces_;
  Element element_;
  bool all_plain_ = true;            // no attribute of this tag has a prefix or declares one
  std::vector<std::size_t> uneven_;  // attributes of this tag whose values are to be normalised
  std::string values_;               // those, normalised
  std::string_view text_;
  std::string character_;  // text of a reference
};

}  // namespace huizong::xlsx
