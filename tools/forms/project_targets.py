"""F3 项目支出绩效目标申报表: the central layout, the medium-term targets and the year's side by side."""
from forms.look import new_form, print_on_a4, put, set_heights, set_widths


def project_targets():
    workbook, sheet = new_form("项目支出绩效目标申报表")
    set_widths(sheet, (5, 10, 11, 18, 16, 11, 10, 9, 13))
    set_heights(sheet, 24, 34, {1: 6, 2: 36, 3: 18, 4: 6, 5: 24, 6: 24, 7: 24, 8: 21, 9: 21, 10: 21, 11: 21, 12: 21, 13: 96, 14: 26})
    put(sheet, "A2:I2", "title", "项目支出绩效目标申报表")
    put(sheet, "A3:I3", "middle", "（    年度）")
    put(sheet, "A5:C5", "label", "项目名称")
    put(sheet, "D5:I5", "name")
    for row, left, right in ((6, "主管部门及代码", "实施单位"), (7, "项目属性", "项目周期")):
        put(sheet, f"A{row}:C{row}", "label", left)
        put(sheet, f"D{row}:E{row}", "name")
        put(sheet, f"F{row}:G{row}", "label", right)
        put(sheet, f"H{row}:I{row}", "name")

    put(sheet, "A8:C11", "label", "项目资金\n（万元）")
    for row, left, right in ((8, "中期资金总额：", "年度资金总额："), (9, "  其中：财政拨款", "  其中：财政拨款"),
                             (10, "        上年结转资金", "        上年结转资金"), (11, "        其他资金", "        其他资金")):
        put(sheet, f"D{row}", "name", left)
        put(sheet, f"E{row}", "money")
        put(sheet, f"F{row}:G{row}", "name", right)
        put(sheet, f"H{row}:I{row}", "money")

    put(sheet, "A12:A13", "label", "总体目标")
    put(sheet, "B12:E12", "label", "中期目标")
    put(sheet, "F12:I12", "label", "年度目标")
    put(sheet, "B13:E13", "prose")
    put(sheet, "F13:I13", "prose")

    put(sheet, "A14:A24", "label", "绩效指标")
    for area, heading in (("B14", "一级指标"), ("C14", "二级指标"), ("D14", "三级指标"), ("E14", "指标值"), ("F14", "二级指标"),
                          ("G14:H14", "三级指标"), ("I14", "指标值"),
                          ("B15:B19", "产出指标"), ("B20:B23", "效益指标"), ("B24", "满意度指标")):
        put(sheet, area, "label", heading)
    for area, second in (("{0}15:{0}16", "数量指标"), ("{}17", "质量指标"), ("{}18", "时效指标"), ("{}19", "成本指标"),
                         ("{}20", "经济效益指标"), ("{}21", "社会效益指标"), ("{}22", "生态效益指标"), ("{}23", "可持续影响指标"),
                         ("{}24", "服务对象满意度指标")):
        for letter in "CF":
            put(sheet, area.format(letter), "label", second)
    for row in range(15, 25):
        for area in ("D{0}", "E{0}", "G{0}:H{0}", "I{0}"):
            put(sheet, area.format(row), "text")
    print_on_a4(sheet, "A1:I24")
    return workbook


FORMS = {"项目支出绩效目标申报表": project_targets}
