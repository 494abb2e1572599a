"""A sheet for an office's own text: a title, and a paragraph a row, as a text pasted from a document falls."""
from forms.look import print_on_a4, put, set_heights, set_widths

FIRST = 4  # the first paragraph's row


def prose_sheet(sheet, title, owner, paragraphs):
    """`owner` stands before the office's name; as many rows as `paragraphs` are framed."""
    put(sheet, "A1", "title", title)
    put(sheet, "A2", "middle", "（    年度）")
    put(sheet, "A3", "heading", owner)
    last = FIRST + paragraphs - 1
    for row in range(FIRST, last + 1):
        put(sheet, f"A{row}", "prose")
    set_widths(sheet, (76,))
    set_heights(sheet, last, 18, {1: 34})
    for row in range(FIRST, last + 1):
        sheet.row_dimensions[row].height = None  # as high as the paragraph needs
    print_on_a4(sheet, f"A1:A{last}")
    sheet.print_title_rows = "1:3"
