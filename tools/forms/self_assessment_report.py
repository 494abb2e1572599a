"""部门整体支出绩效自评报告, the text that 株洲市 has departments hand in with the 自评表."""
from forms.look import new_form
from forms.prose_sheet import prose_sheet

TITLE = "部门整体支出绩效自评报告"


def draw(sheet, paragraphs):
    prose_sheet(sheet, TITLE, "编制单位：", paragraphs)


def self_assessment_report():
    workbook, sheet = new_form(TITLE)
    draw(sheet, 40)
    return workbook


FORMS = {TITLE: self_assessment_report}
