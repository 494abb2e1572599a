#include "mapping/extract.h"

#include <algorithm>
#include <deque>
#include <map>

#include "mapping/read/extractor.h"
#include "mapping/read/form_identity.h"
#include "mapping/read/item_rows.h"
#include "mapping/read/magnitude.h"
#include "mapping/read/missing_sheets.h"

namespace huizong::mapping {
namespace {

/// Every finding names the unit, the form and the item; they stand in reading order, sheet by
/// sheet.
void sign(Extracted& extracted, const Mapping& mapping, const std::vector<std::string>& sheets) {
  const model::Submission& s = extracted.submission;
  std::map<std::string, std::size_t> order;
  for (const std::string& sheet : sheets) order.emplace(sheet, order.size());
  for (model::Finding& f : extracted.findings) {
    f.unit = {s.key.unit, s.unit_name};
    f.item = s.key.item;
    f.form = mapping.id();
    if (f.place.file.empty()) f.place = {s.file, s.sheet, std::nullopt};
  }
  const auto place = [&](const model::Finding& f) {
    const auto sheet = order.find(f.place.sheet);
    return std::pair(sheet == order.end() ? 0 : sheet->second,
                     f.place.cell.value_or(CellRef{-1, -1}));
  };
  std::stable_sort(
      extracted.findings.begin(), extracted.findings.end(),
      [&](const model::Finding& a, const model::Finding& b) { return place(a) < place(b); });
}

}  // namespace

Extracted extract(const Mapping& mapping, const xlsx::Workbook& workbook, const Recognised& form,
                  const std::string& file, const ExtractContext& context) {
  Extracted extracted;
  extracted.submission.file = file;
  std::deque<xlsx::Sheet> cut;  // rows of a sheet, where it holds several items
  std::vector<std::string> names;
  std::optional<model::Figure> title_year;
  for (std::size_t i = 0; i < form.sheets.size(); ++i) {
    if (!form.sheets[i].at) continue;
    const xlsx::Sheet* sheet = &workbook.sheets[*form.sheets[i].at];
    if (form.rows) sheet = &cut.emplace_back(only_rows(*sheet, *form.rows));
    if (mapping.sheets.size() == 1) extracted.submission.sheet = sheet->name;
    names.push_back(sheet->name);
    Extractor extractor(mapping, mapping.sheets[i], workbook, *sheet, context, extracted);
    extractor.read();
    if (!title_year) title_year = extractor.title_year();
    if (form.rows) extracted.submission.cell = CellRef{form.rows->first, 0};
    if (form.rows) look_for_second_copy(mapping, *sheet, extracted);
  }
  note_missing_sheets(mapping, workbook, form, extracted);
  identify(extracted, mapping, context, title_year);
  check_magnitude(extracted, mapping, context);
  sign(extracted, mapping, names);
  return extracted;
}

}  // namespace huizong::mapping
