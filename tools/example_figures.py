"""Makes up one example unit's self-assessment: funds, targets and what was reached, all following from one seed."""
import random
from decimal import Decimal

from example_words import DEPARTMENTS, REASONS
from self_assessment import Indicator, SelfAssessment, rounded

SEED = 2021
OUTPUTS = ["数量指标", "数量指标", "质量指标", "时效指标", "成本指标"]
EFFECTS = ["经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"]
WEIGHTS = {  # how an office spreads so many points over the rows of a group
    50: [(10, 10, 10, 10, 10), (12, 8, 10, 10, 10), (10, 5, 15, 10, 10), (8, 12, 10, 12, 8)],
    45: [(10, 8, 10, 9, 8)],
    30: [(8, 8, 7, 7), (10, 8, 6, 6), (6, 9, 8, 7)],
    10: [(10,)],
}


def made_up(code, name, department, size, missed=1, at=(90, 100), funds=3, points=50, depth=0.62, fits=None):
    """A form that holds to every rule. `size`: 财政拨款 in 万元, about; `missed`: goals not reached; `at`: where the total
    must lie; `funds`: how many of the three rows are filled; `points`: of the 产出指标; `depth`: how far a missed goal may
    fall short; `fits`: what else it must be like. The first draw that fits is taken, so the result is fixed."""
    for attempt in range(10000):
        draw = random.Random(f"{SEED}/{code}/{attempt}")
        form = draw_form(draw, name, department, size, missed, funds, points, depth)
        if form is None or not at[0] <= form.score < at[1] + Decimal("0.01"):
            continue
        if form.doubtful_rounding or (fits is not None and not fits(form)):
            continue
        form.check(weights_to=points + 40)
        return form
    raise SystemExit(f"{code}: no draw fits")


def draw_form(draw, name, department, size, missed, funds, points, depth):
    words = DEPARTMENTS[department]
    goal, outcome = draw.choice(words["goals"])
    used = set()

    def pick(kind, choices):
        choices = [c for c in choices if c[0] not in used]
        choice = draw.choice(choices)
        used.add(choice[0])
        return kind, choice

    rows = {
        "产出指标": [pick(kind, words["outputs"][kind]) for kind in OUTPUTS],
        "效益指标": [pick(kind, words["effects"][kind]) for kind in EFFECTS],
        "满意度指标": [pick("服务对象满意度指标", words["satisfaction"])],
    }
    weights = {"产出指标": points, "效益指标": 30, "满意度指标": 10}
    places = [(group, n) for group, picks in rows.items() for n, (_, (_, measure)) in enumerate(picks) if measure[0] in REASONS]
    if len(places) < missed:
        return None
    short = set(draw.sample(places, missed))
    indicators = []
    for group, picks in rows.items():
        spread = draw.choice(WEIGHTS[weights[group]])
        for n, (kind, (title, measure)) in enumerate(picks):
            indicators.append(measured(draw, group, kind, title, measure, Decimal(spread[n]), depth if (group, n) in short else None))
    return SelfAssessment(name, draw_funds(draw, size, funds), goal, outcome, indicators, weights=weights)


def measured(draw, group, kind, title, measure, weight, depth):
    short = depth is not None
    what, base, unit = measure
    score, reason = weight, ""
    if what == "at_least":
        goal = round_number(base * draw.uniform(0.8, 1.25))
        reached = int(goal * draw.uniform(depth, 0.93)) if short else int(goal * draw.uniform(1.0, 1.2))
        target, actual = f"≥{goal}{unit}", f"{reached}{unit}"
    elif what == "rate":
        goal = Decimal(base)
        reached = rounded(goal * Decimal(str(draw.uniform(depth, 0.95))), 1) if short else min(Decimal(100), rounded(goal + Decimal(str(draw.uniform(0, 4))), 1))
        target, actual = f"≥{goal}%", f"{reached}%"
    elif what == "none_of":
        target, actual = f"0{unit}", f"0{unit}"
    else:
        target, actual = base, unit
    if short:
        score, reason = rounded(weight * Decimal(reached) / Decimal(goal), 2), draw.choice(REASONS[what])
    return Indicator(group, kind, title, target, actual, weight, score, reason)


def round_number(value):
    step = 10 if value >= 200 else 5 if value >= 40 else 1
    return max(step, int(value / step) * step)


def draw_funds(draw, size, funds):
    def amount(value):
        return rounded(Decimal(str(value)), 2)
    result = {}
    for row, share in (("当年财政拨款", 1.0), ("上年结转资金", 0.11), ("其他资金", 0.07))[:funds]:
        start = amount(size * share * draw.uniform(0.93, 1.0))
        budget = start + amount(size * share * draw.uniform(0.0, 0.06))
        result[row] = [start, budget, rounded(budget * Decimal(str(draw.uniform(0.915, 0.996))), 2)]
    for row in ("当年财政拨款", "上年结转资金", "其他资金")[funds:]:
        result[row] = [None, None, None]
    return result
