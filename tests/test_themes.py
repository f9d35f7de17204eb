"""Themes: colours that can be read in light and dark, words and tokens that exist, brands that are small."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from ssg.parse.metadata.languages import LANGUAGES
from ssg.theme import Theme, load_theme, theme_names

THEMES = Path(__file__).parents[1] / "themes"
BASE = THEMES / "base"
TEMPLATES = {file: file.read_text(encoding="utf-8") for file in sorted(THEMES.rglob("*.html"))}
MODULES = [file.read_text(encoding="utf-8") for file in sorted((THEMES.parent / "ssg").rglob("*.py"))]
LACKS = r"(choose|fill|write|number|order|rows|match)_first|choose_sure"
"""What is said of an answer that is not complete."""
SCHEMES = ("light", "dark")

GROUNDS = ("paper", "sheet", "wash", "accent-wash", "good-wash", "bad-wash", "warn-wash")
BODY, TEXT, CONTROL = 7.0, 4.5, 3.0
"""WCAG 2.2: 1.4.6 for the text one reads at length, 1.4.3 for all text, 1.4.11 for borders, icons and meters."""

PAIRS = [
    *[("ink", ground, BODY) for ground in GROUNDS],
    *[("ink-soft", ground, TEXT) for ground in GROUNDS],
    *[(colour, ground, TEXT) for colour in ("accent", "good", "bad", "warn") for ground in GROUNDS],
    ("on-accent", "accent", TEXT),
    ("ink", "found", BODY),
    *[("edge", ground, CONTROL) for ground in GROUNDS],
    *[(meter, ground, CONTROL) for meter in ("meter", "meter-heat") for ground in ("paper", "sheet", "line")],
]


def colours(theme: Theme, scheme: str) -> dict[str, str]:
    """The colour tokens of a theme, its own before those it extends."""
    found: dict[str, str] = {}
    for folder in reversed(theme.folders):
        tokens = (folder / "css" / "tokens.css").read_text(encoding="utf-8")
        for name, light, dark in re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", tokens):
            found[name] = light if scheme == "light" else dark
    return found


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def page_words(language: str) -> dict[str, str]:
    return dict(tomllib.loads((BASE / "locales" / f"{language}.toml").read_text(encoding="utf-8"))["page"])


def asked_for() -> Iterator[str]:
    """Every word that a template or a module names; ``t["kind_" ~ …]`` and ``f"map_{…}"`` name all that begin so."""
    for text in TEMPLATES.values():
        yield from re.findall(r"\bt\.(\w+)", text)
        yield from re.findall(r"\bt\[\"(\w+)\"\]", text)
        for start in re.findall(r"\bt\[\"(\w+)\" ~", text):
            yield from (key for key in page_words("en") if key.startswith(start))
    for text in MODULES:
        yield from re.findall(r"\bt\[[\"'](\w+)[\"']\]", text)
        if "ssg.questions.answer import" in text:  # a scoring rule in words is named before it is asked for
            yield from re.findall(r"\"(score_\w+)\"", text)
        for start in re.findall(r"\bf\"(\w+_)\{", text):
            yield from (key for key in page_words("en") if key.startswith(start))


def test_contrast_is_computed_as_the_standard_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", theme_names())
def test_every_pair_of_colours_can_be_read(name: str, scheme: str) -> None:
    found = colours(load_theme(name), scheme)
    weak = [
        f"{front} on {back}: {contrast(found[front], found[back]):.2f} < {least}"
        for front, back, least in PAIRS
        if contrast(found[front], found[back]) < least
    ]
    assert weak == []


def test_every_colour_token_is_a_pair_and_is_held_to_a_contrast() -> None:
    tokens = (BASE / "css" / "tokens.css").read_text(encoding="utf-8")
    declared = set(re.findall(r"--([\w-]+): light-dark\(", tokens))
    held = {colour for pair in PAIRS for colour in pair[:2]}
    assert declared - held == {"shadow"}, "shadows are never the only sign of anything"


def test_every_token_a_style_uses_is_declared() -> None:
    styles = {file: file.read_text(encoding="utf-8") for file in sorted(THEMES.rglob("*.css"))}
    scripts = "\n".join(file.read_text(encoding="utf-8") for file in BASE.rglob("*.js"))
    declared = set(re.findall(r"(--[\w-]+):", "\n".join(styles.values()))) | set(re.findall(r"\"(--[\w-]+)\"", scripts))
    unknown = {
        (file.name, token)
        for file, text in styles.items()
        for token in re.findall(r"var\((--[\w-]+)\)", text)
        if token not in declared
    }
    assert unknown == set()


def test_no_style_but_the_tokens_names_a_colour() -> None:
    """Apart from paper, where black and greys are meant, and the dimming behind a dialog."""
    named = {
        (file.name, colour)
        for file in sorted(THEMES.rglob("*.css"))
        if file.name not in ("tokens.css", "print.css")
        for colour in re.findall(
            r"#[0-9a-fA-F]{3,8}\b|rgb\([^)]*\)",
            re.sub(r"@layer print \{.*|::backdrop \{[^}]*\}", "", file.read_text(encoding="utf-8"), flags=re.DOTALL),
        )
        if "paper" not in file.parts or not re.fullmatch(r"#([0-9a-f])\1\1", colour)
    }
    assert named == set()


@pytest.mark.parametrize("name", theme_names())
def test_every_style_a_theme_lists_exists_and_no_style_is_left_out(name: str) -> None:
    folder = THEMES / name
    manifest = load_theme(name).manifests[0]
    assert sorted({*manifest.styles, *manifest.library}) == sorted(
        file.relative_to(folder).as_posix() for file in (folder / "css").glob("*.css")
    )


def test_a_brand_is_a_handful_of_lines_and_only_what_differs() -> None:
    brand = THEMES / "plum"
    files = {file.relative_to(brand).as_posix() for file in brand.rglob("*") if file.is_file()}
    assert files == {"theme.yaml", "css/tokens.css", "templates/icon.html"}
    theme, base = load_theme("plum"), load_theme("base")
    assert len((brand / "css" / "tokens.css").read_text(encoding="utf-8").splitlines()) <= 15
    own = theme.styles([]).removeprefix(base.styles([])).strip()
    assert own.startswith("@layer brand")
    assert own.count("@layer") == 1
    assert theme.script([]) == base.script([])
    assert theme.strings("en") == base.strings("en")


def test_a_brand_changes_tokens_that_exist_in_the_layer_for_brands() -> None:
    tokens = (THEMES / "plum" / "css" / "tokens.css").read_text(encoding="utf-8")
    known = set(re.findall(r"(--[\w-]+):", (BASE / "css" / "tokens.css").read_text(encoding="utf-8")))
    assert set(re.findall(r"(--[\w-]+):", tokens)) <= known
    assert re.findall(r"@layer (\w+)", tokens) == ["brand"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_a_template_asks_for_exists(language: str) -> None:
    assert sorted(set(asked_for()) - set(page_words(language))) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_an_answer_lacks_is_said_without_a_button_that_exams_do_not_have(language: str) -> None:
    words = tomllib.loads((BASE / "locales" / f"{language}.toml").read_text(encoding="utf-8"))
    lacks = [repr(said) for key, said in words["runtime"].items() if re.fullmatch(LACKS, key)]
    assert len(lacks) > 5
    assert [said for said in lacks if words["page"]["check"].casefold() in said.casefold()] == []


def test_no_page_word_is_there_for_nothing() -> None:
    assert sorted(set(page_words("en")) - set(asked_for())) == []


def test_every_icon_that_is_used_is_in_the_sprite() -> None:
    macros = (BASE / "templates" / "macros.html").read_text(encoding="utf-8")
    drawn = set(re.findall(r"^  \"([\w-]+)\": \"M", macros, flags=re.MULTILINE))
    scripts = "\n".join(file.read_text(encoding="utf-8") for file in BASE.rglob("*.js"))
    pages = "\n".join(TEMPLATES.values())
    used = set(re.findall(r"\bicon\(\"([\w-]+)\"\)", pages + scripts)) | set(
        re.findall(r"#icon-([\w-]+)\"", pages + scripts)
    )
    assert used <= drawn
