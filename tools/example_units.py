"""The 24 units of the example job, as its 单位名录 has them. All are made up but the first, whose form is a published one."""
from dataclasses import dataclass

FORM = "部门整体支出绩效自评表"
CITY, SCHOOLS, ROADS = "示例市城市管理局", "示例市教育局", "示例市交通运输局"


@dataclass
class Unit:
    code: str
    name: str
    department: str
    size: float        # 财政拨款, 万元
    short_name: str = ""
    aliases: str = ""


UNITS = [
    Unit("101001", "株洲市城市管理综合行政执法支队", CITY, 1112.67, "市城管支队"),
    Unit("101002", "示例市城市管理局机关", CITY, 2386.50, "示例城管局机关"),
    Unit("101003", "示例市环境卫生中心", CITY, 4925.80, "示例环卫中心"),
    Unit("101004", "示例市园林绿化中心", CITY, 1873.26, "示例园林中心"),
    Unit("101005", "示例市市政设施维护中心", CITY, 3268.40, "示例市政中心"),
    Unit("101006", "示例市数字城管指挥中心", CITY, 738.45, "示例数字城管"),
    Unit("101007", "示例市路灯管理所", CITY, 1296.70, "示例路灯所"),
    Unit("101008", "示例市建筑垃圾管理站", CITY, 415.32, "示例渣土站"),
    Unit("102001", "示例市教育局机关", SCHOOLS, 2975.60, "示例教育局机关"),
    Unit("102002", "示例市第一中学", SCHOOLS, 6840.90, "示例一中"),
    Unit("102003", "示例市第二中学", SCHOOLS, 5127.35, "示例二中"),
    Unit("102004", "示例市实验小学", SCHOOLS, 3364.18, "示例实小"),
    Unit("102005", "示例市特殊教育学校", SCHOOLS, 1158.74, "示例特校"),
    Unit("102006", "示例市教师进修学校", SCHOOLS, 862.93, "示例进修校", "示例市教师培训中心"),
    Unit("102007", "示例市招生考试院", SCHOOLS, 694.28, "示例考试院"),
    Unit("102008", "示例市青少年活动中心", SCHOOLS, 927.51, "示例青少年中心"),
    Unit("103001", "示例市交通运输局机关", ROADS, 2658.90, "示例交通局机关"),
    Unit("103002", "示例市公路养护中心", ROADS, 5836.72, "示例公路中心"),
    Unit("103003", "示例市道路运输服务中心", ROADS, 1764.38, "示例运输中心", "示例市道路运输管理处；示例市运管处"),
    Unit("103004", "示例市港航事务中心", ROADS, 1385.64, "示例港航中心"),
    Unit("103005", "示例市交通运输综合执法支队", ROADS, 2217.46, "示例交通执法支队"),
    Unit("103006", "示例市公共交通服务中心", ROADS, 1948.83, "示例公交中心"),
    Unit("103007", "示例市交通信息中心", ROADS, 586.17, "示例交通信息中心"),
    Unit("103008", "示例市交通建设质量监督站", ROADS, 473.69, "示例质监站"),
]
UNIT = {unit.code: unit for unit in UNITS}
STRANGER = Unit("109001", "示例市城乡规划展示馆", SCHOOLS, 352.60)  # sends a form, but is on no list
