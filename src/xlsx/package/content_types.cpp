#include "xlsx/package/content_types.h"

#include "xlsx/package/part_name.h"
#include "xlsx/package/xml_stream.h"

namespace huizong::xlsx {
namespace {

class ContentTypesHandler : public XmlHandler {
 public:
  explicit ContentTypesHandler(std::string_view part)
      : part_(part_key(part)),
        extension_(part_.substr(std::min(part_.rfind('.'), part_.size() - 1) + 1)) {}

  bool start(const Element& element) override {
    if (element.space() != Namespace::ContentTypes) return false;
    if (element.local() == "Types") return true;
    if (element.local() == "Override") {
      const auto name = clean_part_name(element.attribute("PartName"));
      if (name && part_key(*name) == part_) override_ = element.attribute("ContentType");
    } else if (element.local() == "Default" &&
               part_key(element.attribute("Extension")) == extension_) {
      default_ = element.attribute("ContentType");
    }
    return false;
  }

  std::string type() const { return override_.empty() ? default_ : override_; }

 private:
  const std::string part_;
  const std::string extension_;
  std::string override_;
  std::string default_;
};

}  // namespace

std::string content_type_of(const Package& package, std::string_view part) {
  constexpr std::string_view kList = "[Content_Types].xml";
  if (part.empty() || !package.find(kList)) return {};
  ContentTypesHandler handler(part);
  parse_part(package, kList, PartSize::Small, handler);
  return handler.type();
}

}  // namespace huizong::xlsx
