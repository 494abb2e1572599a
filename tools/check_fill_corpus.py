#!/usr/bin/python3
"""Fills and grows real workbooks of other programs, and looks at the results from outside.

    check_fill_corpus.py FILL_SAMPLE CORPUS [--checker VALIDATE_XLSX] [--keep FOLDER] [--blocks N] [--most KIB]

FILL_SAMPLE is the test program of that name; CORPUS a folder of .xlsx and .xlsm files. Of every workbook that has
charts, drawings, validations, tables, comments, conditional formats or pivot tables, two rows become five and some
cells are filled. Then:
  - the checker, where given, must not report what it did not report of the workbook as it came;
  - parts that cannot name rows or cells must be the same bytes;
  - LibreOffice must open it and show the same values everywhere else, shifted by three rows.
Prints one line a workbook and the sums; refused workbooks with the reason. Exit 1 where anything went wrong.
"""
import argparse, collections, csv, glob, os, re, shutil, subprocess, sys, tempfile, zipfile

FEATURES = {
    "chart": lambda names, sheets: any("/charts/chart" in n for n in names),
    "drawing": lambda names, sheets: any("/drawings/drawing" in n for n in names),
    "table": lambda names, sheets: any("/tables/" in n for n in names),
    "comments": lambda names, sheets: any("comments" in n.lower() for n in names),
    "pivot": lambda names, sheets: any("/pivotTables/" in n for n in names),
    "control": lambda names, sheets: any("/ctrlProps/" in n for n in names),
    "validation": lambda names, sheets: b"dataValidation " in sheets,
    "conditional": lambda names, sheets: b"conditionalFormatting" in sheets,
    "array": lambda names, sheets: b't="array"' in sheets,
}
# Parts that may have to change: everything else must be the same bytes.
MAY_CHANGE = re.compile(
    r"^(\[Content_Types\]\.xml|xl/(workbook|styles|sharedStrings|calcChain|connections)\.xml|.*\.rels|.*\.vml"
    r"|xl/(worksheets|tables|drawings|charts|comments|threadedComments|pivotTables|pivotCache|ctrlProps)/.*\.xml"
    r"|xl/comments\d*\.xml)$", re.I)
BLOCK, COUNT = 2, 5
BY = COUNT - BLOCK
RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"


def features_of(path):
    try:
        with zipfile.ZipFile(path) as z:
            names = z.namelist()
            sheets = b"".join(z.read(n) for n in names if "/worksheets/sheet" in n and n.endswith(".xml"))
    except Exception:
        return None
    return [f for f, has in FEATURES.items() if has(names, sheets)]


def grid_of(path):
    """Of each worksheet in tab order: name, rows in use, last column, tables' rows, whether it shows a pivot table."""
    with zipfile.ZipFile(path) as z:
        book = z.read("xl/workbook.xml").decode("utf-8", "replace")
        links = z.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
        grids = []
        for name, rid in re.findall(r'<(?:\w+:)?sheet\b[^>]*?\bname="([^"]*)"[^>]*?\br:id="([^"]*)"', book):
            link = next((l for l in re.findall(r"<Relationship\b[^>]*>", links) if f'Id="{rid}"' in l), "")
            if not re.search(r'Type="[^"]*/worksheet"', link):
                continue
            target = re.search(r'Target="([^"]*)"', link).group(1)
            part = target.lstrip("/") if target.startswith("/") else "xl/" + target
            xml = z.read(part).decode("utf-8", "replace")
            refs = re.findall(r'<(?:\w+:)?c\b[^>]*?\br="([A-Z]+)(\d+)"', xml)
            tables, pivots = [], False
            rels = f"{os.path.dirname(part)}/_rels/{os.path.basename(part)}.rels"
            if rels in z.namelist():
                pivots = b"/pivotTable" in z.read(rels)
                for t in re.findall(r'Target="\.\./(tables/[^"]*)"', z.read(rels).decode()):
                    area = re.search(r'\bref="[A-Z]+(\d+):[A-Z]+(\d+)"', z.read("xl/" + t).decode())
                    if area:
                        tables.append((int(area.group(1)), int(area.group(2))))
            grids.append((name, sorted({int(r) for _, r in refs}), max([number(c) for c, _ in refs] + [0]), tables,
                          pivots))
        return grids


def number(letters):
    n = 0
    for c in letters:
        n = n * 26 + ord(c) - 64
    return n


def letters(n):
    out = ""
    while n:
        n, rest = divmod(n - 1, 26)
        out = chr(65 + rest) + out
    return out


def blocks_to_try(rows, tables):
    """First rows of two-row blocks: inside tables, in the middle, at the head, below everything."""
    tries = [top + 1 for top, bottom in tables if bottom - top >= 2]
    if rows:
        tries += [rows[len(rows) // 2], rows[0], rows[0] + 1, rows[-1] + 1]
    return list(dict.fromkeys(tries or [1]))


def complaints(checker, path):
    """How often each thing is said; places are left out, since they move."""
    said = subprocess.run([checker, "-q", path], capture_output=True, text=True).stdout
    return collections.Counter(re.sub(r"\d+", "#", l.strip()) for l in said.splitlines() if " ERROR " in l)


def changed_parts(before, after):
    with zipfile.ZipFile(before) as a, zipfile.ZipFile(after) as b:
        return [n for n in a.namelist() if n not in b.namelist() or a.read(n) != b.read(n)] + [
            n for n in b.namelist() if n not in a.namelist()]


def shown(folder, out, profile):
    """What LibreOffice shows of each workbook in the folder: file stem -> sheet -> rows of cells."""
    files = sorted(glob.glob(folder + "/*"))
    for at in range(0, len(files), 8):
        subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", EVERY_SHEET,
                        "--outdir", out] + files[at:at + 8], timeout=600, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
    values = collections.defaultdict(dict)
    for path in glob.glob(out + "/*.csv"):
        stem, sheet = os.path.basename(path)[:-4].split("-", 1)
        with open(path, newline="", encoding="utf-8", errors="replace") as f:
            values[stem][sheet] = list(csv.reader(f))
    return values


def cells(rows):
    return {(r, c): v for r, row in enumerate(rows, 1) for c, v in enumerate(row, 1) if v != ""}


def differences(before, again, after, grown, first, width, pivots):
    """Values that are not where and what they were, outside of the block's added rows and the filled columns. Left out:
    what differs when the same workbook is opened twice (the hour, a random number), and sheets whose pivot tables are
    taken anew from data that grew."""
    found = []
    for sheet in sorted(set(before) | set(after) - set(pivots)):
        if sheet in pivots and sheet != grown:
            continue
        was, now = cells(before.get(sheet, [])), cells(after.get(sheet, []))
        second = cells(again.get(sheet, []))
        restless = {at for at in set(was) | set(second) if was.get(at) != second.get(at)}
        if sheet == grown:
            restless = {(r + BY if r > first + BLOCK - 1 else r, c) for r, c in restless}
        if sheet == grown:
            last = first + BLOCK - 1
            was = {(r + BY if r > last else r, c): v for (r, c), v in was.items()}
            now = {(r, c): v for (r, c), v in now.items() if not last < r <= last + BY and c <= width}
        found += [f"{sheet}!{letters(c)}{r}: {was.get((r, c))!r} -> {now.get((r, c))!r}"
                  for r, c in sorted((set(was) | set(now)) - restless) if was.get((r, c)) != now.get((r, c))]
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("fill")
    parser.add_argument("corpus")
    parser.add_argument("--checker")
    parser.add_argument("--keep")
    parser.add_argument("--blocks", type=int, default=1, help="how many blocks of each workbook")
    parser.add_argument("--most", type=int, default=2000, help="larger workbooks are left out (KiB)")
    options = parser.parse_args()
    work = options.keep or tempfile.mkdtemp(prefix="fill-corpus-")
    folders = {k: os.path.join(work, k) for k in ("before", "after", "csv-before", "csv-again", "csv-after", "profile/user")}
    for folder in folders.values():
        os.makedirs(folder, exist_ok=True)
    profile = os.path.join(work, "profile")
    with open(os.path.join(profile, "user", "registrymodifications.xcu"), "w") as f:
        f.write(RECALCULATE)

    done, refused, bad = {}, [], []
    paths = sorted(glob.glob(options.corpus + "/**/*.xls[xm]", recursive=True))
    chosen = [(f"{i:03d}", path) for i, path in enumerate(paths)]
    for label, path in chosen:
        if os.path.getsize(path) > options.most << 10:
            continue
        features = features_of(path)
        if not features:
            continue
        try:
            grids = grid_of(path)
        except Exception:
            continue
        reasons, grown = [], 0
        order = sorted(range(len(grids)), key=lambda i: (not grids[i][3], -len(grids[i][1])))
        for sheet, first in [(i, b) for i in order for b in blocks_to_try(grids[i][1], grids[i][3])]:
            if grown == options.blocks:
                break
            name = f"{label}x{grown}{os.path.splitext(path)[1]}"
            out = os.path.join(folders["after"], name)
            title, rows, width = grids[sheet][:3]
            new = range(first + BLOCK, first + BLOCK + BY)
            fills = [f"{letters(c)}{r}=" for r in new for c in range(1, width + 1)]
            fills += [f"{letters(width + 1)}{r}=#{r}.25" for r in new] + [f"{letters(width + 2)}{first}=-待核实"]
            ran = subprocess.run([options.fill, path, out, str(sheet), str(first), str(first + BLOCK - 1), str(COUNT)]
                                 + fills, capture_output=True, text=True)
            if ran.returncode == 3:
                reasons.append(f"{title}!{first}:{first + BLOCK - 1}: {ran.stderr.strip()}")
            elif ran.returncode != 0:
                bad.append(f"{path}: ended with {ran.returncode}: {ran.stderr.strip()}")
                break
            else:
                shutil.copyfile(path, os.path.join(folders["before"], name))
                done[name] = (path, features, title, first, width, [g[0] for g in grids if g[4]])
                grown += 1
        refused += [(path, features, reason, grown) for reason in reasons]

    before = shown(folders["before"], folders["csv-before"], profile)
    again = shown(folders["before"], folders["csv-again"], profile)
    after = shown(folders["after"], folders["csv-after"], profile)
    counts = collections.Counter()
    for name, (path, features, title, first, width, pivots) in done.items():
        new_file = os.path.join(folders["after"], name)
        old_file = os.path.join(folders["before"], name)
        said = []
        if options.checker:
            was, now = complaints(options.checker, old_file), complaints(options.checker, new_file)
            said += [f"new violation: {k}" for k in now - was]
        said += [f"changed part: {p}" for p in changed_parts(old_file, new_file) if not MAY_CHANGE.match(p)]
        stem = os.path.splitext(name)[0]
        if before.get(stem) and not after.get(stem):
            said.append("LibreOffice does not open it")
        elif before.get(stem):
            said += differences(before[stem], again[stem], after[stem], title, first, width, pivots)
            counts["shown by LibreOffice"] += 1
        counts.update(features)
        print(("ok   " if not said else "BAD  ") + os.path.relpath(path, options.corpus), ",".join(features),
              f"{title}!{first}:{first + 1}", f"{len(changed_parts(old_file, new_file))} parts differ")
        for line in said[:12]:
            print("       ", line)
        bad += [f"{path}: {line}" for line in said[:1]]
    for path, features, reason, grown in refused:
        print("refused", os.path.relpath(path, options.corpus), ",".join(features), reason,
              "(other rows of it grow)" if grown else "")
    workbooks = len({path for path, *_ in done.values()})
    print(f"{workbooks} workbooks filled and grown, {len(done)} times; {len(refused)} blocks refused; {len(bad)} with something wrong;",
          ", ".join(f"{k} {v}" for k, v in sorted(counts.items())))
    if not options.keep:
        shutil.rmtree(work)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
