"""How an official form looks: fonts, frames and paper. Every form of this folder is drawn with these."""
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

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
    "part": (song(10), "center", "0%", False),
    "score": (song(10), "center", "General", False),
    "code": (song(10), "center", "@", False),
    "item": (song(10), "left", "General", False),
    "heading": (song(10), "left", "General", False),
    "page": (song(10), "left", "General", True),
    "number": (song(10), "center", "General", False),
    "middle": (song(10), "center", "General", False),
    "unit": (song(10), "right", "General", False),
    "remark": (song(9), "left", "General", True),
}
OUTSIDE = ("title", "heading", "middle", "unit", "page", "number")  # above the frame, or without one


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
                                   shrink_to_fit=None if wraps or look in OUTSIDE else True)
        if look not in OUTSIDE:
            cell.border = FRAME
    if value is not None:
        cells[0].value = value


def new_form(title):
    """A workbook in 宋体 with the one sheet `title`; more are added by create_sheet."""
    workbook = Workbook()
    workbook._named_styles["Normal"].font = song(11)  # column widths are counted in this font's digits
    workbook.active.title = title
    workbook.properties.title = title
    workbook.properties.creator = AUTHOR
    return workbook, workbook.active


def set_widths(sheet, widths):
    """Column widths from A on, in characters."""
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width


def set_heights(sheet, last_row, usual, heights):
    """Row heights in points: `usual` but for those of `heights`."""
    for row in range(1, last_row + 1):
        sheet.row_dimensions[row].height = heights.get(row, usual)


def print_on_a4(sheet, area, orientation="portrait"):
    sheet.print_area = area
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = orientation
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0  # as many pages as the indicators need
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.59
    margins.top = margins.bottom = 0.79
    margins.header = margins.footer = 0.39
    sheet.oddFooter.center.text = "第 &P 页 共 &N 页"
