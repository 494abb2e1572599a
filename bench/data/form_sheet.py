"""The official form as cells: taken from the blank template, filled or lengthened, and written as Excel writes a sheet."""
import re
import xml.etree.ElementTree as ElementTree
import zipfile
from decimal import Decimal

from excel_package import number, worksheet_head, worksheet_tail
from excel_styles import COPIES, FIRST_COPY, excel_styles

NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LETTERS = "ABCDEFGHIJK"
FIRST, LAST = 12, 21  # the template's indicator rows


class Blank:
    """The template, read once."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as package:
            self.theme = package.read("xl/theme/theme1.xml")
            self.styles, self.own_styles = excel_styles(package.read("xl/styles.xml").decode("utf-8"))
            sheet = ElementTree.fromstring(package.read("xl/worksheets/sheet1.xml"))
            strings = ElementTree.fromstring(package.read("xl/sharedStrings.xml"))
        texts = ["".join(t.text or "" for t in item.iter(f"{NS}t")) for item in strings]
        self.widths = [col.get("width") for col in sheet.iter(f"{NS}col")]
        self.heights = {int(row.get("r")): row.get("ht") for row in sheet.iter(f"{NS}row")}
        self.merges = [merge.get("ref") for merge in sheet.iter(f"{NS}mergeCell")]
        self.looks, self.values = {}, {}
        for cell in sheet.iter(f"{NS}c"):
            column, row = re.fullmatch(r"([A-Z]+)(\d+)", cell.get("r")).groups()
            place = column, int(row)
            self.looks[place] = int(cell.get("s", 0))
            value = cell.find(f"{NS}v")
            if value is not None:
                self.values[place] = texts[int(value.text)] if cell.get("t") == "s" else Decimal(value.text)


class FormSheet:
    """One form. A value is a text, a number, or (formula, the number or text it gives)."""

    def __init__(self, blank, indicator_rows=LAST - FIRST + 1):
        self.blank, self.rows = blank, indicator_rows
        self.last = FIRST + indicator_rows - 1
        moved = self.last - LAST
        self.heights, self.looks, self.values = {}, {}, {}
        for row, height in blank.heights.items():
            if not FIRST <= row <= LAST:
                self.heights[row + moved if row > LAST else row] = height
        for row in range(FIRST, self.last + 1):
            self.heights[row] = blank.heights[FIRST]
        for row in self.heights:
            like = FIRST if FIRST <= row <= self.last else row - moved if row > self.last else row
            for column in LETTERS:
                if (column, like) in blank.looks:
                    self.looks[column, row] = blank.looks[column, like]
                if (column, like) in blank.values and like != FIRST:
                    self.values[column, row] = blank.values[column, like]
        self.merges = [self.moved(merge, moved) for merge in blank.merges
                       if not FIRST <= int(re.search(r"\d+", merge)[0]) <= LAST]
        for row in range(FIRST, self.last + 1):
            self.merges += [f"D{row}:E{row}", f"J{row}:K{row}"]

    @staticmethod
    def moved(merge, by):
        return re.sub(r"\d+", lambda m: str(int(m[0]) + by if int(m[0]) >= LAST else int(m[0])), merge)

    def look(self, column, row):
        """The template's look of a cell, by one of the copies that the workbook has of it."""
        copy = (ord(column) * 5 + row * 11 // 4) % (COPIES + 1)
        own = self.looks[column, row]
        return own if copy == 0 else self.blank.own_styles * copy + FIRST_COPY + own

    def __setitem__(self, place, value):
        self.values[place[0], int(place[1:])] = value

    def xml(self, strings, **tail):
        yield worksheet_head(f"A1:K{max(self.heights)}", self.blank.widths, '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
        yield "<sheetData>"
        for row in sorted(self.heights):
            yield f'<row r="{row}" spans="1:11" ht="{self.heights[row]}" customHeight="1" x14ac:dyDescent="0.15">'
            for column in LETTERS:
                if (column, row) in self.looks:
                    yield cell(f"{column}{row}", self.look(column, row), self.values.get((column, row)), strings)
            yield "</row>"
        yield f'</sheetData><mergeCells count="{len(self.merges)}">'
        yield "".join(f'<mergeCell ref="{merge}"/>' for merge in self.merges) + "</mergeCells>" + worksheet_tail(**tail)


GUIDANCE = (
    "填表说明", "1.本表由各预算部门填报，反映部门本年度整体支出绩效目标的实现程度，随自评报告一并报送同级财政部门。",
    "2.部门名称：填写部门全称，与部门预算批复一致，不得使用简称。", "3.年初预算数：填写人大批准的部门预算数，含基本支出和项目支出，单位为万元，保留两位小数。",
    "4.全年预算数：填写年初预算数加上年中追加（减）后的预算数，含上年结转结余资金。", "5.全年执行数：填写截至12月31日国库集中支付和实有资金账户实际支付数。",
    "6.执行率：全年执行数除以全年预算数，保留两位小数；执行率得分最高不超过该项分值。",
    "7.预期目标与实际完成情况：与年初申报、批复的绩效目标逐条对应，文字应简明扼要，用数据说话。",
    "8.定量指标：完成指标值的得满分；未完成的，按照完成值与指标值的比例计分；成本类、逆向指标超过指标值的酌情扣分。",
    "9.定性指标：分为达成预期指标、部分达成预期指标并具有一定效果、未达成预期指标且效果较差三档，分别按100%—80%、80%—60%、60%—0%计分。",
    "10.满意度指标：应附调查问卷或其他证明材料，样本数量不得少于服务对象的百分之五。",
    "11.偏差原因分析及改进措施：未完成或者超额完成百分之三十以上的指标，均应说明原因并提出改进措施。")


def guidance_xml(strings):
    """The sheet that tells how to fill in the first one."""
    yield worksheet_head(f"A1:A{len(GUIDANCE)}", (96,)) + "<sheetData>"
    for row, text in enumerate(GUIDANCE, 1):
        yield f'<row r="{row}" spans="1:1" ht="27" customHeight="1" x14ac:dyDescent="0.15">{cell(f"A{row}", 3, text, strings)}</row>'
    yield "</sheetData>" + worksheet_tail()


def cell(place, look, value, strings):
    formula, result = value if isinstance(value, tuple) else (None, value)
    shown = f"<f>{formula}</f>" if formula else ""
    start = f'<c r="{place}" s="{look}"'
    if result is None:
        return f"{start}/>"
    if not isinstance(result, str):
        return f"{start}>{shown}<v>{number(result)}</v></c>"
    if formula:
        return f'{start} t="str">{shown}<v>{result}</v></c>'
    return f'{start} t="s"><v>{strings.place(result)}</v></c>'
