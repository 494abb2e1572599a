#!/usr/bin/python3
"""Writes the blank official forms of templates/, cell by cell:  make_templates.py [FOLDER]

Run it after changing a form here, and commit what it writes. Needs Debian's python3-openpyxl; with the same openpyxl and
zlib the same bytes come out every time (tools/check_templates.py holds the committed file to that).
"""
import pathlib
import sys

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side

from workbook_package import saved, with_shared_strings

DOCUMENT_TIME = "2022-01-01T00:00:00Z"
AUTHOR = "huizong"

THIN = Side(style="thin", color="FF000000")
FRAME = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)


def song(size, bold=False):
    return Font(name="宋体", size=size, bold=bold, charset=134, family=3)


# What a cell is for decides its look: (font, horizontal, number format, wraps).
# Money shrinks instead of wrapping: an amount typed in 元 must not turn into ####.
LOOKS = {
    "title": (song(18, bold=True), "center", "General", False),
    "label": (song(10), "center", "General", True),
    "name": (song(10), "left", "General", True),
    "prose": (song(10), "left", "General", True),
    "text": (song(10), "center", "General", True),
    "money": (song(10), "right", "#,##0.00", False),
    "rate": (song(10), "center", "0.00%", False),
    "score": (song(10), "center", "General", False),
    "remark": (song(9), "left", "General", True),
}


def put(sheet, area, look, value=None):
    """One cell, or one merged area: framed all round, looking like what it is for."""
    font, horizontal, number_format, wraps = LOOKS[look]
    if ":" in area:
        sheet.merge_cells(area)
        cells = [cell for row in sheet[area] for cell in row]
    else:
        cells = [sheet[area]]
    for cell in cells:
        cell.font = font
        cell.number_format = number_format
        cell.alignment = Alignment(horizontal=horizontal, vertical="top" if look == "prose" else "center", wrap_text=wraps or None,
                                   shrink_to_fit=None if wraps or look == "title" else True)
        if look != "title":
            cell.border = FRAME
    if value is not None:
        cells[0].value = value


def department_self_assessment():
    """部门整体支出绩效自评表, as 株洲市 published it for 2021."""
    workbook = Workbook()
    workbook._named_styles["Normal"].font = song(11)  # column widths are counted in this font's digits
    sheet = workbook.active
    sheet.title = "部门整体支出绩效自评表"
    for letter, width in zip("ABCDEFGHIJK", (14.3, 8, 8, 9, 10, 10, 16, 6.9, 7.7, 6, 7)):
        sheet.column_dimensions[letter].width = width
    heights = {1: 36, 2: 6, 3: 24, 4: 34, 9: 21, 10: 84, 11: 34, 22: 24, 23: 32}
    for row in range(1, 24):
        sheet.row_dimensions[row].height = heights.get(row, 21 if row < 9 else 33)

    put(sheet, "A1:K1", "title", "    年度部门整体支出绩效自评表")
    put(sheet, "A3:B3", "label", "部门名称")
    put(sheet, "C3:K3", "name")

    put(sheet, "A4:B8", "label", "资金情况\n(万元)")
    put(sheet, "C4:D4", "label", "年度资金总额")
    for letter, heading in (("E", "年初预算数"), ("F", "全年预算数"), ("G", "全年执行数"), ("H", "分值")):
        put(sheet, f"{letter}4", "label", heading)
    put(sheet, "I4:J4", "label", "执行率")
    put(sheet, "K4", "label", "得分(分值×执行率)")
    for row, label in ((5, "合计"), (6, "其中：当年财政拨款"), (7, "上年结转资金"), (8, "其他资金")):
        put(sheet, f"C{row}:D{row}", "label", label)
        for letter in "EFG":
            put(sheet, f"{letter}{row}", "money")
        put(sheet, f"H{row}", "score", 10 if row == 5 else None)
        put(sheet, f"I{row}:J{row}", "rate")
        put(sheet, f"K{row}", "score")

    put(sheet, "A9:A10", "label", "年度总体目标")
    put(sheet, "B9:F9", "label", "预期目标")
    put(sheet, "G9:K9", "label", "实际完成情况")
    put(sheet, "B10:F10", "prose")
    put(sheet, "G10:K10", "prose")

    put(sheet, "A11:A21", "label", "绩效指标")
    for area, heading in (("B11", "一级指标"), ("C11", "二级指标"), ("D11:E11", "三级指标"), ("F11", "年度指标值"),
                          ("G11", "实际完成值"), ("H11", "分值"), ("I11", "得分"), ("J11:K11", "偏差原因分析及改进措施")):
        put(sheet, area, "label", heading)
    for area, label in (("B12:B16", "产出指标\n(50分)"), ("B17:B20", "效益指标\n(30分)"), ("B21", "满意度指标\n(10分)"),
                        ("C12:C13", "数量指标"), ("C14", "质量指标"), ("C15", "时效指标"), ("C16", "成本指标"),
                        ("C17", "经济效益指标"), ("C18", "社会效益指标"), ("C19", "生态效益指标"),
                        ("C20", "可持续影响指标"), ("C21", "服务对象满意度指标")):
        put(sheet, area, "label", label)
    for row in range(12, 22):
        put(sheet, f"D{row}:E{row}", "text")
        put(sheet, f"F{row}", "text")
        put(sheet, f"G{row}", "text")
        put(sheet, f"H{row}", "score")
        put(sheet, f"I{row}", "score")
        put(sheet, f"J{row}:K{row}", "text")

    put(sheet, "A22:G22", "label", "总分")
    put(sheet, "H22", "score", 100)
    put(sheet, "I22", "score")
    put(sheet, "J22:K22", "label", "等级：")
    put(sheet, "A23:K23", "remark",
        "备注：1.“执行率”=“全年执行数”/“全年预算数”；\n"
        "2.总分设置为100分，等级划分为：90分(含)—100分为优，80分(含)—90分为良，60分(含)—80分为中，60分以下为差。")

    print_on_a4(sheet, "A1:K23")
    workbook.properties.title = "部门整体支出绩效自评表"
    workbook.properties.creator = AUTHOR
    return workbook


def print_on_a4(sheet, area):
    sheet.print_area = area
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "portrait"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0  # as many pages as the indicators need
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.59
    margins.top = margins.bottom = 0.79
    margins.header = margins.footer = 0.39
    sheet.oddFooter.center.text = "第 &P 页 共 &N 页"


FORMS = {"部门整体支出绩效自评表": department_self_assessment}


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    for stem, make in FORMS.items():
        (folder / f"{stem}.xlsx").write_bytes(with_shared_strings(saved(make(), DOCUMENT_TIME, AUTHOR)))


if __name__ == "__main__":
    main()
