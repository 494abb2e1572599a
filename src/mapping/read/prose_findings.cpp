// What there is to say about sentences: not there, begun and gone off, several
// that differ.

#include <algorithm>

#include "mapping/read/extractor.h"

namespace huizong::mapping {
namespace {

constexpr std::size_t kShown = 12;  // letters: what stands where the sentence goes off

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

/// A note where it may be missing and is not begun.
void Extractor::note_not_found(const ProseFound& one,
                               const std::optional<SentenceBeginning>& nearest, Severity level) {
  const Prose& prose = *one.prose;
  const PlacedText& text = *one.text;
  const std::string due = prose.find[nearest ? nearest->which : 0].shown(context_.year);
  if (level == Severity::Note && (!nearest || nearest->pieces == 0)) {
    absent_prose_.push_back(&prose);
    return;
  }
  if (!nearest)
    return add_finding("-P-" + prose.name, level, prose.name, std::nullopt,
                       say("文字说明中没有“{0}”这样的一句，“{1}”没有读到；请照此写明。",
                           "The text has no sentence like \"{0}\"; {1} was not read. Write it so.",
                           due, prose.name));
  const SentenceBeginning& there = *nearest;
  const Sentence& sentence = prose.find[there.which];
  const std::size_t from = there.end - std::min(there.end - there.begin, kShown);
  add_finding(
      "-P-" + prose.name, level, prose.name, text.cells[text.letters[there.end - 1].paragraph],
      say("这里应写成“{0}”的样子：到“{1}”为止相符，其后应有“{2}”，现为“{3}”；“{4}”没有读到，"
          "请照此改写。",
          "This should read like \"{0}\": it does up to \"{1}\", after which \"{2}\" is due "
          "but \"{3}\" stands there; {4} was not read. Write it so.",
          due, text.letters.cut(from, there.end),
          sentence.shown(context_.year, there.pieces, there.of_next),
          text.letters.cut(there.end, there.end + kShown), prose.name));
}

/// Of a sentence that stands several times: once more, but not as it should.
void Extractor::note_broken(const Prose& prose, const PlacedText& text,
                            const SentenceBeginning& there) {
  const Sentence& sentence = prose.find[there.which];
  const std::size_t from = there.end - std::min(there.end - there.begin, kShown);
  add_finding("-P-" + prose.name, Severity::Error, prose.name,
              text.cells[text.letters[there.end - 1].paragraph],
              say("“{0}”的几处中，这一处到“{1}”为止相符，其后应有“{2}”，现为“{3}”；这一处没有读到，"
                  "请照此改写。",
                  "Of the places that read like \"{0}\", this one does up to \"{1}\", after which "
                  "\"{2}\" is due but \"{3}\" stands there; it was not read. Write it so.",
                  sentence.shown(context_.year), text.letters.cut(from, there.end),
                  sentence.shown(context_.year, there.pieces, there.of_next),
                  text.letters.cut(there.end, there.end + kShown)));
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
    cells +=
        (cells.empty() ? "" : "、") + to_string(text.cells[text.letters[place.begin].paragraph]);
    several += (several.empty() ? "“" : "、“") + text.letters.cut(place.begin, place.end) + "”";
  }
  add_finding("-P-" + prose.name, Severity::Error, prose.name,
              text.cells[text.letters[places.front().begin].paragraph],
              say("这样的一句有 {0} "
                  "处（{1}），所写的数不同：{2}，不能确定是哪一处，“{3}”没有读取；请改成一致，"
                  "或只留一处。",
                  "{0} sentences read like this ({1}) and their figures differ: {2}; {3} was not "
                  "read. Make "
                  "them agree, or keep one.",
                  places.size(), cells, several, prose.name));
}

}  // namespace huizong::mapping
