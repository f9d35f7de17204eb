"""A course in Chinese and English that has every kind of block and question: the samples, one after another."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import starmap
from pathlib import Path

from browsers import REPOSITORY
from playwright.sync_api import Browser, Page

SAMPLES = REPOSITORY / "ssg" / "samples"
SECTIONS = ("", "quiz/", "practice/", "talk/", "glossary/", "notebook/", "results/", "certificate/")
QUIZZES = ("pretest", "quiz", "exam", "posttest")

WORDS = {
    "zh-Hans": (
        "每样一份",
        "先问",
        "再练",
        "后谈",
        "## 测验：每种一题\n\n- 编号：all\n- 反馈：即时",
        "description: 每种块和题各一份。",
    ),
    "en": (
        "One of each",
        "Ask",
        "Practise",
        "Talk",
        "## Quiz: One of each\n\n- id: all",
        "description: One of every kind.",
    ),
}
PROSE = {
    "zh-Hans": """
先接住**人**，再处理`事`。再看[下一章](03-talk.md)，想想什么是共情。

> [!注意]
> 别急着解释。

> [!TIP]
> 先停一秒。

```python
print("听")
```

| 说 | 听 |
|---|---|
| 算了 | 失望 |

$$a^2 + b^2$$
""",
    "en": """
First the **person**, then `the matter`. Then read [the next chapter](03-talk.md) about empathy.

> [!WARNING]
> Do not explain yet.

> [!TIP]
> Wait for a second.

```python
print("listen")
```

| Said | Heard |
|---|---|
| Never mind | Disappointment |

$$a^2 + b^2$$
""",
}
GLOSSARY = {
    "zh-Hans": "# 词汇表\n\n共情\n: 从对方的位置感到他的感受。\n",
    "en": "# Glossary\n\nempathy\n: To feel what it is like for the other.\n",
}


def samples(language: str, scope: str) -> dict[str, str]:
    """The samples of kinds or of question types: name → Markdown."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted((SAMPLES / language / scope).glob("*.md"))}


def item(id: str, text: str) -> str:
    """A sample with an id: two of them have the same stem."""
    stem, rest = text.split("\n\n", 1)
    return f"{stem}\n\n- id: {id}\n{'' if rest.startswith('- ') else chr(10)}{rest}"


def chapters(language: str) -> dict[str, str]:
    """The course's chapters: file stem → Markdown."""
    _, ask, practise, talk, quiz, _ = WORDS[language]
    kinds = samples(language, "kind")
    own = language == "zh-Hans"
    practice = [text for name, text in kinds.items() if name not in (*QUIZZES, "roleplay")]

    def chapter(id: str, heading: str, *parts: str) -> str:
        return "\n\n".join([f"---\nid: {id}\nminutes: 5\n---" if own else "", f"# {heading}", *parts]).strip() + "\n"

    return {
        "01-quiz": chapter("quiz", ask, quiz, *starmap(item, samples(language, "type").items())),
        "02-practice": chapter("practice", practise, PROSE[language], *practice),
        "03-talk": chapter("talk", talk, *(kinds[name] for name in ("pretest", "roleplay", "exam", "posttest"))),
    }


def write_course(folder: Path) -> Path:
    folder.mkdir(parents=True)
    for language, suffix in (("zh-Hans", ""), ("en", ".en")):
        title, *_, description = WORDS[language]
        own = "" if suffix else '\nid: everything\nlanguage: zh-Hans\nlanguages: [en]\nversion: "1.0"'
        (folder / f"course{suffix}.yaml").write_text(f"title: {title}{own}\n{description}\n", encoding="utf-8")
        (folder / f"glossary{suffix}.md").write_text(GLOSSARY[language], encoding="utf-8")
        for stem, text in chapters(language).items():
            (folder / f"{stem}{suffix}.md").write_text(text.replace(".md)", f"{suffix}.md)"), encoding="utf-8")
    return folder


def build_everything(folder: Path) -> str:
    """Writes the course and builds it; the address of its page."""
    course, out = write_course(folder / "everything"), folder / "site"
    command = [sys.executable, str(REPOSITORY / "build.py"), "build", "-o", str(out), str(course)]
    built = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    return (out / "everything" / "index.html").as_uri()


TRY = """() => {
  const here = document.querySelector("main > :not([hidden])");
  const say = (control, value) => {
    control.value = value;
    for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
  };
  for (const each of here.querySelectorAll(":is(input, select, textarea):not(:disabled, [readonly])")) {
    if (["radio", "checkbox"].includes(each.type)) each.click();
    else if (each.matches("select")) say(each, each.options[each.options.length - 1].value);
    else if (each.checkVisibility()) say(each, "6");
  }
  for (const list of here.querySelectorAll(".steps")) list.querySelector(".step:nth-child(2) button")?.click();
  for (const check of here.querySelectorAll(".check")) check.click();
}"""
PASS = """() => {
  const outline = JSON.parse(document.getElementById("course-data").textContent);
  const right = { kind: "choice", response: ["x"], earned: [1, 1], attempt: 1, hints: 0, started: null };
  for (const chapter of outline.chapters) for (const block of chapter.blocks) for (const item of block.items ?? []) {
    const id = `answer:${chapter.id}/${block.id}/${item.id}`;
    const detail = { ...right, id, possible: item.points ?? 1, print: item.print };
    document.dispatchEvent(new CustomEvent("course:answered", { detail }));
  }
}"""


@contextmanager
def opened(browser: Browser, address: str, script: str) -> Iterator[Page]:
    """The course in a browser of its own, where nothing glides and a script runs before those of the page."""
    context = browser.new_context(locale="zh-CN", viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.add_init_script(script)
    page.goto(address)
    yield page
    context.close()


def turn_to(page: Page, section: str) -> None:
    page.evaluate("(id) => document.querySelector(`a[data-chapter='${id}']`).click()", section.rstrip("/"))
    page.locator(f"main > [id='{section or 'cover'}']").wait_for()
    page.wait_for_timeout(200)  # long pages start their parts in turns


def try_all(page: Page) -> None:
    """Gives some answer to everything on the page, mostly a wrong one, and has it checked."""
    page.evaluate(TRY)


def pass_all(page: Page) -> None:
    """Announces a right answer to every question of the course."""
    page.evaluate(PASS)
