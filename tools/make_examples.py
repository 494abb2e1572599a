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

from example_submissions import MISSING, submissions, twins
from example_units import FORM, UNITS
from unit_list import unit_list
from workbook_package import saved

JOB = "2021年度部门整体支出绩效自评"
DOCUMENT_TIME = "2022-03-01T00:00:00Z"


def units():
    return [[u.code, u.name, u.short_name, u.aliases or None, u.department, FORM, u.size, "2022-03-31"] for u in UNITS]


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
    (job / "单位名录.xlsx").write_bytes(saved(unit_list(JOB, units()), DOCUMENT_TIME, "示例市财政局"))
    (job / "EXPECT.tsv").write_text(expectations(files), encoding="utf-8")
    cases = root / "tests" / "cases" / "alignment"
    cases.mkdir(parents=True, exist_ok=True)
    for code, content in twins():
        (cases / f"{code}.xlsx").write_bytes(content)


if __name__ == "__main__":
    main()
