"""部门决算情况说明 with the two reports 四川 has departments attach to it: three sheets of the office's own text."""
from forms.look import new_form
from forms.prose_sheet import prose_sheet


def final_accounts_notes():
    workbook, sheet = new_form("决算情况说明")
    workbook.properties.title = "部门决算情况说明"
    prose_sheet(sheet, "部门决算情况说明", "部门：", 60)
    prose_sheet(workbook.create_sheet("部门整体支出绩效评价报告"), "部门整体支出绩效评价报告", "部门：", 20)
    prose_sheet(workbook.create_sheet("项目支出绩效评价报告"), "项目支出绩效评价报告", "项目名称：", 20)
    return workbook


FORMS = {"部门决算情况说明": final_accounts_notes}
