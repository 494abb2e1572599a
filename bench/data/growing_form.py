"""An official form whose indicator block is to grow: a chart and validations on it, and two sheets of formulas that speak of it."""
from excel_package import CONTENT, HEAD, OFFICE, worksheet_head, worksheet_tail
from form_sheet import FIRST, LAST, FormSheet, cell

FORM, BY_KIND, BY_ROW = "部门整体支出绩效自评表", "按类汇总", "逐项分析"
KINDS = ("数量指标", "质量指标", "时效指标", "成本指标", "经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标", "服务对象满意度指标")
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/"


def add_sheets(workbook, blank, strings):
    form = FormSheet(blank)
    for row, (kind, weight) in enumerate(zip(KINDS + KINDS[:1], (10, 10, 10, 10, 10, 8, 8, 7, 7, 10)), FIRST):
        form[f"C{row}"], form[f"H{row}"] = kind, weight
    for letter in "EFG":
        form[f"{letter}5"] = (f"SUM({letter}6:{letter}8)", 0)
    form["I5"] = ("IF(F5=0,0,G5/F5)", 0)
    form["K5"] = ("ROUND(MIN(I5,1)*H5,2)", 0)
    form[f"H{LAST + 1}"] = (f"H5+SUM(H{FIRST}:H{LAST})", 100)
    form[f"I{LAST + 1}"] = (f"K5+SUM(I{FIRST}:I{LAST})", 0)
    validations = (
        f'<dataValidations count="3"><dataValidation type="decimal" allowBlank="1" showErrorMessage="1" sqref="H{FIRST}:H{LAST}">'
        f'<formula1>0</formula1><formula2>100</formula2></dataValidation><dataValidation type="custom" allowBlank="1" sqref="I{FIRST}:I{LAST}">'
        f'<formula1>I{FIRST}&lt;=H{FIRST}</formula1></dataValidation><dataValidation type="list" allowBlank="1" sqref="C{FIRST}:C{LAST}">'
        '<formula1>"数量指标,质量指标,时效指标,成本指标"</formula1></dataValidation></dataValidations>')
    workbook.add_sheet(FORM, list(form.xml(strings, validations=validations, drawing='<drawing r:id="rId2"/>')),
                       [("drawing", "../drawings/drawing1.xml")])
    workbook.add_sheet(BY_KIND, list(formulas(strings, [by_kind(row, kind) for row, kind in enumerate(KINDS * 4, 2)])))
    workbook.add_sheet(BY_ROW, list(formulas(strings, [by_row(row) for row in range(FIRST, LAST + 1)] + totals())))
    workbook.names = [("_xlnm.Print_Area", 0, f"{FORM}!$A$1:$K${LAST + 2}"), ("_xlnm.Print_Titles", 0, f"{FORM}!$11:$11")]
    workbook.add_part("xl/drawings/drawing1.xml", anchored_chart(), f"{CONTENT}drawing+xml")
    workbook.add_part("xl/drawings/_rels/drawing1.xml.rels",
                      f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
                      f'Type="{OFFICE}/chart" Target="../charts/chart1.xml"/></Relationships>')
    workbook.add_part("xl/charts/chart1.xml", chart(form), f"{CONTENT}drawingml.chart+xml")


def by_kind(row, kind):
    block = f"{FORM}!$C${FIRST}:$C${LAST},A{row},{FORM}!$H${FIRST}:$H${LAST}"
    return [kind, (f"SUMIF({block})", 10), (f"SUMIF({block.replace('$H', '$I')})", 0), (f"IF(B{row}=0,0,C{row}/B{row})", 0),
            (f"COUNTIF({FORM}!$C${FIRST}:$C${LAST},A{row})", 1), (f"C{row}/{FORM}!$I${LAST + 1}", 0)]


def by_row(row):
    return [(f"{FORM}!D{row}", ""), (f"{FORM}!H{row}", 10), (f"{FORM}!I{row}", 0), (f"B{row - FIRST + 2}-C{row - FIRST + 2}", 10),
            (f"RANK({FORM}!H{row},{FORM}!$H${FIRST}:$H${LAST})", 1), (f"{FORM}!H{row}/SUM({FORM}!$H${FIRST}:$H${LAST})", 0.1)]


def totals():
    return [["合计", (f"SUM({FORM}!H{FIRST}:H{LAST})", 90), (f"SUM({FORM}!I{FIRST}:I{LAST})", 0), (f"AVERAGE({FORM}!H{FIRST}:H{LAST})", 9),
             (f"COUNTA({FORM}!C{FIRST}:C{LAST})", 10), (f"{FORM}!H{LAST + 1}", 100)] for _ in range(20)]


def formulas(strings, rows):
    yield worksheet_head(f"A1:F{len(rows) + 1}", (24, 12, 12, 12, 12, 12)) + "<sheetData>"
    headings = ["指标", "分值", "得分", "得分率", "个数", "占比"]
    for n, row in enumerate([headings] + rows, 1):
        cells = "".join(cell(f"{letter}{n}", 2, value, strings) for letter, value in zip("ABCDEF", row))
        yield f'<row r="{n}" spans="1:6" x14ac:dyDescent="0.15">{cells}</row>'
    yield "</sheetData>" + worksheet_tail()


def anchored_chart():
    def corner(name, column, row):
        return f"<xdr:{name}><xdr:col>{column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:{name}>"
    return (f'{HEAD}<xdr:wsDr xmlns:xdr="{DRAWING}spreadsheetDrawing" xmlns:a="{DRAWING}main"><xdr:twoCellAnchor>'
            + corner("from", 0, LAST + 3) + corner("to", 9, LAST + 20) +
            '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="图表 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>'
            '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData '
            f'uri="{DRAWING}chart"><c:chart xmlns:c="{DRAWING}chart" xmlns:r="{OFFICE}" r:id="rId1"/></a:graphicData></a:graphic>'
            '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>')


def chart(form):
    def cached(kind, column, shown):
        count = LAST - FIRST + 1
        points = "".join(f'<c:pt idx="{n}"><c:v>{shown(FIRST + n)}</c:v></c:pt>' for n in range(count))
        extra = "<c:formatCode>General</c:formatCode>" if kind == "num" else ""
        return (f"<c:{kind}Ref><c:f>{FORM}!${column}${FIRST}:${column}${LAST}</c:f><c:{kind}Cache>{extra}"
                f'<c:ptCount val="{count}"/>{points}</c:{kind}Cache></c:{kind}Ref>')

    def series(n, column, name):
        heading = (f'<c:strRef><c:f>{FORM}!${column}$11</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{name}</c:v></c:pt>'
                   "</c:strCache></c:strRef>")
        return (f'<c:ser><c:idx val="{n}"/><c:order val="{n}"/><c:tx>{heading}</c:tx><c:invertIfNegative val="0"/>'
                f'<c:cat>{cached("str", "C", lambda row: form.values.get(("C", row), ""))}</c:cat>'
                f'<c:val>{cached("num", column, lambda row: form.values.get((column, row), 0))}</c:val></c:ser>')

    axis = ('<c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="{at}"/><c:majorTickMark val="out"/>'
            '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="{other}"/><c:crosses val="autoZero"/>')
    return (f'{HEAD}<c:chartSpace xmlns:c="{DRAWING}chart" xmlns:a="{DRAWING}main" xmlns:r="{OFFICE}"><c:chart><c:autoTitleDeleted val="1"/>'
            '<c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
            + series(0, "H", "分值") + series(1, "I", "得分") + '<c:gapWidth val="150"/><c:axId val="101"/><c:axId val="102"/></c:barChart>'
            f'<c:catAx><c:axId val="101"/>{axis.format(at="b", other=102)}</c:catAx><c:valAx><c:axId val="102"/>{axis.format(at="l", other=101)}'
            '</c:valAx></c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>')
