// Sentences with figures in them, found in texts as offices type them.

#include "mapping/sentence.h"

#include <catch2/catch.hpp>

using namespace huizong::mapping;

namespace {

/// What the parts are, "|" between them and ";" between places; job year 2020.
std::string found(const std::vector<std::string>& patterns,
                  const std::vector<std::string>& paragraphs) {
  std::vector<Sentence> sentences;
  for (const std::string& pattern : patterns) sentences.push_back(*Sentence::parse(pattern));
  Letters text;
  for (const std::string& paragraph : paragraphs) text.append(paragraph);
  std::string list;
  for (const SentencePlace& place : find_sentences(sentences, text, 2020).places) {
    if (!list.empty()) list += "; ";
    for (std::size_t i = 0; i < place.parts.size(); ++i)
      list += (i > 0 ? " | " : "") + text.cut(place.parts[i].first, place.parts[i].second);
  }
  return list;
}

}  // namespace

TEST_CASE("figures are taken out of a sentence as it was typed", "[prose]") {
  struct Case {
    const char* pattern;
    const char* text;
    const char* parts;
  };
  const auto c = GENERATE(values<Case>({
      {"{本年}年收、支总计{金额:money 万元}万元", "2020年度收、支总计6144.42万元（其中：",
       "6144.42"},
      {"{本年}年收、支总计{金额:money 万元}万元", "２０２０ 年收、支总计 1,396.18\n万元。",
       "1,396.18"},
      {"{本年}年度支出{金额:money}", "二〇二〇年支出1396.18万元。",
       "1396.18万元"},  // with its unit
      {"与{上年}年相比，增加{额:money 万元}万元", "与2019年相比，增加1413.12万元", "1413.12"},
      {"与{上年}年相比，增加{额:money 万元}万元", "与去年相比，增加1413.12万元", "1413.12"},
      {"与{上年}年相比，增加{额:money 万元}万元", "与2018年相比，增加1413.12万元", ""},
      {"增长{率:percent}", "增长29.87%。", "29.87%"},
      {"增长{率:percent}%", "增长 29.87 ％。", "29.87"},
      {"“三公”经费{额:money}万元", "\"三公\"经费34.23万元", "34.23"},
      {"拆除面积{面积:number}平方米", "拆除面积约5031.7平方米", "约5031.7"},
      {"增加{额:money 万元}万元", "增加－97.51万元", "－97.51"},
      {"共{件:count}件", "共12，34件", ""},          // no number with a comma there
      {"共…{件:count}件", "共3个单位376件", "376"},  // never 6 of 376
      {"共…{件:count}件", "共10,00件", ""},
      {"{项}支出{额:money 万元}万元，占{比:percent}",
       "用于以下方面:城乡社区（类）支出2276.34万元，占81.9%；", "城乡社区（类） | 2276.34 | 81.9%"},
      {"下设{小组:list}{数:count}个小组", "下设办公室、法制（信访）、一分中心 3 个小组。",
       "办公室、法制（信访）、一分中心 | 3"},
      {"下设{数:count}个：{小组:list}", "下设2个：办公室、法制；另有一个", "2 | 办公室、法制"},
      {"其中{项}{辆:count}辆", "其中轿车12辆", "轿车 | 12"},
      {"截至{日:date}，有{辆:count}辆", "截至2020年12月31日，有32辆", "2020年12月31日 | 32"},
      {"{年:year}年{额:money}", "2019年5万元", "2019 | 5万元"},
      {"单位：{名称}", "单位：示例局\n地址：甲路1号", "示例局"},
      {"{项}支出{额:money}", "项目支出情况\n路灯支出5万元", "路灯 | 5万元"},  // not the heading
      {"小组：{名单:list}{数:count}个", "小组：甲、\n乙3个", "甲、\n乙 | 3"},
      {"{项}支出{额:money}", "二、项目\n（1）路灯支出5万元", "路灯 | 5万元"},
      {"科室{个:count}个：{名称:list}", "科室2个：办公室（挂甲、乙牌子）、执法队。队员9人",
       "2 | 办公室（挂甲、乙牌子）、执法队"},
      {"共{件:count}件。其中…{结:count}件", "共12件。其中已结3件。", "12 | 3"},
  }));
  CAPTURE(c.pattern, c.text);
  CHECK(found({c.pattern}, {c.text}) == c.parts);
}

TEST_CASE("… stops at the clause: what stands behind ； is of another item", "[prose]") {
  // 基本支出 without its rate took that of 项目支出, the next item, and passed for 60.64%.
  const std::string pattern = "基本支出{额:money}万元…占{比:percent}";
  CHECK(found({pattern}, {"基本支出5万元（含结转）；项目支出8万元，占60.64%。"}).empty());
  CHECK(found({pattern}, {"基本支出5万元（甲所2万元；乙所3万元），占39.36%；项目支出8万元。"}) ==
        "5 | 39.36%");  // ； in brackets parts what stands in them
  CHECK(found({pattern + "…；项目支出{项目:money}万元"},
              {"基本支出5万元，占39.36%（四舍五入）；项目支出8万元。"}) == "5 | 39.36% | 8");
}

TEST_CASE("… goes on to the sentence's end and no further", "[prose]") {
  const std::string pattern = "支出{额:money}万元…占{比:percent}";
  CHECK(found({pattern}, {"支出2779.4万元（其中：乙所802.82万元），占60.64%。"}) ==
        "2779.4 | 60.64%");
  CHECK(found({"支出{额:money}万元{*}占{比:percent}"}, {"支出5万元，占1%。"}) == "5 | 1%");
  CHECK(found({pattern}, {"支出2779.4万元。其中项目占60.64%。"}).empty());
  // The full stop is forgotten, but a new paragraph begins.
  CHECK(found({pattern}, {"1.支出5万元", "2.项目占60.64%"}).empty());
  CHECK(found({pattern}, {"（一）支出5万元\n（二）项目占60.64%"}).empty());
  // A paragraph ends with its line or cell: 国内公务接待 without its 共计支出 took that of
  // 外事接待.
  CHECK(found({pattern}, {"支出5万元（不包括结转）", "外事，占60.64%"}).empty());
  CHECK(found({pattern}, {"支出5万元（不包括结转）\n外事，占60.64%"}).empty());
  CHECK(found({pattern}, {"支出5万", "元，\n占60.64%"}) == "5 | 60.64%");  // a line broken in words
  // One that goes on over a full stop of its own goes on over a line break there, in its cell.
  const std::string two = "支出{额:money}万元。…结余{余:money}万元";
  CHECK(found({two}, {"支出5万元。\n年末结余8万元"}) == "5 | 8");
  CHECK(found({two}, {"支出5万元。", "年末结余8万元"}).empty());
}

TEST_CASE("a number with a blank beside its point is none", "[prose]") {
  // 130 .4万元 was read as 130.
  for (const char* text :
       {"支出130 .4万元，占5%", "支出130. 4万元，占5%", "支出13 0.4万元，占5%"}) {
    CAPTURE(text);
    CHECK(found({"支出{额:money}…，占{比:percent}"}, {text}).empty());
    CHECK(found({"支出…{额:money}万元，占{比:percent}"}, {text}).empty());
  }
  CHECK(found({"支出{额:money}，占{比:percent}"}, {"支出 1 130.4 万元，占5%"}) ==
        "1 130.4 万元 | 5%");  // thousands, parted by a blank
  CHECK(found({"{额:money}万元用于"}, {"1. 5万元用于绿化"}) == "5");  // 1. numbers the line
}

TEST_CASE("a sentence counts wherever it stands, and the first text that fits it", "[prose]") {
  CHECK(found({"{项}支出{额:money}万元"}, {"教育支出5万元，", "住房支出3.5万元。"}) ==
        "教育 | 5; 住房 | 3.5");
  CHECK(found({"{项}支出合计{额:money}万元", "{项}支出{额:money}万元"},
              {"教育支出5万元，本年支出合计3.5万元。"}) == "教育 | 5; 本年 | 3.5");
}

TEST_CASE("the nearest beginning tells where a sentence goes off", "[prose]") {
  const std::vector<Sentence> sentences = {
      *Sentence::parse("{本年}年支出{额:money}万元{*}，完成预算{率:percent}")};
  const Letters text("2020年收入3万元。2020年支出5万元，占预算的99%。");
  const auto nearest = find_sentences(sentences, text, 2020).nearest;
  REQUIRE(nearest);
  CHECK(text.cut(nearest->begin, nearest->end) == "2020年支出5万元");
  CHECK(sentences.front().shown(2020, nearest->pieces) == "…，完成预算……");
  CHECK_FALSE(find_sentences(sentences, Letters("无。"), 2020).nearest);

  // Its words count letter by letter: 本年支出 of the paragraph itself, not 本年支出合计 of another
  // one that only names it.
  const std::vector<Sentence> totals = {*Sentence::parse("{本年}年本年支出合计{额:money}万元")};
  const Letters paragraphs("2020年本年支出4613.23万元。2020年公共支出占本年支出合计的60.64%。");
  const auto there = find_sentences(totals, paragraphs, 2020).nearest;
  REQUIRE(there);
  CHECK(paragraphs.cut(there->begin, there->end) == "2020年本年支出");
  CHECK(totals.front().shown(2020, there->pieces, there->of_next) == "合计……万元");
}

namespace {

/// Where the sentence is but for its year, and which it should be.
std::string wrong_years(const std::string& pattern, const Letters& text) {
  const std::vector<Sentence> sentences = {*Sentence::parse(pattern)};
  std::string list;
  for (const SentenceBeginning& there : find_sentences(sentences, text, 2020).broken) {
    if (there.pieces < sentences.front().pieces().size()) continue;
    list += (list.empty() ? "" : "; ") + text.cut(there.begin, there.end);
    for (const WrongYear& year : there.years)
      list += " [" + text.cut(year.begin, year.end) + "→" + std::to_string(year.due) + "]";
  }
  return list;
}

}  // namespace

TEST_CASE("a sentence of the wrong year is found where it stands", "[prose]") {
  struct Case {
    const char* pattern;
    const char* text;
    const char* there;
  };
  const auto c = GENERATE(values<Case>({
      {"{本年}年支出合计{额:money}万元", "2019年度支出合计5万元。",
       "2019年度支出合计5万元 [2019年度→2020]"},
      {"支出{额:money}万元，比{上年}年增长{比:percent}", "支出5万元，比2018年增长3%。",
       "支出5万元，比2018年增长3% [2018年→2019]"},
      {"支出{额:money}万元，比{上年}年增长{比:percent}", "支出5万元，比增长3%。",
       "支出5万元，比增长3% [→2019]"},  // none is written
      {"{本年}年支出{额:money}万元，比{上年}年增长{比:percent}", "2019年支出5万元，比2018年增长3%",
       "2019年支出5万元，比2018年增长3% [2019年→2020] [2018年→2019]"},  // last year's sentence
      {"{本年}年支出{额:money}万元", "20年支出5万元，202年支出6万元。",
       "20年支出5万元 [20年→2020]; 202年支出6万元 [202年→2020]"},
      {"{本年}年支出{额:money}万元", "二〇一九年支出5万元。",
       "二〇一九年支出5万元 [二〇一九年→2020]"},
      {"{本年}年支出{额:money}万元", "2020年支出5万元。", ""},
  }));
  CAPTURE(c.pattern, c.text);
  CHECK(wrong_years(c.pattern, Letters(c.text)) == c.there);
}

TEST_CASE("what is no sentence to look for", "[prose]") {
  const auto text =
      GENERATE(as<std::string>(), "没有花括号", "{甲", "甲}", "{甲}{乙}", "{甲}…元", "…");
  CAPTURE(text);
  CHECK_FALSE(Sentence::parse(text));
}

TEST_CASE("a long text of one letter is searched in no time", "[prose]") {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += "元";
  CHECK(found({"元…元…元{额:money}元…{率:percent}", "{项}元…元{额:money}"}, {text}).empty());
}
