"""The jobs by openpyxl and by xlsx2csv:  python_jobs.py JOB ARGUMENTS…    Prints the same tally as the C++ contestants."""
import datetime
import importlib.machinery
import importlib.util
import io
import json
import math
import pathlib
import shutil
import sys

HEADER = ("A1", "C3", "E5", "F5", "G5", "E6", "F6", "G6", "E7", "F7", "G7", "I5")
INDICATOR = (2, 3, 5, 6, 7, 8, 9)  # C D F G H I J, from 0
FIRST = 12
DAY_ZERO = datetime.datetime(1899, 12, 30)
tally = {"cells": 0, "numbers": 0, "text": 0}


def take(value):
    if value is None or value == "":
        return
    tally["cells"] += 1
    if isinstance(value, str):
        tally["text"] += len(value.encode())
    elif isinstance(value, datetime.datetime):
        tally["numbers"] += (value - DAY_ZERO).days * 10000
    else:
        tally["numbers"] += math.floor(value * 10000 + 0.5)


def openpyxl_read(folder, read_only):
    """READ-MERGE."""
    import openpyxl
    for file in sorted(pathlib.Path(folder).iterdir()):
        workbook = openpyxl.load_workbook(file, read_only=read_only == "1", data_only=True)
        rows = list(workbook.worksheets[0].iter_rows(values_only=True))
        workbook.close()
        for place in HEADER:
            take(rows[int(place[1:]) - 1][ord(place[0]) - ord("A")])
        for row in rows[FIRST - 1:]:
            if row[0] == "总分":
                break
            for column in INDICATOR:
                take(row[column])


def openpyxl_big(file):
    import openpyxl
    for row in openpyxl.load_workbook(file, read_only=True, data_only=True).worksheets[0].iter_rows(values_only=True):
        for value in row:
            take(value)


def openpyxl_fill(template, count, out):
    import openpyxl
    blank = pathlib.Path(template).read_bytes()
    for file in range(1, int(count) + 1):
        workbook = openpyxl.load_workbook(io.BytesIO(blank))
        fill(workbook.worksheets[0], file)
        filled = io.BytesIO()
        workbook.save(filled)
    pathlib.Path(out).write_bytes(filled.getvalue())


def fill(sheet, file):
    """What fill_values.cpp writes."""
    sheet["A1"], sheet["C3"] = "2021年度部门整体支出绩效自评表", f"示例市第{file}预算单位"
    for row in range(4, 8):
        for column in range(4, 7):
            sheet.cell(row + 1, column + 1).value = (file * 7919 + (row * 7 + column) * 104729) % 10_000_000 / 100
    sheet["I5"], sheet["K5"] = 1, 10
    sheet["B10"] = f"目标1：保障机构正常运转；目标2：完成{file}项重点任务。"
    sheet["G10"] = f"全年完成{file}项重点任务，各项支出严格执行预算。"
    for n in range(10):
        sheet[f"D{FIRST + n}"], sheet[f"F{FIRST + n}"] = f"指标{n}完成数量", f"≥{file % 90 + n}项"
        sheet[f"G{FIRST + n}"], sheet[f"I{FIRST + n}"] = f"{file % 90 + n}项", (file + n) % 20 + 1
    sheet["I22"], sheet["J22"] = 80 + file % 20, "等级：优" if file % 20 >= 10 else "等级：良"


def openpyxl_write(rows, out):
    """What write.cpp writes."""
    import openpyxl
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Border, Font, Side
    texts = [f"示例市第{n:05}预算单位设备采购" for n in range(20000)]
    amounts = [n * 37 + n % 100 / 100 for n in range(20000)]
    workbook = openpyxl.Workbook(write_only=True)
    sheet = workbook.create_sheet("支出明细")
    thin = Side(style="thin")
    looks = {"font": Font(name="宋体", size=10.5), "border": Border(left=thin, right=thin, top=thin, bottom=thin)}

    def look(horizontal, number_format):
        cell = WriteOnlyCell(sheet)
        cell.font, cell.border, cell.number_format = looks["font"], looks["border"], number_format
        cell.alignment = Alignment(horizontal=horizontal, vertical="center")
        return cell._style

    text, money = look("general", "General"), look("right", "#,##0.00")
    for row in range(int(rows)):
        cells = []
        for column in range(10):
            at = (row * 13 + column * 101) % 20000
            cell = WriteOnlyCell(sheet, texts[at] if column < 4 else amounts[at])
            cell._style = text if column < 4 else money
            cells.append(cell)
        sheet.append(cells)
    workbook.save(out)


class Fields(io.TextIOBase):
    """Counts what xlsx2csv writes, instead of keeping it."""

    def writable(self):
        return True

    def write(self, line):
        tally["text"] += len(line)
        return len(line)


def xlsx2csv(*files):
    """Every file as CSV, to nowhere; in one process, so that Python starts once."""
    loader = importlib.machinery.SourceFileLoader("xlsx2csv", shutil.which("xlsx2csv"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("xlsx2csv", loader))
    loader.exec_module(module)
    paths = [path for file in map(pathlib.Path, files) for path in (sorted(file.iterdir()) if file.is_dir() else [file])]
    for path in paths:
        module.Xlsx2csv(str(path)).convert(Fields(), 1)


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
    print(json.dumps(tally))
