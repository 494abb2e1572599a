"""F7 项目绩效目标完成情况表, as 四川 prints it inside a department's published accounts: a sheet a project."""
from forms.look import new_form, print_on_a4, put, set_heights, set_widths

FIRST, LAST = 11, 17  # the sample rows of the indicators


def project_completion():
    workbook, sheet = new_form("项目绩效目标完成情况表")
    set_widths(sheet, (14, 15, 15, 24, 24, 24))
    set_heights(sheet, LAST, 44, {1: 34, 2: 20, 3: 24, 4: 24, 5: 21, 6: 21, 7: 21, 8: 21, 9: 110, 10: 32})
    put(sheet, "A1:F1", "title", "项目绩效目标完成情况表")
    put(sheet, "A2:F2", "middle", "(    年度)")
    for row, text in ((3, "项目名称"), (4, "预算单位")):
        put(sheet, f"A{row}:B{row}", "label", text)
        put(sheet, f"C{row}:F{row}", "name")
    put(sheet, "A5:A7", "label", "预算执行情况(万元)")
    for row, budget, spent in ((5, "预算数:", "执行数:"), (6, "其中-财政拨款:", "其中-财政拨款:"), (7, "其它资金:", "其它资金:")):
        put(sheet, f"B{row}:C{row}", "label", budget)
        put(sheet, f"D{row}", "money")
        put(sheet, f"E{row}", "label", spent)
        put(sheet, f"F{row}", "money")
    put(sheet, "A8:A9", "label", "年度目标完成情况")
    put(sheet, "B8:D8", "label", "预期目标")
    put(sheet, "E8:F8", "label", "实际完成目标")
    put(sheet, "B9:D9", "prose")
    put(sheet, "E9:F9", "prose")
    put(sheet, f"A10:A{LAST}", "label", "绩效指标完成情况")
    for letter, heading in zip("BCDEF", ("一级指标", "二级指标", "三级指标", "预期指标值", "实际完成指标值")):
        put(sheet, f"{letter}10", "label", heading)
        for row in range(FIRST, LAST + 1):
            put(sheet, f"{letter}{row}", "text")
    print_on_a4(sheet, f"A1:F{LAST}")
    return workbook


FORMS = {"项目绩效目标完成情况表": project_completion}
