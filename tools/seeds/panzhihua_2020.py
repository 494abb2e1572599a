"""攀枝花市西区综合行政执法局, 2020年度部门决算: the figures as published, the errors with them.

The office published its text and five 项目绩效目标完成情况表, and of the nine tables only what the text says of them: those
amounts stand in the tables, and the rest of the tables is blank. Nothing is computed here.
"""
from forms.department_final_accounts import FUNCTIONS
from forms.project_completion import FIRST
from forms.prose_sheet import FIRST as FIRST_PARAGRAPH
from seeds.job import blank, paragraphs, submission, type_in, write_job
from seeds.panzhihua_projects import OFFICE, PROJECTS

JOB = "攀枝花2020"
CODE = "510403"
SAVED = "2021-09-30T00:00:00Z"

# 一般公共预算财政拨款支出, 说明五（二）（三）: (code, name, amount); the 款 between them were not published.
BY_FUNCTION = (
    ("208", "社会保障和就业支出", 73.49), ("2080501", "行政单位离退休", 8.32),
    ("2080505", "机关事业单位基本养老保险缴费支出", 58.34), ("2080899", "其他优抚支出", 6.83),
    ("210", "卫生健康支出", 54.62), ("2101101", "行政单位医疗", 29.9), ("2101102", "事业单位医疗", 15.24),
    ("2101103", "公务员医疗补助", 9.48),
    ("212", "城乡社区支出", 2276.34), ("2120101", "行政运行", 789.87), ("2120199", "其他城乡社区管理事务支出", 1104.13),
    ("2129901", "其他城乡社区支出", 382.43),
    ("221", "住房保障支出", 74.1), ("2210201", "住房公积金", 74.1),
    ("229", "其他支出", 300.85), ("2299901", "其他支出", 300.85))


def final_accounts():
    workbook = blank("部门决算公开表")
    for sheet in workbook:
        type_in(sheet, {"A2": "（2020年度）", "A3": f"部门：{OFFICE}"})
    type_in(workbook["收入支出决算总表"], {"B6": 1657.9, "B7": 1.9, "B13": 0.25, "B32": 1660.05, "D32": 4613.23,
                                          "B35": 6144.42, "D35": 6144.42})
    type_in(workbook["收入决算表"], {"C6": 1660.05, "D6": 1659.8, "I6": 0.25})
    type_in(workbook["支出决算表"], {"C6": 4613.23, "D6": 1274.01, "E6": 3339.22})
    total = 6 + len(FUNCTIONS)
    type_in(workbook["财政拨款收入支出决算总表"], {"B6": 1657.9, "B7": 1.9, f"B{total}": 1659.8, f"D{total}": 4583.6,
                                                  f"E{total}": 2779.4, f"F{total}": 1804.2, f"G{total}": 0})
    by_function = workbook["一般公共预算财政拨款支出决算表"]
    for row, (code, name, amount) in enumerate(BY_FUNCTION, 6):
        type_in(by_function, {f"A{row}": code, f"B{row}": name, f"C{row}": amount})
    type_in(by_function, {"C26": 2779.4})
    type_in(workbook["一般公共预算财政拨款基本支出决算表"], {"C51": 1178.84, "F51": 95.07, "F52": 1273.91})
    type_in(workbook["财政拨款“三公”经费支出决算表"], {"G7": 34.23, "H7": 0, "I7": 34.23, "J7": 29.52, "K7": 4.71, "L7": 0})
    type_in(workbook["政府性基金预算财政拨款收入支出决算表"], {"D6": 1.9, "E6": 1804.2})
    type_in(workbook["国有资本经营预算财政拨款收入支出决算表"], {"E6": 0})
    return workbook


def completion_forms():
    """Five sheets; each is the blank form's, with the office's words in it."""
    workbook = blank("项目绩效目标完成情况表")
    workbook.active.title = PROJECTS[0][0]
    for name, *_ in PROJECTS[1:]:
        workbook.copy_worksheet(workbook.active).title = name
    for name, project, budget_unit, amount, aim, done, heading, indicators in PROJECTS:
        sheet = workbook[name]
        sheet.print_area = f"A1:F{FIRST + 6}"
        type_in(sheet, {"A2": "(2020年度)", "C3": project, "C4": budget_unit, "D5": amount, "F5": amount, "D6": amount,
                        "F6": amount, "B9": aim, "E9": done, "E10": f"预期指标值{heading}", "F10": f"实际完成指标值{heading}"})
        for row, indicator in enumerate(indicators, FIRST):
            type_in(sheet, {f"{letter}{row}": words for letter, words in zip("BCDEF", indicator)})
    return workbook


def notes():
    """The text of the notes, and of the two reports the paragraphs with figures, under their headings."""
    workbook = blank("部门决算情况说明")
    for sheet, text, owner in ((workbook["决算情况说明"], "决算情况说明", f"部门：{OFFICE}"),
                               (workbook["部门整体支出绩效评价报告"], "附件1", f"部门：{OFFICE}"),
                               (workbook["项目支出绩效评价报告"], "附件2", "项目名称：西区数字化城管指挥中心运行项目")):
        type_in(sheet, {"A2": "（2020年度）", "A3": owner})
        type_in(sheet, {f"A{row}": words for row, words in enumerate(paragraphs(f"{JOB}_{text}"), FIRST_PARAGRAPH)})
    return workbook


def write(examples):
    file = f"{CODE}_{OFFICE}.xlsx"
    units = [[CODE, OFFICE, None, None, "攀枝花市西区", "部门决算公开表；部门决算情况说明；项目绩效目标完成情况表", 1659.8, "2021-09-30"]]
    files = {f"上报/{folder}/{file}": submission(workbook, SAVED, OFFICE) for folder, workbook in
             (("决算公开表", final_accounts()), ("决算情况说明", notes()), ("项目绩效目标完成情况表", completion_forms()))}
    write_job(examples / JOB, units, files, SAVED, "攀枝花市西区财政局")
