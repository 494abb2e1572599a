"""株洲2021: 部门整体支出绩效自评表 and the 自评报告 it belongs to, of one office, in one workbook, figure for figure as published."""
from decimal import Decimal

from forms.self_assessment_report import TITLE, draw
from seeds.job import submission, type_in, write_job
from seeds.zhuzhou_2021_text import REPORT
from self_assessment import Indicator, SelfAssessment, filled

OFFICE, BUREAU, CODE = "株洲市城市管理综合行政执法支队", "株洲市财政局", "101001"
DOCUMENT_TIME, LIST_TIME = "2022-03-10T00:00:00Z", "2022-03-15T00:00:00Z"


def published():
    """株洲市城市管理综合行政执法支队, 2021: figure for figure as it was made public, the details of 全年执行数 left out too."""
    def row(group, kind, name="", target="", actual="", weight=None):
        points = Decimal(weight) if weight is not None else None
        return Indicator(group, kind, name, target, actual, points, points)
    form = SelfAssessment(
        OFFICE,
        {"当年财政拨款": [Decimal("1064.54"), Decimal("1112.67"), None], "上年结转资金": [None] * 3, "其他资金": [None] * 3},
        "按照全市提升“五化”水平、破解“五难”问题为主要抓手，推动城市管理向城市治理转型升级的总体要求，全面推进我市城管综合执法，"
        "重点在执法队伍建设、扬尘治理、执法平台建设、综合执法监督等方面求突破，为实现城市管理高质量发展提供坚强的执法保障。",
        "按照规定指标全部完成。",
        [
            row("产出指标", "数量指标", "执法案件", "≥100件", "市级120件", 10),
            row("产出指标", "数量指标", "罚没收入", "400万元", "437万元", 5),
            row("产出指标", "质量指标", "违法案件处罚错案率", 0, 0, 15),
            row("产出指标", "时效指标", "日常执法", "全年365天，全天24小时，无缝隙执", "及时发现及时处理", 10),
            row("产出指标", "成本指标", "执法成本", "不超预算", "未超预算", 10),
            row("效益指标", "经济效益指标"),
            row("效益指标", "社会效益指标", "市容市貌", "整洁、有序、舒适", "效果显著", 10),
            row("效益指标", "生态效益指标", "环境卫生", "工地防尘要求“8个100%”", "完成", 10),
            row("效益指标", "可持续影响指标", "城管违法事件", "案件处理率100%", "100%", 10),
            row("满意度指标", "服务对象满意度指标", "执法满意率", "≥90%", "93%", 10),
        ],
        totals=[Decimal("1064.54"), Decimal("1112.67"), Decimal("1112.67")])
    form.check(details=False)
    return form


def report(sheet):
    type_in(sheet, {"A2": "（2021年度）", "A3": f"编制单位：{OFFICE}"})
    type_in(sheet, {f"A{row}": text for row, text in enumerate(REPORT, 4)})


def workbook():
    book = filled(published())
    sheet = book.create_sheet(TITLE)
    draw(sheet, len(REPORT))
    report(sheet)
    return book


def write(examples):
    units = [(CODE, OFFICE, None, None, "株洲市城市管理和综合执法局", None, 1112.67, None)]
    write_job(examples / "株洲2021", units, {f"上报/{CODE}_{OFFICE}.xlsx": submission(workbook(), DOCUMENT_TIME, OFFICE)}, LIST_TIME, BUREAU)
