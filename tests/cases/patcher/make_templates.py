#!/usr/bin/python3
"""Makes the fixture forms of tests/xlsx/patcher_test.cpp: an official-looking form with a variable block
(rows 12 to 15), everything that names rows around it, and a second sheet that reads the first.

    make_templates.py FOLDER        writes openpyxl.xlsx there, and libreoffice.xlsx: the same saved by LibreOffice
"""
import os, subprocess, sys, tempfile
from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule, FormulaRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break

def form():
    book = Workbook()
    sheet = book.active
    sheet.title = "自评表"
    thin = Side(style="thin")
    box = Border(left=thin, right=thin, top=thin, bottom=thin)
    for row in range(2, 19):
        for col in range(1, 9):
            cell = sheet.cell(row, col)
            cell.border = box
            cell.font = Font(name="宋体", size=10.5)
            cell.alignment = Alignment(wrap_text=True, vertical="center")
    sheet["A1"] = "项目支出绩效自评表"
    sheet["A1"].font = Font(name="宋体", size=16, bold=True)
    sheet.merge_cells("A1:H1")
    sheet["A5"], sheet["F5"], sheet["G5"] = "资金", 100, "=F5/2"
    sheet["A11"] = "绩效指标"
    for col, head in enumerate(["一级指标", "二级指标", "三级指标", "", "分值", "得分", "占比"], 2):
        sheet.cell(11, col, head if head else None)
    sheet.merge_cells("A11:A15")
    sheet.merge_cells("D11:E11")
    for row in range(12, 16):
        sheet.merge_cells(f"D{row}:E{row}")
        sheet.cell(row, 6, 10)
        sheet.cell(row, 7).number_format = "0.00"
        sheet.cell(row, 8, f"=IF(F{row}=0,\"\",G{row}/F{row})").number_format = "0.00%"
        sheet.row_dimensions[row].height = 27
    sheet.merge_cells("B12:B14")
    sheet.merge_cells("C13:C14")
    sheet["B12"], sheet["C12"] = "产出指标(50分)", "数量指标"
    sheet["A16"], sheet["F16"], sheet["G16"] = "总分", "=SUM(F12:F15)", "=SUM(G12:G15)+G5"
    sheet.merge_cells("A16:E16")
    sheet["H16"] = "=IF(ISNUMBER(G16),G16/F16,\"\")"
    sheet["A17"] = "等级：\"G16\""
    sheet.merge_cells("A17:H17")
    sheet["A18"] = "注：以上为样表。"
    sheet["H18"] = "=F5*3"
    for col, width in zip("ABCDEFGH", [8, 14, 12, 9, 9, 8, 8, 10]):
        sheet.column_dimensions[col].width = width
    check = DataValidation(type="decimal", operator="between", formula1="0", formula2="$F$16", allow_blank=True)
    check.add("G12:G15")
    sheet.add_data_validation(check)
    choice = DataValidation(type="list", formula1="\"是,否\"")
    choice.add("H17")
    sheet.add_data_validation(choice)
    sheet.conditional_formatting.add("G12:G15", FormulaRule(formula=["G12>F12"], fill=PatternFill(bgColor="FFC7CE", fill_type="solid")))
    sheet.conditional_formatting.add("G16", CellIsRule(operator="lessThan", formula=["$F$16*0.6"], font=Font(color="9C0006")))
    sheet.row_breaks.append(Break(id=17))
    sheet.print_area = "A1:H18"
    sheet.print_title_rows = "11:11"
    sheet.freeze_panes = "B12"
    sheet.page_setup.paperSize = 9
    sheet["G16"].comment = Comment("合计得分", "财政局")
    sheet["G12"].comment = Comment("据实填列", "财政局")
    sheet["A18"].hyperlink = "#自评表!A16"
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=7, min_row=12, max_row=15))
    sheet.add_chart(chart, "A20")

    total = book.create_sheet("封面")
    total["A1"], total["B1"] = "总分", "=自评表!G16"
    total["A2"], total["B2"] = "指标数", "=COUNTA(自评表!D12:D15)"
    total["A3"], total["B3"] = "资金", "=自评表!G5"
    total["A4"], total["B4"] = "得分率", "=B1/SUM(自评表!F12:F15)"
    total["A5"], total["B5"] = "不相干", "=LEN(A5)"
    book.defined_names.append(DefinedName("总分", attr_text="自评表!$G$16"))
    book.defined_names.append(DefinedName("得分列", attr_text="自评表!$G$12:$G$15"))
    total["B6"] = "=SUM(得分列)"
    return book

def main(folder):
    os.makedirs(folder, exist_ok=True)
    ours = os.path.join(folder, "openpyxl.xlsx")
    form().save(ours)
    with tempfile.TemporaryDirectory() as work:
        subprocess.run(["soffice", f"-env:UserInstallation=file://{work}/profile", "--headless", "--convert-to",
                        "xlsx:Calc MS Excel 2007 XML", "--outdir", work, ours], check=True, stdout=subprocess.DEVNULL)
        os.replace(os.path.join(work, "openpyxl.xlsx"), os.path.join(folder, "libreoffice.xlsx"))

main(sys.argv[1])
