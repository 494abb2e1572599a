#!/usr/bin/env python3
"""Compares what huizong reads from .xls with what it reads from the .xlsx they were made of.

    tools/check_xls.py HUIZONG FOLDER... [--keep OUT] [--show N]

Every .xlsx and .xlsm in the folders that huizong reads is converted to .xls by LibreOffice (soffice)
and by Gnumeric (ssconvert), as far as they are installed, and the cells of both are compared. Where
they differ, the .xls is read by a third reader, python3-xlrd: what xlrd reads as huizong does was
changed by the converter. Everything else is ours to explain, and makes the exit status 1.
"""
import argparse
import collections
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

try:
    import xlrd
except ImportError:
    xlrd = None

ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?",
          0x24: "#NUM!", 0x2A: "#N/A"}


def convert_by_soffice(sources, folder, scratch):
    """One run for all: starting LibreOffice takes longer than converting."""
    subprocess.run(["soffice", f"-env:UserInstallation={(scratch / 'profile').as_uri()}", "--headless",
                    "--convert-to", "xls:MS Excel 97", "--outdir", str(folder), *map(str, sources)],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60 + 10 * len(sources))


def convert_by_ssconvert(sources, folder, scratch):
    for source in sources:
        subprocess.run(["ssconvert", "--export-type=Gnumeric_Excel:excel_biff8", str(source),
                        str(folder / (source.stem + ".xls"))],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60)


CONVERTERS = {"soffice": convert_by_soffice, "ssconvert": convert_by_ssconvert}


def cells(huizong, file):
    """{(sheet, ref): (type, value)}, or the sentence it was refused with."""
    done = subprocess.run([huizong, "--lang", "en", "cells", str(file)], capture_output=True, timeout=120)
    if done.returncode != 0:
        return done.stderr.decode().strip() or f"exit status {done.returncode}"
    read = {}
    for line in done.stdout.decode().splitlines():
        cell = json.loads(line)
        read[cell["sheet"], cell["ref"]] = (cell["type"], cell["value"])
    return read


def cells_by_xlrd(file):
    names = {xlrd.XL_CELL_TEXT: "s", xlrd.XL_CELL_NUMBER: "n", xlrd.XL_CELL_DATE: "n",
             xlrd.XL_CELL_BOOLEAN: "b", xlrd.XL_CELL_ERROR: "e"}
    read = {}
    with open("/dev/null", "w") as log:
        book = xlrd.open_workbook(str(file), logfile=log)
    for sheet in book.sheets():
        for row in range(sheet.nrows):
            for col in range(sheet.ncols):
                cell = sheet.cell(row, col)
                if cell.ctype not in names:
                    continue
                value = cell.value
                if cell.ctype == xlrd.XL_CELL_BOOLEAN:
                    value = bool(value)
                if cell.ctype == xlrd.XL_CELL_ERROR:
                    value = ERRORS.get(value, value)
                read[sheet.name, xlrd.cellname(row, col)] = (names[cell.ctype], value)
    return read


def same(a, b):
    if a is None or b is None:
        # A formula that gives "" is a text to us and nothing to some converters and to xlrd.
        return a == b or (a or b) == ("s", "")
    if a[0] == b[0] == "n":
        return a[1] == b[1]
    if {a[0], b[0]} <= {"n", "d"}:  # an ISO date becomes a serial number
        return a[0] != b[0]
    return a == b


def differences(a, b):
    return [place for place in sorted(set(a) | set(b)) if not same(a.get(place), b.get(place))]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("huizong")
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    parser.add_argument("--keep", type=pathlib.Path, help="keep the .xls files in this folder")
    parser.add_argument("--show", type=int, default=3, help="so many differences a file")
    options = parser.parse_args()

    scratch = pathlib.Path(tempfile.mkdtemp(prefix="check-xls-"))
    sources = []
    wanted = {}
    for folder in options.folders:
        for file in sorted(folder.rglob("*.xls[xm]")):
            read = cells(options.huizong, file)
            if isinstance(read, str):
                continue
            # One name for each: two projects may have files of the same name.
            source = scratch / f"{len(sources):03}_{file.stem}{file.suffix}"
            shutil.copyfile(file, source)
            sources.append(source)
            wanted[source.stem] = read

    unexplained = 0
    counts = collections.Counter()
    for name, convert in CONVERTERS.items():
        if shutil.which(name) is None:
            print(f"{name} is not installed")
            continue
        folder = (options.keep or scratch) / name
        folder.mkdir(parents=True, exist_ok=True)
        convert(sources, folder, scratch)
        for file in sorted(folder.glob("*.xls")):
            if file.stem not in wanted:
                continue
            read = cells(options.huizong, file)
            if isinstance(read, str):
                print(f"{name} {file.stem}: REFUSED {read}")
                counts[name, "refused"] += 1
                unexplained += 1
                continue
            counts[name, "cells"] += len(read)
            differing = differences(wanted[file.stem], read)
            if not differing:
                counts[name, "same"] += 1
                continue
            ours = None
            if xlrd is not None:
                third = cells_by_xlrd(file)
                ours = set(differences(third, read))
            counts[name, "changed by the converter" if ours == set() else "to explain"] += 1
            unexplained += ours != set()
            by = "?" if ours is None else f"{len(ours)} read otherwise by xlrd"
            print(f"{name} {file.stem}: {len(differing)} cells differ from the .xlsx, {by}")
            for place in (sorted(ours) if ours else differing)[:options.show]:
                print(f"    {place[0]}!{place[1]}: .xlsx {wanted[file.stem].get(place)}, .xls {read.get(place)}"
                      + (f", xlrd {third.get(place)}" if ours is not None else ""))
    for (name, what), count in sorted(counts.items()):
        print(f"{name}: {what} {count}")
    shutil.rmtree(scratch)
    return 1 if unexplained else 0


if __name__ == "__main__":
    sys.exit(main())
