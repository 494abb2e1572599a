"""What each unit of the example job sends, and what is to be found in it: the lines of EXPECT.tsv.

Saved by: LibreOffice 101002 101004 101005 101007 102001 102003 102006 103001 103004 103005, and 102007 as .xls; a
.NET-like program 103003; openpyxl the others, of which 102004 holds formulas without values.
"""
from dataclasses import dataclass, field, replace
from decimal import Decimal

from agile_encryption import encrypted
from example_figures import made_up
from example_units import STRANGER, UNIT
from foreign_packages import lock_file, prefixed, resaved_by_libreoffice
from seeds.zhuzhou_2021 import published
from self_assessment import FIRST, Indicator, filled, number, rounded
from sheet_moves import copy_look, insert_columns, insert_rows, merge, unmerge_inside
from workbook_package import saved, settle

DOCUMENT_TIME = "2022-03-10T00:00:00Z"
AUTHOR = "示例单位"
PASSWORD = "示例2021"
MISSING = ["101008", "103008"]
FOLDERS = {"101": "示例市城市管理局/", "102": "示例市教育局/", "103": "", "109": ""}  # one department sends its files flat


@dataclass
class File:
    path: str
    unit: str
    content: bytes
    standing: str = "in"
    kind: str = ""
    findings: list = field(default_factory=list)


def submissions():
    """Every file of 上报/, in no order."""
    return [
        sent("101001", package(filled(published())), findings=["note ZTZP-002 G6", "note ZTZP-019 G12"]),
        *clean(),
        *moved(),
        sent("102007", old_excel(package(filled(form_of("102007", funds=2)))), extension=".xls"),
        sent("102004", package(typed_full_width()), findings=full_width_notes()),
        sent("101006", package(in_yuan("元")), findings=["note ZTZP-M-单位 A4"]),
        sent("103002", package(in_yuan("万元")), findings=["error ZTZP-M-量级 F6 times_10000"]),
        *faulty(),
        sent("103005", libreoffice(package(without_budget())), findings=["unchecked ZTZP-D-执行率 F5 +3"]),
        *unreadable(),
        *repeated(),
        *strangers(),
    ]


def form_of(code, **wishes):
    unit = UNIT.get(code, STRANGER)
    return made_up(code, unit.name, unit.department, unit.size, **wishes)


def sent(code, content, standing="in", kind="", findings=(), suffix="", extension=".xlsx"):
    name = UNIT.get(code, STRANGER).name
    return File(f"上报/{FOLDERS[code[:3]]}{code}_{name}{suffix}{extension}", code, content, standing, kind, list(findings))


def package(workbook):
    return saved(workbook, DOCUMENT_TIME, AUTHOR)


def libreoffice(content):
    return settle(resaved_by_libreoffice(content), DOCUMENT_TIME, AUTHOR)


def old_excel(content):
    """As Excel 97-2003 (.xls). Of forms without formulas only: LibreOffice saves a formula's text as the number 0 there."""
    return resaved_by_libreoffice(content, "xls:MS Excel 97")


# ── as published, and clean ──

def clean():
    """Four without a fault: three with formulas that LibreOffice calculated, one from a program that prefixes every element."""
    dashes = form_of("101002", funds=1, missed=1, at=(95, 100))
    dashes.funds["上年结转资金"] = dashes.funds["其他资金"] = ["—"] * 3  # not applicable, and said so
    short = form_of("102001", funds=3, missed=2, at=(90, 97))
    short.name = UNIT["102001"].short_name
    former = form_of("103003", funds=3, missed=0, at=(98, 100))
    former.name = "示例市道路运输管理处"  # an alias in the list
    return [
        sent("101002", libreoffice(package(filled_with_dashes(dashes)))),
        sent("102001", libreoffice(package(filled(short, live=True)))),
        sent("103001", libreoffice(package(filled(form_of("103001", funds=2, missed=4, at=(80, 90)), live=True)))),
        sent("103003", prefixed(package(filled(former)))),
    ]


def filled_with_dashes(form):
    marks, form.funds = form.funds, {row: [None if v == "—" else v for v in amounts] for row, amounts in form.funds.items()}
    workbook = filled(form, live=True)
    for row, name in enumerate(marks, 6):
        for letter, value in zip("EFG", marks[name]):
            if value == "—":
                workbook.active[f"{letter}{row}"] = value
    return workbook


# ── rows and columns moved, indicators added and taken away ──

def moved():
    return [
        sent("101003", package(rows_inserted(filled(form_of("101003", funds=3, missed=1))))),
        sent("101004", libreoffice(package(column_inserted(filled(form_of("101004", funds=2, missed=2, at=(88, 97))))))),
        sent("102002", package(filled(nine_more(ten_rows("102002"))))),
        sent("102003", libreoffice(package(filled(four_fewer(ten_rows("102003")))))),
    ]


def twins():
    """The same four on the form as it was issued. Of the two whose indicator rows differ, everything but the rows themselves
    is the same: funds, goals, the score of each 一级指标, and the total."""
    yield "101003", package(filled(form_of("101003", funds=3, missed=1)))
    yield "101004", package(filled(form_of("101004", funds=2, missed=2, at=(88, 97))))
    yield "102002", package(filled(ten_rows("102002")))
    yield "102003", package(filled(ten_rows("102003")))


def rows_inserted(workbook):
    """附件 above the title, and two lines the department wanted between the name and the funds."""
    sheet = workbook.active
    insert_rows(sheet, 4, 2)
    for row, label, value in ((4, "主管部门", UNIT["101003"].department), (5, "单位编码", "101003")):
        sheet.row_dimensions[row].height = sheet.row_dimensions[3].height
        for column in range(1, 12):
            copy_look(sheet.cell(3, column), sheet.cell(row, column))
        merge(sheet, f"A{row}:B{row}")
        merge(sheet, f"C{row}:K{row}")
        sheet[f"A{row}"], sheet[f"C{row}"] = label, value
    insert_rows(sheet, 1, 1)
    sheet["A1"] = "附件2"
    return workbook


def column_inserted(workbook):
    """A column for what was adjusted during the year, between 年初预算数 and 全年预算数."""
    sheet = workbook.active
    insert_columns(sheet, 6, 1)
    sheet["F4"] = "预算调整数"
    for row in range(4, 9):
        copy_look(sheet.cell(row, 5), sheet.cell(row, 6))
    for row in range(5, 9):
        start, budget = sheet.cell(row, 5).value, sheet.cell(row, 7).value
        if start is not None:
            sheet.cell(row, 6).value = number(rounded(Decimal(str(budget)) - Decimal(str(start)), 2))
    unmerge_inside(sheet, "D11:F21")
    for row in range(11, 22):
        merge(sheet, f"D{row}:F{row}")
    return workbook


def ten_rows(code):
    """A form whose one missed goal is the 经济效益指标, so that the others can be divided and put together."""
    return form_of(code, funds=3, missed=1, at=(92, 99), fits=lambda form: all(
        (i.reason != "") == (i.kind == "经济效益指标") for i in form.indicators))


DIVIDED = {  # the second half of each indicator's points goes to one of these, by 二级指标
    "数量指标": [("心理辅导课时", "≥220课时", "236课时"), ("新增图书", "≥3000册", "3260册")],
    "质量指标": [("课堂教学抽查合格率", "≥95%", "97.4%")],
    "时效指标": [("年度项目支付进度", "12月20日前完成支付", "12月15日完成支付")],
    "成本指标": [("会议费支出", "较上年不增加", "较上年下降")],
    "社会效益指标": [("毕业生去向落实", "全部落实", "全部落实")],
    "生态效益指标": [("垃圾分类投放", "规范投放", "规范投放")],
    "可持续影响指标": [("家校共育机制", "常态运行", "常态运行")],
    "服务对象满意度指标": [("社区居民满意度", "≥85%", "91.2%")],
}


def nine_more(form):
    """Nineteen indicators: each of the ten but the 经济效益指标 divided into two of half its points."""
    spare = {kind: list(names) for kind, names in DIVIDED.items()}
    indicators = []
    for i in form.indicators:
        if i.kind == "经济效益指标":
            indicators.append(i)
            continue
        half = Decimal(int(i.weight) // 2)
        title, target, actual = spare[i.kind].pop(0)
        indicators += [replace(i, weight=i.weight - half, score=i.weight - half),
                       Indicator(i.group, i.kind, title, target, actual, half, half)]
    result = replace(form, indicators=sorted(indicators, key=lambda i: [j.kind for j in form.indicators].index(i.kind)))
    assert len(result.indicators) == 19 and result.score == form.score
    result.check()
    return result


def four_fewer(form):
    """Six indicators: points put together inside each 一级指标."""
    by_kind = {}
    for i in form.indicators:
        by_kind.setdefault(i.kind, []).append(i)

    def together(kept, *others):
        assert all(i.reason == "" for i in (kept, *others))
        total = kept.weight + sum(i.weight for i in others)
        return replace(kept, weight=total, score=total)

    counts, quality, time, cost = (by_kind[kind] for kind in ("数量指标", "质量指标", "时效指标", "成本指标"))
    result = replace(form, indicators=[
        together(*counts), together(quality[0], *time), cost[0],
        by_kind["经济效益指标"][0],
        together(*by_kind["社会效益指标"], *by_kind["生态效益指标"], *by_kind["可持续影响指标"]),
        *by_kind["服务对象满意度指标"],
    ])
    assert len(result.indicators) == 6 and result.score == form.score
    result.check()
    return result


# ── amounts written another way ──

def typed_full_width():
    """Amounts typed as text under a Chinese input method; the cells that follow are formulas nobody has calculated yet."""
    form = form_of("102004", funds=2, missed=1)
    workbook = filled(form, live=True)
    sheet = workbook.active
    wide = str.maketrans("0123456789.,", "０１２３４５６７８９．，")
    for row, amounts in ((5, form.totals), *enumerate(list(form.funds.values())[:2], 6)):
        for letter, value in zip("EFG", amounts):
            text = f"{value:,.2f}".translate(wide)
            sheet[f"{letter}{row}"] = {5: text, 6: f"{value:.2f}万元", 7: f"　{text}"}[row]
    return workbook


def full_width_notes():
    rows = ("合计", "当年财政拨款", "上年结转资金")
    cleaned = [f"note ZTZP-T-资金.{row}.{column} {letter}{n}" for n, row in enumerate(rows, 5)
               for letter, column in zip("EFG", ("年初预算数", "全年预算数", "全年执行数"))]
    uncalculated = [f"note ZTZP-T-{name} {cell}" for name, cell in
                    (("资金.合计.执行率", "I5"), ("资金.合计.得分", "K5"), ("填报总分", "I22"), ("填报等级", "J22"))]
    return cleaned + uncalculated


def in_yuan(heading):
    """All amounts in 元, to the 分. A heading that says so is only another way to write; one that says 万元 is wrong."""
    form = form_of("101006" if heading == "元" else "103002", funds=2, missed=1)
    odd = [Decimal("0.003756"), Decimal("0.004182"), Decimal("0.001943")]  # 37.56 元 and so on
    form = replace(form, totals=None, funds={row: [amount and amount + more for amount, more in zip(amounts, odd)]
                                             for row, amounts in form.funds.items()})
    form.check()
    workbook = filled(form)
    sheet = workbook.active
    sheet["A4"] = f"资金情况\n({heading})"
    for row in range(5, 9):
        for letter in "EFG":
            cell = sheet[f"{letter}{row}"]
            if cell.value is not None:
                cell.value = number(Decimal(str(cell.value)) * 10000)
    return workbook


# ── one fault each ──

def faulty():
    left_out = form_of("101005", funds=3, missed=1)
    left_out.totals[0] -= left_out.funds["上年结转资金"][0]
    swapped = form_of("101007", funds=3, missed=2, at=(88, 97), fits=lambda form: swap(form.totals[0]) is not None)
    swapped.totals[0] = swap(swapped.totals[0])
    graded = filled(form_of("102008", funds=2, missed=4, at=(82, 88)))
    graded.active["J22"] = "等级：优"
    return [
        sent("101005", libreoffice(package(filled(left_out))), findings=["error ZTZP-001 E5 left_out"]),
        sent("101007", libreoffice(package(filled(swapped))), findings=["error ZTZP-001 E5 digits_swapped"]),
        sent("102008", package(graded), findings=["error ZTZP-D-等级 J22"]),
        sent("103004", libreoffice(package(filled(form_of("103004", funds=2, missed=1, at=(85, 95), points=45)))),
             findings=["error ZTZP-013 H22"]),
    ]


def swap(amount):
    """The amount with its tens and ones the wrong way round; None where they are alike or near it."""
    digits = f"{amount:.2f}"
    tens, ones = digits[-5], digits[-4]
    return Decimal(digits[:-5] + ones + tens + digits[-3:]) if abs(int(tens) - int(ones)) in (2, 4, 5) else None


def without_budget():
    """全年预算数 left empty from top to bottom; the unit gave itself a rate all the same."""
    form = form_of("103005", funds=2, missed=1)
    workbook = filled(form)
    for row in range(5, 9):
        workbook.active[f"F{row}"] = None
    return workbook


# ── not to be read, sent twice, not expected ──

def unreadable():
    whole = package(filled(form_of("103006", funds=2)))
    return [
        sent("103006", whole[:len(whole) * 2 // 3], "unread", "truncated"),
        sent("103007", encrypted(package(filled(form_of("103007", funds=1))), PASSWORD), "unread", "encrypted"),
    ]


def repeated():
    first = form_of("102005", funds=2, missed=1)
    second = replace(first, funds={**first.funds, "当年财政拨款": [*first.funds["当年财政拨款"][:2], first.funds["当年财政拨款"][1]]}, totals=None)
    second.check()
    twice = libreoffice(package(filled(form_of("102006", funds=2, missed=5, at=(74, 79), depth=0.3))))
    return [
        sent("102005", package(filled(first)), "ambiguous", findings=["error ZTZP-X-重复报送 -"]),
        sent("102005", package(filled(second)), "ambiguous", suffix="（修改稿）"),
        sent("102006", twice, findings=["note ZTZP-X-重复报送 -"]),
        sent("102006", twice, "set_aside", suffix="（副本）"),
    ]


def strangers():
    lock = sent("102001", lock_file("示例用户"), "ignored")
    folder, name = lock.path.rsplit("/", 1)
    lock.path, lock.unit = f"{folder}/~${name}", ""
    unknown = sent("109001", package(filled(form_of("109001", funds=1))), "unknown")
    unknown.unit = ""
    return [lock, unknown]
