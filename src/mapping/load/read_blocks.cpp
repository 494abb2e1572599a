#include "mapping/load/read_blocks.h"

#include "base/text.h"

namespace huizong::mapping {
std::string read_name(TableReader& reader, Draft& draft, NameRegister& names, TextSpot& spot) {
  const TomlValue* name = reader.text("name", Need::Required);
  if (!name) return "";
  spot = name->spot;
  if (check_name(*name, draft.slips)) names.add(name->text, name->spot, draft.slips);
  return name->text;
}

void read_recognise(const TomlValue* table, const TextSpot& head, Draft& draft) {
  if (!table) return;
  TableReader reader(*table, draft.slips, {"[recognise]", "[recognise]"}, head);
  Recognise& recognise = draft.mapping.recognise;
  if (const TomlValue* sheet = reader.text("sheet")) recognise.sheet = sheet->text;
  if (const TomlValue* words = reader.any("contains", Need::Required)) {
    for (const TomlValue* word : texts_in(*words, draft.slips))
      recognise.contains.push_back(fold_label(word->text));
  }
  reader.finish();
}

}  // namespace huizong::mapping
