"""Inserting and removing rows and columns on an openpyxl sheet the way a spreadsheet program does it.

openpyxl's own insert_rows leaves merged areas, heights, widths and the print area where they were. Here everything moves
together, and a merged area that the new lines fall inside grows. Formulas are not looked at: insert before writing them.
"""
from copy import copy

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange


def insert_rows(sheet, at, count):
    """`count` empty rows before row `at` (1-based)."""
    move(sheet, "row", at, count)


def insert_columns(sheet, at, count):
    move(sheet, "column", at, count)


def delete_rows(sheet, first, count):
    """Rows first .. first+count-1 go; merged areas reaching into them shrink."""
    for key in [key for key in sheet._cells if first <= key[0] < first + count]:
        del sheet._cells[key]
    move(sheet, "row", first + count, -count)


def move(sheet, axis, at, by):
    index = 0 if axis == "row" else 1
    cells = {}
    for key, cell in sheet._cells.items():
        if key[index] >= at:
            key = tuple(n + by if i == index else n for i, n in enumerate(key))
            cell.row, cell.column = key
        cells[key] = cell
    sheet._cells = cells

    areas = [moved_area(area, axis, at, by) for area in list(sheet.merged_cells.ranges)]
    sheet.merged_cells.ranges = []
    for area in areas:
        if area is not None:
            sheet.merged_cells.add(area)
    move_sizes(sheet, axis, at, by)
    if sheet.print_area:
        area = CellRange(sheet.print_area[0] if isinstance(sheet.print_area, list) else sheet.print_area.split("!")[-1])
        sheet.print_area = moved_area(area, axis, at, by).coord.replace("$", "")


def moved_area(area, axis, at, by):
    """Where the area is afterwards; None when nothing is left of it."""
    low, high = (area.min_row, area.max_row) if axis == "row" else (area.min_col, area.max_col)
    gone = range(at + by, at) if by < 0 else range(0)
    if low >= at:
        low += by
    elif low in gone:
        low = at + by
    if high >= at:
        high += by
    elif high in gone:
        high = at + by - 1
    if high < low:
        return None
    if axis == "row":
        return CellRange(min_col=area.min_col, max_col=area.max_col, min_row=low, max_row=high)
    return CellRange(min_col=low, max_col=high, min_row=area.min_row, max_row=area.max_row)


def move_sizes(sheet, axis, at, by):
    if axis == "row":
        heights = {row: size.height for row, size in sheet.row_dimensions.items()}
        for row in list(sheet.row_dimensions):
            del sheet.row_dimensions[row]
        for row, height in heights.items():
            if by < 0 and at + by <= row < at:
                continue
            sheet.row_dimensions[row + by if row >= at else row].height = height
        return
    letters = [get_column_letter(n) for n in range(1, sheet.max_column + 2)]
    widths = [sheet.column_dimensions[letter].width for letter in letters]
    widths[at - 1:at - 1] = [widths[at - 2]] * by
    for n, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(n)].width = width


def copy_look(source, target):
    """The target cell looks like the source cell; its value stays."""
    target._style = copy(source._style)


def unmerge_inside(sheet, area):
    """Takes away every merged area that lies inside `area` ("A11:K21"); its cells all look like its first."""
    outer = CellRange(area)
    for inner in [inner for inner in sheet.merged_cells.ranges if inner.issubset(outer)]:
        first = sheet.cell(inner.min_row, inner.min_col)
        sheet.unmerge_cells(inner.coord)
        for key in inner.cells:
            copy_look(first, sheet.cell(*key))


def merge(sheet, area):
    """Merges the area; every cell of it keeps the look of its first."""
    cells = [cell for row in sheet[area] for cell in row]
    style = copy(cells[0]._style)
    sheet.merge_cells(area)
    for row in sheet[area]:
        for cell in row:
            cell._style = copy(style)
