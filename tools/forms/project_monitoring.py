"""F4 项目支出绩效目标执行监控表: the central layout of 1-7月, with boxes to tick for why and whether."""
from forms.look import new_form, print_on_a4, put, set_heights, set_widths

REASONS = ("经费保障", "制度保障", "人员保障", "硬件条件保障", "其他", "原因说明")
LIKELIHOODS = ("确定能", "有可能", "完全不可能")


def project_monitoring():
    workbook, sheet = new_form("项目支出绩效目标执行监控表")
    set_widths(sheet, (4, 9, 10, 14, 10, 10, 10, 7, 7, 7, 7, 7, 14, 7, 7, 7, 9))
    set_heights(sheet, 31, 34, {1: 6, 2: 36, 3: 18, 4: 6, 5: 24, 6: 24, 7: 24, 8: 21, 9: 21, 10: 21, 11: 21, **dict.fromkeys(range(12, 20), 15),
                                20: 21, 21: 34})
    put(sheet, "A2:Q2", "title", "项目支出绩效目标执行监控表")
    put(sheet, "A3:Q3", "middle", "（    年度）")
    put(sheet, "A5:C5", "label", "项目名称")
    put(sheet, "D5:Q5", "name")
    put(sheet, "A6:C6", "label", "主管部门及代码")
    put(sheet, "D6:F6", "name")
    put(sheet, "G6", "label", "实施单位")
    put(sheet, "H6:Q6", "name")

    put(sheet, "A7:C11", "label", "项目资金\n（万元）")
    put(sheet, "D7:G7", "label")
    columns = (("H{0}:J{0}", "年初预算数"), ("K{0}:M{0}", "1-7月执行数"), ("N{0}:O{0}", "1-7月执行率"), ("P{0}:Q{0}", "全年预计执行数"))
    for area, heading in columns:
        put(sheet, area.format(7), "label", heading)
    for row, label in ((8, "年度资金总额："), (9, "  其中：财政拨款"), (10, "        上年结转资金"), (11, "        其他资金")):
        put(sheet, f"D{row}:G{row}", "name", label)
        for area, heading in columns:
            put(sheet, area.format(row), "rate" if heading.endswith("率") else "money")

    put(sheet, "A12:A19", "label", "年度总体目标")
    put(sheet, "B12:Q19", "prose")

    put(sheet, "A20:A31", "label", "绩效指标")
    for letter, heading in zip("BCDEFG", ("一级指标", "二级指标", "三级指标", "年度指标值", "1-7月执行数", "全年预计执行数")):
        put(sheet, f"{letter}20:{letter}21", "label", heading)
    put(sheet, "H20:M20", "label", "偏差原因分析")
    put(sheet, "N20:P20", "label", "完成目标可能性")
    put(sheet, "Q20:Q21", "label", "备注")
    for letter, heading in zip("HIJKLMNOP", REASONS + LIKELIHOODS):
        put(sheet, f"{letter}21", "label", heading)
    for area, label in (("B22:B26", "产出指标"), ("B27:B30", "效益指标"), ("B31", "满意度指标"), ("C22:C23", "数量指标"), ("C24", "质量指标"),
                        ("C25", "时效指标"), ("C26", "成本指标"), ("C27", "经济效益指标"), ("C28", "社会效益指标"), ("C29", "生态效益指标"),
                        ("C30", "可持续影响指标"), ("C31", "服务对象满意度指标")):
        put(sheet, area, "label", label)
    for row in range(22, 32):
        for letter in "DEFGHIJKLMNOPQ":
            put(sheet, f"{letter}{row}", "text")
    sheet.print_title_rows = "20:21"
    print_on_a4(sheet, "A1:Q31", "landscape")
    return workbook


FORMS = {"项目支出绩效目标执行监控表": project_monitoring}
