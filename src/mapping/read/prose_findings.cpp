// What there is to say about sentences: not there, begun and gone off, of another
// year, several that differ.

#include <algorithm>

#include "mapping/read/extractor.h"

namespace huizong::mapping {
namespace {

constexpr std::size_t kShown = 12;  // letters: what stands where the sentence goes off

/// "年份应为 2020，现为“2018年”"; of several, in their order.
Message years_due(const Letters& text, const std::vector<WrongYear>& years) {
  std::string due;
  Message there;
  for (const WrongYear& year : years) {
    const std::string written = text.cut(year.begin, year.end);
    due += (due.empty() ? "" : "、") + std::to_string(year.due);
    there.zh += (there.zh.empty() ? "" : "、") + (written.empty() ? "空" : "“" + written + "”");
    there.en += (there.en.empty() ? "" : ", ") + (written.empty() ? "blank" : written);
  }
  return {"年份应为 " + due + "，现为" + there.zh,
          "the year should be " + due + " and is " + there.en};
}

/// "到“…”为止相符，其后应有“…”，现为“…”": all of its own line.
Message where_it_goes_off(const Sentence& sentence, const SentenceBeginning& there,
                          const Letters& text, int year) {
  const std::size_t from = std::max(there.begin, text.back_on_line(there.end, kShown));
  const std::string due = sentence.shown(year, there.pieces, there.of_next);
  const std::string rest = text.cut(there.end, text.ahead_on_line(there.end, kShown));
  const Message is = rest.empty() ? Message{"这一段却到此为止", "the paragraph ends there"}
                                  : say("现为“{}”", "\"{}\" stands there", rest);
  const std::string so_far = text.cut(from, there.end);
  return {fmt::format("到“{}”为止相符，其后应有“{}”，{}", so_far, due, is.zh),
          fmt::format("up to \"{}\", after which \"{}\" is due but {}", so_far, due, is.en)};
}

}  // namespace

void Extractor::note_no_text(const Prose& prose) {
  const auto said = std::find_if(out_.findings.begin(), out_.findings.end(), [&](const auto& f) {
    return !f.lost.empty() && f.place.sheet == grid_.sheet().name;
  });
  if (said != out_.findings.end()) {
    said->lost.push_back(prose.name);
    if (prose.required) said->level = Severity::Error;
    return;
  }
  add_finding("-P-" + prose.name, prose.required ? Severity::Error : Severity::Note, prose.name,
              std::nullopt,
              {"这里没有填写文字说明，其中的数没有读到；请补上。",
               "There is no text here; its figures were not read. Put it in."});
  out_.findings.back().lost = {prose.name};
}

void Extractor::note_not_found(const Prose& prose) {
  add_finding("-P-" + prose.name, Severity::Error, prose.name, std::nullopt,
              say("文字说明中没有“{0}”这样的一句，“{1}”没有读到；请照此写明。",
                  "The text has no sentence like \"{0}\"; {1} was not read. Write it so.",
                  prose.find.front().shown(context_.year), prose.name));
}

/// A note where it may be missing and is not begun.
void Extractor::note_gone_off(const Prose& prose, const PlacedText& text,
                              const SentenceBeginning& there, Severity level) {
  const Sentence& sentence = prose.find[there.which];
  const std::string due = sentence.shown(context_.year);
  const Message years = years_due(text.letters, there.years);
  const bool whole = there.pieces == sentence.pieces().size();
  Message message;
  if (whole) {
    message = say("这里应写成“{0}”的样子，{1}；“{2}”没有读到，请核实数是不是这一年的，并改正年份。",
                  "This should read like \"{0}\", but {3}; {2} was not read. Make sure its figures "
                  "are of that year and correct the year.",
                  due, years.zh, prose.name, years.en);
  } else {
    const Message off = where_it_goes_off(sentence, there, text.letters, context_.year);
    const bool right_years = there.years.empty();
    message = say("这里应写成“{0}”的样子：{1}{2}；“{3}”没有读到，请照此改写。",
                  "This should read like \"{0}\": it does {4}{5}; {3} was not read. Write it so.",
                  due, off.zh, right_years ? "" : "，" + years.zh, prose.name, off.en,
                  right_years ? "" : ", and " + years.en);
  }
  add_finding("-P-" + prose.name, level, prose.name, text.cell_of(there), std::move(message));
}

/// Of a sentence that stands several times: once more, but not as it should.
void Extractor::note_broken(const Prose& prose, const PlacedText& text,
                            const SentenceBeginning& there) {
  const Sentence& sentence = prose.find[there.which];
  const bool whole = there.pieces == sentence.pieces().size();
  const Message off = whole ? years_due(text.letters, there.years)
                            : where_it_goes_off(sentence, there, text.letters, context_.year);
  add_finding(
      "-P-" + prose.name, Severity::Error, prose.name, text.cell_of(there),
      say("“{0}”的几处中，这一处{1}；这一处没有读到，请照此改写。",
          "Of the places that read like \"{0}\", this one {3}{2}; it was not read. Write "
          "it so.",
          sentence.shown(context_.year), off.zh, off.en, whole ? "is of another year: " : "does "));
}

/// Sentences that may be missing: one note a sheet, since most offices write few of them.
void Extractor::note_absent() {
  if (absent_prose_.empty()) return;
  std::string dues, names;
  for (const Prose* prose : absent_prose_) {
    dues += (dues.empty() ? "“" : "、“") + prose->find.front().shown(context_.year) + "”";
    names += (names.empty() ? "“" : "、“") + prose->name + "”";
  }
  const std::string& first = absent_prose_.front()->name;
  add_finding("-P-" + first, Severity::Note, first, std::nullopt,
              absent_prose_.size() == 1
                  ? say("文字说明中没有{0}这样的一句，{1}没有读到；如有这一项，请照此写明。",
                        "The text has no sentence like {0}; {1} was not read. Write it so if there "
                        "is anything to say.",
                        dues, names)
                  : say("文字说明中没有{0}这样的句子，{1}没有读到；如有这些项，请照此写明。",
                        "The text has no sentences like {0}; {1} were not read. Write them so if "
                        "there is anything to say.",
                        dues, names));
  absent_prose_.clear();
}

void Extractor::note_several(const Prose& prose, const PlacedText& text,
                             const std::vector<SentencePlace>& places) {
  std::string cells, several;
  for (const SentencePlace& place : places) {
    cells += (cells.empty() ? "" : "、") + to_string(text.cell_at(place.begin));
    several += (several.empty() ? "“" : "、“") + text.letters.cut(place.begin, place.end) + "”";
  }
  add_finding("-P-" + prose.name, Severity::Error, prose.name, text.cell_at(places.front().begin),
              say("这样的一句有 {0} "
                  "处（{1}），所写的数不同：{2}，不能确定是哪一处，“{3}”没有读取；请改成一致，"
                  "或只留一处。",
                  "{0} sentences read like this ({1}) and their figures differ: {2}; {3} was not "
                  "read. Make "
                  "them agree, or keep one.",
                  places.size(), cells, several, prose.name));
}

}  // namespace huizong::mapping
