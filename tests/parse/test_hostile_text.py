"""No text of a course becomes a script, a handler or an address that runs; and no text takes the reader's time."""

from __future__ import annotations

import html
import re
import time
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import product

import pytest
from markdown_it.common.utils import escapeHtml

from ssg.model import Source, Term
from ssg.parse.markdown import parser
from ssg.parse.page import Page
from ssg.parse.terms import term_finder
from ssg.problems import Span

TAGS = set(
    re.findall(
        r"\w+",
        """a audio b blockquote br button code dd details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr img li
        ol p pre s section small span strong summary sup table tbody td th thead tr ul video math mrow mi mn mo mtext
        mfrac msub msup msubsup munder mover munderover mroot msqrt mtable mtr mtd mstyle mspace""",
    )
)
ATTRIBUTES = set(
    re.findall(
        r"[\w-]+",
        """alt aria-label class href id rel role scope src start tabindex title
        controls data-captions data-from data-to popover popovertarget preload type
        alttext display displaystyle fence form linethickness mathvariant scriptlevel separator stretchy width""",
    )
)
SAFE_SCHEMES = {"", "http", "https", "mailto", "tel"}
RUNNING_SCHEMES = {"javascript", "vbscript", "data", "file", "blob", "filesystem"}

MARKUP = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//x.y></sCrIpT>",
    "<img src=x onerror=alert(1)>",
    '<svg onload="alert(1)">',
    "<svg><script>alert(1)</script></svg>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<style>@import 'x'</style>",
    "<base href=//x.y>",
    "<form id=course><input name=attributes>",
    "<a id=constructor name=__proto__>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[><script>alert(1)</script>]]>",
    "<?php echo 1 ?><script>alert(1)</script>",
    '"><script>alert(1)</script>',
    "'\"/><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)' autofocus='",
    "`onload=alert(1)`",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;img src=x onerror=alert(1)&#62;",
    "\\<script>alert(1)\\</script>",
    "\x00<script>\x00alert(1)</script>",
    "</code></pre><script>alert(1)</script>",
    "</title></textarea><script>alert(1)</script>",
    "{{constructor.constructor('alert(1)')()}}",
    "${alert(1)}",
]

_RUN = "alert(1)"
ADDRESSES = [
    f"{before}{scheme}{colon}{_RUN}"
    for before, scheme, colon in product(
        ["", " ", "\x01", "\t", "./", "x/../", "%00", "&#1;", "&Tab;", "feed:", "view-source:", "/%2e%2e/"],
        ["javascript", "JaVaScRiPt", "java\tscript", "java&#10;script", "&#106;avascript", "%6Aavascript", "vbscript"],
        [":", "&colon;", "&#58;", "%3A", "\\:", "：", "://%0a"],
    )
] + [
    "data:text/html,<script>alert(1)</script>",
    "DATA:text/html;base64,PHNjcmlwdD4=",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "data:image/png;base64,x",
    "file:///etc/passwd",
    "blob:https://x.y/1",
    "filesystem:http://x.y/1",
    '//x.y/"onclick="alert(1)',
    'https://x.y/"onclick="alert(1)',
    "https://x.y/'><script>alert(1)</script>",
    '#" onclick="alert(1)',
    '02-b.md#"><img src=x onerror=alert(1)>',
    'images/" onerror="alert(1).png',
]

TEXT_SINKS = [
    "{}",
    "# {}",
    "## 测验：{}",
    "- {}",
    "- [x] {}",
    "> {}",
    "> [!{}]\n> x",
    "> [!讲师]\n> {}",
    "    {}",
    "```{}\nx\n```",
    "```\n{}\n```",
    "| {} | b | c |\n|---|---|---|\n| {} | y | z |",
    "{}\n: {}",
    "x[^1]\n\n[^1]: {}",
    "x[^{0}]\n\n[^{0}]: y",
    "**{}** *{}* ~~{}~~ `{}`",
    "[{}](02-b.md)",
    "![{}](images/a.png)",
    '[x](02-b.md "{}")',
    "![x](images/a.png '{}')",
    "[x]({})",
    "[x](<{}>)",
    "[x]\n\n[x]: <{}>",
    "<{}>",
    "$\\text{{}}$",
    "${}$",
    "$$\n\\frac{a}{\\text{{}}}\n$$",
    "```python\n{}\n```",
    "```html\n{}\n```",
    "![{}](call.mp3 '{}')",
    "一个术语\n：{}",
    "前 复述 {} 共情",
    "## 测验：x\n\n____ {} ____",
]
ADDRESS_SINKS = ["[x]({})", "[x](<{}>)", "![x]({})", '![x](<{}> "t")', "[x]\n\n[x]: {}", "<{}>", "![x][y]\n\n[y]: <{}>"]


def texts() -> Iterator[str]:
    """Every payload in every sink."""
    for sinks, payloads in ((TEXT_SINKS, MARKUP), (ADDRESS_SINKS, ADDRESSES)):
        for sink, payload in product(sinks, payloads):
            yield sink.replace("{0}", payload).replace("{}", payload)


class Elements(HTMLParser):
    """Every start tag with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def handle_comment(self, data: str) -> None:
        self.found.append(("comment", {}))

    def handle_decl(self, decl: str) -> None:
        self.found.append(("declaration", {}))

    def handle_pi(self, data: str) -> None:
        self.found.append(("instruction", {}))


def scheme(address: str) -> str:
    """The scheme as a browser reads it: leading controls and spaces, inner tabs and line ends do not count."""
    trimmed = re.sub(r"[\t\r\n]", "", address.lstrip("".join(map(chr, range(33)))))
    found = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", trimmed)
    return found[1].lower() if found else ""


def read(text: str) -> tuple[Page, str]:
    """The text as a chapter, and its HTML."""
    here = Page(
        path="01-a.md",
        file="01-a.md",
        chapter="one",
        language="zh",
        tongue="zh-Hans",
        lines=text.split("\n"),
        chapters={"01-a.md": "one", "02-b.md": "two"},
        transcripts={"call.vtt": Source(path="call.vtt", text=f"WEBVTT\n\n00:00.000 --> 00:01.000\n<v {text}>{text}")},
        glossary=term_finder([term("复述", text), term(text[:40], "x")] if "复述" in text else []),
    )
    return here, str(parser().render(text, {"page": here}))


def term(name: str, definition: str) -> Term:
    """A term whose definition is a text as typed."""
    html = escapeHtml(definition)
    return Term(name=name, aliases=(), html=html, anchor=name, span=Span(path="glossary.md", line=1))


def test_no_payload_reaches_the_page_alive() -> None:
    count = 0
    for text in texts():
        count += 1
        here, page = read(text)
        for tag, attributes in Elements(page).found:
            assert tag in TAGS, (text, page)
            assert attributes.keys() <= ATTRIBUTES, (text, page)
            assert "/" in attributes.get("id", "/"), (text, page)
            for name in ("href", "src"):
                said = scheme(attributes.get(name, ""))
                assert said not in RUNNING_SCHEMES, (text, page)
                reported = any(problem.code.startswith("LK") for problem in here.problems)
                assert said in SAFE_SCHEMES or reported, (text, page)
    assert count > 4000


def test_the_probe_itself_sees_what_it_looks_for() -> None:
    alive = Elements('<a href=" java\tscript:x" onclick=y><script></script></a>').found
    assert [tag for tag, _ in alive] == ["a", "script"]
    assert "onclick" in alive[0][1]
    assert scheme(alive[0][1]["href"]) == "javascript"


def test_typed_markup_is_shown_as_it_was_typed() -> None:
    for payload in MARKUP[:15]:
        if payload.startswith("<") and "__" not in payload and "&" not in payload:
            _, page = read(f"前 {payload} 后")
            assert payload in html.unescape(re.sub(r"</?(p|em|strong|code)>", "", page))


N = 10_000
HOSTILE = {
    "open brackets": "[" * N,
    "nested links": "[a](" * N,
    "nested images": "![" * N + "](x)" * N,
    "open and close brackets": "[" * N + "]" * N,
    "quotes": ">" * N + "a",
    "quotes with spaces": "> " * N + "a",
    "lists": "- " * N + "a",
    "numbered lists": "1. " * N + "a",
    "list by indentation": "\n".join("  " * at + "- a" for at in range(500)),
    "emphasis never closed": "*a " * N,
    "emphasis never opened": "a* " * N,
    "strong and emphasis": "**x *y " * N,
    "underscores": "_a__b" * N,
    "tildes": "~~a ~" * N,
    "backticks of growing length": "".join("a" + "`" * at for at in range(1500)),
    "entities": "&" * N + "&amp" * N,
    "open tags": "<" * N + "<a " * N,
    "comments": "<!--" * N,
    "autolinks": "<http:" * N,
    "escapes": "\\" * N,
    "hard breaks": "a  \n" * N,
    "soft breaks": "字\n" * N,
    "table of many columns": "|" + "a|" * 2000 + "\n|" + "-|" * 2000 + "\n" + ("|" + "b|" * 2000 + "\n") * 3,
    "table of many rows": "|a|b|c|\n|-|-|-|\n" + "|x|y|z|\n" * 5000,
    "footnotes": "".join(f"[^{at}] " for at in range(5000)) + "\n\n" + "".join(f"[^{at}]: a\n" for at in range(5000)),
    "one footnote named often": "[^1] " * 5000 + "\n\n[^1]: a\n",
    "footnotes not known": "[^x] " * N + "\n\n[^1]: a\n",
    "headings of one name": "# a\n" * 5000,
    "alerts": "> [!TIP]\n> a\n\n" * 3000,
    "trainers' notes": "> [!讲师]\n> a\n\n" * 3000,
    "footnotes never closed": "[^" * N + "\n\n[^1]: a\n",
    "closed titles": "》a\n" * N,
    "blanks": "## 测验：a\n\n" + "____a" * N,
    "definitions": "a\n: b\n\n" * 5000,
    "references": "".join(f"[a{at}]: b\n" for at in range(5000)) + "[a1]" * 5000,
    "fake list marks": "1、a\n" * 5000,
    "broken bold": "**名：**字\n" * 5000,
    "full-width brackets": "［" * N + "］（" * 100,
    "brackets of links": "](" * N,
    "one long word": "字" * (N * 10),
    "spaces": " " * N * 10 + "a",
    "line ends": "\n" * N * 4,
    "dollars": "$a " * N,
    "dollars without end": "$a" * N,
    "double dollars": "$$" * N,
    "dollars that open lines": "$$a\n" * N,
    "braces of a formula": "$" + "{" * N + "}" * N + "$",
    "roots of a formula": "$" + "\\sqrt" * 150 + "x$",
    "powers of a formula": "$x" + "^{x" * 20 + "}" * 20 + "$ " * 300,
    "formulas": "$x^2$ " * 1000,
    "code in colour": "```json\n" + "[" * N + "\n```\n",
    "code of markdown": "```markdown\n" + "**a" * 5000 + "\n```\n",
    "code of python": "```python\n" + "f'{" * 5000 + "\n```\n",
    "full-width definitions": "甲\n：乙\n\n" * 5000,
    "recordings": "![a](b.mp3) " * 3000,
    "tasks": "- [x] a\n" * 5000,
    "lists one after the other": "- a\n\n1. b\n\n" * 3000,
    "hashes": "#" * N,
    "rules": "---\n" * 10000,
    "pictures": "![a](b.png)\n\n" * 5000,
    "links of one line": "[a](b.md) " * 5000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_in_time(name: str) -> None:
    start = time.process_time()
    read(HOSTILE[name])
    assert time.process_time() - start < 1.5


@pytest.mark.parametrize("text", ["[" * 100_000, ">" * 100_000, "*a " * 100_000], ids=["[", ">", "*"])
def test_a_hundred_thousand_nested_marks_take_less_than_five_seconds(text: str) -> None:
    start = time.process_time()
    read(text)
    assert time.process_time() - start < 5
