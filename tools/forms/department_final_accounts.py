"""D1–D9 部门决算公开九表: one workbook of nine sheets, in the wording of 2020 (26 functional classes)."""
from forms.look import new_form, print_on_a4, put, set_heights, set_widths

ORDINALS = ("一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 "
            "二十一 二十二 二十三 二十四 二十五 二十六").split()
# 2020年政府收支分类科目: the functional classes, in the order of their codes.
FUNCTIONS = ("一般公共服务支出 外交支出 国防支出 公共安全支出 教育支出 科学技术支出 文化旅游体育与传媒支出 社会保障和就业支出 "
             "卫生健康支出 节能环保支出 城乡社区支出 农林水支出 交通运输支出 资源勘探工业信息等支出 商业服务业等支出 金融支出 "
             "援助其他地区支出 自然资源海洋气象等支出 住房保障支出 粮油物资储备支出 国有资本经营预算支出 灾害防治及应急管理支出 "
             "其他支出 债务还本支出 债务付息支出 抗疫特别国债安排的支出").split()
INCOMES = ("一般公共预算财政拨款收入 政府性基金预算财政拨款收入 国有资本经营预算财政拨款收入 上级补助收入 事业收入 经营收入 "
           "附属单位上缴收入 其他收入").split()
FUNDS = ("一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款")

# 2020年部门预算支出经济分类科目: (code, name), a class (three digits) before its items.
PERSONNEL = (
    ("301", "工资福利支出"), ("30101", "基本工资"), ("30102", "津贴补贴"), ("30103", "奖金"), ("30106", "伙食补助费"),
    ("30107", "绩效工资"), ("30108", "机关事业单位基本养老保险缴费"), ("30109", "职业年金缴费"),
    ("30110", "职工基本医疗保险缴费"), ("30111", "公务员医疗补助缴费"), ("30112", "其他社会保障缴费"),
    ("30113", "住房公积金"), ("30114", "医疗费"), ("30199", "其他工资福利支出"),
    ("303", "对个人和家庭的补助"), ("30301", "离休费"), ("30302", "退休费"), ("30303", "退职（役）费"),
    ("30304", "抚恤金"), ("30305", "生活补助"), ("30306", "救济费"), ("30307", "医疗费补助"), ("30308", "助学金"),
    ("30309", "奖励金"), ("30310", "个人农业生产补贴"), ("30311", "代缴社会保险费"),
    ("30399", "其他对个人和家庭的补助"))
OPERATION = (
    ("302", "商品和服务支出"), ("30201", "办公费"), ("30202", "印刷费"), ("30203", "咨询费"), ("30204", "手续费"),
    ("30205", "水费"), ("30206", "电费"), ("30207", "邮电费"), ("30208", "取暖费"), ("30209", "物业管理费"),
    ("30211", "差旅费"), ("30212", "因公出国（境）费用"), ("30213", "维修（护）费"), ("30214", "租赁费"),
    ("30215", "会议费"), ("30216", "培训费"), ("30217", "公务接待费"), ("30218", "专用材料费"),
    ("30224", "被装购置费"), ("30225", "专用燃料费"), ("30226", "劳务费"), ("30227", "委托业务费"),
    ("30228", "工会经费"), ("30229", "福利费"), ("30231", "公务用车运行维护费"), ("30239", "其他交通费用"),
    ("30240", "税金及附加费用"), ("30299", "其他商品和服务支出"),
    ("310", "资本性支出"), ("31001", "房屋建筑物购建"), ("31002", "办公设备购置"), ("31003", "专用设备购置"),
    ("31005", "基础设施建设"), ("31006", "大型修缮"), ("31007", "信息网络及软件购置更新"), ("31008", "物资储备"),
    ("31009", "土地补偿"), ("31010", "安置补助"), ("31011", "地上附着物和青苗补偿"), ("31012", "拆迁补偿"),
    ("31013", "公务用车购置"), ("31019", "其他交通工具购置"), ("31021", "文物和陈列品购置"), ("31022", "无形资产购置"),
    ("31099", "其他资本性支出"))


def heading(sheet, number, title, columns):
    """Rows 1 to 3: the title with its number, the year, the department and the unit of money."""
    last = columns[-1]
    put(sheet, f"A1:{last}1", "title", title)
    put(sheet, f"A2:{columns[-2]}2", "middle", "（    年度）")
    put(sheet, f"{last}2", "unit", f"公开{number:02}表")
    put(sheet, f"A3:{columns[-2]}3", "heading", "部门：")
    put(sheet, f"{last}3", "unit", "单位：万元")


def finish(sheet, columns, row, remark, widths, orientation="portrait"):
    """The remark under the table, and the paper."""
    put(sheet, f"A{row}:{columns[-1]}{row}", "remark", f"注：{remark}")
    set_widths(sheet, widths)
    set_heights(sheet, row, 18, {1: 32, row: 30})
    print_on_a4(sheet, f"A1:{columns[-1]}{row}", orientation)


def income_and_expenditure(sheet):
    """D1: two sides, each with labels of its own."""
    heading(sheet, 1, "收入支出决算总表", "ABCD")
    put(sheet, "A4:B4", "label", "收入")
    put(sheet, "C4:D4", "label", "支出")
    for letter, text in zip("ABCD", ("项目", "决算数", "项目（按功能分类）", "决算数")):
        put(sheet, f"{letter}5", "label", text)
    left = [f"{n}、{name}" for n, name in zip(ORDINALS, INCOMES)]
    right = [f"{n}、{name}" for n, name in zip(ORDINALS, FUNCTIONS)]
    left += [None] * (len(right) - len(left))
    left += ["本年收入合计", "使用非财政拨款结余", "年初结转和结余", "总计"]
    right += ["本年支出合计", "结余分配", "年末结转和结余", "总计"]
    for row, (income, expenditure) in enumerate(zip(left, right), 6):
        put(sheet, f"A{row}", "item", income)
        put(sheet, f"B{row}", "money")
        put(sheet, f"C{row}", "item", expenditure)
        put(sheet, f"D{row}", "money")
    finish(sheet, "ABCD", 36, "本表反映部门本年度的总收支和年初、年末结转和结余情况。", (36, 16, 36, 16))


def by_function(sheet, number, title, headings, remark, total_first=True, rows=12, orientation="landscape"):
    """D2, D3, D5: amounts by functional code, the 合计 above (or below) the rows."""
    columns = "ABCDEFGHI"[:2 + len(headings)]
    heading(sheet, number, title, columns)
    put(sheet, "A4:B4", "label", "项目")
    put(sheet, "A5", "label", "功能分类科目编码")
    put(sheet, "B5", "label", "科目名称")
    for letter, text in zip(columns[2:], headings):
        put(sheet, f"{letter}4:{letter}5", "label", text)
    total, first = (6, 7) if total_first else (6 + rows, 6)
    put(sheet, f"A{total}:B{total}", "label", "合计")
    for row in range(6, 7 + rows):
        if row != total:
            put(sheet, f"A{row}", "code")
            put(sheet, f"B{row}", "item")
        for letter in columns[2:]:
            put(sheet, f"{letter}{row}", "money")
    finish(sheet, columns, 7 + rows, remark, (16, 34, *(15 for _ in headings)), orientation)
    sheet.row_dimensions[5].height = 30
    sheet.print_title_rows = "1:5"


def fiscal_funds(sheet):
    """D4: two sides; the right one by kind of budget."""
    heading(sheet, 4, "财政拨款收入支出决算总表", "ABCDEFG")
    put(sheet, "A4:B4", "label", "收入")
    put(sheet, "C4:G4", "label", "支出")
    for letter, text in zip("ABCDEFG", ("项目", "决算数", "项目（按功能分类）", "合计", *FUNDS)):
        put(sheet, f"{letter}5", "label", text)
    left = [f"{n}、{name}" for n, name in zip(ORDINALS, FUNDS)]
    right = [f"{n}、{name}" for n, name in zip(ORDINALS, FUNCTIONS)]
    left += [None] * (len(right) - len(left))
    left += ["本年收入合计", "年初财政拨款结转和结余", *FUNDS, "总计"]
    right += ["本年支出合计", "年末财政拨款结转和结余", None, None, None, "总计"]
    for row, (income, expenditure) in enumerate(zip(left, right), 6):
        put(sheet, f"A{row}", "item", income)
        put(sheet, f"B{row}", "money")
        put(sheet, f"C{row}", "item", expenditure)
        for letter in "DEFG":
            put(sheet, f"{letter}{row}", "money")
    finish(sheet, "ABCDEFG", 38, "本表反映部门本年度一般公共预算、政府性基金预算和国有资本经营预算财政拨款的总收支和年初、年末结转和结余情况。",
           (32, 15, 32, 15, 15, 15, 15))
    sheet.row_dimensions[5].height = 30


def basic_expenditure(sheet):
    """D6: economic classes on two sides, every one printed."""
    heading(sheet, 6, "一般公共预算财政拨款基本支出决算表", "ABCDEF")
    put(sheet, "A4:C4", "label", "人员经费")
    put(sheet, "D4:F4", "label", "公用经费")
    for letter, text in zip("ABCDEF", ("科目编码", "科目名称", "决算数") * 2):
        put(sheet, f"{letter}5", "label", text)
    for start, items in (("A", PERSONNEL), ("D", OPERATION)):
        letters = [chr(ord(start) + n) for n in range(3)]
        for n in range(len(OPERATION)):
            code, name = items[n] if n < len(items) else (None, None)
            put(sheet, f"{letters[0]}{6 + n}", "code", code)
            put(sheet, f"{letters[1]}{6 + n}", "item", name)
            put(sheet, f"{letters[2]}{6 + n}", "money")
    row = 6 + len(OPERATION)
    for area, letter, text in ((f"A{row}:B{row}", "C", "人员经费合计"), (f"D{row}:E{row}", "F", "公用经费合计")):
        put(sheet, area, "label", text)
        put(sheet, f"{letter}{row}", "money")
    put(sheet, f"A{row + 1}:E{row + 1}", "label", "合计")
    put(sheet, f"F{row + 1}", "money")
    finish(sheet, "ABCDEF", row + 2, "本表反映部门本年度一般公共预算财政拨款基本支出明细情况。", (12, 32, 15, 12, 32, 15))


def three_public_expenses(sheet):
    """D7: one row of amounts under three rows of headings."""
    heading(sheet, 7, "财政拨款“三公”经费支出决算表", "ABCDEFGHIJKL")
    for area, text in (("A4:F4", "预算数"), ("G4:L4", "决算数")):
        put(sheet, area, "label", text)
    for letters in ("ABCDEF", "GHIJKL"):
        a, b, c, d, e, f = letters
        put(sheet, f"{a}5:{a}6", "label", "合计")
        put(sheet, f"{b}5:{b}6", "label", "因公出国（境）费")
        put(sheet, f"{c}5:{e}5", "label", "公务用车购置及运行维护费")
        for letter, text in ((c, "小计"), (d, "公务用车购置费"), (e, "公务用车运行维护费")):
            put(sheet, f"{letter}6", "label", text)
        put(sheet, f"{f}5:{f}6", "label", "公务接待费")
        for letter in letters:
            put(sheet, f"{letter}7", "money")
    finish(sheet, "ABCDEFGHIJKL", 8, "本表反映部门本年度财政拨款“三公”经费支出预决算情况。", (12,) * 12, "landscape")
    sheet.row_dimensions[6].height = 30


def fund_balance(sheet, number, title, remark):
    """D8, D9: what one kind of budget had, received, spent and kept."""
    columns = "ABCDEFGH"
    heading(sheet, number, title, columns)
    put(sheet, "A4:B4", "label", "项目")
    put(sheet, "A5", "label", "功能分类科目编码")
    put(sheet, "B5", "label", "科目名称")
    for letter, text in (("C", "年初结转和结余"), ("D", "本年收入"), ("H", "年末结转和结余")):
        put(sheet, f"{letter}4:{letter}5", "label", text)
    put(sheet, "E4:G4", "label", "本年支出")
    for letter, text in zip("EFG", ("小计", "基本支出", "项目支出")):
        put(sheet, f"{letter}5", "label", text)
    put(sheet, "A6:B6", "label", "合计")
    for row in range(6, 13):
        if row > 6:
            put(sheet, f"A{row}", "code")
            put(sheet, f"B{row}", "item")
        for letter in columns[2:]:
            put(sheet, f"{letter}{row}", "money")
    finish(sheet, columns, 13, remark, (16, 34, 15, 15, 15, 15, 15, 15), "landscape")
    sheet.row_dimensions[5].height = 30
    sheet.print_title_rows = "1:5"


def department_final_accounts():
    workbook, sheet = new_form("收入支出决算总表")
    workbook.properties.title = "部门决算公开表"
    income_and_expenditure(sheet)
    by_function(workbook.create_sheet("收入决算表"), 2, "收入决算表",
                ("本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"),
                "本表反映部门本年度取得的各项收入情况。")
    by_function(workbook.create_sheet("支出决算表"), 3, "支出决算表",
                ("本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"),
                "本表反映部门本年度各项支出情况。")
    fiscal_funds(workbook.create_sheet("财政拨款收入支出决算总表"))
    by_function(workbook.create_sheet("一般公共预算财政拨款支出决算表"), 5, "一般公共预算财政拨款支出决算表",
                ("合计", "基本支出", "项目支出"), "本表反映部门本年度一般公共预算财政拨款支出情况。", total_first=False, rows=20,
                orientation="portrait")
    basic_expenditure(workbook.create_sheet("一般公共预算财政拨款基本支出决算表"))
    three_public_expenses(workbook.create_sheet("财政拨款“三公”经费支出决算表"))
    fund_balance(workbook.create_sheet("政府性基金预算财政拨款收入支出决算表"), 8, "政府性基金预算财政拨款收入支出决算表",
                 "本表反映部门本年度政府性基金预算财政拨款收入、支出及结转和结余情况；没有的，保留空表并写明。")
    fund_balance(workbook.create_sheet("国有资本经营预算财政拨款收入支出决算表"), 9, "国有资本经营预算财政拨款收入支出决算表",
                 "本表反映部门本年度国有资本经营预算财政拨款收入、支出及结转和结余情况；没有的，保留空表并写明。")
    return workbook


FORMS = {"部门决算公开表": department_final_accounts}
