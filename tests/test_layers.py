"""Imports point one way: a module may know its own layer and those below it, never those above."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).parents[1]

LAYERS = [
    ["ssg", "ssg.problems", "ssg.catalogue", "ssg.starter", "ssg.samples"],
    [
        "ssg.model",
        "ssg.claims",
        "ssg.pages",
        "ssg.catalog",
        "ssg.parallel",
        "ssg.normalise",
        "ssg.plural",
        "ssg.scoring",
        "ssg.scales",
        "ssg.squeeze",
        "ssg.cache",
        "ssg.compiled",
        "ssg.variants",
        "ssg.wording",
        "ssg.chance",
        "ssg.cues",
    ],
    ["ssg.parse"],
    ["ssg.questions"],
    ["ssg.blocks"],
    ["ssg.identity"],
    [
        "ssg.discover",
        "ssg.listing",
        "ssg.text_file",
        "ssg.companions",
        "ssg.chapters",
        "ssg.assemble",
        "ssg.align",
        "ssg.editions",
        "ssg.check",
        "ssg.coverage",
        "ssg.guessing",
        "ssg.results",
    ],
    ["ssg.format"],
    ["ssg.theme", "ssg.locales"],
    ["ssg.templates"],
    ["ssg.render", "ssg.paper"],
    [
        "ssg.write",
        "ssg.say",
        "ssg.terminal",
        "ssg.messages",
        "ssg.reports",
        "ssg.explain",
        "ssg.code_pages",
        "ssg.sarif",
        "ssg.schema",
        "ssg.snippets",
    ],
    ["ssg.commands", "ssg.steps"],
    ["ssg.cli", "ssg.__main__"],
]
"""From the ground up. A module belongs to the longest name that it starts with."""


def layer(module: str) -> int:
    """How high a module stands."""
    names = {name: height for height, layer in enumerate(LAYERS) for name in layer}
    while module not in names:
        module = module.rpartition(".")[0]
    return names[module]


def module_of(file: Path) -> str:
    """The dotted name of a source file."""
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(file: Path) -> set[str]:
    """The modules of ours that a file imports anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return {name for name in found if name.split(".")[0] == "ssg"}


SOURCES = sorted((ROOT / "ssg").rglob("*.py"))


def test_no_module_imports_one_from_a_higher_layer() -> None:
    upward = [
        f"{module_of(file)} imports {name}"
        for file in SOURCES
        for name in sorted(imports(file))
        if layer(name) > layer(module_of(file))
    ]
    assert upward == []


def test_every_module_has_a_layer_of_its_own() -> None:
    strays = [module_of(file) for file in SOURCES if module_of(file) != "ssg" and layer(module_of(file)) == 0]
    assert set(strays) <= {"ssg.problems", "ssg.catalogue", "ssg.starter", "ssg.samples"}


def test_kinds_do_not_know_each_other() -> None:
    """A kind can be removed by deleting its module and its theme folder; modules that declare none are shared."""
    for package in ("questions", "blocks"):
        kinds = {file for file in (ROOT / "ssg" / package).rglob("*.py") if file.name != "__init__.py"}
        beside = {file for file in kinds if file.parent.name == package}
        shared = {module_of(file) for file in beside if "\nKIND = " not in file.read_text(encoding="utf-8")}
        for file in kinds:
            own = ".".join(module_of(file).split(".")[:3])
            others = {
                name
                for name in imports(file)
                if name.startswith(f"ssg.{package}.")
                and not name.startswith(own)
                and not any(name.startswith(each) for each in shared)
            }
            assert others == set(), f"{module_of(file)} knows {others}"
