#include "xlsx/package/xml_stream.h"

#include <expat.h>

#include <cstring>
#include <exception>
#include <memory>
#include <type_traits>

namespace huizong::xlsx {
namespace {

constexpr char kSeparator = '\n';  // between namespace and local name: no namespace can contain it
constexpr std::string_view kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view kMainStrict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
constexpr std::string_view kPackageRelationships =
    "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr std::string_view kContentTypes =
    "http://schemas.openxmlformats.org/package/2006/content-types";
constexpr std::string_view kCompatibility =
    "http://schemas.openxmlformats.org/markup-compatibility/2006";
constexpr const char* kRelationId =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships\nid";
constexpr const char* kRelationIdStrict =
    "http://purl.oclc.org/ooxml/officeDocument/relationships\nid";
constexpr const char* kXmlSpace = "http://www.w3.org/XML/1998/namespace\nspace";

Namespace namespace_of(std::string_view uri) {
  if (uri == kMain || uri == kMainStrict) return Namespace::Main;
  if (uri == kPackageRelationships) return Namespace::Relationships;
  if (uri == kContentTypes) return Namespace::ContentTypes;
  return Namespace::Other;
}

/// One run of expat over one part. Exceptions do not pass through expat's C frames: they are kept,
/// the parser is stopped, and feed() throws them on.
class Parse {
 public:
  Parse(XmlHandler& handler, const Limits& limits, std::string_view part)
      : handler_(handler),
        limits_(limits),
        part_(printable(part)),
        parser_(XML_ParserCreateNS(nullptr, kSeparator)) {
    if (!parser_) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser_.get(), on_text);
    XML_SetCommentHandler(parser_.get(), [](void* self, const XML_Char*) { progress(self); });
    XML_SetProcessingInstructionHandler(
        parser_.get(), [](void* self, const XML_Char*, const XML_Char*) { progress(self); });
    XML_SetStartNamespaceDeclHandler(parser_.get(), on_namespace);
    XML_SetStartDoctypeDeclHandler(parser_.get(), on_doctype);
  }

  void feed(std::string_view block) {
    fed_ += block.size();
    run(block, false);
    // expat holds an unfinished tag whole, and may look through it again with every block.
    if (fed_ - seen_ > limits_.token_bytes) {
      refuse_limit(
          say("内部部件 {} 里有一个过长的标记", "its part {} holds a tag that is too long", part_));
    }
  }
  void finish() { run({}, true); }

 private:
  struct Free {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
  };

  void run(std::string_view block, bool last) {
    const auto status =
        XML_Parse(parser_.get(), block.data(), static_cast<int>(block.size()), last);
    if (thrown_) std::rethrow_exception(std::exchange(thrown_, nullptr));
    if (status != XML_STATUS_OK) {
      const auto line = XML_GetCurrentLineNumber(parser_.get());
      refuse_damaged(say("内部部件 {} 第 {} 行不是完整正确的 XML",
                         "its part {} is not well-formed XML at line {}", part_, line));
    }
  }

  template <class Work>
  void guarded(Work&& work) {
    if (thrown_) return;
    try {
      work();
    } catch (...) {
      thrown_ = std::current_exception();
      XML_StopParser(parser_.get(), XML_FALSE);
    }
  }

  void start(const char* name, const char** attributes) {
    if (++depth_ > limits_.depth) {
      refuse_limit(say("内部部件 {} 的嵌套超过 {} 层",
                       "its part {} is nested more than {} levels deep", part_, limits_.depth));
    }
    int count = std::exchange(namespaces_, 0);
    for (const char** a = attributes; *a != nullptr; a += 2) ++count;
    if (count > limits_.attributes) {
      refuse_limit(say("内部部件 {} 里一个标记的属性超过 {} 个",
                       "a tag in its part {} has more than {} attributes", part_,
                       limits_.attributes));
    }
    if (skipped_ > 0) {
      ++skipped_;
      return;
    }
    const char* separator = std::strrchr(name, kSeparator);
    const std::string_view uri =
        separator ? std::string_view(name, static_cast<std::size_t>(separator - name))
                  : std::string_view();
    const std::string_view local(separator ? separator + 1 : name);
    if (uri == kCompatibility) {
      // AlternateContent and Fallback are as if they were not there; a Choice always asks for an
      // extension.
      if (local == "Choice") skipped_ = 1;
      return;
    }
    if (!handler_.start({local, namespace_of(uri), attributes})) skipped_ = 1;
  }

  void end(const char* name) {
    --depth_;
    if (skipped_ > 0) {
      --skipped_;
      return;
    }
    const char* separator = std::strrchr(name, kSeparator);
    if (separator &&
        std::string_view(name, static_cast<std::size_t>(separator - name)) == kCompatibility)
      return;
    handler_.end(separator ? separator + 1 : name);
  }

  static Parse* progress(void* self) {
    auto* parse = static_cast<Parse*>(self);
    parse->seen_ = parse->fed_;
    return parse;
  }
  static void XMLCALL on_start(void* self, const XML_Char* name, const XML_Char** attributes) {
    auto* parse = progress(self);
    parse->guarded([&] { parse->start(name, attributes); });
  }
  static void XMLCALL on_end(void* self, const XML_Char* name) {
    auto* parse = progress(self);
    parse->guarded([&] { parse->end(name); });
  }
  static void XMLCALL on_text(void* self, const XML_Char* text, int length) {
    auto* parse = progress(self);
    if (parse->skipped_ > 0) return;
    parse->guarded([&] { parse->handler_.text({text, static_cast<std::size_t>(length)}); });
  }
  static void XMLCALL on_namespace(void* self, const XML_Char*, const XML_Char*) {
    ++static_cast<Parse*>(self)->namespaces_;
  }
  static void XMLCALL on_doctype(void* self, const XML_Char*, const XML_Char*, const XML_Char*,
                                 int) {
    auto* parse = static_cast<Parse*>(self);
    parse->guarded([&] {
      refuse_unsafe(say("内部部件 {} 带有 DOCTYPE 声明", "its part {} has a DOCTYPE declaration",
                        parse->part_));
    });
  }

  XmlHandler& handler_;
  const Limits& limits_;
  const std::string part_;
  std::unique_ptr<std::remove_pointer_t<XML_Parser>, Free> parser_;
  std::exception_ptr thrown_;
  std::uint64_t fed_ = 0;   // bytes, this block included
  std::uint64_t seen_ = 0;  // the same when something was last reported
  int depth_ = 0;
  int skipped_ = 0;     // levels inside an element that is passed over; 0 outside
  int namespaces_ = 0;  // declared on the element about to start
};

std::string_view attribute_named(const char** attributes, const char* name) {
  for (const char** a = attributes; *a != nullptr; a += 2) {
    if (std::strcmp(a[0], name) == 0) return a[1];
  }
  return {};
}

}  // namespace

std::string_view Element::attribute(const char* name) const {
  return attribute_named(attributes_, name);
}

std::string_view Element::relation_id() const {
  const std::string_view id = attribute_named(attributes_, kRelationId);
  return id.data() != nullptr ? id : attribute_named(attributes_, kRelationIdStrict);
}

bool Element::preserves_space() const {
  return attribute_named(attributes_, kXmlSpace) == "preserve";
}

void parse_part(const Package& package, std::string_view part, PartSize size, XmlHandler& handler) {
  const Limits& limits = package.limits();
  Parse parse(handler, limits, part);
  package.stream(part, size == PartSize::Small ? limits.small_part_bytes : limits.part_bytes,
                 [&](std::string_view block) { parse.feed(block); });
  parse.finish();
}

std::string_view xml_trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

}  // namespace huizong::xlsx
