"""F5 项目支出绩效自评表: the central layout, and those of 云南 (公开14表) and 四川 (510000_0013zp)."""
from forms.look import new_form, print_on_a4, put, set_heights, set_widths

DASH, SLASH = "—", "/"


def headings(sheet, areas):
    for area, heading in areas:
        put(sheet, area, "label", heading)


def inputs(sheet, row, columns, look):
    for column in columns:
        put(sheet, column.format(row), look)


def central():
    workbook, sheet = new_form("项目支出绩效自评表")
    set_widths(sheet, (14.3, 8, 8, 9, 10, 10, 16, 6.9, 7.7, 6, 7))
    set_heights(sheet, 25, 34, {1: 36, 2: 18, 3: 6, 4: 24, 5: 24, 7: 21, 8: 21, 9: 21, 10: 21, 11: 21, 12: 84, 24: 24, 25: 44})
    put(sheet, "A1:K1", "title", "项目支出绩效自评表")
    put(sheet, "A2:K2", "middle", "（    年度）")
    put(sheet, "A4:B4", "label", "项目名称")
    put(sheet, "C4:K4", "name")
    headings(sheet, (("A5:B5", "主管部门"), ("F5", "实施单位")))
    put(sheet, "C5:E5", "name")
    put(sheet, "G5:K5", "name")

    put(sheet, "A6:B10", "label", "项目资金\n（万元）")
    put(sheet, "C6:D6", "label")
    headings(sheet, (("E6", "年初预算数"), ("F6", "全年预算数"), ("G6", "全年执行数"), ("H6", "分值"), ("I6:J6", "执行率"), ("K6", "得分")))
    for row, label in enumerate(("年度资金总额", "其中：当年财政拨款", "上年结转资金", "其他资金"), 7):
        put(sheet, f"C{row}:D{row}", "label", label)
        inputs(sheet, row, ("E{}", "F{}", "G{}"), "money")
        put(sheet, f"H{row}", "score", 10 if row == 7 else DASH)
        put(sheet, f"I{row}:J{row}", "rate")
        put(sheet, f"K{row}", "score", None if row == 7 else DASH)

    headings(sheet, (("A11:A12", "年度总体目标"), ("B11:F11", "预期目标"), ("G11:K11", "实际完成情况")))
    put(sheet, "B12:F12", "prose")
    put(sheet, "G12:K12", "prose")

    headings(sheet, (("A13:A23", "绩效指标"), ("B13", "一级指标"), ("C13", "二级指标"), ("D13:E13", "三级指标"), ("F13", "年度指标值"),
                     ("G13", "实际完成值"), ("H13", "分值"), ("I13", "得分"), ("J13:K13", "偏差原因分析及改进措施"),
                     ("B14:B18", "产出指标"), ("B19:B22", "效益指标"), ("B23", "满意度指标"),
                     ("C14:C15", "数量指标"), ("C16", "质量指标"), ("C17", "时效指标"), ("C18", "成本指标"), ("C19", "经济效益指标"),
                     ("C20", "社会效益指标"), ("C21", "生态效益指标"), ("C22", "可持续影响指标"), ("C23", "服务对象满意度指标")))
    for row in range(14, 24):
        inputs(sheet, row, ("D{0}:E{0}", "F{0}", "G{0}", "J{0}:K{0}"), "text")
        inputs(sheet, row, ("H{}", "I{}"), "score")

    put(sheet, "A24:G24", "label", "总分")
    put(sheet, "H24", "score", 100)
    put(sheet, "I24", "score")
    put(sheet, "J24:K24", "text")
    put(sheet, "A25:K25", "remark",
        "注：1.执行率＝全年执行数÷全年预算数；得分＝分值×执行率，不超过分值。\n"
        "2.未完成年度指标值，或执行率低于90%的，须在偏差原因栏说明。")
    print_on_a4(sheet, "A1:K25")
    return workbook


def yunnan():
    workbook, sheet = new_form("项目支出绩效自评表")
    set_widths(sheet, (12, 13, 16, 9, 10, 13, 14, 8, 8, 17))
    set_heights(sheet, 27, 32, {1: 36, 2: 18, 3: 18, 4: 24, 5: 24, 7: 21, 8: 21, 9: 21, 10: 21, 11: 21, 12: 84, 13: 21, 14: 21,
                                25: 30, 26: 24, 27: 44})
    put(sheet, "A1:J1", "title", "项目支出绩效自评表")
    put(sheet, "A2:J2", "middle", "（    年度）")
    put(sheet, "A3:H3", "heading", "编制单位：")
    put(sheet, "I3:J3", "unit", "公开14表  金额单位：元")
    put(sheet, "A4", "label", "项目名称")
    put(sheet, "B4:J4", "name")
    headings(sheet, (("A5", "主管部门"), ("F5:G5", "实施单位")))
    put(sheet, "B5:E5", "name")
    put(sheet, "H5:J5", "name")

    put(sheet, "A6:A10", "label", "项目资金\n（元）")
    put(sheet, "B6:C6", "label")
    headings(sheet, (("D6:E6", "年初预算数"), ("F6", "全年预算数"), ("G6", "全年执行数"), ("H6", "分值"), ("I6", "执行率"), ("J6", "得分")))
    for row, label in enumerate(("年度资金总额", "其中：当年财政拨款", "上年结转资金", "非财政拨款"), 7):
        put(sheet, f"B{row}:C{row}", "label", label)
        inputs(sheet, row, ("D{0}:E{0}", "F{0}", "G{0}"), "money")
        put(sheet, f"H{row}", "score", 10 if row == 7 else DASH)
        put(sheet, f"I{row}", "rate")
        put(sheet, f"J{row}", "score", None if row == 7 else DASH)

    headings(sheet, (("A11:A12", "年度总体目标"), ("B11:F11", "预期目标"), ("G11:J11", "实际完成情况")))
    put(sheet, "B12:F12", "prose")
    put(sheet, "G12:J12", "prose")

    headings(sheet, (("A13:F13", "绩效指标"), ("G13:G14", "实际完成值"), ("H13:H14", "分值"), ("I13:I14", "得分"),
                     ("J13:J14", "偏差原因分析及改进措施"), ("A14", "一级指标"), ("B14", "二级指标"), ("C14", "三级指标"),
                     ("D14", "指标性质"), ("E14", "指标值"), ("F14", "度量单位"),
                     ("A15:A19", "产出指标"), ("A20:A23", "效益指标"), ("A24", "满意度指标"),
                     ("B15:B16", "数量指标"), ("B17", "质量指标"), ("B18", "时效指标"), ("B19", "成本指标"), ("B20", "经济效益指标"),
                     ("B21", "社会效益指标"), ("B22", "生态效益指标"), ("B23", "可持续影响指标"), ("B24", "服务对象满意度指标")))
    for row in range(15, 25):
        inputs(sheet, row, ("C{}", "D{}", "E{}", "F{}", "G{}", "J{}"), "text")
        inputs(sheet, row, ("H{}", "I{}"), "score")

    put(sheet, "A25:B25", "label", "其他需要说明事项")
    put(sheet, "C25:J25", "name")
    put(sheet, "A26:G26", "label", "总分")
    put(sheet, "H26", "score", 100)
    put(sheet, "I26", "score")
    put(sheet, "J26", "text")
    put(sheet, "A27:J27", "remark",
        "注：1.执行率＝全年执行数÷全年预算数；得分＝分值×执行率，不超过分值。\n"
        "2.等级：90（含）—100分为优，80（含）—90分为良，60（含）—80分为中，60分以下为差。")
    print_on_a4(sheet, "A1:J27")
    return workbook


def sichuan():
    workbook, sheet = new_form("项目支出绩效自评表")
    set_widths(sheet, (11, 11, 13, 16, 11, 11, 11, 13, 8, 8, 18))
    set_heights(sheet, 31, 32, {1: 18, 2: 36, 3: 18, 4: 24, 5: 24, 7: 84, 8: 60, 15: 21, 16: 21, 27: 24, 28: 60, 29: 60, 30: 60, 31: 24})
    put(sheet, "A1:K1", "unit", "报表编号：510000_0013zp")
    put(sheet, "A2:K2", "title", "项目支出绩效自评表")
    put(sheet, "A3:K3", "middle", "（    年度）")
    headings(sheet, (("A4:B4", "项目名称"), ("A5:B5", "主管部门"), ("F5:G5", "实施单位")))
    put(sheet, "C4:K4", "name")
    put(sheet, "C5:E5", "name")
    put(sheet, "H5:K5", "name")

    headings(sheet, (("A6:A8", "项目基本情况"), ("B6:C7", "1.项目年度目标完成情况"), ("D6:G6", "项目年度目标"), ("H6:K6", "年度目标完成情况"),
                     ("B8:C8", "2.项目实施内容及过程概述")))
    put(sheet, "D7:G7", "prose")
    put(sheet, "H7:K7", "prose")
    put(sheet, "D8:K8", "prose")

    put(sheet, "A9:A14", "label", "预算执行情况\n(10分)")
    headings(sheet, (("B9:C9", "年度预算数（万元）"), ("D9", "年初预算"), ("E9", "调整后预算数"), ("F9:G9", "预算执行数"), ("H9", "预算执行率"),
                     ("I9", "权重"), ("J9", "得分"), ("K9", "原因")))
    for row, label in enumerate(("总额", "其中：财政资金", "财政专户管理资金", "单位资金", "其他资金"), 10):
        put(sheet, f"B{row}:C{row}", "label", label)
        inputs(sheet, row, ("D{0}", "E{0}", "F{0}:G{0}"), "money")
        put(sheet, f"H{row}", "rate")
        put(sheet, f"I{row}", "score", 10 if row == 10 else SLASH)
        put(sheet, f"J{row}", "score", None if row == 10 else SLASH)
        put(sheet, f"K{row}", "text")

    put(sheet, "A15:A26", "label", "绩效指标\n(90分)")
    headings(sheet, (("B15:D15", "绩效指标"), ("E15:G15", "年度指标值"), ("H15:H16", "完成值"), ("I15:I16", "权重"), ("J15:J16", "得分"),
                     ("K15:K16", "未完成原因分析"), ("B16", "一级指标"), ("C16", "二级指标"), ("D16", "三级指标"), ("E16", "指标性质"),
                     ("F16", "指标值"), ("G16", "度量单位"),
                     ("B17:B21", "产出指标"), ("B22:B25", "效益指标"), ("B26", "满意度指标"),
                     ("C17:C18", "数量指标"), ("C19", "质量指标"), ("C20", "时效指标"), ("C21", "成本指标"), ("C22", "经济效益指标"),
                     ("C23", "社会效益指标"), ("C24", "生态效益指标"), ("C25", "可持续影响指标"), ("C26", "服务对象满意度指标")))
    for row in range(17, 27):
        inputs(sheet, row, ("D{}", "E{}", "F{}", "G{}", "H{}", "K{}"), "text")
        inputs(sheet, row, ("I{}", "J{}"), "score")

    put(sheet, "A27:H27", "label", "合计")
    put(sheet, "I27", "score", 100)
    put(sheet, "J27", "score")
    put(sheet, "K27", "text")
    for row, label in ((28, "评价结论"), (29, "存在问题"), (30, "改进措施")):
        put(sheet, f"A{row}:B{row}", "label", label)
        put(sheet, f"C{row}:K{row}", "prose")
    headings(sheet, (("A31:B31", "项目负责人"), ("F31:G31", "财务负责人")))
    put(sheet, "C31:E31", "name")
    put(sheet, "H31:K31", "name")
    print_on_a4(sheet, "A1:K31")
    return workbook


FORMS = {"项目支出绩效自评表": central, "项目支出绩效自评表_云南": yunnan, "项目支出绩效自评表_四川": sichuan}
