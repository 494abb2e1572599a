"""F6 部门整体支出绩效自评表."""
from forms.look import new_form, print_on_a4, put, set_heights, set_widths


def department_self_assessment():
    """部门整体支出绩效自评表, as 株洲市 published it for 2021."""
    workbook, sheet = new_form("部门整体支出绩效自评表")
    set_widths(sheet, (14.3, 8, 8, 9, 10, 10, 16, 6.9, 7.7, 6, 7))
    set_heights(sheet, 23, 33, {1: 36, 2: 6, 3: 24, 4: 34, 5: 21, 6: 21, 7: 21, 8: 21, 9: 21, 10: 84, 11: 34, 22: 24, 23: 32})

    put(sheet, "A1:K1", "title", "    年度部门整体支出绩效自评表")
    put(sheet, "A3:B3", "label", "部门名称")
    put(sheet, "C3:K3", "name")

    put(sheet, "A4:B8", "label", "资金情况\n(万元)")
    put(sheet, "C4:D4", "label", "年度资金总额")
    for letter, heading in (("E", "年初预算数"), ("F", "全年预算数"), ("G", "全年执行数"), ("H", "分值")):
        put(sheet, f"{letter}4", "label", heading)
    put(sheet, "I4:J4", "label", "执行率")
    put(sheet, "K4", "label", "得分(分值×执行率)")
    for row, label in ((5, "合计"), (6, "其中：当年财政拨款"), (7, "上年结转资金"), (8, "其他资金")):
        put(sheet, f"C{row}:D{row}", "label", label)
        for letter in "EFG":
            put(sheet, f"{letter}{row}", "money")
        put(sheet, f"H{row}", "score", 10 if row == 5 else None)
        put(sheet, f"I{row}:J{row}", "rate")
        put(sheet, f"K{row}", "score")

    put(sheet, "A9:A10", "label", "年度总体目标")
    put(sheet, "B9:F9", "label", "预期目标")
    put(sheet, "G9:K9", "label", "实际完成情况")
    put(sheet, "B10:F10", "prose")
    put(sheet, "G10:K10", "prose")

    put(sheet, "A11:A21", "label", "绩效指标")
    for area, heading in (("B11", "一级指标"), ("C11", "二级指标"), ("D11:E11", "三级指标"), ("F11", "年度指标值"),
                          ("G11", "实际完成值"), ("H11", "分值"), ("I11", "得分"), ("J11:K11", "偏差原因分析及改进措施")):
        put(sheet, area, "label", heading)
    for area, label in (("B12:B16", "产出指标\n(50分)"), ("B17:B20", "效益指标\n(30分)"), ("B21", "满意度指标\n(10分)"),
                        ("C12:C13", "数量指标"), ("C14", "质量指标"), ("C15", "时效指标"), ("C16", "成本指标"),
                        ("C17", "经济效益指标"), ("C18", "社会效益指标"), ("C19", "生态效益指标"),
                        ("C20", "可持续影响指标"), ("C21", "服务对象满意度指标")):
        put(sheet, area, "label", label)
    for row in range(12, 22):
        put(sheet, f"D{row}:E{row}", "text")
        put(sheet, f"F{row}", "text")
        put(sheet, f"G{row}", "text")
        put(sheet, f"H{row}", "score")
        put(sheet, f"I{row}", "score")
        put(sheet, f"J{row}:K{row}", "text")

    put(sheet, "A22:G22", "label", "总分")
    put(sheet, "H22", "score", 100)
    put(sheet, "I22", "score")
    put(sheet, "J22:K22", "label", "等级：")
    put(sheet, "A23:K23", "remark",
        "备注：1.“执行率”=“全年执行数”/“全年预算数”；\n"
        "2.总分设置为100分，等级划分为：90分(含)—100分为优，80分(含)—90分为良，60分(含)—80分为中，60分以下为差。")

    print_on_a4(sheet, "A1:K23")
    return workbook


FORMS = {"部门整体支出绩效自评表": department_self_assessment}
