"""F2 预算项目绩效目标表: 河北省's, one sheet a project (项目)."""
from forms.look import new_form, print_on_a4, put, set_heights, set_widths

INDICATORS = (("产出指标", ("数量指标", "质量指标", "时效指标", "成本指标")),
              ("效益指标", ("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标")),
              ("满意度指标", ("服务对象满意度指标",)))


def draw(sheet):
    """The blank form on one sheet; a unit has a sheet for each of its projects."""
    set_widths(sheet, (13, 13, 14, 18, 15, 11, 14))
    set_heights(sheet, 19, 44, {1: 34, 2: 22, 3: 18, 4: 34, 5: 34, 6: 34, 7: 22, 8: 22, 9: 60, 10: 26})

    put(sheet, "A1:G1", "title", ".    绩效目标表")
    put(sheet, "A2:G2", "heading")
    put(sheet, "A3:G3", "unit", "单位：万元")

    put(sheet, "A4", "label", "项目编码")
    put(sheet, "B4:C4", "text")
    put(sheet, "D4", "label", "项目名称")
    put(sheet, "E4:G4", "text")

    put(sheet, "A5:A6", "label", "预算规模及资金用途")
    for label, heading, value in (("B5", "预算数", "C5"), ("D5", "其中：财政资金", "E5"), ("F5", "其他资金", "G5")):
        put(sheet, label, "label", heading)
        put(sheet, value, "money")
    put(sheet, "B6:G6", "prose")

    put(sheet, "A7:A8", "label", "资金支出计划（%）")
    for columns, month in (("B{0}:C{0}", 3), ("D{0}", 6), ("E{0}", 10), ("F{0}:G{0}", 12)):
        put(sheet, columns.format(7), "label", f"{month}月底")
        put(sheet, columns.format(8), "part")

    put(sheet, "A9", "label", "绩效目标")
    put(sheet, "B9:G9", "prose")

    for area, heading in (("A10", "一级指标"), ("B10", "二级指标"), ("C10", "三级指标"), ("D10", "绩效指标描述"),
                          ("E10", "指标值"), ("F10:G10", "指标值确定依据")):
        put(sheet, area, "label", heading)
    row = 11
    for first, seconds in INDICATORS:
        put(sheet, f"A{row}:A{row + len(seconds) - 1}" if len(seconds) > 1 else f"A{row}", "label", first)
        for second in seconds:
            put(sheet, f"B{row}", "label", second)
            for area in (f"C{row}", f"D{row}", f"E{row}", f"F{row}:G{row}"):
                put(sheet, area, "text")
            row += 1
    print_on_a4(sheet, "A1:G19")


def budget_project_targets():
    workbook, sheet = new_form("预算项目绩效目标表")
    draw(sheet)
    return workbook


FORMS = {"预算项目绩效目标表": budget_project_targets}
