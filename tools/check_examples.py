#!/usr/bin/python3
"""Whether the example jobs are whole, and name no telephone number or e-mail address. Exit 0 yes, 1 no.

Whole: EXPECT.tsv has one line for every file under 上报/ and no other, and gives every owed unit one standing.
"""
import pathlib
import re
import sys
import zipfile
from html import unescape

ROOT = pathlib.Path(__file__).parent.parent
PERSONAL = {
    "a mobile number": re.compile(r"(?<!\d)1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)"),
    "a telephone number": re.compile(r"(?<!\d)(?:0[1-9]\d{1,2}[-—－ ]?)\d{7,8}(?!\d)"),
    "a number under 电话": re.compile(r"(?:电话|手机|传真|联系方式)\W{0,3}\d{5,}"),
    "an e-mail address": re.compile(r"[\w.+-]+@[\w-]+\.\w+"),
}


def texts_of(path):
    """What a person can read in the file. Figures (<v>) are left out; of a package cut short, what survives."""
    data = path.read_bytes()
    yield path.name
    if path.suffix in (".toml", ".tsv", ".md"):
        yield data.decode("utf-8")
        return
    try:
        package = zipfile.ZipFile(path)
    except zipfile.BadZipFile:
        yield data.decode("utf-16-le", "ignore")  # old .xls keeps its Chinese so; an encrypted file yields nothing readable
        yield data[1:].decode("utf-16-le", "ignore")
        yield "\n".join(run.decode() for run in re.findall(rb"[ -~]{7,}", data))
        return
    for name in package.namelist():
        if name.endswith((".xml", ".rels")):
            text = package.read(name).decode("utf-8")
            text = re.sub(r"<(\w+:)?v>[^<]*</(\w+:)?v>", "", text)
            yield unescape(re.sub(r"<[^>]*>", "\n", text))


def personal_data(folder):
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and not {"输出", ".huizong"} & set(p.parts)):
        for text in texts_of(path):
            for what, pattern in PERSONAL.items():
                for hit in pattern.findall(text):
                    yield f"{path.relative_to(ROOT)} has {what}: {hit}"


def gaps(job):
    """Where EXPECT.tsv and the job's files do not agree."""
    lines = [line.split("\t") for line in (job / "EXPECT.tsv").read_text(encoding="utf-8").splitlines()]
    if lines[0] != ["file", "unit", "standing", "kind", "findings"] or any(len(line) != 5 for line in lines):
        yield "EXPECT.tsv: the headings or the number of columns are wrong"
        return
    expected = [line[0] for line in lines[1:] if line[0] != "-"]
    present = [str(p.relative_to(job)) for p in (job / "上报").rglob("*") if p.is_file()]
    yield from (f"{name} has no line in EXPECT.tsv" for name in sorted(set(present) - set(expected)))
    yield from (f"{name} stands in EXPECT.tsv but is not there" for name in sorted(set(expected) - set(present)))
    if len(expected) != len(set(expected)):
        yield "EXPECT.tsv: a file stands there twice"
    standings = {}
    for _, unit, standing, _, _ in lines[1:]:
        if unit != "-" and standing != "set_aside":
            standings.setdefault(unit, set()).add(standing)
    yield from (f"EXPECT.tsv: unit {unit} has more than one standing" for unit, found in standings.items() if len(found) > 1)


def main():
    wrong = list(personal_data(ROOT / "examples")) + list(personal_data(ROOT / "tests" / "cases"))
    for expect in sorted((ROOT / "examples").glob("*/EXPECT.tsv")):
        wrong += gaps(expect.parent)
    print("\n".join(wrong) if wrong else "examples are whole and name nobody")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
