"""A theme and its parents: which templates, styles and scripts a course gets."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from ssg.blocks.kind import kinds_in_use
from ssg.catalog import collect
from ssg.pages import pages_of
from ssg.plural import Forms, Plural, plural_rule
from ssg.squeeze import squeeze_bundle, squeeze_script, squeeze_style

BASE = "base"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """``theme.yaml``: which theme it extends, and its files in the order in which they apply.

    ``library`` styles the page that lists the courses. ``boot`` runs before the first paint, ``scripts`` before the
    kinds and ``start`` after them. What is listed of a kind has its place among them in courses that use it.
    """

    folder: Path
    extends: str
    styles: Sequence[str]
    library: Sequence[str]
    boot: Sequence[str]
    scripts: Sequence[str]
    start: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme: its own manifest first, then those it extends."""

    name: str
    manifests: Sequence[Manifest]

    @property
    def folders(self) -> list[Path]:
        """Where files are looked for: the theme's own folder first."""
        return [manifest.folder for manifest in self.manifests]

    def styles(self, kinds: Sequence[str]) -> str:
        """The style sheet of a course that uses the folders (``blocks/quiz``, ``prose/math`` …)."""
        return squeeze_style("\n".join(self._styles(kinds)))

    def paper(self, pack: str, kinds: Sequence[str]) -> str:
        """The style sheet of a printed pack of a course that uses the folders: the course's own, then that of paper.

        They are squeezed as one, since they share their variables, which get short names.
        """
        return squeeze_style("\n".join([*self._styles(kinds), *self._of_kinds(["paper", f"paper/{pack}"], ".css")]))

    def library(self) -> str:
        """The style sheet of the page that lists the courses."""
        return squeeze_style("\n".join(self._listed("library")))

    def report(self) -> str:
        """The style sheet of the page of figures."""
        return squeeze_style("\n".join([*self._listed("library"), *self._of_kinds(["report"], ".css")]))

    def boot(self) -> str:
        """The script that runs before the first paint."""
        return squeeze_script("\n".join(self._listed("boot")))

    def script(self, kinds: Sequence[str]) -> tuple[str, Mapping[str, int]]:
        """The script of a course, one scope in which its files share names, and the numbers that ask for words."""
        parts = [*self._scripts(kinds), *self._listed("start")]
        return squeeze_bundle("\n".join(['(() => {\n"use strict";', *parts, "})();\n"]))

    def strings(self, language: str) -> Mapping[str, Mapping[str, str | Forms]]:
        """Every string a trainee sees, by table and key."""
        return {table: words for table, words in self.tables(language).items() if table != "language"}

    def page_words(self, language: str) -> Mapping[str, str | Plural]:
        """The words that templates fill in, each with what knows its forms."""
        rule = plural_rule(self.language(language))
        return {
            key: words if isinstance(words, str) else Plural(forms=words, rule=rule)
            for key, words in self.strings(language)["page"].items()
        }

    def language(self, language: str) -> Mapping[str, str]:
        """What is to know of a language: its ``direction``, ltr or rtl, and its plural rule."""
        return {key: str(value) for key, value in self.tables(language)["language"].items()}

    def tables(self, language: str) -> Mapping[str, Mapping[str, str | Forms]]:
        """The tables of a language's words; a theme's own win over those it extends."""
        tables: dict[str, dict[str, str | Forms]] = {"language": {}, "page": {}, "runtime": {}}
        for folder in reversed(self.folders):
            file = folder / "locales" / f"{language}.toml"
            for table, words in (_words(file) if file.is_file() else {}).items():
                tables[table].update(words)
        return tables

    def _styles(self, kinds: Sequence[str]) -> Iterator[str]:
        base, *brands = reversed(self.manifests)
        yield from (_text(base.folder / style) for style in base.styles)
        yield from self._of_kinds(kinds, ".css")
        yield from (_text(brand.folder / style) for brand in brands for style in brand.styles)

    def _listed(self, which: str) -> Iterator[str]:
        for manifest in reversed(self.manifests):
            for name in getattr(manifest, which):
                yield _text(manifest.folder / name)

    def _scripts(self, kinds: Sequence[str]) -> Iterator[str]:
        """Those of the runtime and of the kinds, as they are listed; then what is not."""
        listed = {name: manifest.folder / name for manifest in reversed(self.manifests) for name in manifest.scripts}
        places = {name: place for place, name in enumerate(listed)}
        files = {name: file for name, file in listed.items() if name.count("/") < 2}
        files |= {f"{kind}/{file.name}": file for kind in kinds for file in self._files(kind, ".js")}
        yield from (_text(files[name]) for name in sorted(files, key=lambda name: places.get(name, len(places))))

    def _of_kinds(self, kinds: Sequence[str], suffix: str) -> Iterator[str]:
        for kind in kinds:
            yield from map(_text, self._files(kind, suffix))

    def _files(self, kind: str, suffix: str) -> Sequence[Path]:
        folder = next((each / kind for each in self.folders if (each / kind).is_dir()), None)
        return sorted(folder.glob(f"*{suffix}"), key=_own_file_last) if folder else ()


def _own_file_last(file: Path) -> tuple[bool, str]:
    """A kind's parts come before the file that bears its name and uses them."""
    return file.stem == file.parent.name, file.name


@cache
def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8").rstrip()


@cache
def _words(file: Path) -> Mapping[str, Mapping[str, str | Forms]]:
    return tomllib.loads(_text(file))


def themes_folder() -> Path:
    """The themes that ship with the program: inside the package when installed, beside it in a checkout."""
    inside = Path(__file__).parent / "themes"
    return inside if inside.is_dir() else Path(__file__).parents[1] / "themes"


def theme_names() -> list[str]:
    """The themes a course may name."""
    return sorted(folder.parent.name for folder in themes_folder().glob("*/theme.yaml"))


@cache
def load_theme(name: str) -> Theme:
    """The theme of that name; ``check`` has made sure that it exists."""
    manifests = [_manifest(name)]
    while manifests[-1].extends:
        manifests.append(_manifest(manifests[-1].extends))
    return Theme(name=name, manifests=tuple(manifests))


def _manifest(name: str) -> Manifest:
    folder = themes_folder() / name
    data = yaml.safe_load(_text(folder / "theme.yaml"))
    return Manifest(
        folder=folder,
        extends=data.get("extends", ""),
        styles=tuple(data.get("styles", ())),
        library=tuple(data.get("library", ())),
        boot=tuple(data.get("boot", ())),
        scripts=tuple(data.get("scripts", ())),
        start=tuple(data.get("start", ())),
    )


def kind_folders(blocks: set[str], questions: set[str], features: set[str]) -> list[str]:
    """The theme folders of what is in use: pages first, since kinds report to them, questions before their blocks."""
    types = [kind for name, kind in collect("ssg.questions").items() if name in questions]
    used = kinds_in_use(blocks)
    return [
        *(f"pages/{name}" for name in pages_of(blocks)),
        *(f"prose/{name}" for name in sorted(features)),
        *(f"shared/{name}" for name in sorted({name for kind in (*types, *used) for name in kind.shares})),
        *(f"questions/{kind.name}" for kind in types),
        *(f"blocks/{kind.name}" for kind in used),
    ]
