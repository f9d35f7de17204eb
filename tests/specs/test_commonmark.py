"""The 652 examples of CommonMark 0.31.2 through our reader; where it differs, this file says why."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

import pytest
from cases import HERE, render

EXAMPLES: Mapping[int, Mapping[str, str]] = {
    example["example"]: example for example in json.loads((HERE / "commonmark-0.31.2.json").read_text(encoding="utf-8"))
}


@dataclass(frozen=True)
class Addition:
    """What we add to the specified HTML, as a pattern that takes it off again, and the number of examples it meets."""

    reason: str
    ours: str
    specified: str
    examples: int


ADDITIONS = [
    Addition(
        "headings carry the anchor that links lead to, inside their chapter", r'<h([1-6]) id="one/[^"]*">', r"<h\1>", 40
    ),
    Addition("a page opened from here must not reach back to ours", r' rel="noopener"', "", 11),
    Addition("a link within the chapter names the chapter, for all share one page", r'href="#one/', 'href="#', 1),
    Addition(
        "a picture alone in its paragraph shows its title as a caption",
        r'<figure><img src="([^"]*)" alt="([^"]*)"><figcaption>(.*?)</figcaption></figure>',
        r'<p><img src="\1" alt="\2" title="\3"></p>',
        10,
    ),
    Addition("code in a known language shows its parts", r'<span class="[a-z]">(.*?)</span>', r"\1", 2),
    Addition("a colon in a file's name is encoded, so that ./javascript: stays a file", "%3A", ":", 1),
]

RAW_HTML = "21 31 148-191 201 308-309 344 475-477 491 494 524 536 613-617 623 625-631 642-643"
"""Examples that need raw HTML, which is off: their tags must show as text."""


def numbers(text: str) -> list[int]:
    """``21 148-150`` → 21, 148, 149, 150."""
    ranges = (part.partition("-") for part in text.split())
    return [number for first, _, last in ranges for number in range(int(first), int(last or first) + 1)]


def without_additions(html: str) -> str:
    """Our HTML as the specification would have it; it writes ``<br />`` where we write ``<br>``."""
    for addition in ADDITIONS:
        html = re.sub(addition.ours, addition.specified, html)
    return html


def specified(number: int) -> str:
    return EXAMPLES[number]["html"].replace(" />", ">")


def test_the_specification_is_complete() -> None:
    assert sorted(EXAMPLES) == list(range(1, 653))


@pytest.mark.parametrize("number", sorted(EXAMPLES.keys() - numbers(RAW_HTML)))
def test_the_example_comes_out_as_specified(number: int) -> None:
    assert without_additions(render(EXAMPLES[number]["markdown"])) == specified(number)


@pytest.mark.parametrize("addition", ADDITIONS, ids=lambda addition: addition.reason)
def test_each_addition_is_needed_where_the_table_says(addition: Addition) -> None:
    plain = EXAMPLES.keys() - numbers(RAW_HTML)
    met = [number for number in plain if re.search(addition.ours, render(EXAMPLES[number]["markdown"]))]
    assert len(met) == addition.examples, met


class Tags(HTMLParser):
    """The names of the elements in a text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.found.add(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


MARKDOWN_TAGS = {"a", "blockquote", "code", "em", "strong", "br", "hr", "img", "li", "ol", "p", "pre", "span", "ul"}


@pytest.mark.parametrize("number", numbers(RAW_HTML))
def test_typed_html_shows_as_text(number: int) -> None:
    example = EXAMPLES[number]
    assert render(example["markdown"]) != specified(number), "no longer needs raw HTML: take it off the list"
    shown = Tags(render(example["markdown"]))
    assert shown.found <= MARKDOWN_TAGS
    assert "<" in shown.words
