// The scanner beside expat: the same documents accepted, the same elements, attributes and text.
//
// The first byte says how much of the document the scanner sees at a time, so that every token is
// cut at every place.

#include <expat.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <type_traits>

#include "base/text.h"
#include "checked_reading.h"
#include "promise.h"
#include "xlsx/unreadable.h"
#include "xlsx/xml/scanner.h"

using namespace huizong;
using fuzz::require;
using xlsx::XmlScanner;

namespace {

/// What a document says, event by event; text that is given in pieces is one.
class Events {
 public:
  void start(std::string_view uri, std::string_view local) {
    all_ += text_open_ ? "\"\n<{" : "<{";
    text_open_ = false;
    all_.append(uri).append("}").append(local).append("\n");
  }
  void attribute(std::string_view uri, std::string_view local, std::string_view value) {
    all_.append("  {").append(uri).append("}").append(local).append("=").append(value).append("\n");
  }
  void end() {
    all_ += text_open_ ? "\"\n>\n" : ">\n";
    text_open_ = false;
  }
  void text(std::string_view piece) {
    if (!text_open_) all_ += '"';
    text_open_ = true;
    all_ += piece;
  }
  const std::string& all() const { return all_; }

 private:
  std::string all_;
  bool text_open_ = false;
};

constexpr char kSeparator = '\1';  // no XML can hold it

struct Reference {
  Events events;
  bool doctype = false;
  XML_Error error = XML_ERROR_NONE;
  std::size_t at = 0;  ///< the byte that was wrong

  static void named(const char* name, std::string_view& uri, std::string_view& local) {
    local = name;
    const auto cut = local.find(kSeparator);
    if (cut == std::string_view::npos) return;
    uri = local.substr(0, cut);
    local.remove_prefix(cut + 1);
  }
};

Reference by_expat(std::string_view document) {
  Reference result;
  const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser(
      XML_ParserCreateNS(nullptr, kSeparator), XML_ParserFree);
  XML_SetUserData(parser.get(), &result);
  XML_SetElementHandler(
      parser.get(),
      [](void* self, const XML_Char* name, const XML_Char** attributes) {
        auto& events = static_cast<Reference*>(self)->events;
        std::string_view uri, local;
        Reference::named(name, uri, local);
        events.start(uri, local);
        for (const char** a = attributes; *a != nullptr; a += 2) {
          std::string_view attribute_uri, attribute;
          Reference::named(a[0], attribute_uri, attribute);
          events.attribute(attribute_uri, attribute, a[1]);
        }
      },
      [](void* self, const XML_Char*) { static_cast<Reference*>(self)->events.end(); });
  XML_SetCharacterDataHandler(parser.get(), [](void* self, const XML_Char* text, int length) {
    static_cast<Reference*>(self)->events.text({text, static_cast<std::size_t>(length)});
  });
  XML_SetStartDoctypeDeclHandler(
      parser.get(), [](void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
        static_cast<Reference*>(self)->doctype = true;
      });
  if (XML_Parse(parser.get(), document.data(), static_cast<int>(document.size()), 1) !=
      XML_STATUS_OK) {
    result.error = XML_GetErrorCode(parser.get());
    result.at =
        static_cast<std::size_t>(std::max<XML_Index>(0, XML_GetCurrentByteIndex(parser.get())));
  }
  return result;
}

class Pieces : public xlsx::XmlSource {
 public:
  Pieces(std::string_view bytes, std::size_t most) : bytes_(bytes), most_(most) {}
  std::size_t read(char* to, std::size_t room) override {
    const std::size_t count = std::min({room, most_, bytes_.size()});
    bytes_.copy(to, count);
    bytes_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view bytes_;
  std::size_t most_;
};

/// Why it is refused ("damaged", "unsafe", "limit"); "" where it is not. `visit` takes each event.
template <class Visit>
std::string scanned(std::string_view document, int window, const Visit& visit) {
  const auto limits = fuzz::small_limits();
  try {
    std::optional<XmlScanner> xml;
    if (window == 0) {
      xml.emplace(std::string(document), limits, "a.xml");
    } else {
      const auto room = static_cast<std::size_t>(window);
      xml.emplace(std::make_unique<Pieces>(document, room % 7 + 1), limits, "a.xml", room);
    }
    while (visit(*xml)) continue;
    return "";
  } catch (const xlsx::Unreadable& refused) {
    return refused.kind();
  }
}

std::string scanned_events(std::string_view document, int window, Events& events) {
  return scanned(document, window, [&](XmlScanner& xml) {
    switch (xml.next_raw()) {
      case XmlScanner::Event::Start:
        events.start(xml.element().uri(), xml.element().local());
        for (const auto& attribute : xml.element().attributes()) {
          if (attribute.space == xlsx::Namespace::Declaration) continue;
          events.attribute(attribute.uri, attribute.local, attribute.value);
        }
        return true;
      case XmlScanner::Event::End:
        events.end();
        return true;
      case XmlScanner::Event::Text:
        require(!xml.text().empty(), "a piece of text is not empty");
        events.text(xml.text());
        return true;
      default:
        return false;
    }
  });
}

/// Elements are passed over, as a reader does with what it does not know.
std::string scanned_in_part(std::string_view document, int window) {
  return scanned(document, window, [](XmlScanner& xml) {
    const auto event = xml.next();
    if (event == XmlScanner::Event::Start && xml.local().size() % 2 == 0) xml.skip();
    return event != XmlScanner::Event::Finished;
  });
}

std::string with_plain_characters_utf8(std::string_view document) {
  std::string out;
  for (std::size_t i = 0; i < document.size(); ++i) {
    const auto c = static_cast<unsigned char>(document[i]);
    const auto rest = document.substr(i);
    const std::size_t bytes = c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
    const bool mark = i == 0 && rest.starts_with("\xEF\xBB\xBF");
    const bool none = rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF");
    if (mark) {
      out += rest.substr(0, bytes);
      i += bytes - 1;
    } else if (c < 0x80 || none) {
      out += document[i];
    } else {
      out += "一";
      i += bytes - 1;
    }
  }
  return out;
}

std::string with_plain_characters_utf16(std::string_view document, std::size_t high) {
  std::string out(document);
  const auto unit = [&](std::size_t at) {
    return at + 1 < document.size() ? static_cast<unsigned char>(document[at + high]) << 8 |
                                          static_cast<unsigned char>(document[at + 1 - high])
                                    : 0;
  };
  const auto replace = [&](std::size_t at) {
    out[at + high] = '\x4E';
    out[at + 1 - high] = '\0';
  };
  for (std::size_t i = 0; i + 1 < document.size(); i += 2) {
    const bool mark = i == 0 && unit(i) == 0xFEFF;
    const bool surrogate = unit(i) >= 0xD800 && unit(i) < 0xE000;
    if (surrogate && unit(i) < 0xDC00 && unit(i + 2) >= 0xDC00 && unit(i + 2) < 0xE000) {
      replace(i);
      replace(i += 2);
    } else if (unit(i) >= 0x80 && !mark && !surrogate && unit(i) < 0xFFFE) {
      replace(i);
    }
  }
  return out;
}

/// expat knows the names of XML's fourth edition; the fifth, which the scanner has, allows more
/// characters in them. Whether expat has no other fault to find: with one character that both know
/// in the place of all beyond ASCII.
bool only_newer_names(std::string_view document, const Reference& expat) {
  if (expat.error != XML_ERROR_INVALID_TOKEN) return false;
  std::string plain;
  if (is_utf8(document) && document.find('\0') == std::string_view::npos) {
    plain = with_plain_characters_utf8(document);
  } else {
    const bool low_first =
        document.starts_with("\xFF\xFE") || document.substr(1, 1) == std::string_view("\0", 1);
    plain = with_plain_characters_utf16(document, low_first ? 1 : 0);
  }
  return by_expat(plain).error != XML_ERROR_INVALID_TOKEN;
}

/// expat does not look at what the declaration gives as version; the scanner wants 1.0, 1.1, ...
bool odd_version(std::string_view document) {
  std::string start;  // in whatever encoding
  for (const char c : document.substr(0, 400)) {
    if (c > 0) start += c;
  }
  const std::size_t open = start.find_first_of("'\"");
  if (!start.starts_with("<?xml") || open == std::string::npos) return false;
  const std::string version = start.substr(open + 1, start.find(start[open], open + 1) - open - 1);
  return version.size() < 3 || !version.starts_with("1.") ||
         version.find_first_not_of("0123456789", 2) != std::string::npos;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const int window = data[0] == 0 ? 0 : data[0];
  const auto document = fuzz::text_of(data + 1, size - 1);
  const Reference expat = by_expat(document);
  Events events;
  const std::string refused = scanned_events(document, window, events);
  require(scanned_in_part(document, window) == refused,
          "what is passed over is checked all the same", refused);
  if (refused == "limit") return 0;
  const std::string seen = refused + ", expat error " + std::to_string(expat.error) + " at " +
                           std::to_string(expat.at) + "\n" + expat.events.all() + "---\n" +
                           events.all();
  if (expat.doctype) {
    require(!refused.empty(), "a DOCTYPE is refused", seen);
    return 0;
  }
  const bool accepted = expat.error == XML_ERROR_NONE;
  if (refused.empty() && !accepted && only_newer_names(document, expat)) return 0;
  if (!refused.empty() && accepted && odd_version(document)) return 0;
  require(refused.empty() == accepted, "the scanner accepts what expat accepts", seen);
  require(!accepted || events.all() == expat.events.all(), "the scanner reads what expat reads",
          seen);
  return 0;
}
