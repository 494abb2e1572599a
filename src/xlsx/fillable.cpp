#include "xlsx/fillable.h"

#include <algorithm>

#include "xlsx/package/content_types.h"
#include "xlsx/package/relationships.h"

namespace huizong::xlsx {
namespace {

bool any_ends_with(const std::vector<Relationship>& links, std::string_view kind) {
  return std::any_of(links.begin(), links.end(),
                     [&](const Relationship& link) { return link.type.ends_with(kind); });
}

}  // namespace

void require_fillable(const Package& package) {
  const auto links = read_relationships(package, "");
  const auto* book = find_by_type(links, "officeDocument");
  const std::string part = book == nullptr ? "" : book->target;
  const std::string type = content_type_of(package, part);
  const auto is = [&](std::string_view word) { return type.find(word) != std::string::npos; };
  if (is("macroEnabled") || any_ends_with(read_relationships(package, part), "/vbaProject")) {
    throw Unreadable(
        "unfillable",
        {"这是带宏的工作簿（.xlsm），填好后以 .xlsx 为名 Excel 打不开；请另存为不带宏的 .xlsx。",
         "This is a workbook with macros (.xlsm), which Excel would not open under the name .xlsx "
         "once it is filled; save it as .xlsx without macros."});
  }
  if (is("spreadsheetml.template")) {
    throw Unreadable(
        "unfillable",
        {"这是 Excel 模板（.xltx），填好后以 .xlsx 为名 Excel 打不开；请另存为 .xlsx。",
         "This is an Excel template (.xltx), which Excel would not open under the name .xlsx once "
         "it is filled; save it as .xlsx."});
  }
  if (any_ends_with(links, "/digital-signature/origin")) {
    throw Unreadable("unfillable",
                     {"这个工作簿有数字签名，一填写签名就失效；请另存为不带签名的 .xlsx。",
                      "This workbook is digitally signed, and filling it would break the "
                      "signature; save it as .xlsx without the signature."});
  }
}

}  // namespace huizong::xlsx
