#!/usr/bin/env python3
"""Whether huizong survives what the corpus's maker of hostile workbooks writes, in time and in bounds.

    tools/check_hostile.py HUIZONG CORPUS [--timeout 2] [--mem-mb 256] [--keep RESULT.tsv]

CORPUS is a folder with make_hostile.py and run_hostile.py, which judges each file by its expected class: none may
die, none that must be refused be read, none that is good be refused, no value be wrong. Files of odd names and
kinds (pipes, links, devices, folders) are judged here. Exit 0 when all is right, else 1.
"""
import argparse
import collections
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile


def judge_packages(options, hostile, result):
    """Lines of the result: file, category, class, reader, outcome, seconds, MB, verdict, note."""
    command = f"huizong={options.huizong} --lang en cells {{src}} -o {{out}}"
    subprocess.run([sys.executable, str(options.corpus / "run_hostile.py"), str(hostile), str(result), "--timeout",
                    str(options.timeout), "--mem-mb", str(options.mem_mb), "--cmd", command],
                   stdout=subprocess.DEVNULL, check=True)
    return [line.split("\t") for line in result.read_text(encoding="utf-8").splitlines()]


def refused_without_a_sentence(line):
    outcome, note = line[4], line[8]
    return outcome == "error" and not note.endswith(".")


def odd_files(hostile):
    """(path, whether it is a good workbook), as the file system holds them. Links to folders are not followed."""
    folder = os.fsencode(hostile / "fs")
    refused = set()
    for line in (hostile / "EXPECT.tsv").read_bytes().splitlines():
        name, category, kind = line.split(b"\t")[:3]
        if category == b"fs" and kind == b"reject":
            refused.add(name.split(b"/", 1)[1])
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if name in refused:
            if name != b"unreadable.xlsx" or os.geteuid() != 0:
                yield path, False
        elif os.path.isfile(path):
            yield path, True
    for parent, _, names in os.walk(os.path.join(folder, b"deep")):
        for name in names:
            yield os.path.join(parent, name), True


def judge_odd_file(options, path, good):
    """What is wrong; "" when nothing is."""
    limit = lambda: resource.setrlimit(resource.RLIMIT_AS, (options.mem_mb << 20, options.mem_mb << 20))
    try:
        done = subprocess.run([os.fsencode(options.huizong), b"--lang", b"en", b"cells", path], capture_output=True,
                              stdin=subprocess.DEVNULL, timeout=options.timeout, preexec_fn=limit)
    except subprocess.TimeoutExpired:
        return f"no end in {options.timeout} s"
    said = done.stderr.decode("utf-8", "replace")
    if good:
        return "" if done.returncode == 0 and done.stdout else f"exit status {done.returncode} {said}"
    if done.stdout:
        return "something was printed"
    if any(ord(sign) < 32 for sign in said[:-1]):
        return "control characters in what was said"
    return "" if done.returncode == 1 and said.endswith(".\n") else f"exit status {done.returncode} {said}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("huizong")
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("--timeout", type=float, default=2, help="seconds for one file")
    parser.add_argument("--mem-mb", type=int, default=256)
    parser.add_argument("--keep", type=pathlib.Path, help="keep the result, a line a file, here")
    options = parser.parse_args()
    options.huizong = str(pathlib.Path(options.huizong).resolve())

    work = pathlib.Path(tempfile.mkdtemp(prefix="check-hostile-"))
    try:
        hostile = work / "hostile"
        subprocess.run([sys.executable, str(options.corpus / "make_hostile.py"), str(hostile), "--fs"],
                       stdout=subprocess.DEVNULL, check=True)
        lines = judge_packages(options, hostile, work / "result.tsv")
        odd = [(path, judge_odd_file(options, path, good)) for path, good in odd_files(hostile)]
        if options.keep:
            shutil.copyfile(work / "result.tsv", options.keep)
    finally:
        subprocess.run(["chmod", "-R", "u+rwX", str(work)], stderr=subprocess.DEVNULL)
        shutil.rmtree(work, ignore_errors=True)

    verdicts = collections.Counter(line[7] for line in lines)
    mute = [line for line in lines if refused_without_a_sentence(line)]
    for line in lines:
        if line[7] != "right":
            print(f"{line[0]} ({line[2]}): {line[4]}, {line[7]}: {line[8]}")
    for line in mute:
        print(f"{line[0]}: refused without a sentence: {line[8]}")
    for path, wrong in odd:
        if wrong:
            print(f"{os.fsdecode(os.path.basename(path))!r}: {wrong.strip()}")
    print(f"{len(lines)} files: {verdicts['right']} right, {verdicts['died']} died, {verdicts['accepted']} accepted that "
          f"must be refused, {verdicts['refused']} good ones refused, {verdicts['wrong-values']} with wrong values; "
          f"{len(mute)} refused without a sentence")
    print(f"at most {max(float(line[5]) for line in lines):.2f} s and {max(float(line[6]) for line in lines):.0f} MB")
    print(f"{len(odd)} files of odd names and kinds: {sum(not wrong for _, wrong in odd)} right")
    all_right = verdicts["right"] == len(lines) and not mute and not any(wrong for _, wrong in odd)
    return 0 if all_right else 1


if __name__ == "__main__":
    sys.exit(main())
