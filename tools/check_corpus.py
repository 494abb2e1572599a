#!/usr/bin/env python3
"""Whether huizong reads real workbooks cell for cell as the corpus's oracle has them, and refuses the others.

    tools/check_corpus.py HUIZONG CORPUS [--show N]

CORPUS is a folder with MANIFEST.tsv (file, kind: good, protected, corrupt or hostile), an oracle/ of the good
ones' cells and compare_cells.py, which judges. A protected or corrupt workbook must be refused in one sentence;
a hostile one may be read or refused, but must end. Exit 0 when all of that is so, else 1.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

LONGEST = 20  # seconds for one file


def cells(huizong, file, out):
    """What became of it, and what was said: "read", "refused", or how it died."""
    out.parent.mkdir(parents=True, exist_ok=True)
    try:
        done = subprocess.run([huizong, "--lang", "en", "cells", str(file), "-o", str(out)],
                              capture_output=True, timeout=LONGEST)
    except subprocess.TimeoutExpired:
        return f"no end in {LONGEST} s", ""
    said = done.stderr.decode("utf-8", "replace")
    if done.returncode == 0:
        return "read", said
    if done.returncode == 1 and said.count("\n") == 1 and said.endswith(".\n") and not out.exists():
        return "refused", said
    return f"exit status {done.returncode}", said


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("huizong")
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("--show", type=int, default=3, help="so many wrong cells a file")
    options = parser.parse_args()

    may = {"good": {"read"}, "protected": {"refused"}, "corrupt": {"refused"}, "hostile": {"read", "refused"}}
    counts = collections.Counter()
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="check-corpus-") as folder:
        dumps = pathlib.Path(folder)
        for line in (options.corpus / "MANIFEST.tsv").read_text(encoding="utf-8").splitlines():
            name, kind = line.split("\t")[:2]
            if kind not in may:
                continue
            outcome, said = cells(options.huizong, options.corpus / name, dumps / (name + ".jsonl"))
            counts[kind, outcome] += 1
            if outcome not in may[kind]:
                wrong += 1
                print(f"{name} ({kind}): {outcome} {said.strip()}")
        report = dumps / "report.json"
        subprocess.run([sys.executable, str(options.corpus / "compare_cells.py"), "--oracle-dir",
                        str(options.corpus / "oracle"), "--dump-dir", str(dumps), "--show", str(options.show),
                        "--json", str(report)], stdout=subprocess.DEVNULL)
        result = json.loads(report.read_text(encoding="utf-8"))
    for file in result["files"]:
        if file["verdict"] != "PASS" or file["disputed"]:
            print("\n    ".join([f"{file['file']}: {file['verdict']}, {file['disputed']} disputed cells differ"]
                                + file["examples"]))
    for (kind, outcome), count in sorted(counts.items()):
        print(f"{kind}: {count} {outcome}")
    total = result["total"]
    print(f"oracle: {total['PASS']} of {total['files']} files agree; of {total['cells']} cells {total['wrong']} wrong, "
          f"{total['missing']} missing, {total['extra']} too many, {total['disputed']} differ where no other reader "
          "agrees with the file")
    return 1 if wrong or total["PASS"] != total["files"] else 0


if __name__ == "__main__":
    sys.exit(main())
