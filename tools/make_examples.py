#!/usr/bin/python3
"""Writes examples/2021年度部门整体支出绩效自评 and what the tests compare it with:  make_examples.py [ROOT]

    ROOT/examples/2021年度部门整体支出绩效自评/    单位名录.xlsx, 上报/, EXPECT.tsv   (huizong.toml is written by hand)
    ROOT/tests/cases/alignment/                   the unaltered twins of the four submissions whose rows or columns moved

Needs Debian's python3-openpyxl, python3-cryptography and libreoffice-calc. Every figure comes from a fixed seed. What
LibreOffice saves differs in its bytes from version to version, never in its cells: the committed files are the product,
and running this again may change the bytes of those (example_submissions.py says which).
"""
import pathlib
import shutil
import sys

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side

from example_submissions import MISSING, submissions, twins
from example_units import FORM, UNITS
from workbook_package import saved

JOB = "2021年度部门整体支出绩效自评"
DOCUMENT_TIME = "2022-03-01T00:00:00Z"


def unit_list():
    workbook = Workbook()
    workbook._named_styles["Normal"].font = Font(name="宋体", size=11, charset=134)
    sheet = workbook.active
    sheet.title = "单位名录"
    sheet.merge_cells("A1:H1")
    sheet["A1"] = f"{JOB}单位名录"
    sheet["A1"].font = Font(name="宋体", size=16, bold=True, charset=134)
    sheet["A1"].alignment = Alignment(horizontal="center", vertical="center")
    headings = (("编码", 10), ("名称", 32), ("简称", 18), ("别名", 38), ("主管部门", 20), ("应报表", 24), ("财政拨款(万元)", 15), ("期限", 13))
    rows = [[heading for heading, _ in headings]]
    rows += [[u.code, u.name, u.short_name, u.aliases or None, u.department, FORM, u.size, "2022-03-31"] for u in UNITS]
    line = Side(style="thin")
    for n, row in enumerate(rows, 2):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(n, column, value)
            cell.font = Font(name="宋体", size=11, bold=n == 2, charset=134)
            cell.border = Border(left=line, right=line, top=line, bottom=line)
            cell.alignment = Alignment(horizontal="center" if n == 2 or column in (1, 8) else None, vertical="center")
            sheet.row_dimensions[n].height = 19
            if column in (1, 8):
                cell.number_format = "@"
            if column == 7:
                cell.number_format = "#,##0.00"
    for (_, width), letter in zip(headings, "ABCDEFGH"):
        sheet.column_dimensions[letter].width = width
    sheet.row_dimensions[1].height = 32
    sheet.freeze_panes = "A3"
    sheet.print_title_rows = "2:2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0
    return saved(workbook, DOCUMENT_TIME, "示例市财政局")


def expectations(files):
    """EXPECT.tsv: one line a file, then one a missing unit."""
    lines = [("file", "unit", "standing", "kind", "findings")]
    lines += [(f.path, f.unit, f.standing, f.kind, "; ".join(f.findings)) for f in files]
    lines += [("-", code, "missing", "-", "-") for code in MISSING]
    return "".join("\t".join(value or "-" for value in line) + "\n" for line in lines)


def main():
    root = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent
    job = root / "examples" / JOB
    shutil.rmtree(job / "上报", ignore_errors=True)
    files = sorted(submissions(), key=lambda f: f.path.encode())
    for f in files:
        target = job / f.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(f.content)
    (job / "单位名录.xlsx").write_bytes(unit_list())
    (job / "EXPECT.tsv").write_text(expectations(files), encoding="utf-8")
    cases = root / "tests" / "cases" / "alignment"
    cases.mkdir(parents=True, exist_ok=True)
    for code, content in twins():
        (cases / f"{code}.xlsx").write_bytes(content)


if __name__ == "__main__":
    main()
