#include "xlsx/package/relationships.h"

#include <algorithm>
#include <unordered_set>

#include "xlsx/package/part_name.h"
#include "xlsx/package/xml_stream.h"

namespace huizong::xlsx {
namespace {

std::string short_type(std::string_view type) {
  constexpr std::string_view kOffice =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  constexpr std::string_view kOfficeStrict =
      "http://purl.oclc.org/ooxml/officeDocument/relationships/";
  for (const std::string_view prefix : {kOffice, kOfficeStrict}) {
    if (type.starts_with(prefix)) return std::string(type.substr(prefix.size()));
  }
  return std::string(type);
}

class RelationshipsHandler : public XmlHandler {
 public:
  RelationshipsHandler(std::string_view from, std::string part, const Limits& limits)
      : from_(from), part_(std::move(part)), limits_(limits) {}

  bool start(const Element& element) override {
    if (depth_ == 0) {
      if (element.space() != Namespace::Relationships || element.local() != "Relationships") {
        const std::string name = printable(part_);
        refuse_damaged(
            say("内部部件 {} 不是关系表", "its part {} does not list relationships", name));
      }
      depth_ = 1;
      return true;
    }
    if (element.space() == Namespace::Relationships && element.local() == "Relationship")
      add(element);
    return false;
  }

  std::vector<Relationship> take() { return std::move(list_); }

 private:
  void add(const Element& element) {
    if (list_.size() >= limits_.relationships) {
      const std::string name = printable(part_);
      refuse_limit("relationships", say("内部部件 {} 的关系超过 {} 个",
                                        "its part {} lists more than {} relationships", name,
                                        limits_.relationships));
    }
    Relationship item;
    item.id = element.attribute("Id");
    item.type = short_type(element.attribute("Type"));
    if (element.attribute("TargetMode") != "External") {
      item.target = resolve_target(from_, element.attribute("Target")).value_or("");
    }
    if (!ids_.insert(item.id).second) {
      const std::string name = printable(part_);
      const std::string id = printable(item.id);
      refuse_unsafe(
          say("内部部件 {} 里有两个关系编号 {}", "its part {} has two relationships {}", name, id));
    }
    list_.push_back(std::move(item));
  }

  const std::string_view from_;
  const std::string part_;
  const Limits& limits_;
  int depth_ = 0;
  std::vector<Relationship> list_;
  std::unordered_set<std::string> ids_;
};

}  // namespace

std::vector<Relationship> read_relationships(const Package& package, std::string_view part) {
  const std::string name = relationships_part(part);
  if (!package.find(name)) return {};
  RelationshipsHandler handler(part, name, package.limits());
  parse_part(package, name, PartSize::Small, handler);
  return handler.take();
}

const Relationship* find_by_id(const std::vector<Relationship>& list, std::string_view id) {
  const auto found =
      std::find_if(list.begin(), list.end(), [&](const Relationship& r) { return r.id == id; });
  return found == list.end() ? nullptr : &*found;
}

const Relationship* find_by_type(const std::vector<Relationship>& list, std::string_view type) {
  const auto found =
      std::find_if(list.begin(), list.end(), [&](const Relationship& r) { return r.type == type; });
  return found == list.end() ? nullptr : &*found;
}

}  // namespace huizong::xlsx
