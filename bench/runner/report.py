"""The results as markdown: for the terminal and for README.md."""
import os
import pathlib
import re
import subprocess

from jobs import per_unit


def table(job, results):
    base = next((name for name in ("floor", "libxlsxwriter called bare") if name in results), None)
    openpyxl = next((name for name in results if name.startswith("openpyxl") and results[name].rounds), None)
    columns = {f"CPU, {job.unit}": lambda r: digits(per_unit(r.cpu, job))}
    if base and results[base].rounds:
        columns[f"× {base}"] = lambda r: f"{r.cpu / results[base].cpu:.2f}"
    if openpyxl:
        columns[f"{openpyxl} ÷ it"] = lambda r: digits(results[openpyxl].cpu / r.cpu)
    columns |= {f"wall, {job.unit}": lambda r: digits(per_unit(r.wall, job)), "peak MiB": lambda r: f"{r.mib:.0f}"}

    lines = [f"### {job.name}", "", job.what, "", row("", columns, ""), row("---", ["--:"] * len(columns), "---")]
    for name, result in results.items():
        lines.append(row(name, [show(result) if result.rounds else "" for show in columns.values()], result.remark))
    lines.append("")
    for target in job.targets:
        value = target.value(results, job)
        if value is not None:
            lines.append(f"- {target.words(job)}: **{digits(value)}**, {'met' if target.met(value) else 'NOT MET'}")
    return "\n".join(lines) + "\n"


def row(first, middle, last):
    return f"| {' | '.join([first, *middle, last])} |"


def digits(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def machine():
    """The machine by processor, cores, memory and system; and what took part."""
    cpu = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    memory = int(re.search(r"MemTotal:\s*(\d+)", pathlib.Path("/proc/meminfo").read_text())[1]) / 2**20
    release = pathlib.Path("/etc/os-release").read_text()
    system = re.search(r'PRETTY_NAME="(.*)"', release)[1]
    return (f"{cpu[1] if cpu else os.uname().machine}, {os.cpu_count()} cores, {memory:.0f} GiB, {system}, "
            f"{first_line('g++', '--version')}")


def versions(programs):
    found = []
    if programs.python:
        found.append("openpyxl " + first_line(programs.python, "-c", "import openpyxl; print(openpyxl.__version__)"))
    found += [first_line("xlsx2csv", "--version") and "xlsx2csv " + first_line("xlsx2csv", "--version"),
              " ".join(first_line("soffice", "--version").split()[:2]), first_line("node", "--version") and "node " + first_line("node", "--version")]
    for package, name in (("xlsx", "SheetJS"), ("exceljs", "exceljs")):
        about = programs.node / package / "package.json"
        if about.exists():
            found.append(f"{name} " + re.search(r'"version":\s*"([^"]+)"', about.read_text())[1])
    return ", ".join(filter(None, found))


def first_line(*argv):
    try:
        said = subprocess.run(argv, capture_output=True, text=True).stdout.strip().splitlines()
    except OSError:
        return ""
    return said[0] if said else ""


def put_into(readme, text):
    """Between README's two marks."""
    old = readme.read_text(encoding="utf-8")
    start, end = "<!-- results: written by bench/run --readme -->\n", "<!-- end of results -->"
    head, tail = old.split(start)[0], old.split(end)[1]
    readme.write_text(f"{head}{start}\n{text}\n{end}{tail}", encoding="utf-8")
