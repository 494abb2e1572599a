"""部门整体支出预算执行情况表 with the 自评报告 it belongs to, after what 上海市闵行区 offices report."""
from forms.look import new_form, print_on_a4, put, set_heights, set_widths
from forms.prose_sheet import prose_sheet


def budget_execution():
    workbook, sheet = new_form("预算执行情况表")
    workbook.properties.title = "部门整体支出预算执行情况表"
    set_widths(sheet, (18, 16, 16, 16, 16, 14))
    set_heights(sheet, 8, 24, {1: 36, 2: 20, 3: 20, 4: 32, 8: 34})
    put(sheet, "A1:F1", "title", "部门整体支出预算执行情况表")
    put(sheet, "A2:F2", "middle", "（    年度）")
    put(sheet, "A3:E3", "heading", "部门（单位）：")
    put(sheet, "F3", "unit", "单位：万元")
    for letter, text in zip("ABCDEF", ("项目", "年初预算金额", "年中调整金额", "调整后预算金额", "预算执行金额", "预算执行率")):
        put(sheet, f"{letter}4", "label", text)
    for row, text in ((5, "合计"), (6, "基本支出"), (7, "项目支出")):
        put(sheet, f"A{row}", "label", text)
        for letter in "BCDE":
            put(sheet, f"{letter}{row}", "money")
        put(sheet, f"F{row}", "rate")
    put(sheet, "A8:F8", "remark", "注：1.调减以负数填列；2.调整后预算金额=年初预算金额+年中调整金额；3.预算执行率=预算执行金额/调整后预算金额。")
    print_on_a4(sheet, "A1:F8", "landscape")
    prose_sheet(workbook.create_sheet("自评报告"), "部门整体支出预算绩效自评报告", "部门（单位）：", 24)
    return workbook


FORMS = {"部门整体支出预算执行情况表": budget_execution}
