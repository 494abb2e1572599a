"""Runs contestants in turn, each as a process of its own, and keeps what each run took.

A contestant's last line may be JSON: cells, numbers, text (what it read), peak_kib (its own word for its peak memory: what the
system has for a short process is no less than what this one had when it started it).
"""
import json
import os
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass, field


@dataclass
class Contestant:
    name: str
    argv: list
    share: float = 1         # how much of the job it is given; its time is divided by this
    missing: str = ""        # why it cannot run here
    tells: bool = True       # whether it prints what it read
    note: str = ""
    out: object = None       # the workbook it writes: what it wrote is compared instead
    environment: dict = field(default_factory=dict)


@dataclass
class Job:
    name: str
    what: str                # one sentence
    contestants: list
    targets: list
    expected: dict = field(default_factory=dict)  # share -> argv that prints the tally all must have
    per: int = 1             # units in a job: 1,000 files
    unit: str = "s"


@dataclass
class Result:
    cpu: float = 0           # seconds of the whole job, median
    wall: float = 0
    mib: float = 0           # the largest of all rounds
    rounds: int = 0
    remark: str = ""


class Failed(Exception):
    pass


def run(argv, environment):
    """One process: its last line, its CPU and wall seconds, its peak memory in MiB; children it waited for are in both."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        start = time.monotonic()
        process = subprocess.Popen([str(word) for word in argv], stdout=out, stderr=errors, stdin=subprocess.DEVNULL,
                                   env={**os.environ, **environment})
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)  # so that Popen does not wait for it again
        out.seek(0)
        errors.seek(0)
        if process.returncode != 0:
            said = errors.read().decode("utf-8", "replace").strip().splitlines()
            raise Failed(f"ended with {process.returncode}" + (f": {said[-1][:120]}" if said else ""))
        lines = out.read().decode("utf-8").strip().splitlines()
        told = json.loads(lines[-1]) if lines and lines[-1].startswith("{") else {}
        return told, used.ru_utime + used.ru_stime, wall, (told.get("peak_kib") or used.ru_maxrss) / 1024


def tally(told):
    return {key: told[key] for key in ("cells", "numbers", "text")}


def hold(job, rounds, reader, progress):
    """The job by all its contestants, one after another in every round. `reader`: prints the tally of a workbook."""
    results = {c.name: Result(remark=c.missing and f"skipped: {c.missing}") for c in job.contestants}
    times = {c.name: [] for c in job.contestants}
    expected = {share: tally(run(argv, {})[0]) for share, argv in job.expected.items()}
    for n in range(rounds):
        for contestant in job.contestants:
            result = results[contestant.name]
            if result.remark.startswith("skipped"):
                continue
            progress(f"{job.name}: round {n + 1} of {rounds}, {contestant.name}")
            try:
                told, cpu, wall, mib = run(contestant.argv, contestant.environment)
            except (Failed, OSError) as failure:
                result.remark = f"skipped: {failure}"
                continue
            times[contestant.name].append((cpu / contestant.share, wall / contestant.share))
            result.mib = max(result.mib, mib)
            if n == 0:
                result.remark = remark(contestant, expected, told, reader)
    for name, taken in times.items():
        if taken:
            results[name].rounds = len(taken)
            results[name].cpu, results[name].wall = (statistics.median(column) for column in zip(*taken))
    return results


def remark(contestant, expected, told, reader):
    said = [contestant.note] if contestant.note else []
    if contestant.share != 1:
        said.append(f"{contestant.share:.0%} of the job, scaled")
    want = expected.get(contestant.share)
    if want and (contestant.tells or contestant.out):
        got = tally(run([*reader, contestant.out], {})[0] if contestant.out else told)
        wrong = [f"{key} {got[key]:,} instead of {want[key]:,}" for key in want if got[key] != want[key]]
        if wrong:
            said.append("DIFFERS: " + ", ".join(wrong))
    return "; ".join(said)
