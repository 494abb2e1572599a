#!/usr/bin/env python3
"""Makes the pictures under docs/images from what a run of the examples prints.

    tools/make_images.py build/release/huizong

Needs LibreOffice, pdftoppm and pdftotext (poppler-utils), Chinese fonts, and python3-pil. A page is found by the words at its top,
so a picture goes on showing what it is named for when pages come and go before it.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageChops

ROOT = Path(__file__).resolve().parent.parent
DPI = 90
WIDTH = 1000  # pixels
COLOURS = 48

# picture, example, workbook below 输出/, words that only the wanted page has at its top
PICTURES = [
    ("汇总", "2021年度部门整体支出绩效自评", "*汇总表.xlsx", "部门整体支出绩效自评表汇总表"),
    ("图表", "攀枝花2020", "*汇总表.xlsx", "图1 收、支决算总计变动情况"),
    ("执行率", "2021年度部门整体支出绩效自评", "*汇总表.xlsx", "各单位预算执行率"),
    ("审核意见", "2021年度部门整体支出绩效自评", "退回/102008_*.xlsx", "审核意见"),
    ("审核结果", "2021年度部门整体支出绩效自评", "审核结果.xlsx", "审核结果"),
]


def pages(workbook, scratch):
    """The pages as (text, picture), in order."""
    subprocess.run(["soffice", f"-env:UserInstallation=file://{scratch}/profile", "--headless", "--convert-to", "pdf", "--outdir", scratch,
                    workbook], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    pdf = scratch / (workbook.stem + ".pdf")
    subprocess.run(["pdftoppm", "-r", str(DPI), "-png", pdf, scratch / "page"], check=True)
    for number, picture in enumerate(sorted(scratch.glob("page-*.png")), 1):
        text = subprocess.run(["pdftotext", "-f", str(number), "-l", str(number), pdf, "-"], check=True, capture_output=True, text=True).stdout
        yield text, picture


def without_margins(picture):
    background = Image.new("RGB", picture.size, "white")
    left, top, right, bottom = ImageChops.difference(picture, background).getbbox()
    return picture.crop((max(left - 12, 0), max(top - 12, 0), right + 12, bottom + 12))


def squeezed(text):
    return "".join(text.split())


def main():
    huizong = Path(sys.argv[1]).resolve()
    out = ROOT / "docs" / "images"
    out.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        for name in ("examples", "mappings", "templates"):
            shutil.copytree(ROOT / name, folder / name)
        for example in {picture[1] for picture in PICTURES}:
            subprocess.run([huizong, "run", folder / "examples" / example], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for number, (name, example, workbook, words) in enumerate(PICTURES):
            scratch = folder / str(number)
            scratch.mkdir()
            found = next((folder / "examples" / example / "输出").glob(workbook))
            page = next((picture for text, picture in pages(found, scratch) if squeezed(words) in squeezed(text)[:400]), None)
            if page is None:
                sys.exit(f"{found.name} has no page that begins with {words}")
            picture = without_margins(Image.open(page).convert("RGB"))
            if picture.width > WIDTH:
                picture = picture.resize((WIDTH, round(picture.height * WIDTH / picture.width)), Image.LANCZOS)
            picture.quantize(COLOURS, dither=Image.Dither.NONE).save(out / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
