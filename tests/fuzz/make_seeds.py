#!/usr/bin/python3
"""Writes the first inputs of every fuzz target: hand-written parts, and the parts of our own templates and fixtures.

    make_seeds.py CORPUS        CORPUS/<target>/<words>; what the fuzzer found beside them (40 hex digits) stays

They have names; whoever adds a form of workbook that the readers must know adds a seed here.
"""
import io
import os
import re
import struct
import sys
import zipfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "tools"))
from compound_file import Storage, compound_file  # noqa: E402

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def sheet(rows, after="", before="", more=""):
    return f'<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}"{more}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


SHEETS = {
    "kinds": sheet('<row r="1" spans="1:8"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>44286</v></c>'
                   '<c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#DIV/0!</v></c><c r="E1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>'
                   '<c r="F1" t="d"><v>2021-03-31T00:00:00</v></c><c r="G1" s="2"><v>0.30000000000000004</v></c><c r="H1" s="3"/></row>'),
    "inline": sheet('<row r="2"><c r="B2" t="inlineStr"><is><t xml:space="preserve"> a _x000D_ </t></is></c>'
                    '<c r="C2" t="inlineStr"><is><r><rPr><b/></rPr><t>甲</t></r><r><t>乙</t></r><rPh sb="0" eb="1"><t>jia</t></rPh></is></c>'
                    '<c r="D2" t="inlineStr"/></row>'),
    "no-places": sheet('<row><c><v>1</v></c><c r="C1"><v>2</v></c><c><v>3</v></c></row><row r="9"><c><v>4</v></c></row><row><c><v>5</v></c></row>'),
    "formulas": sheet('<row r="1"><c r="A1"><f>SUM(B1:B3)</f><v>6</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">C1*2</f><v>2</v></c></row>'
                      '<row r="2"><c r="B2"><f t="shared" si="0"/><v>4</v></c><c r="C2"><f t="array" ref="C2:D2">TRANSPOSE(A1:A2)</f></c></row>'
                      '<row r="3"><c r="B3"><f t="shared" si="0"/></c></row>'),
    "merges": sheet('<row r="1"><c r="A1" t="s"><v>1</v></c></row>',
                    '<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="D2:D9"/></mergeCells>'),
    "prefixed": f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<x:worksheet xmlns:x="{MAIN}"><x:sheetData>'
                '<x:row r="1"><x:c r="A1" t="s"><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>\n',
    "strict": f'<worksheet xmlns="{STRICT}"><sheetData><row r="1"><c r="A1"><v>1.5E-3</v></c></row></sheetData></worksheet>',
    "alternative": f'<worksheet xmlns="{MAIN}" xmlns:mc="{MC}" xmlns:x14="urn:x14"><mc:AlternateContent><mc:Choice Requires="x14"><x14:a/></mc:Choice>'
                   '<mc:Fallback><sheetData><row><c><v>7</v></c></row></sheetData></mc:Fallback></mc:AlternateContent></worksheet>',
    "characters": sheet('<row r="1"><c r="A1" t="str"><v>&#x5408;&#35745;&lt;&amp;&gt;<![CDATA[<&>]]><!-- x --><?y z?>&apos;&quot;</v></c></row>'),
    "odd-numbers": sheet("<row>" + "".join(f"<c><v>{n}</v></c>" for n in ("-1", ".5", "1E-07", "1e308", "12345678901234567", " 3 ", "1,5", "0x1", "-0")) + "</row>"),
    "edges": sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row><row r="1"><c r="a1"><v>2</v></c></row>'),
    "around": sheet('<row r="1" ht="30" customHeight="1" s="1" customFormat="1"><c r="A1"><v>1</v></c></row>',
                    '<sheetProtection sheet="1"/><autoFilter ref="A1:B5"/><conditionalFormatting sqref="A1:A9"><cfRule type="cellIs" priority="1" operator="lessThan">'
                    '<formula>$B$1</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="A1:A9"><formula1>"是,否"</formula1>'
                    '</dataValidation></dataValidations><hyperlinks><hyperlink ref="A1" location="二!A1"/></hyperlinks><pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/>'
                    '<rowBreaks count="1" manualBreakCount="1"><brk id="5" max="16383" man="1"/></rowBreaks>',
                    '<sheetPr><tabColor rgb="FFFF0000"/></sheetPr><dimension ref="A1:B9"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/>'
                    '<selection activeCell="A2" sqref="A2"/></sheetView></sheetViews><cols><col min="1" max="2" width="12.5"/></cols>'),
}
STRINGS = {
    "plain": f'<sst xmlns="{MAIN}" count="3" uniqueCount="3"><si><t>合计</t></si><si><t xml:space="preserve"> 甲 </t></si><si><t/></si></sst>',
    "rich": f'<sst xmlns="{MAIN}"><si><r><rPr><b/><sz val="11"/><rFont val="宋体"/></rPr><t>办公</t></r><r><t>费</t></r><rPh sb="0" eb="2"><t>bangong</t></rPh>'
            '<phoneticPr fontId="1"/></si></sst>',
    "escapes": f'<sst xmlns="{MAIN}"><si><t>_x000D_</t></si><si><t>_x005F_x000D_</t></si><si><t>_xD83D__xDE00_</t></si><si><t>_xd800_ _x0000_ _x41_</t></si>'
               '<si><t>&#13;\r\n&#x1F600;]]&gt;</t></si></sst>',
    "prefixed": f'<?xml version="1.0"?><s:sst xmlns:s="{STRICT}"><s:si><s:t>a</s:t><s:t>b</s:t></s:si><s:extLst/></s:sst>',
    "blanks": f'<sst xmlns="{MAIN}"> <si> <t> a\tb\n</t> </si> <si/> x </sst>',
}


def encodings(name, text):
    """The same document in the encodings that parts come in."""
    plain = re.sub(r"^<\?xml[^>]*\?>\s*", "", text)
    yield name + "-utf16le", b"\xff\xfe" + plain.encode("utf-16-le")
    yield name + "-utf16be", b"\xfe\xff" + ('<?xml version="1.0" encoding="UTF-16"?>' + plain).encode("utf-16-be")
    yield name + "-bom", b"\xef\xbb\xbf" + text.encode()
    yield name + "-latin1", b'<?xml version="1.0" encoding="ISO-8859-1"?>' + plain.encode("latin-1", "xmlcharrefreplace")


def parts_of(path, keep=lambda name: True):
    with zipfile.ZipFile(os.path.join(ROOT, path)) as package:
        return {name: package.read(name) for name in package.namelist() if keep(name)}


def parts_text(parts):
    return b"".join(b"@@ " + name.encode() + b"\n" + (body if isinstance(body, bytes) else body.encode()) + b"\n" for name, body in parts.items())


def small(name):
    """Without the parts that no reader or filler looks into."""
    return not re.search(r"theme|docProps|styles\.xml|\.vml", name)


def zipped(parts, method, data_descriptors=False):
    out = io.BytesIO()
    target = Unseekable(out) if data_descriptors else out
    with zipfile.ZipFile(target, "w", method) as package:
        for name, body in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = method
            package.writestr(entry, body)
    return out.getvalue()


class Unseekable:
    """A target that cannot go back, so that sizes follow the data."""

    def __init__(self, out):
        self.out = out

    def write(self, data):
        return self.out.write(data)

    def flush(self):
        pass


def link(number, kind, target):
    return f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def links(*items):
    return f'<Relationships xmlns="{LINKS}">{"".join(items)}</Relationships>'


def minimal():
    """The least that is a workbook."""
    return {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
                               'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" '
                               'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/a.xml" '
                               'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
        "_rels/.rels": links(link(1, "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": links(link(1, "worksheet", "a.xml")),
        "xl/a.xml": sheet('<row r="1"><c r="A1"><v>5</v></c></row>'),
    }


WORKBOOKS = {
    "states": {"xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr date1904="1"/><sheets><sheet name="一 " sheetId="1" state="hidden" r:id="rId1"/>'
                                  '<sheet name="二" sheetId="2" state="veryHidden" r:id="rId2"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">'
                                  "一!$A$1:$B$9</definedName></definedNames><calcPr calcId=\"1\"/></workbook>"},
    "targets": {"xl/_rels/workbook.xml.rels": links(link(1, "worksheet", "/xl/worksheets/sheet1.xml"), link(2, "worksheet", "../xl/./worksheets/SHEET2.xml"),
                                                    link(3, "sharedStrings", "sharedStrings.xml"), link(4, "styles", "styles.xml"),
                                                    link(5, "theme", "theme/theme1.xml"), link(6, "chartsheet", "chartsheets/sheet1.xml"))},
    "formats": {"xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>'
                                 '<numFmt numFmtId="165" formatCode="[红色]#,##0.00_);(0.00%)"/></numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs>'
                                 '<cellXfs><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="31"/><xf/></cellXfs></styleSheet>',
                "xl/worksheets/sheet1.xml": sheet('<row><c s="0"><v>1</v></c><c s="1"><v>1</v></c><c s="9"><v>1</v></c></row>')},
}

FORM = {
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="一" sheetId="1" r:id="rId1"/><sheet name="二" sheetId="2" r:id="rId2"/></sheets>'
                       '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">一!$A$1:$C$9</definedName><definedName name="金额">一!$B$5:$B$7</definedName>'
                       "</definedNames></workbook>",
    "xl/worksheets/sheet1.xml": sheet(
        '<row r="4"><c r="A4" t="s"><v>0</v></c></row>'
        + "".join(f'<row r="{r}" ht="20"><c r="A{r}" s="1"/><c r="B{r}"><v>{r}</v></c><c r="C{r}"><f>B{r}/B$8</f><v>1</v></c></row>' for r in (5, 6, 7))
        + '<row r="8"><c r="A8" t="s"><v>1</v></c><c r="B8"><f>SUM(B5:B7)</f><v>18</v></c></row>',
        '<mergeCells count="2"><mergeCell ref="A4:C4"/><mergeCell ref="A5:A7"/></mergeCells><conditionalFormatting sqref="C5:C7"><cfRule type="expression" priority="1">'
        '<formula>C5&gt;1</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="decimal" sqref="B5:B7"><formula1>0</formula1><formula2>$B$8</formula2>'
        '</dataValidation></dataValidations><hyperlinks><hyperlink ref="A8" location="一!B5"/></hyperlinks><drawing r:id="rId1"/><legacyDrawing r:id="rId2"/>'),
    "xl/worksheets/sheet2.xml": sheet('<row r="1"><c r="A1"><f>SUM(一!B5:B7)</f><v>18</v></c><c r="B1"><f>一!B8+SUM(金额)</f><v>36</v></c></row>'),
    "xl/worksheets/_rels/sheet1.xml.rels": links(link(1, "drawing", "../drawings/drawing1.xml"), link(2, "vmlDrawing", "../drawings/vml1.vml"), link(3, "comments", "../comments1.xml"),
                                                 link(4, "table", "../tables/table1.xml")),
    "xl/drawings/drawing1.xml": '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"><xdr:twoCellAnchor><xdr:from><xdr:col>4</xdr:col>'
                                "<xdr:row>8</xdr:row></xdr:from><xdr:to><xdr:col>6</xdr:col><xdr:row>12</xdr:row></xdr:to></xdr:twoCellAnchor></xdr:wsDr>",
    "xl/drawings/_rels/drawing1.xml.rels": links(link(1, "chart", "../charts/chart1.xml")),
    "xl/charts/chart1.xml": '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:ser><c:val><c:numRef><c:f>一!$B$5:$B$7</c:f><c:numCache/>'
                            "</c:numRef></c:val></c:ser></c:chartSpace>",
    "xl/drawings/vml1.vml": '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape><x:ClientData ObjectType="Note">'
                            "<x:Anchor>1, 15, 7, 2, 3, 15, 11, 1</x:Anchor><x:Row>7</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>",
    "xl/comments1.xml": f'<comments xmlns="{MAIN}"><authors><author/></authors><commentList><comment ref="A8" authorId="0"><text><t>注</t></text></comment></commentList></comments>',
    "xl/tables/table1.xml": f'<table xmlns="{MAIN}" id="1" name="T" displayName="T" ref="E20:F22"><autoFilter ref="E20:F22"/><tableColumns count="2"><tableColumn id="1" name="a"/>'
                            '<tableColumn id="2" name="b"/></tableColumns></table>',
}
RESIZE, TEXT, NUMBER, CLEAR, MERGE, UNMERGE, FORMULA = range(7)


def operation(kind, sheet_index, row, col, a, b):
    return bytes([kind, sheet_index, row % 256, row // 256, col, a, b])


OPERATIONS = {
    "grow": [operation(RESIZE, 0, 4, 0, 2, 6), operation(NUMBER, 0, 8, 1, 7, 128), operation(TEXT, 0, 4, 0, 3, 0)],
    "shrink": [operation(RESIZE, 0, 4, 0, 2, 0), operation(FORMULA, 1, 0, 0, 5, 128)],
    "merge": [operation(UNMERGE, 0, 4, 0, 2, 0), operation(MERGE, 0, 4, 0, 1, 0), operation(CLEAR, 0, 6, 1, 0, 0)],
    "texts": [operation(TEXT, 0, 0, 0, 6, 3), operation(TEXT, 1, 0, 3, 5, 0), operation(TEXT, 1, 1, 3, 8, 0)],
}

REFERENCES = ["A1", "$XFD$1048576", "b7:D9", "A:C", "$3:5", "SUM(B5:B9)+B$9/$B10", "一!B9*'二'!C9", "'it''s'!A9:B9", "[1]表!A9+'[x.xlsx]表'!A9", "一:三!B9+SUM('一:三'!A1:A9)",
              "T[金额]+T[[#This Row],[a]]+[@b]", "\"A9\"&LOG10(A9)&A9#", "IF(A9=#REF!,#N/A,OFFSET(A1,1,0):B9)", "一!$A$5:$C$9,一!$1:$4", "SUM(9:9)+@A9+{1,2;3,4}", "A9:INDEX(B:B,3)",
              "金额A9+A9.5+1E9+_A9", "'一'!A9:'一'!B9", "A1048576+A1048577+XFE1", "[a'"]
NUMBERS = ["0", "-1234.5600", "1.2E-05", "1e308", "１，１１２．６７", "150万", "95％", "△3.2", "（3.2）", "150万元", "1,234.5亿", "-", "—", "不适用", "2021-02-29", "2021-03-31T12:30:00.5Z", "12:30:00",
           "0.00%", "#,##0.00", "yyyy\"年\"m\"月\"d\"日\"", "[红色]0.0_);[$-804](0.0)", "General", "[h]:mm:ss", "# ?/?", "0.00E+00", "@", "000;-0;\"零\";@", "\\d0.0", "[DBNum1][$-804]General", "1E-2147483648", "1E+401"]
EXPRESSIONS = ["资金.合计.全年执行数 / 资金.合计.全年预算数", "MIN(执行率, 1) * 资金.合计.分值", "[1-7月执行数] + SUM(绩效指标.得分)", "上年.资金.合计 - BMJS!支出.合计", "SUM(支出.一般公共服务支出:债务还本支出.决算数)",
               "IF(AND(COUNT(a, b) > 0, NOT(ISBLANK(c))), ROUND(a / b, 2), IFERROR(b, \"无\"))", "IFS(a >= 90, \"优\", a >= 80, \"良\", TRUE, \"差\")", "-2^2 + 3% * (a & \"元\") <> b",
               "SCORE(年度指标值, 实际完成值, 分值)", "AMOUNT(x, \"万元\") + AMOUNT(y) - BAND(z)", "COUNTIF(表.列, \">=60\") + SUMIF(表.列, \"甲*\", 表.数)", "RANK(总分)", "TEXT(a, \"0.00%\") & LEFT(b, 2) & MID(c, 1, LEN(d))",
               "（a＋b）＊２＝\"“”\"", "CHILDREN(科目.金额) = TOP(科目.金额)", "$ = $1 + 资金.$", "1E400 + .5 - 1.", "MET(a, b) = TRUE", "ROUNDUP(a, -2) + ROUNDDOWN(ABS(-b), 1) - AVERAGE(c.d) ^ 2"]

XML = {
    "tags": "<a b='1' c=\"&lt;&#10;\t\n2\"><b/><c >x</c\n>&amp;&#x4E00;</a>",
    "outside": "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\r\n<!-- a - b --><?pi x?><a/><!-- --><?p?>\r\n",
    "spaces": "<a:b xmlns:a='u' xmlns='v' a:c='1' c='2' xml:space='preserve'><d xmlns=''><e xmlns:a='w' a:f=''/></d></a:b>",
    "cdata": "<a><![CDATA[]]]]><![CDATA[>x]]>]]&gt;\r\r\n</a>",
    "alternative": f"<a xmlns:mc='{MC}'><mc:AlternateContent><mc:Choice Requires='x'><b/></mc:Choice><mc:Fallback><c/></mc:Fallback></mc:AlternateContent></a>",
    "doctype": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
    "wrong-end": "<a><b></a></b>",
    "twice": "<a b='1' b='2'/>",
    "chinese": "<表 名='值'><行 号='1'>合计</行></表>",
}

BOF, EOF_RECORD, BOUNDSHEET, SST, CONTINUE = 0x809, 0x0A, 0x85, 0xFC, 0x3C


def record(kind, body=b""):
    return struct.pack("<HH", kind, len(body)) + body


def wide(text, size="<H"):
    return struct.pack(size, len(text)) + b"\1" + text.encode("utf-16-le")


def xls():
    """A workbook as BIFF8: one sheet with a cell of every kind, its texts cut by a CONTINUE record."""
    bof = lambda kind: record(BOF, struct.pack("<HHHHII", 0x600, kind, 0, 0, 0, 6))
    texts = struct.pack("<II", 2, 2) + wide("合计") + struct.pack("<HBH", 4, 8, 1) + b"ab"
    rest = b"\0cd" + struct.pack("<HH", 0, 0)
    number = lambda value: struct.pack("<d", value)
    cells = (record(0x203, struct.pack("<HHH", 0, 0, 1) + number(1.5)) + record(0x27E, struct.pack("<HHHI", 0, 1, 0, 4 << 2 | 2))
             + record(0xBD, struct.pack("<HH", 1, 0) + struct.pack("<HIHI", 0, 2 << 2 | 2, 0, 150 << 2 | 3) + struct.pack("<H", 1))
             + record(0xFD, struct.pack("<HHHI", 2, 0, 0, 0)) + record(0xFD, struct.pack("<HHHI", 2, 1, 0, 1))
             + record(0x205, struct.pack("<HHHBB", 3, 0, 0, 1, 0)) + record(0x205, struct.pack("<HHHBB", 3, 1, 0, 7, 1))
             + record(0x06, struct.pack("<HHH", 4, 0, 0) + b"\0\0\0\0\0\0\xff\xff" + struct.pack("<HIH", 0, 0, 3) + b"\x1e\1\0") + record(0x207, wide("值"))
             + record(0x06, struct.pack("<HHH", 4, 1, 0) + number(3) + struct.pack("<HIH", 0, 0, 3) + b"\x1e\1\0")
             + record(0x201, struct.pack("<HHH", 5, 0, 1)) + record(0xE5, struct.pack("<HHHHH", 1, 0, 1, 0, 3)))
    body = bof(0x10) + record(0x200, struct.pack("<IIHHH", 0, 6, 0, 2, 0)) + cells + record(EOF_RECORD)
    xf = lambda number_format: record(0xE0, struct.pack("<HHH", 0, number_format, 0) + bytes(14))
    before = bof(5) + record(0x42, struct.pack("<H", 1200)) + record(0x22, struct.pack("<H", 0)) + record(0x41E, struct.pack("<H", 164) + wide("0.00%")) + xf(0) + xf(164)
    name = b"\1\1" + "表".encode("utf-16-le")
    after = record(SST, texts) + record(CONTINUE, rest) + record(EOF_RECORD)
    start = len(before) + len(record(BOUNDSHEET, bytes(6) + name)) + len(after)
    return before + record(BOUNDSHEET, struct.pack("<IBB", start, 0, 0) + name) + after + body


def seeds():
    for name, text in SHEETS.items():
        yield "sheet", name, text.encode()
    for seed in encodings("kinds", SHEETS["kinds"]):
        yield "sheet", *seed
    template = parts_of("templates/部门整体支出绩效自评表.xlsx")
    yield "sheet", "template", template["xl/worksheets/sheet1.xml"]
    for name, text in STRINGS.items():
        yield "strings", name, text.encode()
    for seed in encodings("rich", STRINGS["rich"]):
        yield "strings", *seed
    yield "strings", "template", template["xl/sharedStrings.xml"]

    for name, parts in {**WORKBOOKS, "form": FORM, "minimal": minimal()}.items():
        yield "parts", name, parts_text(parts)
    yield "parts", "template", parts_text({name: body for name, body in template.items() if small(name) or name == "xl/styles.xml"})

    for name, operations in OPERATIONS.items():
        yield "patcher", name, bytes([len(operations)]) + b"".join(operations) + parts_text(FORM)
    for name, path in (("openpyxl", "tests/cases/patcher/openpyxl.xlsx"), ("libreoffice", "tests/cases/patcher/libreoffice.xlsx")):
        grow = [operation(RESIZE, 0, 11, 0, 3, 8), operation(TEXT, 0, 12, 3, 1, 2)]
        yield "patcher", name, bytes([len(grow)]) + b"".join(grow) + parts_text(parts_of(path, small))

    plain = minimal()
    for name, data in (("stored", zipped(plain, zipfile.ZIP_STORED)), ("deflated", zipped(plain, zipfile.ZIP_DEFLATED)),
                       ("data-descriptors", zipped(plain, zipfile.ZIP_DEFLATED, True)), ("backslashes", zipped({n.replace("/", "\\"): b for n, b in plain.items()}, zipfile.ZIP_STORED)),
                       ("with-comment", zipped(plain, zipfile.ZIP_STORED)[:-2] + b"\4\0note"), ("self-extracting", b"MZ" + bytes(30) + zipped(plain, zipfile.ZIP_STORED)),
                       ("empty-archive", b"PK\5\6" + bytes(18)), ("not-a-workbook", zipped({"a.txt": "a"}, zipfile.ZIP_STORED)),
                       ("open-document", zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, zipfile.ZIP_STORED)),
                       ("encrypted", compound_file(Storage({"EncryptionInfo": struct.pack("<HHI", 4, 4, 64) + b"<encryption/>", "EncryptedPackage": bytes(64)}))),
                       ("old-excel", compound_file(Storage({"Workbook": xls().ljust(4096, b"\0")}))), ("web-page", b"<html><table><tr><td>1</td></tr></table></html>"),
                       ("spreadsheetml", b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
                       ("commas", "编码,名称\n101001,甲\n".encode("gb18030"))):
        yield "package", name, data

    yield "xls", "kinds", compound_file(Storage({"Workbook": xls().ljust(4096, b"\0")}))
    yield "xls", "short-stream", compound_file(Storage({"Workbook": xls()}))
    for name, texts in (("references", REFERENCES), ("numbers", NUMBERS), ("expression", EXPRESSIONS)):
        for number, text in enumerate(texts, 1):
            yield name, f"{number:02}", text.encode()
    for name, text in XML.items():
        yield "xml", name, b"\0" + text.encode()
        yield "xml", name + "-narrow", b"\1" + text.encode()
    for seed, data in encodings("spaces", XML["spaces"]):
        yield "xml", seed, b"\0" + data


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    for target, name, data in seeds():
        folder = os.path.join(sys.argv[1], target)
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, name), "wb") as out:
            out.write(data)


main()
