"""One unit's 部门整体支出绩效自评: the figures, what follows from them, and their place on the form.

`SelfAssessment.check` holds a form to the rules that the mapping states, by arithmetic of its own, so that an example has
no fault but the one put into it.
"""
import pathlib
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from unicodedata import east_asian_width

from openpyxl import load_workbook

from sheet_moves import copy_look, delete_rows, insert_rows, merge, unmerge_inside

TEMPLATE = pathlib.Path(__file__).parent.parent / "templates" / "部门整体支出绩效自评表.xlsx"
COLUMNS = ("年初预算数", "全年预算数", "全年执行数")
ROWS = ("当年财政拨款", "上年结转资金", "其他资金")
FIRST, SAMPLES = 12, 10  # the template's indicator rows


def rounded(value, digits):
    return value.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)


@dataclass
class Indicator:
    group: str            # 产出指标
    kind: str             # 数量指标
    name: str = ""
    target: object = ""
    actual: object = ""
    weight: Decimal = None
    score: Decimal = None
    reason: str = ""


@dataclass
class SelfAssessment:
    name: str             # as the form has it
    funds: dict           # 当年财政拨款 -> three amounts in 万元, None where nothing was filled in
    goal: str
    outcome: str
    indicators: list
    year: int = 2021
    totals: list = None   # as reported; the sums unless given
    weights: dict = field(default_factory=lambda: {"产出指标": 50, "效益指标": 30, "满意度指标": 10})

    def __post_init__(self):
        if self.totals is None:
            self.totals = [self.sum_of(n) for n in range(3)]

    def sum_of(self, n):
        filled = [amounts[n] for amounts in self.funds.values() if amounts[n] is not None]
        return sum(filled) if filled else None

    @property
    def rate(self):
        return rounded(self.totals[2] / self.totals[1], 4)

    @property
    def rate_score(self):
        return rounded(min(self.rate, Decimal(1)) * 10, 2)

    @property
    def doubtful_rounding(self):
        """Whether 得分 depends on the rate being rounded first; offices do it either way, and both are right."""
        return rounded(min(self.totals[2] / self.totals[1], Decimal(1)) * 10, 2) != self.rate_score

    @property
    def score(self):
        return self.rate_score + sum(i.score for i in self.indicators if i.score is not None)

    @property
    def grade(self):
        return next(g for g, bound in (("优", 90), ("良", 80), ("中", 60), ("差", 0)) if self.score >= bound)

    def group_score(self, group):
        return sum(i.score for i in self.indicators if i.group == group and i.score is not None)

    def check(self, weights_to=90, details=True):
        """Stops at the first thing that an audit would find in the form as its figures stand here. `weights_to`: what the
        indicators' weights are meant to sum to; `details`: whether the funds are filled in row by row."""
        for n in range(3):
            if details:
                assert self.totals[n] == self.sum_of(n), (self.name, COLUMNS[n])
        for row, amounts in self.funds.items():
            if None not in amounts:
                assert amounts[2] <= amounts[1], (self.name, row)
        assert Decimal("0.9") <= self.rate <= 1 and not self.doubtful_rounding, (self.name, "执行率")
        for i in self.indicators:
            assert (i.name != "") == (i.weight is not None) == (i.score is not None) == (i.target != ""), (self.name, i)
            if i.name:
                assert 0 <= i.score <= i.weight and i.weight > 0 and i.actual != "", (self.name, i)
                assert (i.score < i.weight) == (i.reason != ""), (self.name, i)
        for group, weight in self.weights.items():
            assert sum(i.weight for i in self.indicators if i.group == group and i.weight is not None) == weight, (self.name, group)
        assert sum(self.weights.values()) == weights_to, self.name


def filled(form, live=False, written_year=True):
    """The template as the unit filled it. `live`: the unit typed formulas where a figure follows from others."""
    workbook = load_workbook(TEMPLATE)
    sheet = workbook.active
    last = FIRST + len(form.indicators) - 1
    resize(sheet, form.indicators, form.weights)

    sheet["A1"] = f"{form.year}年度部门整体支出绩效自评表" if written_year else sheet["A1"].value
    sheet["C3"] = form.name
    for n, letter in enumerate("EFG"):
        sheet[f"{letter}5"] = f"=SUM({letter}6:{letter}8)" if live and form.sum_of(n) is not None else number(form.totals[n])
        for row, name in enumerate(ROWS, 6):
            value = form.funds[name][n]
            sheet[f"{letter}{row}"] = value if isinstance(value, str) else number(value)
    sheet["B10"], sheet["G10"] = form.goal, form.outcome
    for row, i in enumerate(form.indicators, FIRST):
        for letter, value in zip("DFGHIJ", (i.name, i.target, i.actual, i.weight, i.score, i.reason)):
            sheet[f"{letter}{row}"] = number(value) if value != "" else None
    end = last + 1
    if live:
        sheet["I5"], sheet["K5"] = "=G5/F5", "=ROUND(MIN(I5,1)*H5,2)"
        sheet[f"I{end}"] = f"=K5+SUM(I{FIRST}:I{last})"
        sheet[f"J{end}"] = f'="等级："&IF(I{end}>=90,"优",IF(I{end}>=80,"良",IF(I{end}>=60,"中","差")))'
    else:
        sheet["I5"], sheet["K5"] = number(form.rate), number(form.rate_score)
        sheet[f"I{end}"], sheet[f"J{end}"] = number(form.score), f"等级：{form.grade}"
    give_room(sheet, last)
    return workbook


def resize(sheet, indicators, weights):
    """As many indicator rows as there are, the groups merged down as an office merges them."""
    count = len(indicators)
    unmerge_inside(sheet, f"A{FIRST - 1}:K{FIRST + SAMPLES - 1}")
    if count > SAMPLES:
        insert_rows(sheet, FIRST + SAMPLES, count - SAMPLES)
        for row in range(FIRST + SAMPLES, FIRST + count):
            sheet.row_dimensions[row].height = sheet.row_dimensions[FIRST].height
            for column in range(1, 12):
                copy_look(sheet.cell(FIRST, column), sheet.cell(row, column))
    elif count < SAMPLES:
        delete_rows(sheet, FIRST + count, SAMPLES - count)
    last = FIRST + count - 1
    merge(sheet, f"A{FIRST - 1}:A{last}")
    for row in range(FIRST - 1, last + 1):
        merge(sheet, f"D{row}:E{row}")
        merge(sheet, f"J{row}:K{row}")
    labels = {group: f"{group}\n({weight}分)" for group, weight in weights.items()}
    for letter, key, text in (("B", lambda i: i.group, lambda i: labels[i.group]), ("C", lambda i: (i.group, i.kind), lambda i: i.kind)):
        start = 0
        for n in range(1, count + 1):
            if n < count and key(indicators[n]) == key(indicators[start]):
                continue
            for row in range(FIRST + start, FIRST + n):
                sheet[f"{letter}{row}"] = None
            sheet[f"{letter}{FIRST + start}"] = text(indicators[start])
            if n - start > 1:
                merge(sheet, f"{letter}{FIRST + start}:{letter}{FIRST + n - 1}")
            start = n


def give_room(sheet, last):
    """Rows high enough for what was typed, at the template's 10 points."""
    def lines(text, width):
        return sum(-(-max(1, sum(2 if east_asian_width(c) in "WF" else 1 for c in line)) // int(width)) for line in str(text).split("\n"))
    need = max(lines(sheet["B10"].value or "", 41), lines(sheet["G10"].value or "", 40))
    sheet.row_dimensions[10].height = max(84, 14 * need + 8)
    for row in range(FIRST, last + 1):
        need = max(lines(sheet[f"{letter}{row}"].value or "", width) for letter, width in (("D", 17), ("F", 9), ("G", 14), ("J", 12)))
        sheet.row_dimensions[row].height = max(33, 14 * need + 6)


def number(value):
    """What openpyxl should store: an int where there are no decimals; text and None as they are."""
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == value.to_integral_value() else float(value)
