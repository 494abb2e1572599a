"""What is measured: the jobs, who takes part, and the targets."""
import pathlib
import shutil
import subprocess
import sys
from dataclasses import dataclass

from contest import Contestant, Job

OTHERS = pathlib.Path(__file__).resolve().parent.parent / "others"
FILES, ROWS, TENTH = 1000, 200_000, 0.1
LEFT_OUT = "left out"
UNTOLD = "what it read is not compared"
CSV = "csv:Text - txt - csv (StarCalc):44,34,76"  # commas, quotes, UTF-8


@dataclass
class Target:
    """`who`, against `other` where there is one: at most so many times its time; with `faster`, at least so many times as fast."""
    who: str
    bound: float
    other: str = ""
    faster: bool = False
    measure: str = "cpu"     # or "mib", or "unit": CPU time a unit, in the job's own unit

    def value(self, results, job):
        who = results[self.who]
        if not who.rounds or self.other and (self.other not in results or not results[self.other].rounds):
            return None
        if self.measure == "mib":
            return who.mib
        if self.measure == "unit":
            return per_unit(who.cpu, job)
        other = results[self.other]
        return other.cpu / who.cpu if self.faster else who.cpu / other.cpu

    def met(self, value):
        return value >= self.bound if self.faster else value <= self.bound

    def words(self, job):
        if self.measure == "mib":
            return f"{self.who}: at most {self.bound:g} MiB"
        if self.measure == "unit":
            return f"{self.who}: at most {self.bound:g} {job.unit}"
        return f"{self.who}: " + (f"at least {self.bound:g} × as fast as {self.other}" if self.faster
                                  else f"at most {self.bound:g} × {self.other}")


def per_unit(cpu, job):
    return cpu / job.per * (1000 if job.unit.startswith("ms") else 1)


class Programs:
    """Where everything is, and what is not there."""

    def __init__(self, build, build_zlib, data, others):
        self.build, self.zlib, self.data = build, build_zlib, data
        self.scratch = data / "out"
        self.scratch.mkdir(exist_ok=True)
        self.without = "" if others else LEFT_OUT
        self.python = next((p for p in (sys.executable, "/usr/bin/python3") if has_openpyxl(p)), None)
        self.node = data / "node" / "node_modules"

    def floor(self, how, path):
        name = {"all": "floor", "needed": "floor of the needed parts", "zlib": "floor by zlib, 256 KiB at a time",
                "isal": "floor by ISA-L, 256 KiB at a time"}[how]
        return Contestant(name, [self.build / "floor", how, path], tells=False)

    def huizong(self, program, *arguments, name="huizong", out=None):
        return Contestant(name, [self.build / program, *arguments, *([out] if out else [])], out=out)

    def openpyxl(self, job, *arguments, name="openpyxl", share=1, out=None):
        missing = self.without or ("" if self.python else "no python3 with openpyxl (apt install python3-openpyxl)")
        return Contestant(name, [self.python, OTHERS / "python_jobs.py", job, *arguments, *([out] if out else [])], share, missing, out=out)

    def xlsx2csv(self, path):
        missing = self.without or ("" if shutil.which("xlsx2csv") else "not installed (apt install xlsx2csv)")
        return Contestant("xlsx2csv", ["/usr/bin/python3", OTHERS / "python_jobs.py", "xlsx2csv", path], TENTH, missing, tells=False, note=UNTOLD)

    def libreoffice(self, path):
        """To CSV, all files by one start of it."""
        missing = self.without or ("" if shutil.which("soffice") else "not installed (apt install libreoffice-calc)")
        files = sorted(path.iterdir()) if path.is_dir() else [path]
        return Contestant("LibreOffice to CSV", ["soffice", f"-env:UserInstallation=file://{self.scratch.resolve()}/profile", "--headless",
                          "--convert-to", CSV, "--outdir", self.scratch / "csv", *files], TENTH, missing, tells=False, note=UNTOLD)

    def node_job(self, package, name, job, *arguments, out=None):
        missing = self.without or ("" if shutil.which("node") else "no node")
        if not missing and not (self.node / package).is_dir():
            missing = f"{package} is not installed (see README.md)"
        return Contestant(name, ["node", "--max-old-space-size=8192", OTHERS / "node_jobs.js", job, *arguments, *([out] if out else [])],
                          TENTH, missing, out=out, environment={"NODE_PATH": str(self.node)})

    def jobs(self):
        """The others stay out where they are not wanted."""
        jobs = [self.read_merge(), self.big_read(), self.fill(), self.fill_grow(), self.write(), self.summary()]
        for job in jobs:
            job.contestants = [c for c in job.contestants if c.missing != LEFT_OUT]
        return jobs

    def read_merge(self):
        forms, tenth = self.data / "forms", self.data / "forms-tenth"
        return Job(
            "READ-MERGE", f"{FILES:,} unit forms of about 15 KB; 12 header and funds cells and all indicator rows of each are taken out.",
            [self.floor("all", forms), self.floor("needed", forms),
             self.huizong("read_merge", forms), self.huizong("read_merge", forms, "stream", name="huizong, streaming"),
             self.openpyxl("openpyxl_read", forms, "1", name="openpyxl read-only"),
             self.openpyxl("openpyxl_read", tenth, "0", name="openpyxl", share=TENTH), self.xlsx2csv(tenth), self.libreoffice(tenth),
             self.node_job("xlsx", "SheetJS", "sheetjs_read", tenth), self.node_job("exceljs", "exceljs", "exceljs_read", tenth)],
            [Target("huizong", 3.0, "floor"),
             Target("huizong", 100, "openpyxl read-only", faster=True), Target("huizong", 24, measure="mib")],
            {1: [self.build / "read_merge", forms], TENTH: [self.build / "read_merge", tenth]}, FILES, "ms a file")

    def big_read(self):
        big, tenth = self.data / "big.xlsx", self.data / "big-tenth.xlsx"
        with_isal = subprocess.run([self.build / "floor", "isal", tenth], capture_output=True).returncode == 0
        contestants = [self.floor("all", big), self.floor("isal", big), self.floor("zlib", big), self.huizong("big_read", big)]
        targets = [Target("huizong", 1.8 if with_isal else 2.5, "floor"), Target("huizong", 160, measure="mib")]
        if self.zlib:
            contestants.append(Contestant("huizong without ISA-L", [self.zlib / "big_read", big]))
            targets.append(Target("huizong without ISA-L", 2.5, "floor"))
        return Job(
            "BIG-READ", "1,000,000 rows by 10, texts, numbers, dates, shared strings; every cell is visited.",
            [*contestants, self.openpyxl("openpyxl_big", tenth, name="openpyxl read-only", share=TENTH), self.xlsx2csv(tenth),
             self.libreoffice(tenth), self.node_job("xlsx", "SheetJS", "sheetjs_big", tenth),
             self.node_job("exceljs", "exceljs, streaming", "exceljs_big", tenth)],
            targets, {1: [self.build / "big_read", big], TENTH: [self.build / "big_read", tenth]})

    def fill(self):
        blank = self.data / "fill.xlsx"
        reference = self.scratch / "reference.xlsx"
        few = round(FILES * TENTH)
        return Job(
            "FILL", f"60 cells of the official form, package bytes to package bytes in memory, {FILES:,} times.",
            [self.huizong("fill", blank, FILES, out=self.scratch / "huizong.xlsx"),
             self.openpyxl("openpyxl_fill", blank, FILES, name="openpyxl load + save", out=self.scratch / "openpyxl.xlsx"),
             self.node_job("exceljs", "exceljs", "exceljs_fill", blank, few, out=self.scratch / "exceljs.xlsx")],
            [Target("huizong", 0.30, measure="unit"), Target("huizong", 100, "openpyxl load + save", faster=True)],
            {1: self.filled(blank, FILES, reference), TENTH: self.filled(blank, few, reference)}, FILES, "ms a file")

    def filled(self, blank, count, out):
        """The tally of what FILL must have written: by reading what we wrote."""
        return ["sh", "-c", '"$1" "$2" "$3" "$4" >/dev/null && "$5" "$4"', "sh", self.build / "fill", blank, count, out, self.build / "big_read"]

    def fill_grow(self):
        return Job(
            "FILL-GROW", "The form's indicator block grown by 20 rows and filled, with a chart, validations and two sheets of formulas on it "
            f"that must follow, {FILES:,} times. None of the others can do it.",
            [self.huizong_grown()], [Target("huizong", 4, measure="unit")], {}, FILES, "ms a file")

    def huizong_grown(self):
        return Contestant("huizong", [self.build / "fill", self.data / "grow.xlsx", FILES, self.scratch / "grown.xlsx", 20], tells=False)

    def summary(self):
        units, rows = 5000, 20
        return Job(
            "SUMMARY", f"The 汇总表 of {units:,} units by 40 columns with rates, ranks and grades, {units * rows:,} indicator rows by 12, links, "
            "formulas and a chart, from figures in memory to a file; making up the figures is in the time and the memory.",
            [Contestant("huizong", [self.build / "summary", units, rows, self.scratch / "summary", self.scratch / "summary.xlsx"], tells=False)],
            [Target("huizong", 8, measure="unit"), Target("huizong", 600, measure="mib")], {}, 1, "s")

    def write(self):
        few, reference = round(ROWS * TENTH), self.scratch / "reference.xlsx"

        def bare(rows):
            return ["sh", "-c", '"$1" bare "$2" "$3" >/dev/null && "$4" "$3"', "sh", self.build / "write", rows, reference, self.build / "big_read"]
        return Job(
            "WRITE", f"{ROWS:,} rows by 10, texts and amounts in two looks, to a file.",
            [self.huizong("write", "bare", ROWS, name="libxlsxwriter called bare", out=self.scratch / "bare.xlsx"),
             self.huizong("write", "huizong", ROWS, out=self.scratch / "written.xlsx"),
             self.openpyxl("openpyxl_write", few, name="openpyxl write-only", share=TENTH, out=self.scratch / "openpyxl.xlsx")],
            [Target("huizong", 1.15, "libxlsxwriter called bare")], {1: bare(ROWS), TENTH: bare(few)})


def has_openpyxl(python):
    return pathlib.Path(python).exists() and subprocess.run([python, "-c", "import openpyxl"], capture_output=True).returncode == 0
