// Makes .xls files record by record, right ones and wrong ones.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace huizong::testing {

std::string le16(unsigned value);
std::string le32(std::uint32_t value);
std::string le64(double value);

/// One record; the body must fit.
std::string biff(unsigned id, std::string_view body = {});

/// The characters of a text as records keep them: one byte each, or two.
std::string narrow(std::string_view latin1);
std::string wide(std::u16string_view text);

/// A text with its length in two bytes (one byte: short_) and its flags.
std::string narrow_text(std::string_view latin1);
std::string wide_text(std::u16string_view text);

// Records of a sheet. The format is the index of an XF record.
std::string number_cell(unsigned row, unsigned col, double value, unsigned format = 0);
std::string rk_cell(unsigned row, unsigned col, std::uint32_t rk, unsigned format = 0);
std::string shared_text_cell(unsigned row, unsigned col, std::uint32_t index, unsigned format = 0);
std::string text_cell(unsigned row, unsigned col, std::u16string_view text, unsigned format = 0);
std::string bool_cell(unsigned row, unsigned col, unsigned value, bool error = false);
/// `result` is the eight bytes of the stored value.
std::string formula_cell(unsigned row, unsigned col, std::string_view result);
std::string merges(const std::vector<std::vector<unsigned>>& ranges);  ///< row, row, col, col

// Records of the workbook.
std::string shared_texts(const std::vector<std::u16string>& texts);
std::string format_code(unsigned id, std::string_view code);
std::string cell_format(unsigned code_id);

struct XlsSheetSource {
  std::u16string name = u"表";
  std::string records = {};
  unsigned state = 0;
  unsigned kind = 0;
  unsigned content = 0x0010;  ///< what its BOF says
};

struct XlsSource {
  std::vector<XlsSheetSource> sheets;
  std::string globals = {};  ///< further records before the list of sheets
  unsigned version = 0x0600;
};

/// The stream of records.
std::string workbook_records(const XlsSource& source);

struct CompoundShape {
  bool big_sectors = false;  ///< 4096 bytes
  /// Where, in 512-byte headers, something else stands: offset and bytes.
  std::vector<std::pair<std::size_t, std::string>> header = {};
  /// The sectors of every stream lie in reverse order.
  bool backwards = false;
};

/// Streams by name, in the root; those below 4096 bytes in small sectors.
std::string compound_file(const std::vector<std::pair<std::string, std::string>>& streams,
                          const CompoundShape& shape = {});

std::string xls_file(const XlsSource& source);
std::string xls_file(std::string sheet_records, std::string globals = {});  ///< one sheet, 表

}  // namespace huizong::testing
