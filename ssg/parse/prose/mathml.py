"""TeX → MathML by latex2mathml, rewritten from an allow-list: a formula brings no other element or attribute."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from xml.etree.ElementTree import Element

from latex2mathml.converter import convert_to_element
from markdown_it.common.utils import escapeHtml

LONGEST = 2_000
DEEPEST = 24

CHILDREN: Mapping[str, int | None] = {
    **dict.fromkeys(("mrow", "mtable", "mtr", "mtd", "msqrt", "mstyle", "mpadded", "mphantom", "menclose")),
    **dict.fromkeys(("mi", "mo", "mn", "mtext", "mspace"), 0),
    **dict.fromkeys(("mfrac", "msub", "msup", "munder", "mover", "mroot"), 2),
    **dict.fromkeys(("msubsup", "munderover"), 3),
}
"""The elements that may stand in a page, and how many children they need; None for any number."""

ATTRIBUTES = frozenset(
    re.findall(
        r"\w+",
        """accent accentunder depth displaystyle fence form height largeop linethickness lspace mathvariant maxsize
        minsize movablelimits rspace scriptlevel separator stretchy symmetric voffset width""",
    )
)
_VALUE = re.compile(r"[A-Za-z0-9.%+-]{1,20}")
_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)
_COMMAND = re.compile(r"\\(?:[A-Za-z]+|.)?")
_HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+")


REASONS = {
    "DoubleSubscriptsError": "math_twice",
    "DoubleSuperscriptsError": "math_twice",
    "ExtraLeftOrMissingRightError": "math_left",
    "MissingEndError": "math_end",
}
"""What the library complains of, as the name of a phrase; of whatever else, that something is missing."""


class Unreadable(Exception):
    """Why a formula cannot be shown: MD530 with the name of a phrase, or MD531 with what may not be used."""


def mathml(source: str, *, display: bool) -> str:
    """The formula as a ``math`` element with its source as ``alttext``."""
    _check_form(source)
    try:
        root = convert_to_element(source, display="block" if display else "inline")
    except Exception as reason:  # a dozen unrelated ones, IndexError and RecursionError for what it did not expect
        raise Unreadable("MD530", REASONS.get(type(reason).__name__, "math_missing")) from reason
    inner = "".join(_children(root))
    kind = ' display="block"' if display else ""
    return f'<math{kind} alttext="{escapeHtml(" ".join(source.split()))}">{inner}</math>'


def _check_form(source: str) -> None:
    """Refuse what the library would read wrongly, or for ever."""
    if len(source) > LONGEST:
        raise Unreadable("MD530", "math_long")
    depth = 0
    for found in _BRACES.finditer(source):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if depth < 0 or depth > DEEPEST:
            raise Unreadable("MD530", "math_braces" if depth < 0 else "math_long")
    if depth:
        raise Unreadable("MD530", "math_braces")


def _element(element: Element) -> str:
    tag, text = element.tag, html.unescape(element.text or "")
    if tag not in CHILDREN:
        raise Unreadable("MD531", tag)
    unknown = _COMMAND.fullmatch(text)
    if unknown and tag != "mtext":
        raise Unreadable("MD531", text)
    wanted = CHILDREN[tag]
    if wanted and len(element) != wanted:
        raise Unreadable("MD530", "math_missing")
    attributes = "".join(_attributes(element))
    return f"<{tag}{attributes}>{escapeHtml(text)}{''.join(_children(element))}</{tag}>"


def _attributes(element: Element) -> Iterator[str]:
    for name, value in sorted(element.attrib.items()):
        if name in ("href", "style", "class", "id"):
            raise Unreadable("MD531", name)
        if name in ATTRIBUTES and _VALUE.fullmatch(value):
            yield f' {name}="{value}"'


def _children(parent: Element) -> Iterator[str]:
    """The children, Chinese characters side by side as one word: the library makes a variable of each."""
    loose = CHILDREN.get(parent.tag) is None
    for is_han, group in groupby(parent, key=lambda child: loose and _is_han(child)):
        elements: Sequence[Element] = list(group)
        if is_han:
            yield f"<mtext>{''.join(element.text or '' for element in elements)}</mtext>"
        else:
            yield from map(_element, elements)


def _is_han(element: Element) -> bool:
    return element.tag in ("mi", "mo") and not element.attrib and _HAN.fullmatch(element.text or "") is not None
