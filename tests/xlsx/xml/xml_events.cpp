#include "xlsx/xml/xml_events.h"

#include <expat.h>

#include <algorithm>
#include <cstring>

#include "xlsx/unreadable.h"

namespace huizong::xlsx::testing {
namespace {

class Lines {
 public:
  void start(std::string_view uri, std::string_view local) {
    end_text();
    name("(", uri, local);
  }
  void attribute(std::string_view uri, std::string_view local, std::string_view value) {
    name(" ", uri, local);
    out_ += '=';
    plain(value);
  }
  void end() {
    end_text();
    out_ += ")\n";
  }
  void end_start() { out_ += '\n'; }
  void text(std::string_view piece) {
    in_text_ = in_text_ || !piece.empty();
    plain(piece);
  }
  std::string take() {
    end_text();
    return std::move(out_);
  }

 private:
  void name(std::string_view before, std::string_view uri, std::string_view local) {
    out_ += before;
    if (!uri.empty()) out_.append(uri).append("|");
    out_ += local;
  }
  void plain(std::string_view text) {
    for (const char c : text) {
      if (c == '\n') {
        out_ += "\\n";
      } else {
        out_ += c;
      }
    }
  }
  void end_text() {
    if (std::exchange(in_text_, false)) out_ += '\n';
  }

  std::string out_;
  bool in_text_ = false;
};

Events told(XmlScanner& xml) {
  Lines lines;
  while (true) {
    switch (xml.next_raw()) {
      case XmlScanner::Event::Start:
        lines.start(xml.element().uri(), xml.local());
        for (const Attribute& each : xml.element().attributes()) {
          if (each.space != Namespace::Declaration)
            lines.attribute(each.uri, each.local, each.value);
        }
        lines.end_start();
        break;
      case XmlScanner::Event::End:
        lines.end();
        break;
      case XmlScanner::Event::Text:
        lines.text(xml.text());
        break;
      case XmlScanner::Event::Finished:
        return {lines.take(), ""};
    }
  }
}

class Pieces : public XmlSource {
 public:
  explicit Pieces(const std::vector<std::string>& pieces) : pieces_(pieces) {}
  std::size_t read(char* to, std::size_t room) override {
    while (index_ < pieces_.size() && at_ == pieces_[index_].size()) {
      ++index_;
      at_ = 0;
    }
    if (index_ == pieces_.size()) return 0;
    const std::size_t count = std::min(room, pieces_[index_].size() - at_);
    std::memcpy(to, pieces_[index_].data() + at_, count);
    at_ += count;
    return count;
  }

 private:
  const std::vector<std::string>& pieces_;
  std::size_t index_ = 0;
  std::size_t at_ = 0;
};

constexpr char kSeparator = '\f';  // no character of a document

struct Expat {
  XML_Parser parser = XML_ParserCreateNS(nullptr, kSeparator);
  Lines lines;
  bool doctype = false;
  ~Expat() { XML_ParserFree(parser); }

  static std::pair<std::string_view, std::string_view> split(std::string_view name) {
    const std::size_t at = name.find(kSeparator);
    if (at == std::string_view::npos) return {"", name};
    return {name.substr(0, at), name.substr(at + 1)};
  }
  static void XMLCALL on_start(void* self, const XML_Char* name, const XML_Char** attributes) {
    Lines& lines = static_cast<Expat*>(self)->lines;
    const auto [uri, local] = split(name);
    lines.start(uri, local);
    for (; *attributes != nullptr; attributes += 2) {
      const auto [space, attribute] = split(attributes[0]);
      lines.attribute(space, attribute, attributes[1]);
    }
    lines.end_start();
  }
  static void XMLCALL on_end(void* self, const XML_Char*) {
    static_cast<Expat*>(self)->lines.end();
  }
  static void XMLCALL on_text(void* self, const XML_Char* text, int length) {
    static_cast<Expat*>(self)->lines.text({text, static_cast<std::size_t>(length)});
  }
  static void XMLCALL on_doctype(void* self, const XML_Char*, const XML_Char*, const XML_Char*,
                                 int) {
    auto* expat = static_cast<Expat*>(self);
    expat->doctype = true;
    XML_StopParser(expat->parser, XML_FALSE);
  }
};

}  // namespace

std::ostream& operator<<(std::ostream& out, const Events& events) {
  return out << (events.refused.empty() ? events.lines : "refused: " + events.refused);
}

Events scanner_events(const std::string& document, const Limits& limits) {
  try {
    XmlScanner xml(document, limits, "part");
    return told(xml);
  } catch (const Unreadable& refused) {
    return {"", refused.kind()};
  }
}

Events scanner_events(const std::vector<std::string>& pieces, std::size_t window_bytes,
                      const Limits& limits) {
  try {
    XmlScanner xml(std::make_unique<Pieces>(pieces), limits, "part", window_bytes);
    return told(xml);
  } catch (const Unreadable& refused) {
    return {"", refused.kind()};
  }
}

namespace {

std::string skipping_refused(XmlScanner& xml) {
  try {
    while (xml.next_raw() != XmlScanner::Event::Finished) xml.skip();  // of the top element
  } catch (const Unreadable& refused) {
    return refused.kind();
  }
  return "";
}

}  // namespace

std::string skipping_refused(const std::string& document, const Limits& limits) {
  XmlScanner xml(document, limits, "part.xml");
  return skipping_refused(xml);
}
std::string skipping_refused(const std::vector<std::string>& pieces, std::size_t window_bytes,
                             const Limits& limits) {
  XmlScanner xml(std::make_unique<Pieces>(pieces), limits, "part.xml", window_bytes);
  return skipping_refused(xml);
}

Events expat_events(std::string_view document) {
  Expat expat;
  XML_SetUserData(expat.parser, &expat);
  XML_SetElementHandler(expat.parser, Expat::on_start, Expat::on_end);
  XML_SetCharacterDataHandler(expat.parser, Expat::on_text);
  XML_SetStartDoctypeDeclHandler(expat.parser, Expat::on_doctype);
  const auto status =
      XML_Parse(expat.parser, document.data(), static_cast<int>(document.size()), XML_TRUE);
  if (expat.doctype) return {"", "unsafe"};
  if (status != XML_STATUS_OK) return {"", "damaged"};
  return {expat.lines.take(), ""};
}

std::vector<std::string> cut_at(const std::string& document, std::size_t byte) {
  return {document.substr(0, byte), document.substr(byte)};
}

std::vector<std::string> cut_to_bytes(const std::string& document) {
  std::vector<std::string> bytes;
  for (const char c : document) bytes.emplace_back(1, c);
  return bytes;
}

std::string utf16(std::string_view ascii, bool big, bool mark) {
  std::string bytes;
  if (mark) bytes = big ? "\xFE\xFF" : "\xFF\xFE";
  for (const char c : ascii) {
    if (big) bytes += '\0';
    bytes += c;
    if (!big) bytes += '\0';
  }
  return bytes;
}

}  // namespace huizong::xlsx::testing
