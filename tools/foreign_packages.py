"""The same workbook as other programs would have saved it, and files that are not what their name says."""
import pathlib
import re
import subprocess
import tempfile
from html import unescape
from xml.sax.saxutils import escape

from workbook_package import rewrite

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def resaved_by_libreoffice(package, kind="xlsx"):
    """The bytes after LibreOffice opened and saved it: as xlsx (every formula with its value), or by the filter named
    after it: "xls:MS Excel 97"."""
    with tempfile.TemporaryDirectory() as work:
        source = pathlib.Path(work) / "in" / "form.xlsx"
        source.parent.mkdir()
        source.write_bytes(package)
        subprocess.run(["soffice", f"-env:UserInstallation=file://{work}/profile", "--headless", "--convert-to", kind,
                        "--outdir", work, str(source)], check=True, capture_output=True, timeout=180)
        return (pathlib.Path(work) / f"form.{kind.partition(':')[0]}").read_bytes()


def prefixed(package):
    """As .NET programs write it: every element under a prefix (<x:worksheet>), texts inside their cells."""
    texts = shared_texts(package)

    def change(name, body):
        text = body.decode("utf-8")
        if name.startswith("xl/worksheets/"):
            text = re.sub(r'<c ([^>]*?) t="s"><v>(\d+)</v></c>', lambda m: inline(m[1], texts[int(m[2])]), text)
        if f'xmlns="{MAIN}"' not in text:
            return text.encode("utf-8")
        text = text.replace(f'xmlns="{MAIN}"', f'xmlns:x="{MAIN}"')
        return re.sub(r"<(/?)(?=[A-Za-z]\w*[\s/>])", r"<\1x:", text).encode("utf-8")

    return rewrite(package, change)


def inline(attributes, text):
    return f'<c {attributes} t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def shared_texts(package):
    texts = []

    def collect(name, body):
        if name == "xl/sharedStrings.xml":
            for item in re.findall(r"<si>(.*?)</si>", body.decode("utf-8"), re.S):
                texts.append(unescape("".join(re.findall(r"<t[^>]*>(.*?)</t>", item, re.S))))
        return body

    rewrite(package, collect)
    return texts


def lock_file(user):
    """What Excel leaves beside a workbook that someone has open: 165 bytes with the user's name, twice."""
    ansi, wide = user.encode("gbk"), user.encode("utf-16-le")
    return bytes([len(ansi)]) + ansi.ljust(54, b" ") + len(user).to_bytes(2, "little") + wide + b" \0" * (54 - len(user))
