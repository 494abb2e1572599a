"""A job's 单位名录: who owes which forms."""
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side


def unit_list(job, units):
    """A workbook with a row for each unit: 编码 名称 简称 别名 主管部门 应报表 财政拨款(万元) 期限, None where there is none."""
    workbook = Workbook()
    workbook._named_styles["Normal"].font = Font(name="宋体", size=11, charset=134)
    sheet = workbook.active
    sheet.title = "单位名录"
    sheet.merge_cells("A1:H1")
    sheet["A1"] = f"{job}单位名录"
    sheet["A1"].font = Font(name="宋体", size=16, bold=True, charset=134)
    sheet["A1"].alignment = Alignment(horizontal="center", vertical="center")
    headings = (("编码", 10), ("名称", 32), ("简称", 18), ("别名", 38), ("主管部门", 20), ("应报表", 24), ("财政拨款(万元)", 15), ("期限", 13))
    rows = [[heading for heading, _ in headings]]
    rows += units
    line = Side(style="thin")
    for n, row in enumerate(rows, 2):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(n, column, value)
            cell.font = Font(name="宋体", size=11, bold=n == 2, charset=134)
            cell.border = Border(left=line, right=line, top=line, bottom=line)
            cell.alignment = Alignment(horizontal="center" if n == 2 or column in (1, 8) else None, vertical="center")
            sheet.row_dimensions[n].height = 19
            if column in (1, 8):
                cell.number_format = "@"
            if column == 7:
                cell.number_format = "#,##0.00"
    for (_, width), letter in zip(headings, "ABCDEFGH"):
        sheet.column_dimensions[letter].width = width
    sheet.row_dimensions[1].height = 32
    sheet.freeze_panes = "A3"
    sheet.print_title_rows = "2:2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0
    return workbook
