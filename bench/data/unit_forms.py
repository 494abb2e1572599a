"""What a thousand made-up units write into their 部门整体支出绩效自评表: other figures, other words, 9 to 14 indicator rows."""
import random
from decimal import Decimal

from form_sheet import FIRST, FormSheet

PLACES = ("城关", "河东", "新桥", "南苑", "石塘", "青山", "白云", "双井", "平湖", "西岭", "龙泉", "柳林", "高坪", "金沙", "东湾", "梅园")
OFFICES = ("中心小学", "第一中学", "卫生院", "水利站", "林业站", "农机站", "文化馆", "图书馆", "市政所", "环卫处", "园林所", "质监站", "档案馆",
           "福利院", "疾控中心", "就业服务中心", "土地储备中心", "公路养护中心")
THINGS = ("道路保洁", "校舍维修", "设备采购", "业务培训", "公共卫生服务", "农田灌溉设施", "档案数字化", "法律援助", "职业技能鉴定", "食品抽检",
          "义务植树", "危房改造", "河道清淤", "路灯更换", "信息系统运维", "免费开放", "困难家庭救助", "应急物资储备", "防汛演练", "志愿服务")
AIMS = ("保障机构正常运转和人员经费按时足额发放", "完成上级下达的年度重点任务", "提高公共服务水平和群众满意度", "规范财务管理，严格控制三公经费支出",
        "加快项目实施进度，提高资金使用效益", "健全内部控制制度，防范廉政风险", "推进信息公开和政务服务事项网上办理", "落实安全生产责任，全年无重大事故")
DONE = ("已按计划完成", "基本完成，个别项目结转次年", "全部完成并通过验收", "超额完成年度目标", "按序时进度完成", "完成，尚有少量尾款未付")
WHY = ("受上级计划下达较晚影响，次年提前做好项目储备。", "招标流标一次，已重新组织采购。", "部分服务对象外出，抽样不足，次年扩大调查范围。",
       "年中机构调整，任务作相应核减。", "雨季较长，工期顺延，已增加作业力量。")
KINDS = {
    "产出指标\n(50分)": (("数量指标", ("完成数量", "次数", "覆盖单位数")), ("质量指标", ("验收合格率", "达标率")), ("时效指标", ("完成及时率", "按期完成率")),
                    ("成本指标", ("预算控制率", "单位成本"))),
    "效益指标\n(30分)": (("经济效益指标", ("节约资金", "带动投入")), ("社会效益指标", ("受益人数", "服务能力提升")), ("生态效益指标", ("绿化覆盖率", "垃圾处理率")),
                    ("可持续影响指标", ("制度健全率", "设备可持续使用年限"))),
    "满意度指标\n(10分)": (("服务对象满意度指标", ("群众满意度", "服务对象满意度")),),
}
UNITS = {"率": "%", "度": "%", "数": "人", "量": "项", "金": "万元", "入": "万元", "本": "万元", "限": "年", "升": "次"}


def unit_form(blank, seed, n):
    """The n-th unit's form, filled."""
    draw = random.Random(f"form/{seed}/{n}")
    counts = draw.randint(5, 8), draw.choice((3, 4, 4)), draw.choice((1, 1, 2))
    sheet = FormSheet(blank, sum(counts))
    sheet["A1"] = "2021年度部门整体支出绩效自评表"
    sheet["C3"] = f"示例市{draw.choice(PLACES)}{draw.choice(OFFICES)}（{n:04}）"
    rate_score = funds(sheet, draw)
    sheet["B10"] = "；".join(f"目标{k}：{draw.choice(THINGS)}{draw.randint(3, 980)}项，{aim}" for k, aim in enumerate(draw.sample(AIMS, 5), 1)) + "。"
    sheet["G10"] = "；".join(f"目标{k}：{draw.choice(THINGS)}{draw.choice(DONE)}，{draw.choice(THINGS)}{draw.choice(DONE)}" for k in range(1, 6)) + "。"
    row, total = FIRST, rate_score
    for (group, kinds), count in zip(KINDS.items(), counts):
        sheet[f"B{row}"] = group
        if count > 1:
            sheet.merges.append(f"B{row}:B{row + count - 1}")
        points = int(group[-4:-2])
        for k in range(count):
            weight = points // count + (points % count if k == 0 else 0)
            total += indicator(sheet, row + k, draw, *kinds[k * len(kinds) // count], weight, k * len(kinds) // count != (k - 1) * len(kinds) // count)
        row += count
    sheet[f"I{row}"] = (f"K5+SUM(I{FIRST}:I{row - 1})", total)
    sheet[f"J{row}"] = "等级：" + next(grade for grade, least in (("优", 90), ("良", 80), ("中", 60), ("差", 0)) if total >= least)
    return sheet


def funds(sheet, draw):
    totals = [Decimal(0)] * 3
    for row in (6, 7, 8):
        planned = Decimal(draw.randint(2000, 900000)) / 100
        amounts = planned, planned + Decimal(draw.randint(0, 50000)) / 100, planned * draw.randint(85, 100) / 100
        for k, letter in enumerate("EFG"):
            amount = amounts[k].quantize(Decimal("0.01"))
            sheet[f"{letter}{row}"] = amount
            totals[k] += amount
    for k, letter in enumerate("EFG"):
        sheet[f"{letter}5"] = (f"SUM({letter}6:{letter}8)", totals[k])
    rate = totals[2] / totals[1]
    score = round(min(rate, Decimal(1)) * 10, 2)
    sheet["I5"], sheet["K5"] = ("G5/F5", rate), ("ROUND(MIN(I5,1)*H5,2)", score)
    return score


def indicator(sheet, row, draw, kind, measures, weight, first_of_kind):
    """One row; its score."""
    thing, measure = draw.choice(THINGS), draw.choice(measures)
    unit = UNITS.get(measure[-1], "项")
    goal = draw.randint(85, 100) if unit == "%" else draw.randint(3, 5000)
    short = draw.random() < 0.15
    reached = goal * 9 // 10 if short else min(goal, 100) if unit == "%" else goal + draw.randint(0, 20)
    score = round(Decimal(weight) * 9 / 10, 1) if short else Decimal(weight)
    if first_of_kind:
        sheet[f"C{row}"] = kind
    sheet[f"D{row}"], sheet[f"F{row}"], sheet[f"G{row}"] = thing + measure, f"≥{goal}{unit}", f"{reached}{unit}"
    sheet[f"H{row}"], sheet[f"I{row}"] = weight, score
    if short:
        sheet[f"J{row}"] = draw.choice(WHY)
    return score
