"""Workbook packages whose bytes depend on nothing but their content.

openpyxl and LibreOffice both write the hour into the zip directory and into docProps/core.xml. `settle` takes those
out: every entry is dated 1980-01-01, and the document's own times are the one given. It never touches a sheet.
"""
import io
import re
import zipfile

ENTRY_DATE = (1980, 1, 1, 0, 0, 0)


def settle(data, document_time, creator):
    """The package again, with fixed times, `creator` as its author, and its parts in the order they had."""
    return rewrite(data, lambda name, body: settle_core(body, document_time, creator) if name == "docProps/core.xml" else body)


def rewrite(data, change):
    """The package again with each part as `change(name, bytes)` gives it, and fixed entry dates."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, ENTRY_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            new.writestr(entry, change(name, old.read(name)))
    return out.getvalue()


def settle_core(body, document_time, creator):
    text = body.decode("utf-8")
    for tag in ("created", "modified"):
        text = re.sub(rf"(<dcterms:{tag}[^>]*>)[^<]*(</dcterms:{tag}>)", rf"\g<1>{document_time}\g<2>", text)
    text = re.sub(r"(<dc:creator>)[^<]*(</dc:creator>)", rf"\g<1>{creator}\g<2>", text)
    return text.encode("utf-8")


CELL_TEXT = re.compile(r'<c ([^>]*?) ?t="inlineStr"><is>(<t[ >].*?</t>)</is></c>', re.S)
PARTS = "application/vnd.openxmlformats-officedocument.spreadsheetml."
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def with_shared_strings(data):
    """The package with its texts in xl/sharedStrings.xml, as Excel and WPS keep them; openpyxl writes them into the cells."""
    texts = {}

    def change(name, body):
        text = body.decode("utf-8") if name.endswith((".xml", ".rels")) else ""
        if name.startswith("xl/worksheets/sheet"):
            text = CELL_TEXT.sub(lambda m: f'<c {m[1]} t="s"><v>{texts.setdefault(m[2], len(texts))}</v></c>', text)
        elif name == "xl/_rels/workbook.xml.rels":
            text = text.replace("</Relationships>", f'<Relationship Id="rIdText" Type="{RELATIONS}/sharedStrings" '
                                                    'Target="sharedStrings.xml"/></Relationships>')
        elif name == "[Content_Types].xml":
            text = text.replace("</Types>", f'<Override PartName="/xl/sharedStrings.xml" ContentType="{PARTS}sharedStrings+xml"/></Types>')
        else:
            return body
        return text.encode("utf-8")

    changed = rewrite(data, change)
    items = "".join(f"<si>{item}</si>" for item in texts)
    strings = ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/'
               f'spreadsheetml/2006/main" uniqueCount="{len(texts)}">{items}</sst>')
    out = io.BytesIO(changed)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        entry = zipfile.ZipInfo("xl/sharedStrings.xml", ENTRY_DATE)
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.create_system = 0
        package.writestr(entry, strings.encode("utf-8"))
    return out.getvalue()


def saved(workbook, document_time, creator):
    """The bytes of an openpyxl workbook, settled."""
    out = io.BytesIO()
    workbook.save(out)
    return settle(out.getvalue(), document_time, creator)
