"""Kinds and formats are found, never listed: every module of a package that declares one is in."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any


@cache
def collect(package: str, attribute: str = "KIND") -> dict[str, Any]:
    """The values that the modules of a package declare as ``KIND``, by their ``name``, in alphabetical order."""
    root = import_module(package)
    modules = (import_module(f"{package}.{found.name}") for found in iter_modules(root.__path__))
    declared = [getattr(module, attribute) for module in modules if hasattr(module, attribute)]
    return {value.name: value for value in sorted(declared, key=lambda value: value.name)}
