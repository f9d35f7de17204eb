"""What the reader finds in a chapter besides HTML, and that it keeps nothing between chapters."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from ssg.parse.markdown import parser
from ssg.parse.page import Page

TEXT = """# 一

文字 [甲](#乙)，
> 引用 [乙](02-b.md#丙 "题") 与 ![图](图/a.png)

| 表 | ![丁](b.png) |
|---|---|
| [戊](c.pdf) | 己 |

> [!讲师]
> ![秘](秘.png) [秘](秘.pdf) [锚](#乙)

## 乙
"""


def page(text: str, chapter: str = "one") -> Page:
    """The text as a chapter of a course of two."""
    chapters = {"01-a.md": chapter, "02-b.md": "two"}
    return Page(
        path="01-a.md",
        file="01-a.md",
        chapter=chapter,
        language="zh",
        tongue="zh-Hans",
        lines=text.split("\n"),
        chapters=chapters,
    )


def read(text: str, chapter: str = "one") -> tuple[Page, str]:
    here = page(text, chapter)
    return here, str(parser().render(text, {"page": here}))


def test_links_and_files_are_noted_with_their_place() -> None:
    here, _ = read(TEXT)
    links = [(link.target, link.span.line, link.span.column, link.span.length) for link in here.links]
    assert links == [("#one/乙", 3, 4, 7), ("#two/丙", 4, 6, 18), ("#one/乙", 11, 26, 7)]
    files = [(link.target, link.span.line, link.span.column) for link in here.images]
    assert files == [("图/a.png", 4, 27), ("b.png", 6, 7), ("c.pdf", 8, 3)]


def test_files_of_trainers_notes_are_kept_apart_so_that_they_do_not_ship() -> None:
    here, html = read(TEXT)
    assert [link.target for link in here.trainer_files] == ["秘.png", "秘.pdf"]
    assert "秘" not in html


def test_trainers_notes_stay_among_the_tokens() -> None:
    tokens = parser().parse(TEXT, {"page": page(TEXT)})
    assert [token.type for token in tokens if token.type.startswith("trainer")] == ["trainer_open", "trainer_close"]


def test_text_is_read_alike_without_a_page() -> None:
    assert parser().render("# 甲\n\n[a](b.md) ![](c)\n\n> [!讲师]\n> x\n") == (
        '<h1 id="甲">甲</h1>\n<p><a href="b.md">a</a> <img src="c" alt=""></p>\n'
    )


def test_one_reader_serves_many_chapters_at_once() -> None:
    texts = [f"# 甲 {number}\n\n[^a] [a](#甲-{number})\n\n[^a]: 注 {number}\n\n" * 5 for number in range(40)]
    alone = [read(text, f"c{number}")[1] for number, text in enumerate(texts)]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda each: read(each[1], f"c{each[0]}")[1], enumerate(texts)))
    assert together == alone


def test_every_id_of_a_chapter_is_its_own_and_holds_the_chapter() -> None:
    text = "# fn:1\n\n# fnref:1:1\n\n# fn1\n\n[^1] [^1] [^2]\n\n[^1]: a\n[^2]: b\n"
    _, html = read(text)
    ids = [part.split('"')[0] for part in html.split('id="')[1:]]
    assert len(ids) == len(set(ids)) == 8
    assert all(id.startswith("one/") for id in ids)
