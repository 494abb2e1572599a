#include "xlsx/read/styles.h"

#include <charconv>
#include <string>
#include <unordered_map>

#include "xlsx/package/xml_stream.h"

namespace huizong::xlsx {
namespace {

int number_of(std::string_view text) {
  int value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  return result.ec == std::errc() && result.ptr == text.data() + text.size() ? value : 0;
}

class StylesHandler : public XmlHandler {
 public:
  explicit StylesHandler(const Limits& limits) : limits_(limits) {}

  bool start(const Element& element) override {
    if (!inside_) {
      if (!element.is("styleSheet"))
        refuse_damaged({"样式表不是样式表", "its styles part is something else"});
      inside_ = true;
      return true;
    }
    if (element.is("numFmts") || element.is("cellXfs")) {
      in_formats_ = element.local() == "cellXfs";
      return true;
    }
    if (!in_formats_ && element.is("numFmt")) {
      const std::string_view code = element.attribute("formatCode");
      if (code.size() > limits_.format_bytes) {
        refuse_limit("format_bytes", say("有一个数字格式长于 {} 字节",
                                         "one of its number formats is longer than {} bytes",
                                         limits_.format_bytes));
      }
      codes_[number_of(element.attribute("numFmtId"))] = code;
    }
    if (in_formats_ && element.is("xf")) {
      if (ids_.size() >= limits_.styles) {
        refuse_limit("styles", say("单元格格式超过 {} 种", "it has more than {} cell formats",
                                   limits_.styles));
      }
      ids_.push_back(number_of(element.attribute("numFmtId")));
    }
    return false;
  }
  void end(std::string_view) override { in_formats_ = false; }

  /// The file's own code counts even for a built-in number.
  std::vector<NumberFormat> formats() const {
    std::unordered_map<int, NumberFormat> known;
    std::vector<NumberFormat> list;
    list.reserve(ids_.size());
    for (const int id : ids_) {
      auto found = known.find(id);
      if (found == known.end()) {
        const auto own = codes_.find(id);
        found = known
                    .emplace(id, read_number_format(own == codes_.end() ? builtin_format(id)
                                                                        : own->second))
                    .first;
      }
      list.push_back(found->second);
    }
    return list;
  }

 private:
  const Limits& limits_;
  bool inside_ = false;
  bool in_formats_ = false;
  std::unordered_map<int, std::string> codes_;
  std::vector<int> ids_;
};

}  // namespace

std::vector<NumberFormat> read_formats(const Package& package, std::string_view part) {
  if (part.empty()) return {read_number_format("General")};
  StylesHandler handler(package.limits());
  parse_part(package, part, PartSize::Small, handler);
  return handler.formats();
}

}  // namespace huizong::xlsx
