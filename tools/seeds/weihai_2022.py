"""威海2022: 部门（单位）整体绩效目标申报表 of one office, figure for figure as published, errors included.

The published text is no workbook: which cell a figure stands in is the official form's. Who to call is left out, as the
published copy has it.
"""
from forms.department_targets import TASKS, TITLE, draw
from seeds.job import submission, type_in, write_job
from seeds.weihai_2022_text import BUREAU, CONTACT, DUTIES, GOALS, INDICATORS, OFFICE, STRATEGY, TASK_LIST

CODE, DOCUMENT_TIME = "217001", "2022-01-14T00:00:00Z"
LIST_TIME = "2022-01-20T00:00:00Z"


def heads(sheet):
    type_in(sheet, {"A2": "（2022年）", "B3": OFFICE, "B4": CONTACT, "I4": CONTACT, "B5": DUTIES, "B6": STRATEGY, "B7": GOALS,
                    "B8": "直属单位 1 个，包括：威海市环翠区综合行政执法大队",
                    "B9": "直属单位是否一并纳入本表填报的预算绩效管理范围：☑是 ☐否",
                    "B10": "内设职能部门：4 个，包括：办公室（挂政工科牌子）、督查考评科、执法管理科、法制科（挂行政许可科牌子）"})
    for row, (last_year, this_year) in enumerate(((118, 118), (113, 110), (87, 84), (26, 26)), 12):
        type_in(sheet, {f"F{row}": last_year, f"J{row}": this_year})


def budget(sheet):
    type_in(sheet, {"C19": 2803.76, "D19": 2166.51, "E19": 2166.51, "F19": 2529, "C21": 2803.76, "D21": 2166.51, "E21": 2166.51, "F21": 2529,
                    "H18": 1579.46, "I18": 1548.32, "J18": 1547.92, "K18": 0.4, "M18": 1408.94,
                    "H19": 1224.3, "I19": 618.19, "J19": 618.19, "M19": 1126.56,
                    "H21": 2803.76, "I21": 2166.51, "J21": 2166.51, "K21": 0.4, "M21": 2535.5})


def tasks(sheet):
    """The first row after them."""
    row = TASKS
    for duty, policies in TASK_LIST:
        sheet[f"B{row}"] = duty
        for policy, projects in policies:
            sheet[f"D{row}"] = policy
            for name, amount, yes_or_no in projects:
                type_in(sheet, {f"F{row}": name, f"H{row}": amount, f"J{row}": amount, f"M{row}": yes_or_no})
                row += 1
    type_in(sheet, {f"H{row}": 1120.06, f"J{row}": 1120.06})
    return row + 1


def target(cell, text):
    """100% is a number to whoever types it into a spreadsheet; ≥95% is text."""
    if text.endswith("%") and text[:-1].isdigit():
        cell.value, cell.number_format = int(text[:-1]) / 100, "0%"
    else:
        cell.value = text


def indicators(sheet, row):
    for _, seconds in INDICATORS:
        for second, thirds in seconds:
            sheet[f"D{row}"] = second
            for third, values, source in thirds:
                sheet[f"F{row}"] = third
                for n, value in enumerate(values):
                    target(sheet[f"K{row + n}"], value)
                    sheet[f"M{row + n}"] = source
                if len(values) > 1:  # one indicator, a value a row
                    for r in range(row, row + len(values)):
                        sheet.unmerge_cells(f"F{r}:J{r}")
                    sheet.merge_cells(f"F{row}:J{row + len(values) - 1}")
                row += len(values)


def workbook():
    book = draw([sum(len(projects) for _, projects in policies) for _, policies in TASK_LIST],
                [len(projects) for _, policies in TASK_LIST for _, projects in policies],
                [(first, [sum(len(values) for _, values, _ in thirds) for _, thirds in seconds]) for first, seconds in INDICATORS])
    sheet = book[TITLE]
    heads(sheet)
    budget(sheet)
    indicators(sheet, tasks(sheet) + 1)
    return book


def write(examples):
    units = [(CODE, OFFICE, "区综合行政执法局", None, None, None, 2529, None)]
    write_job(examples / "威海2022", units, {f"上报/{CODE}_{OFFICE}.xlsx": submission(workbook(), DOCUMENT_TIME, OFFICE)}, LIST_TIME, BUREAU)
