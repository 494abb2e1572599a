"""The official forms, one module a form (or a family of variants of one).

Each module has FORMS: the template's file name without .xlsx, and the function that draws it as an openpyxl workbook.
"""
import importlib
import pkgutil


def all_forms():
    """{file stem: function} of every module here, in the modules' order."""
    forms = {}
    for module in sorted(m.name for m in pkgutil.iter_modules(__path__)):
        forms.update(getattr(importlib.import_module(f"{__name__}.{module}"), "FORMS", {}))
    return forms
