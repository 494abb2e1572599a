#!/usr/bin/python3
"""Writes the blank official forms of templates/, as forms/ draws them:  make_templates.py [FOLDER]

Run it after changing a form there, and commit what it writes. Needs Debian's python3-openpyxl; with the same openpyxl and
zlib the same bytes come out every time (tools/check_templates.py holds the committed files to that).
"""
import pathlib
import sys

from forms import all_forms
from forms.look import AUTHOR
from workbook_package import saved, with_shared_strings

DOCUMENT_TIME = "2022-01-01T00:00:00Z"


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    for stem, make in all_forms().items():
        (folder / f"{stem}.xlsx").write_bytes(with_shared_strings(saved(make(), DOCUMENT_TIME, AUTHOR)))


if __name__ == "__main__":
    main()
