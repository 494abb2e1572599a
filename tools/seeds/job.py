"""Writing a seed's job folder: the blank official form with the office's figures typed into its cells."""
import pathlib

from forms import all_forms
from unit_list import unit_list
from workbook_package import saved, with_shared_strings


def blank(form):
    """The blank form as an openpyxl workbook, to be typed into."""
    return all_forms()[form]()


def type_in(sheet, cells):
    """{address: value}: texts and numbers as an officer types them."""
    for address, value in cells.items():
        sheet[address] = value


def paragraphs(name):
    """The paragraphs of text/<name>.txt, the part of a published text that a job's workbook holds."""
    return (pathlib.Path(__file__).parent / "text" / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def submission(workbook, document_time, office):
    """The bytes of a unit's workbook, last saved by its office at that time."""
    return with_shared_strings(saved(workbook, document_time, office))


def write_job(folder, units, files, document_time, bureau):
    """单位名录.xlsx and the files, {path: bytes}, of one job."""
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    (folder / "单位名录.xlsx").write_bytes(saved(unit_list(folder.name, units), document_time, bureau))
