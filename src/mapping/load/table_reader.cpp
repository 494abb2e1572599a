#include "mapping/load/table_reader.h"

#include <algorithm>

#include "base/text.h"

namespace huizong::mapping {
namespace {

// A key typed below a [[table]] heading belongs to that table; these are meant for the file's top.
const std::vector<std::string> kTopKeys = {"format",         "id",    "title", "template",
                                           "years",          "money", "per",   "magnitude",
                                           "not_applicable", "fields"};

void wrong_kind(Slips& slips, const TextSpot& spot, std::string_view key, TomlValue::Kind due,
                TomlValue::Kind is) {
  using Kind = TomlValue::Kind;
  Message hint;
  if (due == Kind::Text && is == Kind::Number) hint = {"请加上引号", "put it in quotes"};
  if (due == Kind::List && is == Kind::Table)
    hint = say("请写成 [[{}]]，两层方括号", "write [[{}]], with two brackets", key);
  if (due == Kind::Table && is == Kind::List)
    hint = say("请写成 [{}]，一层方括号", "write [{}], with one bracket", key);
  slips.add(spot,
            {fmt::format("{} 应当是{}，这里写的是{}", key, name_of(due).zh, name_of(is).zh),
             fmt::format("{} must be {}, not {}", key, name_of(due).en, name_of(is).en)},
            hint);
}

}  // namespace

TableReader::TableReader(const TomlValue& table, Slips& slips, Message what, const TextSpot& head)
    : table_(table), slips_(slips), what_(std::move(what)), head_(head) {}

const TomlEntry* TableReader::ask(std::string_view key, Need need, TomlValue::Kind kind) {
  known_.emplace_back(key);
  const TomlEntry* entry = table_.find(key);
  if (!entry && need == Need::Required) missing_.push_back({std::string(key), kind});
  return entry;
}

std::string TableReader::as_written(const Missing& missing) const {
  const bool whole_file = head_.line == 0;
  switch (missing.kind) {
    case TomlValue::Kind::Table:
      return whole_file ? "[" + missing.key + "]" : missing.key + " = { … }";
    case TomlValue::Kind::List:
      return whole_file ? "[[" + missing.key + "]]" : missing.key + " = [ … ]";
    default:
      return missing.key + " = …";
  }
}

const TomlValue* TableReader::any(std::string_view key, Need need) {
  const TomlEntry* entry = ask(key, need, TomlValue::Kind::Text);
  return entry ? &entry->value : nullptr;
}

const TomlValue* TableReader::get(std::string_view key, TomlValue::Kind kind, Need need) {
  const TomlEntry* entry = ask(key, need, kind);
  if (!entry) return nullptr;
  if (entry->value.kind == kind) return &entry->value;
  wrong_kind(slips_, entry->value.spot, key, kind, entry->value.kind);
  return nullptr;
}

const TomlValue* TableReader::text(std::string_view key, Need need) {
  const TomlValue* value = get(key, TomlValue::Kind::Text, need);
  if (!value || !trimmed(value->text).empty()) return value;
  slips_.add(value->spot, say("{} 是空的", "{} is empty", key));
  return nullptr;
}

std::string TableReader::word(std::string_view key, Need need) {
  const TomlValue* value = text(key, need);
  return value ? std::string(trimmed(value->text)) : "";
}

bool TableReader::flag(std::string_view key) {
  const TomlValue* value = get(key, TomlValue::Kind::Bool);
  return value && value->truth;
}

std::optional<int> TableReader::whole(std::string_view key, int least, int most, Need need) {
  const TomlValue* value = get(key, TomlValue::Kind::Number, need);
  if (!value) return std::nullopt;
  const auto number = Decimal::parse(value->text);
  if (number && number->is_integer() && *number >= Decimal(least) && *number <= Decimal(most))
    return std::stoi(number->to_string());
  slips_.add(value->spot, say("{} 应当是 {} 到 {} 的整数",
                              "{} must be a whole number from {} to {}", key, least, most));
  return std::nullopt;
}

const TomlValue* TableReader::list(std::string_view key, Need need) {
  const TomlValue* value = get(key, TomlValue::Kind::List, need);
  if (!value || !value->items.empty()) return value;
  slips_.add(value->spot, say("{} 是空的", "{} is empty", key));
  return nullptr;
}

const TomlValue* TableReader::table(std::string_view key, Need need) {
  return get(key, TomlValue::Kind::Table, need);
}

std::optional<std::size_t> TableReader::choice(std::string_view key,
                                               const std::vector<std::string>& words, Need need) {
  const TomlValue* value = text(key, need);
  if (!value) return std::nullopt;
  const auto it = std::find(words.begin(), words.end(), value->text);
  if (it != words.end()) return static_cast<std::size_t>(it - words.begin());
  slips_.add(value->spot, say("{} 不能是“{}”", "{} cannot be {}", key, value->text),
             did_you_mean(value->text, words));
  return std::nullopt;
}

void TableReader::finish() {
  const auto has = [](const std::vector<std::string>& list, const std::string& key) {
    return std::find(list.begin(), list.end(), key) != list.end();
  };
  for (const TomlEntry& entry : table_.entries) {
    if (has(known_, entry.key)) continue;
    const bool misplaced = has(kTopKeys, entry.key) && head_.line > 0;
    slips_.add(entry.key_spot,
               {fmt::format("{}里不认识的键 {}", what_.zh, entry.key),
                fmt::format("{} has no key {}", what_.en, entry.key)},
               misplaced ? say("{} 是整个文件的键；若是那个意思，请移到第一个 [ 开头的行之前",
                               "{} is a key of the whole file; if that is meant, move it above the "
                               "first line that begins with [",
                               entry.key)
                         : did_you_mean(entry.key, known_));
    // A key that is only misspelt is not missing as well.
    const std::string near = nearest(entry.key, known_);
    const auto meant = std::find_if(missing_.begin(), missing_.end(),
                                    [&](const Missing& m) { return m.key == near; });
    if (meant != missing_.end()) missing_.erase(meant);
  }
  for (const Missing& missing : missing_) {
    slips_.add(head_,
               {fmt::format("{}缺 {}", what_.zh, missing.key),
                fmt::format("{} has no {}", what_.en, missing.key)},
               say("请补上 {}", "add {}", as_written(missing)));
  }
}

std::vector<const TomlValue*> tables_in(const TomlValue* list, Slips& slips, std::string_view key) {
  std::vector<const TomlValue*> tables;
  if (!list) return tables;
  for (const TomlValue& item : list->items) {
    if (item.kind == TomlValue::Kind::Table)
      tables.push_back(&item);
    else
      slips.add(item.spot, say("{} 的每一项要写成 {{ 键 = 值, … }}",
                               "each item of {} is written {{ key = value, ... }}", key));
  }
  return tables;
}

std::vector<const TomlValue*> texts_in(const TomlValue& value, Slips& slips) {
  std::vector<const TomlValue*> texts;
  const auto take = [&](const TomlValue& item) {
    if (item.kind != TomlValue::Kind::Text) {
      const Message is = name_of(item.kind);
      slips.add(item.spot,
                {fmt::format("这里应当是文字，写的是{}", is.zh),
                 fmt::format("this must be text, not {}", is.en)},
                {"请加上引号", "put it in quotes"});
    } else if (trimmed(item.text).empty()) {
      slips.add(item.spot, {"这里的文字是空的", "this text is empty"});
    } else {
      texts.push_back(&item);
    }
  };
  if (value.kind != TomlValue::Kind::List) {
    take(value);
    return texts;
  }
  if (value.items.empty()) slips.add(value.spot, {"这个列表是空的", "this list is empty"});
  for (const TomlValue& item : value.items) take(item);
  return texts;
}

}  // namespace huizong::mapping
