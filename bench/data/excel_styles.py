"""The template's styles.xml as it looks once a Chinese Excel has saved it: its own cell formats first, then Excel's 47 named styles."""
import re

ACCENTS = ("强调文字颜色 1", "强调文字颜色 2", "强调文字颜色 3", "强调文字颜色 4", "强调文字颜色 5", "强调文字颜色 6")
PLAIN = (("标题", 15), ("标题 1", 16), ("标题 2", 17), ("标题 3", 18), ("标题 4", 19), ("差", 27), ("好", 26), ("汇总", 25), ("计算", 22),
         ("检查单元格", 23), ("解释性文本", 53), ("警告文本", 11), ("链接单元格", 24), ("适中", 28), ("输出", 21), ("输入", 20), ("注释", 10),
         ("百分比", 5), ("货币", 4), ("千位分隔", 3))
NUMBER_FORMATS = ((176, r"0.00_ "), (177, r"0_);[Red]\(0\)"), (178, r"#,##0.00_ "), (179, r'yyyy"年"m"月"d"日";@'), (180, r"0.0000_ "))

DATE, MONEY, RATE = 0, 1, 2  # what `excel_styles` adds behind the template's own formats, in this order
COPIES, FIRST_COPY = 4, 3    # and behind those the own ones again, so many times: a form edited for years is full of them


def excel_styles(template):
    """The part's text, and the number of the template's own cell formats."""
    text = re.sub(r"<numFmts[^>]*/>|<colors>.*</colors>", "", template)
    formats = "".join(f'<numFmt numFmtId="{n}" formatCode="{code.replace(chr(34), "&quot;")}"/>' for n, code in NUMBER_FORMATS)
    text = text.replace("<fonts ", f'<numFmts count="{len(NUMBER_FORMATS)}">{formats}</numFmts><fonts ', 1)
    names = [(f"{share}% - {accent}", 30 + 4 * n + m) for m, share in enumerate((20, 40, 60)) for n, accent in enumerate(ACCENTS)]
    names += [(accent, 29 + 4 * n) for n, accent in enumerate(ACCENTS)] + list(PLAIN)

    fonts = "".join(f'<font><sz val="11"/><color theme="{n % 10}"/><name val="宋体"/><family val="3"/><charset val="134"/>'
                    '<scheme val="minor"/></font>' for n in range(len(names)))
    fills = "".join(f'<fill><patternFill patternType="solid"><fgColor theme="{4 + n % 6}" tint="{0.7999816888943144 - n % 3 * 0.2:.16g}"/>'
                    '<bgColor indexed="65"/></patternFill></fill>' for n in range(24))
    text = grown(text, "fonts", fonts, len(names))
    own_fonts = count(text, "fonts") - len(names)
    text = grown(text, "fills", fills, 24)
    text = grown(text, "cellStyleXfs", "".join(
        f'<xf numFmtId="0" fontId="{own_fonts + n}" fillId="{2 + n % 24}" borderId="0" applyNumberFormat="0" applyBorder="0" '
        'applyAlignment="0" applyProtection="0"><alignment vertical="center"/></xf>' for n in range(len(names))), len(names))
    own = count(text, "cellXfs")
    text = grown(text, "cellXfs", "".join(
        f'<xf numFmtId="{n}" fontId="3" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" '
        'applyAlignment="1"><alignment horizontal="center" vertical="center"/></xf>' for n in (14, 178, 10)), 3)
    formats = re.search(r"<cellXfs [^>]*>(.*)</cellXfs>", template)[1]
    text = grown(text, "cellXfs", formats.replace(" pivotButton=", ' applyProtection="1" pivotButton=') * COPIES, own * COPIES)
    text = grown(text, "cellStyles", "".join(
        f'<cellStyle name="{name}" xfId="{n}" builtinId="{built_in}" customBuiltin="1"/>' for n, (name, built_in) in enumerate(names, 1)),
        len(names))
    return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n' + text, own


def count(text, element):
    return int(re.search(rf'<{element} count="(\d+)"', text)[1])


def grown(text, element, added, how_many):
    text = re.sub(rf'<{element} count="\d+"', f'<{element} count="{count(text, element) + how_many}"', text)
    return text.replace(f"</{element}>", f"{added}</{element}>")
