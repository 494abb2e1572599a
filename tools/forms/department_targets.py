"""F1 部门（单位）整体绩效目标申报表, as 威海市环翠区 had it for the budget of 2022."""
from forms.look import new_form, print_on_a4, put, set_heights, set_widths

TITLE = "部门（单位）整体绩效目标申报表"
LAST = "M"
REMARK = (
    "备注：对绩效指标设置的要求具体包括：①绩效指标要反映职责履行的核心指标，而不是反映日常具体工作内容或产出的指标。设置绩效指标时，要避免直接将常规工作任务"
    "完成情况直接作为考核部门职责的绩效指标。②绩效指标应以结果性指标为主，尽量减少过程性指标。③符合现阶段工作改进方向或事业发展方向。④产出必须包括数量、质量、"
    "时效指标，根据情况设置成本指标，若指标太零碎，相同或相似的指标可合并。指标名称不可太长，需合理概括；指标值必须量化，指标设置以定量指标为主。⑤效益指标要求，"
    "经济、社会、生态效益指标，根据部门实际完整填列，至少涵盖一项，指标名称不可太长，需合理概括，指标值可以设置定量指标也可以设置定性指标，但是要可衡量。"
    "⑥民生、社会服务类有明确服务对象的职责，应设置服务对象满意度指标。⑦年度指标值应具有挑战性。⑧指标值格式为“符号+数值+单位”。⑨设置核心指标，法律、法规、规章和"
    "区级以上党委、政府及其工作部门对本部门职责范围内的工作有明确的目标和指标要求的，应优先列示。")

TASKS = 24  # the first row of 年度主要任务, under two rows of headings
SAMPLE_TASKS = (2, 2, 2)  # rows a 职能 takes
SAMPLE_INDICATORS = (("基本运行绩效", (2, 1, 1)), ("重点履职绩效", (2, 2)), ("部门综合绩效", (1, 1, 1, 1)))  # rows a 二级指标 takes


def fixed_blocks(sheet):
    """Rows 1 to 21: who, what for, how many, how much."""
    put(sheet, f"A1:{LAST}1", "title", TITLE)
    put(sheet, f"A2:{LAST}2", "middle", "（    年）")
    put(sheet, "A3", "label", "部门名称")
    put(sheet, f"B3:{LAST}3", "name")
    put(sheet, "A4", "label", "联系人")
    put(sheet, "B4:F4", "name")
    put(sheet, "G4:H4", "label", "联系电话")
    put(sheet, f"I4:{LAST}4", "name")
    for row, label in ((5, "部门职能"), (6, "部门战略目标"), (7, "年度绩效目标")):
        put(sheet, f"A{row}", "label", label)
        put(sheet, f"B{row}:{LAST}{row}", "prose")
    put(sheet, "A8:A10", "label", "部门基本信息")
    for row, text in ((8, "直属单位    个，包括："), (9, "直属单位是否一并纳入本表填报的预算绩效管理范围：☐是 ☐否"),
                      (10, "内设职能部门：    个，包括：")):
        put(sheet, f"B{row}:{LAST}{row}", "name", text)

    put(sheet, "A11:A15", "label", "人员情况")
    for area, heading in (("B{0}:E{0}", "内容"), ("F{0}:I{0}", "2021年"), ("J{0}:M{0}", "2022年")):
        put(sheet, area.format(11), "label", heading)
    for row, label in enumerate(("人员编制数（人）", "在职人员总数（人）", "其中：在编人员数（人）", "其他人员数（人）"), 12):
        put(sheet, f"B{row}:E{row}", "label", label)
        put(sheet, f"F{row}:I{row}", "text")
        put(sheet, f"J{row}:M{row}", "text")

    put(sheet, "A16:A21", "label", "预算情况\n（万元）")
    for area, heading in (("B16:B17", "内容"), ("C16:E16", "2021年部门收入"), ("F16:F17", "2022年部门预算收入数"), ("G16:G17", "内容"),
                          ("H16:L16", "2021年部门支出"), ("M16:M17", "2022年部门预算支出数"), ("C17", "预算收入数"), ("D17", "调整后预算收入数"),
                          ("E17", "实际收入数"), ("H17", "预算支出数"), ("I17", "调整后预算支出数"), ("J17", "实际支出数"), ("K17", "年末结转数"),
                          ("L17", "年末结余数")):
        put(sheet, area, "label", heading)
    for row, (income, spending) in enumerate((("上级财政拨款", "基本支出"), ("本级财政安排", "项目支出"), ("其他资金", None), ("收入合计", "支出合计")), 18):
        put(sheet, f"B{row}", "label", income)
        put(sheet, f"G{row}", "label", spending)
        for letter in "CDEFHIJKLM":
            put(sheet, f"{letter}{row}", "money" if spending or letter < "G" else "label")


def merged_runs(sheet, columns, row, lengths, look, texts=None):
    """One merged area over each run of rows, in columns like B:C; the first row after them."""
    first, last = columns.split(":")
    for n, length in enumerate(lengths):
        put(sheet, f"{first}{row}:{last}{row + length - 1}", look, texts and texts[n])
        row += length
    return row


def task_rows(sheet, duties, policies):
    """年度主要任务: rows a 职能 takes, rows a 政策或重点任务 takes."""
    for area, heading in (("B22:C23", "职能\n（名词+动词）"), ("D22:E23", "政策或重点任务\n（根据职能分解对应的政策和重点任务，动词+名词结构）"),
                          ("F22:G23", "对应的拟安排项目\n（完整规范的预算项目名称）"), ("H22:I23", "预算资金\n（万元）"), ("J22:L22", "其中："),
                          ("J23:K23", "财政拨款（万元）"), ("L23", "其他资金（万元）"), ("M22:M23", "是否")):
        put(sheet, area, "label", heading)
    end = merged_runs(sheet, "B:C", TASKS, duties, "text")
    merged_runs(sheet, "D:E", TASKS, policies, "text")
    for row in range(TASKS, end + 1):
        total = row == end
        put(sheet, f"B{row}:G{row}" if total else f"F{row}:G{row}", "label" if total else "text", "合计" if total else None)
        put(sheet, f"H{row}:I{row}", "money")
        put(sheet, f"J{row}:K{row}", "money")
        put(sheet, f"L{row}", "money")
        put(sheet, f"M{row}", "label" if total else "text")
    put(sheet, f"A22:A{end}", "label", "年度主要任务")
    return end + 1


def indicator_rows(sheet, heading_row, levels):
    for area, heading in (("B{0}:C{0}", "一级指标"), ("D{0}:E{0}", "二级指标"), ("F{0}:J{0}", "三级指标"), ("K{0}:L{0}", "目标值"), ("M{0}", "目标值来源")):
        put(sheet, area.format(heading_row), "label", heading)
    row = heading_row + 1
    for name, seconds in levels:
        merged_runs(sheet, "B:C", row, (sum(seconds),), "label", (name,))
        row = merged_runs(sheet, "D:E", row, seconds, "text")
    for r in range(heading_row + 1, row):
        put(sheet, f"F{r}:J{r}", "name")
        put(sheet, f"K{r}:L{r}", "text")
        put(sheet, f"M{r}", "text")
    put(sheet, f"A{heading_row}:A{row - 1}", "label", "年度绩效指标")
    return row


def draw(duties=SAMPLE_TASKS, policies=SAMPLE_TASKS, levels=SAMPLE_INDICATORS):
    """The form with so many rows; without arguments the blank one."""
    workbook, sheet = new_form(TITLE)
    set_widths(sheet, (11, 12, 10, 10, 10, 11, 11, 10, 10, 10, 9, 9, 12))
    fixed_blocks(sheet)
    heading_row = task_rows(sheet, duties, policies)
    after = indicator_rows(sheet, heading_row, levels)
    put(sheet, f"A{after}", "label", "其他需要说明的问题")
    put(sheet, f"B{after}:{LAST}{after}", "prose")
    put(sheet, f"A{after + 1}:{LAST}{after + 1}", "remark", REMARK)
    tasks = {row: 38 for row in range(TASKS, heading_row - 1)}
    set_heights(sheet, after + 1, 26, {1: 36, 2: 18, 5: 330, 6: 400, 7: 330, 16: 20, 17: 34, 22: 40, 23: 30, after: 40, after + 1: 84} | tasks)
    print_on_a4(sheet, f"A1:{LAST}{after + 1}", "landscape")
    return workbook


FORMS = {TITLE: draw}
