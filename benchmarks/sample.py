"""Courses of any size to measure with: prose like the shipped course's, and items of every cheap type."""

from __future__ import annotations

from pathlib import Path

PARAGRAPH = (
    "接到电话的头十秒，客户说的多半不是事情，而是心情。**先听语速，再听用词**：语速放慢、句子变短，常常是失望；"
    "声音拔高、反复追问，更像是着急。不要急着下结论，问一句“[您是担心今天用不上](#小结)吗”，比猜十次都管用。\n"
)
LIST = "* 记下客户的原话，不要换成自己的说法\n* 先回应感受，再核对事实\n* 说清谁、什么时候、做什么\n"
TABLE = """| 线索 | 可能的情绪 | 怎么核实 |
|---|---|---|
| 语速变慢 | 失望 | 您是不是觉得白等了？ |
| 反复追问 | 焦虑 | 您最担心哪一步？ |
"""
ITEM = """### 第{n}题：客户说“随便你们吧”，此刻最可能的情绪是？

- [ ] 满意
    - 反馈：语气放慢又让步，很少是满意。
- [x] 失望
    - 反馈：放弃争取，是失望的常见信号。
- [ ] 焦虑
- 解析：失望的人不再争，愤怒的人还在争。
"""


def write_course(folder: Path, *, chapters: int, items: int, size: int = 6000) -> None:
    """A course of so many chapters, each with so many items and about ``size`` bytes in all."""
    folder.mkdir(parents=True)
    settings = f"title: 测量用的课程\nid: {folder.name}\nlanguage: zh-Hans\nversion: '1'\npass_mark: 80\n"
    (folder / "course.yaml").write_text(settings, encoding="utf-8")
    for number in range(1, chapters + 1):
        (folder / f"{number:03}-chapter.md").write_text(chapter(number, items, size), encoding="utf-8")


def chapter(number: int, items: int, size: int) -> str:
    """One chapter's Markdown."""
    quiz = f"## 测验：第 {number} 章\n\n" + "\n".join(ITEM.format(n=n) for n in range(1, items + 1))
    prose = [
        f"---\ntitle: 第 {number} 章\nid: c{number}\nminutes: 10\n---\n\n# 第 {number} 章\n\n## 正文\n\n",
        LIST,
        "\n",
        TABLE,
        "\n",
    ]
    while len("".join(prose).encode()) + len(quiz.encode()) < size - 60:
        prose.append(PARAGRAPH + "\n")
    return "".join(prose) + "## 小结\n\n先处理心情，再处理事情。\n\n" + quiz
