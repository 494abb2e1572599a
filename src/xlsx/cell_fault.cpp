#include "xlsx/cell_fault.h"

#include <array>

namespace huizong::xlsx {

const Message& words_of(CellFault fault) {
  static const std::array<Message, 10> kWords = {{
      {},
      {"数字单元格里存的不是有效数字", "a number cell does not hold a valid number"},
      {"文字编号在工作簿的文字表里不存在", "it names a text that the workbook does not have"},
      {"逻辑值单元格里存的不是真假值", "a true/false cell holds something else"},
      {"错误值单元格里存的不是 Excel 的错误值", "an error cell holds no error of Excel"},
      {"错误值单元格里没有写明是什么错误", "an error cell does not say which error"},
      {"日期单元格里存的不是有效日期", "a date cell does not hold a valid date"},
      {"单元格的类型和内容对不上", "its type does not fit what it holds"},
      {"单元格的值或公式里夹着别的内容，只能读出一部分",
       "its value or formula has other contents between, so that only a part of it can be read"},
      {"单元格里存了不止一个值，或类型和内容对不上",
       "it holds more than one value, or its type does not fit what it holds"},
  }};
  return kWords[static_cast<std::size_t>(fault)];
}

}  // namespace huizong::xlsx
