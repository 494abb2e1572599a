#include "xlsx/fill/refusal.h"

#include <fmt/format.h>

#include <algorithm>

namespace huizong::xlsx {

namespace {

/// What a formula does that makes it wrong after the move.
Message wrong_with(Trouble why) {
  switch (why) {
    case Trouble::Through:
      return {"跨多张工作表引用了要增减的行", "reaches rows that may move through several sheets"};
    case Trouble::Listed:
      return {"逐行写出了要增减的行", "names each row that may be added to or dropped"};
    case Trouble::Joined:
      return {"用拼成的区域（如 INDEX(…):H21）引用要增减的行",
              "reaches rows that may be added to by a range that is put together, as in "
              "INDEX(…):H21"};
    case Trouble::Counted:
      return {
          "用行号或文字（INDIRECT、INDEX、OFFSET、HLOOKUP、ADDRESS、HYPERLINK）指着增减行后会移动的"
          "单元格",
          "points at cells that move by row numbers or text (INDIRECT, INDEX, OFFSET, HLOOKUP, "
          "ADDRESS, HYPERLINK)"};
    default:
      return {"引用了要减去的行", "speaks of rows that are to be dropped"};
  }
}

Message instead_of(Trouble why) {
  switch (why) {
    case Trouble::Listed:
      return {"请在表样中改成对整个区域求和（如 SUM(H12:H21)）",
              "sum the whole range there instead, as in SUM(H12:H21)"};
    case Trouble::Joined:
      return {"请在表样中改成普通区域（如 H12:H21）", "write a plain range there, as in H12:H21"};
    case Trouble::Counted:
      return {"请在表样中直接引用单元格", "name the cells there directly"};
    default:
      return {"请在表样中引用整个区域（如 SUM(H12:H21)），或去掉这个公式",
              "name the whole range there, as in SUM(H12:H21), or take the formula out"};
  }
}

/// "H22、H23 ", "H22、H23 等 30 个": as many as can be read.
Message places(const std::vector<CellRef>& cells) {
  constexpr std::size_t kShown = 20;
  const std::size_t shown = std::min(cells.size(), kShown);
  Message list;
  for (std::size_t i = 0; i < shown; ++i) {
    list.zh += (i == 0 ? "" : "、") + to_string(cells[i]);
    list.en += (i == 0 ? "" : ", ") + to_string(cells[i]);
  }
  if (cells.size() == shown) {
    list.zh += ' ';
  } else {
    list.zh += fmt::format(" 等 {} 个", cells.size());
    list.en += fmt::format(" and {} more", cells.size() - shown);
  }
  return list;
}

}  // namespace

void refuse_move(const ReferenceShift& shift, const Message& what) {
  throw Error({fmt::format("表样“{}”有{}，增减行后不能保证它仍然正确；请在表样中去掉。",
                           shift.sheet(), what.zh),
               fmt::format("The template's sheet \"{}\" has {}, which could go wrong when rows are "
                           "added or dropped; "
                           "take it out of the template.",
                           shift.sheet(), what.en)});
}

void refuse_cells(const std::vector<WrongCells>& wrong) {
  Message all;
  for (const auto& [sheet, why, cells] : wrong) {
    const Message what = wrong_with(why);
    const Message todo = instead_of(why);
    const Message where = places(cells);
    all.zh += fmt::format("表样“{}”的 {}单元格里的公式{}；{}。", sheet, where.zh, what.zh, todo.zh);
    all.en += fmt::format("{}The formula in cell {} of the template's sheet \"{}\" {}; {}.",
                          all.en.empty() ? "" : " ", where.en, sheet, what.en, todo.en);
  }
  throw Error(all);
}

std::string kept_or_refused(const ReferenceShift& shift, const Shifted& now, const Message& what) {
  if (now.trouble == Trouble::None) return now.text;
  const Message wrong = wrong_with(now.trouble);
  throw Error({fmt::format("表样“{}”有{}，它{}，增减行后会出错；请在表样中去掉。", shift.sheet(),
                           what.zh, wrong.zh),
               fmt::format("The template's sheet \"{}\" has {}, which {} and would go wrong; take "
                           "it out of the template.",
                           shift.sheet(), what.en, wrong.en)});
}

}  // namespace huizong::xlsx
