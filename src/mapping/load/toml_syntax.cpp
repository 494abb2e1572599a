#include "mapping/load/toml_syntax.h"

#include "base/text.h"

namespace huizong::mapping {
namespace {

/// What the parser's own words mean; the first that fits.
struct SyntaxSlip {
  const char* words;
  Message message;
  Message hint;
};

const std::vector<SyntaxSlip>& syntax_slips() {
  static const Message kComma = {"这里缺逗号或右括号",
                                 "a comma or a closing bracket is missing here"};
  static const Message kCommaHint = {"列表和 { } 里各项之间用半角逗号分开",
                                     "items of lists and of { } are separated by commas"};
  static const Message kDate = {"日期写得不对", "this is no date"};
  static const Message kDateHint = {"请写成 \"2022-03-15\" 这样", "write it like \"2022-03-15\""};
  static const Message kValue = {
      "等号右边的写法不对：文字要加引号，数照写，真假写 true 或 false",
      "the value cannot be read: text needs quotes, numbers are plain, yes or no is true or false"};
  static const Message kValueHint = {"文字请写成 \"…\"", "write text as \"...\""};
  static const std::vector<SyntaxSlip> kSlips = {
      {"cannot redefine",
       {"这个键前面已经写过，一个键只能写一次",
        "this key was written before; a key may stand only once"},
       {"请删去一处；要写多项的用 [[…]]", "delete one of the two; use [[...]] for several"}},
      {"control characters",
       {"这一行的引号没有配对", "the quotes on this line do not match"},
       {"请补上右边的半角引号 \"", "add the closing quote \""}},
      {"end-of-file",
       {"到文件末尾还有括号或引号没有配对",
        "a bracket or quote is still open at the end of the file"},
       {"请从最后改动的地方往前检查 [ { \" 是否都有另一半",
        "look back for a [ { or \" without its other half"}},
      {"unknown escape sequence",
       {"双引号里的反斜杠 \\ 另有意思", "a backslash inside double quotes means something else"},
       {"请把这段文字改放在单引号 '…' 里", "put the text in single quotes '...'"}},
      {"leading zeroes",
       {"数不能以 0 开头", "a number cannot begin with 0"},
       {"编码请加引号，写成 \"0101\" 这样", "put a code in quotes, like \"0101\""}},
      {"expected a comment or whitespace",
       {"一行只写一个键，这里多了内容", "one key a line: there is something more here"},
       {"请另起一行", "begin a new line"}},
      {"expected '='",
       {"键的后面要有等号", "a key is followed by ="},
       {"请写成 键 = 值", "write key = value"}},
      {"expected value",
       {"等号右边没有内容", "nothing stands after the ="},
       {"请写上内容，或删去这一行", "write the value, or delete the line"}},
      {"expected comma", kComma, kCommaHint},
      {"expected ','", kComma, kCommaHint},
      {"expected ']'",
       {"这里缺右方括号 ]", "the closing ] is missing"},
       {"标题写成 [名] 或 [[名]]", "headings are [name] or [[name]]"}},
      {"parsing date", kDate, kDateHint},
      {"could not determine value type", kValue, kValueHint},
      {"parsing boolean", kValue, kValueHint},
  };
  return kSlips;
}

}  // namespace

std::string from_column(const TextFile& file, int line, int column) {
  if (line < 1 || line > static_cast<int>(file.lines.size())) return "";
  const std::string& text = file.lines[static_cast<std::size_t>(line - 1)];
  return text.substr(first_chars(text, column - 1).size());
}

Mistake syntax_mistake(const TextFile& file, int line, int column, std::string_view why) {
  Mistake mistake;
  mistake.place = {file.shown, line, column, 1, from_column(file, line, 1)};
  for (const SyntaxSlip& slip : syntax_slips()) {
    if (why.find(slip.words) == std::string_view::npos) continue;
    mistake.message = slip.message;
    mistake.hint = slip.hint;
    return mistake;
  }
  mistake.message = say("这里不合 TOML 的写法（{}）", "this is no TOML ({})", std::string(why));
  mistake.hint = {"请对照 mappings/README.md 的第一节",
                  "see the first section of mappings/README.md"};
  return mistake;
}

}  // namespace huizong::mapping
