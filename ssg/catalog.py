"""Kinds and formats are found, never listed: every module of a package that declares one is in."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from typing import Any


@cache
def collect(package: str, attribute: str = "KIND") -> dict[str, Any]:
    """The values that the modules of a package declare as ``KIND``, by their ``name``, in alphabetical order."""
    root = import_module(package)
    modules = (import_module(f"{package}.{found.name}") for found in iter_modules(root.__path__))
    declared = [getattr(module, attribute) for module in modules if hasattr(module, attribute)]
    return {value.name: value for value in sorted(declared, key=lambda value: value.name)}


@cache
def find(package: str, name: str, attribute: str = "KIND") -> Any:
    """The value that the module of this name declares, or None: what is not in use is not even imported."""
    if find_spec(f"{package}.{name}") is None:
        return None
    return getattr(import_module(f"{package}.{name}"), attribute, None)
