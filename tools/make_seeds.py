#!/usr/bin/python3
"""Writes the seed jobs of examples/, as seeds/ holds them:  make_seeds.py [EXAMPLES]

Needs Debian's python3-openpyxl; with the same openpyxl and zlib the same bytes come out every time.
"""
import pathlib
import sys

from seeds import write_all


def main():
    write_all(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent / "examples")


if __name__ == "__main__":
    main()
