"""Writes workbooks the way Excel saves them: shared strings, theme, dozens of cell styles, printer settings, document properties.

The bytes depend on the content and zlib's release only: entries are dated 1980-01-01, and nothing is taken from the clock.
"""
import random
import zipfile
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CONTENT = "application/vnd.openxmlformats-officedocument."
SHEETS = CONTENT + "spreadsheetml."
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'


class Strings:
    """Shared strings in order of their first use, each with the phonetic mark that a Chinese Excel gives every text."""

    def __init__(self):
        self.places, self.uses = {}, 0

    def place(self, text):
        self.uses += 1
        return self.places.setdefault(text, len(self.places))

    def xml(self):
        yield f'{HEAD}<sst xmlns="{MAIN}" count="{self.uses}" uniqueCount="{len(self.places)}">'
        for text in self.places:
            yield f'<si>{text_element(text)}<phoneticPr fontId="1" type="noConversion"/></si>'
        yield "</sst>"


def text_element(text):
    kept = ' xml:space="preserve"' if text != text.strip() or "\n" in text else ""
    return f"<t{kept}>{escape(text)}</t>"


def number(value):
    """As Excel stores a double: up to 17 digits."""
    return "%.17g" % float(value)


class Workbook:
    """A package in the making. `blank` is the template's: its theme and its styles, to which Excel's own are added."""

    def __init__(self, theme, styles, title):
        self.theme, self.styles, self.title = theme, styles, title
        self.sheets, self.names, self.parts, self.overrides = [], [], [], []

    def add_sheet(self, name, xml, relations=()):
        """`xml`: pieces of text; `relations`: (kind, target), rId2 and up; rId1 is the printer's settings."""
        self.sheets.append((name, xml, relations))

    def add_part(self, name, xml, content_type=None):
        self.parts.append((name, xml))
        if content_type:
            self.overrides.append((name, content_type))

    def save(self, path, strings):
        with zipfile.ZipFile(path, "w") as package:
            add(package, "[Content_Types].xml", [self.content_types()])
            add(package, "_rels/.rels", [relationships([
                ("officeDocument", "xl/workbook.xml"), (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                ("extended-properties", "docProps/app.xml")])])
            add(package, "xl/workbook.xml", [self.workbook()])
            add(package, "xl/_rels/workbook.xml.rels", [relationships(
                [("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(self.sheets) + 1)]
                + [("theme", "theme/theme1.xml"), ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")])])
            for n, (_, xml, _) in enumerate(self.sheets, 1):
                add(package, f"xl/worksheets/sheet{n}.xml", xml)
            add(package, "xl/theme/theme1.xml", [self.theme])
            add(package, "xl/styles.xml", [self.styles])
            add(package, "xl/sharedStrings.xml", strings)
            for n, (_, _, relations) in enumerate(self.sheets, 1):
                add(package, f"xl/worksheets/_rels/sheet{n}.xml.rels",
                    [relationships([("printerSettings", f"../printerSettings/printerSettings{n}.bin"), *relations])])
                add(package, f"xl/printerSettings/printerSettings{n}.bin", [printer_settings(n)])
            for name, xml in self.parts:
                add(package, name, [xml])
            add(package, "docProps/core.xml", [core_properties(self.title)])
            add(package, "docProps/app.xml", [app_properties([name for name, _, _ in self.sheets])])

    def content_types(self):
        overrides = [("xl/workbook.xml", f"{SHEETS}sheet.main+xml")]
        overrides += [(f"xl/worksheets/sheet{n}.xml", f"{SHEETS}worksheet+xml") for n in range(1, len(self.sheets) + 1)]
        overrides += [("xl/theme/theme1.xml", f"{CONTENT}theme+xml"), ("xl/styles.xml", f"{SHEETS}styles+xml"),
                      ("xl/sharedStrings.xml", f"{SHEETS}sharedStrings+xml"), *self.overrides,
                      ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
                      ("docProps/app.xml", f"{CONTENT}extended-properties+xml")]
        return (f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="bin" ContentType="{SHEETS}printerSettings"/>'
                '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                '<Default Extension="xml" ContentType="application/xml"/>'
                + "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides) + "</Types>")

    def workbook(self):
        sheets = "".join(f'<sheet name="{escape(name)}" sheetId="{n}" r:id="rId{n}"/>' for n, (name, _, _) in enumerate(self.sheets, 1))
        names = "".join(f'<definedName name="{name}" localSheetId="{sheet}">{escape(refers)}</definedName>'
                        for name, sheet, refers in self.names)
        return (f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><fileVersion appName="xl" lastEdited="7" lowestEdited="5" '
                'rupBuild="22228"/><workbookPr defaultThemeVersion="124226"/><bookViews><workbookView xWindow="0" yWindow="0" '
                'windowWidth="20490" windowHeight="7860"/></bookViews>'
                f'<sheets>{sheets}</sheets>{f"<definedNames>{names}</definedNames>" if names else ""}<calcPr calcId="162913"/></workbook>')


def add(package, name, pieces):
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type, entry._compresslevel, entry.create_system = zipfile.ZIP_DEFLATED, 6, 0
    with package.open(entry, "w") as part:
        for piece in pieces:
            part.write(piece.encode("utf-8") if isinstance(piece, str) else piece)


def relationships(targets):
    def kind(name):
        return name if "/" in name else f"{OFFICE}/{name}"
    return (f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">' + "".join(
        f'<Relationship Id="rId{n}" Type="{kind(name)}" Target="{target}"/>' for n, (name, target) in enumerate(targets, 1))
        + "</Relationships>")


def worksheet_head(area, columns, sheet_properties=""):
    """Everything before <sheetData>."""
    widths = "".join(f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>' for n, width in enumerate(columns, 1))
    return (f'{HEAD}<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
            'mc:Ignorable="x14ac" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac">'
            f'{sheet_properties}<dimension ref="{area}"/><sheetViews><sheetView workbookViewId="0"><selection activeCell="A1" sqref="A1"/>'
            f'</sheetView></sheetViews><sheetFormatPr defaultRowHeight="13.5" x14ac:dyDescent="0.15"/><cols>{widths}</cols>')


PAGE = ('<phoneticPr fontId="1" type="noConversion"/>{validations}<printOptions horizontalCentered="1"/>'
        '<pageMargins left="0.59055118110236227" right="0.59055118110236227" top="0.78740157480314965" bottom="0.78740157480314965" '
        'header="0.39370078740157483" footer="0.39370078740157483"/><pageSetup paperSize="9" orientation="portrait" r:id="rId1"/>'
        '<headerFooter><oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter>{drawing}</worksheet>')


def worksheet_tail(validations="", drawing=""):
    return PAGE.format(validations=validations, drawing=drawing)


def printer_settings(seed):
    """A driver's DEVMODE: a name, a few numbers, and its private bytes."""
    draw = random.Random(f"printer/{seed}")
    name = "A4 Office Printer".encode("utf-16-le").ljust(64, b"\0")
    return name + bytes.fromhex("010400069c00ac00439f000001000900000000006400010001005802") + bytes(600) + draw.randbytes(700) + bytes(1200)


def core_properties(title):
    return (f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
            'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" '
            f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{escape(title)}</dc:title><dc:creator>huizong</dc:creator>'
            '<cp:lastModifiedBy>huizong</cp:lastModifiedBy><cp:lastPrinted>2022-03-01T08:00:00Z</cp:lastPrinted>'
            '<dcterms:created xsi:type="dcterms:W3CDTF">2022-01-01T00:00:00Z</dcterms:created>'
            '<dcterms:modified xsi:type="dcterms:W3CDTF">2022-03-01T08:00:00Z</dcterms:modified></cp:coreProperties>')


def app_properties(names):
    parts = "".join(f"<vt:lpstr>{escape(name)}</vt:lpstr>" for name in names)
    return (f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" '
            'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><Application>Microsoft Excel</Application>'
            '<DocSecurity>0</DocSecurity><ScaleCrop>false</ScaleCrop><HeadingPairs><vt:vector size="2" baseType="variant"><vt:variant>'
            f'<vt:lpstr>工作表</vt:lpstr></vt:variant><vt:variant><vt:i4>{len(names)}</vt:i4></vt:variant></vt:vector></HeadingPairs>'
            f'<TitlesOfParts><vt:vector size="{len(names)}" baseType="lpstr">{parts}</vt:vector></TitlesOfParts>'
            '<LinksUpToDate>false</LinksUpToDate><SharedDoc>false</SharedDoc><HyperlinksChanged>false</HyperlinksChanged>'
            '<AppVersion>16.0300</AppVersion></Properties>')
