#!/usr/bin/python3
"""Whether the committed templates are, byte for byte, what make_templates.py writes. Exit 0 yes, 1 no, 77 cannot tell here."""
import pathlib
import sys
import tempfile
import zlib

OPENPYXL, ZLIB = "3.0.9", "1.2.13"  # what the committed files were written with (Debian 12)


def cannot_tell():
    """Why not; empty when it can."""
    try:
        import openpyxl
    except ImportError:
        return "python3-openpyxl is not installed"
    if openpyxl.__version__ != OPENPYXL:
        return f"openpyxl is {openpyxl.__version__}, the templates were written with {OPENPYXL}"
    if zlib.ZLIB_RUNTIME_VERSION != ZLIB:
        return f"zlib is {zlib.ZLIB_RUNTIME_VERSION}, the templates were written with {ZLIB}"
    return ""


def main():
    reason = cannot_tell()
    if reason:
        print(f"skipped: {reason}")
        return 77
    import make_templates
    committed = pathlib.Path(__file__).parent.parent / "templates"
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        sys.argv[1:] = [folder]
        make_templates.main()
        for fresh in sorted(pathlib.Path(folder).glob("*.xlsx")):
            old = committed / fresh.name
            if not old.exists() or old.read_bytes() != fresh.read_bytes():
                wrong.append(fresh.name)
    for name in wrong:
        print(f"templates/{name} is not what tools/make_templates.py writes: run it and commit both")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
