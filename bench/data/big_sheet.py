"""A ledger of a million payments: two texts of their own a row, two that recur, a date, and five numbers."""
import random

from excel_package import MAIN, HEAD, worksheet_head, worksheet_tail
from excel_styles import DATE, MONEY, RATE

HEADINGS = ("序号", "单位编码", "单位名称", "摘要", "凭证", "日期", "预算数", "支出数", "执行率", "科目")
UNITS = 500
THINGS = ("教学设备采购", "办公楼维修", "课桌椅购置", "业务培训费", "公务用车维护", "城区道路保洁", "免费开放补助", "信息系统运维")
BLOCK = 2000  # rows a piece


def sheet_xml(rows, own_styles, seed):
    date, money, rate = own_styles + DATE, own_styles + MONEY, own_styles + RATE
    draw = random.Random(f"big/{seed}")
    yield worksheet_head(f"A1:J{rows + 1}", (9, 10, 24, 28, 28, 12, 14, 14, 9, 9)) + "<sheetData>"
    yield '<row r="1" spans="1:10" x14ac:dyDescent="0.15">' + "".join(
        f'<c r="{letter}1" t="s"><v>{n}</v></c>' for n, letter in enumerate("ABCDEFGHIJ")) + "</row>"
    own, random_ = len(HEADINGS) + 2 * UNITS, draw.random  # bound once: this loop runs a million times
    for start in range(0, rows, BLOCK):
        piece = []
        for n in range(start, min(start + BLOCK, rows)):
            r, unit = n + 2, len(HEADINGS) + 2 * int(random_() * UNITS)
            budget = int(random_() * 1e9) / 100
            spent = int(budget * (80 + random_() * 20)) / 100
            piece.append(
                f'<row r="{r}" spans="1:10" x14ac:dyDescent="0.15"><c r="A{r}"><v>{n + 1}</v></c><c r="B{r}" t="s"><v>{unit}</v></c>'
                f'<c r="C{r}" t="s"><v>{unit + 1}</v></c><c r="D{r}" t="s"><v>{own + 2 * n}</v></c><c r="E{r}" t="s"><v>{own + 2 * n + 1}</v></c>'
                f'<c r="F{r}" s="{date}"><v>{44197 + int(random_() * 365)}</v></c><c r="G{r}" s="{money}"><v>{budget}</v></c>'
                f'<c r="H{r}" s="{money}"><v>{spent}</v></c><c r="I{r}" s="{rate}"><v>{spent / budget if budget else 0:.17g}</v></c>'
                f'<c r="J{r}"><v>{2050000 + int(random_() * 99)}</v></c></row>')
        yield "".join(piece)
    yield "</sheetData>" + worksheet_tail()


def strings_xml(rows, seed):
    """About 40 bytes each, 2 a row."""
    random_ = random.Random(f"texts/{seed}").random
    mark = '<phoneticPr fontId="1" type="noConversion"/></si>'
    unique = len(HEADINGS) + 2 * UNITS + 2 * rows
    yield f'{HEAD}<sst xmlns="{MAIN}" count="{10 + 4 * rows}" uniqueCount="{unique}">'
    yield "".join(f"<si><t>{heading}</t>{mark}" for heading in HEADINGS)
    for n in range(UNITS):
        yield f"<si><t>{101000 + n}</t>{mark}<si><t>示例市第{n:03}预算单位</t>{mark}"
    for start in range(0, rows, BLOCK):
        yield "".join(f"<si><t>{THINGS[int(random_() * 8)]}{int(random_() * 12) + 1}月第{int(random_() * 9) + 1}笔{int(random_() * 1e9)}</t>{mark}"
                      f"<si><t>示财预（2021）{int(random_() * 1e9):09}号付款凭证</t>{mark}" for _ in range(start, min(start + BLOCK, rows)))
    yield "</sst>"
