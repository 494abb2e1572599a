"""部门预算绩效文本: what 河北省's departments submit before their 预算项目绩效目标表: contents, goals of the whole, measures."""
from forms.look import new_form, print_on_a4, put, set_heights, set_widths


def text_sheet(sheet, title, lines, height):
    """A page of running text: a paragraph a row."""
    set_widths(sheet, (80,))
    set_heights(sheet, lines + 1, height, {1: 36})
    put(sheet, "A1", "title", title)
    for row in range(2, lines + 2):
        put(sheet, f"A{row}", "page")
    print_on_a4(sheet, f"A1:A{lines + 1}")


def contents(sheet):
    set_widths(sheet, (84, 8))
    set_heights(sheet, 21, 22, {1: 36})
    put(sheet, "A1:B1", "title", "目 录")
    for row in range(2, 22):
        put(sheet, f"A{row}", "page")
        put(sheet, f"B{row}", "number")
    print_on_a4(sheet, "A1:B21")


def goals_by_office(sheet):
    """分项绩效目标: each office's goal, its indicators, and what is 优, 良, 中, 差 of each."""
    set_widths(sheet, (13, 34, 28, 8, 8, 8, 9))
    set_heights(sheet, 10, 44, {1: 36, 2: 6, 3: 22, 4: 22})
    put(sheet, "A1:G1", "title", "分项绩效目标")
    for area, heading in (("A3:A4", "科室"), ("B3:B4", "绩效目标"), ("C3:C4", "绩效指标"), ("D3:G3", "评价标准"),
                          ("D4", "优"), ("E4", "良"), ("F4", "中"), ("G4", "差")):
        put(sheet, area, "label", heading)
    put(sheet, "A5:A10", "text")
    put(sheet, "B5:B10", "prose")
    for row in range(5, 11):
        put(sheet, f"C{row}", "text")
        for letter in "DEFG":
            put(sheet, f"{letter}{row}", "part")
    print_on_a4(sheet, "A1:G10")


def budget_performance_text():
    workbook, cover = new_form("封面")
    set_widths(cover, (80,))
    set_heights(cover, 2, 60, {})
    put(cover, "A1", "title", "    年部门预算绩效文本")
    put(cover, "A2", "heading", "    编制")
    print_on_a4(cover, "A1:A2")
    contents(workbook.create_sheet("目录"))
    text_sheet(workbook.create_sheet("总体绩效目标"), "总体绩效目标", 8, 90)
    goals_by_office(workbook.create_sheet("分项绩效目标"))
    text_sheet(workbook.create_sheet("工作保障措施"), "工作保障措施", 6, 90)
    return workbook


FORMS = {"部门预算绩效文本": budget_performance_text}
