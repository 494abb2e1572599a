#!/usr/bin/env python3
"""Writes the workbooks that the bench reads and fills:  bench/make_data.py FOLDER [--seed N] [--rows N] [--forms N]

    forms/0001.xlsx …   unit forms of about 15 KB, as Excel saves them; forms-tenth/ the first tenth of them
    fill.xlsx           the same form, blank
    grow.xlsx           the form with a chart, validations and two sheets of formulas on its indicator block
    big.xlsx            1,000,000 rows by 10; big-tenth.xlsx a tenth of it, for readers that would take minutes

Python's own library only, no network. The same seed gives the same bytes (with the same zlib).
"""
import argparse
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "data"))

import big_sheet
import growing_form
from excel_package import Strings, Workbook
from form_sheet import Blank, FormSheet, guidance_xml
from unit_forms import unit_form

TITLE = "部门整体支出绩效自评表"
TEMPLATE = HERE.parent / "templates" / f"{TITLE}.xlsx"


def save_form(path, blank, sheet):
    strings = Strings()
    workbook = Workbook(blank.theme, blank.styles, TITLE)
    workbook.add_sheet(TITLE, list(sheet.xml(strings)))
    workbook.add_sheet("填表说明", list(guidance_xml(strings)))
    workbook.names = [("_xlnm.Print_Area", 0, f"{TITLE}!$A$1:$K${max(sheet.heights)}")]
    workbook.save(path, strings.xml())


def save_growing(path, blank):
    strings = Strings()
    workbook = Workbook(blank.theme, blank.styles, TITLE)
    growing_form.add_sheets(workbook, blank, strings)
    workbook.save(path, strings.xml())


def save_big(path, blank, rows, seed):
    workbook = Workbook(blank.theme, blank.styles, "支出明细")
    workbook.add_sheet("支出明细", big_sheet.sheet_xml(rows, blank.own_styles, seed))
    workbook.save(path, big_sheet.strings_xml(rows, seed))


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--rows", type=int, default=1_000_000, help="of big.xlsx")
    options.add_argument("--forms", type=int, default=1000)
    chosen = options.parse_args()

    blank = Blank(TEMPLATE)
    for folder, forms in (("forms", chosen.forms), ("forms-tenth", chosen.forms // 10)):
        (chosen.folder / folder).mkdir(parents=True, exist_ok=True)
        for n in range(1, forms + 1):
            save_form(chosen.folder / folder / f"{n:04}.xlsx", blank, unit_form(blank, chosen.seed, n))
    save_form(chosen.folder / "fill.xlsx", blank, FormSheet(blank))
    save_growing(chosen.folder / "grow.xlsx", blank)
    save_big(chosen.folder / "big-tenth.xlsx", blank, chosen.rows // 10, chosen.seed)
    save_big(chosen.folder / "big.xlsx", blank, chosen.rows, chosen.seed)


if __name__ == "__main__":
    main()
