"""The seed jobs: one module a published document, its figures exactly as that office published them, errors included.

Each module has write(examples): it writes the workbooks of its job folder under `examples`; huizong.toml is written by hand.
No person's name and no telephone number is among them.
"""
import importlib
import pkgutil


def write_all(examples):
    for module in sorted(m.name for m in pkgutil.iter_modules(__path__)):
        write = getattr(importlib.import_module(f"{__name__}.{module}"), "write", None)
        if write:
            write(examples)
