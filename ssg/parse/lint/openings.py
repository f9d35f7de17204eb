"""Slips at the start of a line: marks that look like those of a list, a heading or a quote but are not.

CommonMark takes such a line as text, and often glues it to the item above (a lazy continuation). So every line of a
paragraph is looked at, not only its first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from ssg.parse.page import Page

_WORD = r"[^\x00-\x7f０-９．，、。：；]|[A-Z][a-z]|[\"'(\[*]"
"""How a list item begins: no digit (1.5, 3、4), no lower case (2.x)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A mark that does not do what it looks like: the codes for it in blocks and in prose, and what to type."""

    pattern: re.Pattern[str]
    block: str
    prose: str
    instead: Callable[[re.Match[str]], str]
    excused: Callable[[str, int], bool]


_LOOK_BACK = 200


def _closes_a_title(content: str, at: int) -> bool:
    """A line may begin with 》 where the title began in the line before."""
    before = content[max(0, at - _LOOK_BACK) : at]
    return before.rfind("《") > before.rfind("》")


def _is_topic(content: str, at: int) -> bool:
    """#话题# as in social media."""
    return content[at:].split("\n", 1)[0].count("#") > 1 and not content.startswith("##", at)


def _closes_a_bracket(content: str, at: int) -> bool:
    """A line may begin with 3） where the bracket opened in the line before."""
    before = content[max(0, at - _LOOK_BACK) : at]
    return max(map(before.rfind, "(（")) > max(map(before.rfind, ")）"))


def _never(content: str, at: int) -> bool:
    return False


def _slip(
    pattern: str,
    codes: tuple[str, str],
    instead: Callable[[re.Match[str]], str] | str,
    excused: Callable[[str, int], bool] = _never,
) -> Slip:
    make = instead if callable(instead) else lambda found: instead
    return Slip(pattern=re.compile(pattern), block=codes[0], prose=codes[1], instead=make, excused=excused)


def _number(found: re.Match[str]) -> str:
    return f"{int(found[1])}. "


def _hashes(found: re.Match[str]) -> str:
    return "#" * len(found[0].strip(" 　")) + " "


MARKER = ("RP001", "MD401")
DEPTH = ("RP002", "MD402")
WIDTH = ("RP003", "MD403")
TASK = ("MD411", "MD412")
_BOX = r"[\[［【][ 　]?([ 　xXｘＸ√✓✔☑×✗✘]?)[ 　]?[\]］】]"


_READ_AS_TYPED = re.compile(r"[\[［][ 　]?[ 　xXｘＸ][ 　]?[\]］][ 　]")
"""What an input method makes of a tick box; items take it as it is."""


def _is_read_as_typed(content: str, at: int) -> bool:
    return _READ_AS_TYPED.match(content, at) is not None


def _box(found: re.Match[str]) -> str:
    return "- [x] " if found[1].strip() and found[1] not in "×✗✘" else "- [ ] "


SLIPS: Sequence[Slip] = (
    _slip(rf"[-*+－＊·•][ 　]?{_BOX}", TASK, _box),
    _slip(rf"{_BOX}(?![(（:：\[])", TASK, _box),
    _slip(r"([0-9０-９]{1,2})[ 　]?、[ 　]?(?=[^0-9０-９])", MARKER, _number),
    _slip(rf"([0-9０-９]{{1,2}})．[ 　]?(?={_WORD})", MARKER, _number),
    _slip(rf"([0-9]{{1,2}})\.(?={_WORD})", MARKER, _number),
    _slip(r"([０-９]{1,2})[.、)）][ 　]?(?=[^0-9０-９])", MARKER, _number),
    _slip(rf"([0-9]{{1,2}})[)）](?={_WORD})", MARKER, _number, _closes_a_bracket),
    _slip(r"[·•●○◦▪▫■◆◇‣∙・][ 　]?(?=[^ 　·•●○◆◇■・])", MARKER, "- "),
    _slip(r"[－＊＋][ 　]*(?=[^ 　－＊＋0-9０-９])", MARKER, "- "),
    _slip(r"-(?=[一-鿿“「《])", MARKER, "- "),
    _slip(r"(?=#*＃)[#＃]{1,6}[ 　]*(?=[^ 　#＃])", WIDTH, _hashes),
    _slip(r"#{1,6}[　]*(?=[一-鿿“「《])", WIDTH, _hashes, _is_topic),
    _slip(r"[》＞][ 　]*(?=[^ 　])", WIDTH, "> ", _closes_a_title),
)

BLOCK_SLIPS: Sequence[Slip] = (
    _slip(r"[（(]([0-9０-９]{1,2})[)）][ 　]?(?=[^ 　])", MARKER, _number),
    _slip(r"[①-⑳][ 　]?(?=[^ 　])", MARKER, lambda found: f"{ord(found[0][0]) - 0x245F}. "),
    _slip(r"[–—](?![–—])[ 　]*(?=[^ 　0-9])", MARKER, "- "),
)
"""Ordinary in prose, where （1）, ① and a dash open many a line."""

BOX = SLIPS[1]
BOX_IN_BLOCK = _slip(BOX.pattern.pattern, TASK, _box, _is_read_as_typed)

SWALLOWED = _slip(r"(?:[-*+]|[0-9]{1,2}[.)]) +(?=\S)", DEPTH, lambda found: found[0])
"""A real marker that did not start a list: indented too far, or a number other than 1 straight below a paragraph."""

WIDE_INDENT = _slip(r"　+[ 　]*(?=(?:[-*+>]|#{1,6}|[0-9]{1,2}[.)])[ 　]+\S)", DEPTH, "    ")
"""Full-width spaces indent nothing."""

_SUSPECT = re.compile(
    r"(?:^|\n)[ 　]*(?:[^\w\n\x22“”‘’「『《!&<`~_$%@=^{|:;,.，。？！…（(]"
    r"|[0-9０-９]{1,2}[.、．)）]|[（(][0-9０-９]|[①-⑳—–])"
)
"""A quick look: whether any line opens with a mark that a slip may open with."""


def check_openings(inline: Token, here: Page, *, in_item: bool) -> None:
    """Report the slips of a paragraph's lines; the first line of a list item has its marker already."""
    content = inline.content
    if not _SUSPECT.search(content):
        return
    in_block = bool(inline.meta.get("in_block"))
    at = 0
    for number, line in enumerate(content.split("\n")):
        text = line.lstrip(" \t")
        start = at + len(line) - len(text)
        slips = _slips_for(number, in_block=in_block, in_item=in_item)
        _check_opening(slips, content, start, (inline.map or [0])[0] + 1 + number, here, in_block=in_block)
        at += len(line) + 1


def _slips_for(number: int, *, in_block: bool, in_item: bool) -> Sequence[Slip]:
    first_of_item = number == 0 and in_item
    if first_of_item:
        return (BOX_IN_BLOCK if in_block else BOX,)
    more = BLOCK_SLIPS if in_block else ()
    return (*SLIPS, *more, WIDE_INDENT, *((SWALLOWED,) if number else ()))


def _check_opening(slips: Sequence[Slip], content: str, start: int, line: int, here: Page, *, in_block: bool) -> None:
    for slip in slips:
        found = slip.pattern.match(content, start)
        if found and not slip.excused(content, start):
            typed, instead = found[0].strip(" ") or found[0], slip.instead(found)
            code = slip.block if in_block else slip.prose
            rest = content[found.end() : found.end() + 12].split("\n", 1)[0]
            here.report(code, here.span(line, found[0].rstrip(" ")), typed=typed, instead=instead, rest=rest)
            return
