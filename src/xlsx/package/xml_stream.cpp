#include "xlsx/package/xml_stream.h"

namespace huizong::xlsx {
namespace {

/// Up to here a part is inflated whole, which is faster than in pieces.
constexpr std::uint64_t kWholeBytes = 1024 * 1024;

class PartSource : public XmlSource {
 public:
  explicit PartSource(PartStream stream) : stream_(std::move(stream)) {}
  std::size_t read(char* to, std::size_t room) override { return stream_.read(to, room); }

 private:
  PartStream stream_;
};

}  // namespace

XmlScanner scan_part(const Package& package, std::string_view part, PartSize size) {
  const Limits& limits = package.limits();
  PartStream stream = package.open_part(part, size);
  if (stream.size() <= kWholeBytes) return XmlScanner(read_whole(stream), limits, part);
  return XmlScanner(std::make_unique<PartSource>(std::move(stream)), limits, part);
}

void parse_part(const Package& package, std::string_view part, PartSize size, XmlHandler& handler) {
  XmlScanner xml = scan_part(package, part, size);
  while (true) {
    switch (xml.next()) {
      case XmlScanner::Event::Start:
        if (!handler.start(xml.element())) xml.skip();
        break;
      case XmlScanner::Event::End:
        handler.end(xml.local());
        break;
      case XmlScanner::Event::Text:
        handler.text(xml.text());
        break;
      case XmlScanner::Event::Finished:
        return;
    }
  }
}

}  // namespace huizong::xlsx
