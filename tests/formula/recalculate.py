"""Recalculates formulas with LibreOffice: an opinion on printed formulas that is not ours.

    recalculate.py LINES RESULTS

LINES holds one row a line, tab separated: the cells from A on, then the formula without "=". A cell is n:1.5 (number),
t:text, e:#DIV/0! (error), m: (a formula that gives "") or empty. RESULTS gets one line a row: n:, t:, l:TRUE, e: or empty.
"""
import os, shutil, subprocess, sys, tempfile

import openpyxl

SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def put(cell, text):
    kind, _, value = text.partition(":")
    if kind == "n":
        cell.value = float(value)
    elif kind == "t":
        cell.value = value
        cell.data_type = "s"
    elif kind == "e":
        cell.value = "=1/0" if value == "#DIV/0!" else "=NA()"
    elif kind == "m":
        cell.value = '=""'


def shown(value):
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "l:" + str(value).upper()
    if isinstance(value, (int, float)):
        return "n:" + repr(float(value))
    return ("e:" if value.startswith("#") else "t:") + value


def main(lines, results):
    with open(lines, encoding="utf-8") as f:
        rows = [line.rstrip("\n").split("\t") for line in f]
    book = openpyxl.Workbook()
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row[:-1], 1):
            put(book.active.cell(number, column), text)
        book.active.cell(number, len(row)).value = "=" + row[-1]
    work = tempfile.mkdtemp(prefix="recalculate-")
    try:
        profile = os.path.join(work, "profile")
        os.makedirs(os.path.join(profile, "user"))
        with open(os.path.join(profile, "user", "registrymodifications.xcu"), "w") as f:
            f.write(SETTINGS)
        book.save(os.path.join(work, "in.xlsx"))
        subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to",
                        "xlsx:Calc MS Excel 2007 XML", "--outdir", os.path.join(work, "out"), os.path.join(work, "in.xlsx")],
                       check=True, timeout=300, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        sheet = openpyxl.load_workbook(os.path.join(work, "out", "in.xlsx"), data_only=True).active
        with open(results, "w", encoding="utf-8") as f:
            for number, row in enumerate(rows, 1):
                f.write(shown(sheet.cell(number, len(row)).value) + "\n")
    finally:
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
