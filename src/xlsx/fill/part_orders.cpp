#include "xlsx/fill/part_orders.h"

namespace huizong::xlsx {

const std::vector<std::string_view>& worksheet_order() {
  static const std::vector<std::string_view> order = {"sheetPr",
                                                      "dimension",
                                                      "sheetViews",
                                                      "sheetFormatPr",
                                                      "cols",
                                                      "sheetData",
                                                      "sheetCalcPr",
                                                      "sheetProtection",
                                                      "protectedRanges",
                                                      "scenarios",
                                                      "autoFilter",
                                                      "sortState",
                                                      "dataConsolidate",
                                                      "customSheetViews",
                                                      "mergeCells",
                                                      "phoneticPr",
                                                      "conditionalFormatting",
                                                      "dataValidations",
                                                      "hyperlinks",
                                                      "printOptions",
                                                      "pageMargins",
                                                      "pageSetup",
                                                      "headerFooter",
                                                      "rowBreaks",
                                                      "colBreaks",
                                                      "customProperties",
                                                      "cellWatches",
                                                      "ignoredErrors",
                                                      "smartTags",
                                                      "drawing",
                                                      "legacyDrawing",
                                                      "legacyDrawingHF",
                                                      "picture",
                                                      "oleObjects",
                                                      "controls",
                                                      "webPublishItems",
                                                      "tableParts",
                                                      "extLst"};
  return order;
}

const std::vector<std::string_view>& workbook_order_from_calculation() {
  static const std::vector<std::string_view> order = {
      "calcPr",        "oleSize",       "customWorkbookViews", "pivotCaches",       "smartTagPr",
      "smartTagTypes", "webPublishing", "fileRecoveryPr",      "webPublishObjects", "extLst"};
  return order;
}

const std::vector<std::string_view>& style_sheet_order() {
  static const std::vector<std::string_view> order = {
      "numFmts",    "fonts", "fills",       "borders", "cellStyleXfs", "cellXfs",
      "cellStyles", "dxfs",  "tableStyles", "colors",  "extLst"};
  return order;
}

}  // namespace huizong::xlsx
