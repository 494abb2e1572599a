"""承德2024: 部门预算绩效文本 and nine 预算项目绩效目标表 of one office, in one workbook, figure for figure as published.

The published text is no workbook: which cell a figure stands in is the official form's. Three of the nine tables leave out
12月底; that cell is blank here.
"""
from copy import copy

from forms.budget_project_targets import INDICATORS, draw
from seeds.chengde_2024_projects import PROJECTS
from seeds.chengde_2024_text import CONTENTS, MEASURES, OFFICE, OFFICES, OVERALL
from seeds.job import blank, submission, type_in, write_job

CODE, YEAR = "133001", 2024
DOCUMENT_TIME = "2024-02-01T00:00:00Z"
SECONDS = [second for _, seconds in INDICATORS for second in seconds]


def percentage(text):
    """100% as a spreadsheet keeps it, 60%以下 as text."""
    return int(text[:-1]) / 100 if text.endswith("%") else text


def paragraphs(sheet, texts):
    type_in(sheet, {f"A{row}": text for row, text in enumerate(texts, 2)})


def offices(sheet):
    """分项绩效目标: the sample rows of the blank form, as many as the offices' indicators."""
    for merged in ("A5:A10", "B5:B10"):
        sheet.unmerge_cells(merged)
    row = 5
    for name, goal, indicators in OFFICES:
        type_in(sheet, {f"A{row}": name, f"B{row}": goal})
        for n, (indicator, *standards) in enumerate(indicators):
            type_in(sheet, dict(zip((f"{c}{row + n}" for c in "CDEFG"), (indicator, *map(percentage, standards)))))
            for letter in "ABCDEFG":
                sheet[f"{letter}{row + n}"]._style = copy(sheet[f"{letter}5"]._style)
            sheet.row_dimensions[row + n].height = 60
        for letter in "AB":
            sheet.merge_cells(f"{letter}{row}:{letter}{row + len(indicators) - 1}")
        row += len(indicators)
    sheet.print_area = f"A1:G{row - 1}"


def project(sheet, number, code, name, budget, use, plan, goal, indicators):
    draw(sheet)
    type_in(sheet, {"A1": f"{number}. {name}绩效目标表", "A2": f"{CODE} {OFFICE}", "B4": code, "E4": name,
                    "C5": float(budget), "E5": float(budget), "B6": use, "B9": goal})
    if number == 3:
        sheet["A4"] = "项目编号"
    type_in(sheet, dict(zip(("B8", "D8", "E8", "F8"), (part / 100 for part in plan))))
    basis = None
    for row, (third, described, value, own_basis) in enumerate(indicators, 11):
        basis = own_basis or basis
        type_in(sheet, {f"C{row}": third, f"D{row}": described or third, f"E{row}": value, f"F{row}": basis})


def workbook():
    book = blank("部门预算绩效文本")
    type_in(book["封面"], {"A1": f"{YEAR} 年部门预算绩效文本", "A2": f"{OFFICE}编制"})
    for row, (line, page) in enumerate(CONTENTS, 2):
        type_in(book["目录"], {f"A{row}": line, f"B{row}": page})
    paragraphs(book["总体绩效目标"], OVERALL)
    offices(book["分项绩效目标"])
    paragraphs(book["工作保障措施"], MEASURES)
    for number, figures in enumerate(PROJECTS, 1):
        project(book.create_sheet(f"{number}.{figures[1]}"[:31]), number, *figures)
    return book


def write(examples):
    units = [(CODE, OFFICE, None, None, None, None, None, None)]
    files = {f"上报/{CODE}_{OFFICE}.xlsx": submission(workbook(), DOCUMENT_TIME, OFFICE)}
    write_job(examples / "承德2024", units, files, DOCUMENT_TIME, "huizong")
