"""上海市闵行区浦锦街道综合行政执法队, 2023年度部门整体支出预算绩效自评报告: its figures as published, the errors with them.

The report has its budget in a sentence; the table holds the amounts of that sentence and nothing computed from them. Of the
report stand the paragraphs with figures, under their headings.
"""
from forms.prose_sheet import FIRST
from seeds.job import blank, paragraphs, submission, type_in, write_job

JOB = "浦锦2023"
OFFICE = "上海市闵行区浦锦街道综合行政执法队"
CODE = "112001"
SAVED = "2024-03-29T00:00:00Z"
FORM = "部门整体支出预算执行情况表"


def execution():
    workbook = blank(FORM)
    for sheet in workbook:
        type_in(sheet, {"A2": "（2023年度）", "A3": f"部门（单位）：{OFFICE}"})
    type_in(workbook["预算执行情况表"], {"B5": 1653.33, "C5": -257.16, "D5": 1396.18, "E5": 1391.21, "F5": 0.9964,
                                        "D6": 1208.55, "E6": 1203.59, "F6": 0.9959, "D7": 187.62, "E7": 187.62, "F7": 1})
    type_in(workbook["自评报告"], {f"A{row}": text for row, text in enumerate(paragraphs("浦锦2023"), FIRST)})
    return workbook


def write(examples):
    units = [[CODE, OFFICE, "浦锦街道综合行政执法队", None, "上海市闵行区浦锦街道办事处", FORM, 1396.18, "2024-03-31"]]
    files = {f"上报/{CODE}_{OFFICE}.xlsx": submission(execution(), SAVED, OFFICE)}
    write_job(examples / JOB, units, files, SAVED, "上海市闵行区浦锦街道办事处")
