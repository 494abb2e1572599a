// How our workbooks look: the few styles an office prints with.

#pragma once

#include <string>

#include "model/finding.h"
#include "xlsx/writer.h"

namespace huizong::report::looks {

xlsx::Style cover_title();  ///< 黑体 22
xlsx::Style title();        ///< 黑体 16, over the whole table
xlsx::Style caption();      ///< 仿宋 12: 年度, 金额单位, a line of a table's frame
xlsx::Style caption_right();
xlsx::Style section();                          ///< 黑体 12: 一、二、三
xlsx::Style heading();                          ///< 黑体 10.5 on grey, framed
xlsx::Style text();                             ///< 宋体 10.5, framed, wrapped
xlsx::Style centered();                         ///< the same, centred: codes, grades, 是/否
xlsx::Style number(const std::string& format);  ///< framed, to the right
xlsx::Style count();                            ///< framed whole number, centred: ranks, 家数
xlsx::Style prose();                            ///< 仿宋 12, wrapped, unframed

xlsx::Style bold(xlsx::Style style);
xlsx::Style muted(xlsx::Style style);    ///< a unit that is not in
xlsx::Style alarmed(xlsx::Style style);  ///< what must be noticed: bold and dark red, so it also
                                         ///< shows in black and white
xlsx::Style linked(xlsx::Style style);   ///< leads somewhere: blue, as everywhere
xlsx::Style indented(xlsx::Style style, int level);
xlsx::Style leveled(xlsx::Style style,
                    Severity level);  ///< the colour of 错误, 警告, 提示, 未能检查

/// Behind a grade, the best of `count` first: green, blue, yellow, red, light enough to read on.
std::uint32_t grade_tint(std::size_t at, std::size_t count);

}  // namespace huizong::report::looks
