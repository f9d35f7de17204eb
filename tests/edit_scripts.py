"""Edits that trainers make between two versions of a course, and the truth of what each did to every question.

The truth is kept apart from ids and fingerprints: a question is the same one as long as its author would say so, and
it is changed once its wording, its options or its key is. ``edited(seed)`` is a course after a few such edits, the same
for the same seed; ``repaired`` does to its files what the check demands, as a trainer would.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache

from ssg.problems import Problem

SCRIPTS = 200
SETTINGS = "title: 修订\nid: edits\nlanguage: zh-Hans\npass_mark: 60\n"
QUIZZES = ["听一听", "想一想", "接住情绪", "说出口", "收个尾", "带新人"]
CHAPTERS = [("听出情绪", "先听出来"), ("回应客户", "把话接住"), ("交接与复盘", "有始有终")]
WRONG_CHARACTERS = "甲乙丙丁戊己庚辛壬癸"
"""What a slip of the input method leaves in a text; in no text below."""

CHOICES = """
客户越说越慢，最后一句是“随便你们吧”，他此刻多半是|失望|满意|兴奋
对方连问三遍“到底行不行”，先要接住的是他的|着急|好奇|骄傲
电话一接通就听见叹气，第一句话最好用来|说出你听到的疲惫|核对身份证号|解释公司规定
同事当众打断你的发言，会后找他谈，最适合的开头是|说清当时的情形和自己的感受|先历数他的旧账|请领导出面评理
听到投诉涉及人身安全，应当立刻|升级给值班主管|安抚后挂断|转到语音信箱
复述客户的话时，最要紧的是保留|他用过的关键词|公司的术语|订单的编号
下班前发现自己语速变快，最有效的一步是|停下来呼出一口长气|再接一个电话|喝一杯浓咖啡
新人带教的第一周，观察表应当由|旁听的同组同事填写|客户事后补填|人事部门代填
收到匿名的差评，团队复盘要先弄清|事情发生的先后|是谁给的评价|谁应当受罚
道歉之后客户沉默了十秒，此时宜|安静地等他开口|马上追加赔偿|重复一遍道歉
""".strip().splitlines()
STATEMENTS = """
情绪管理得好的人，被责骂时心里不会起火。|错
回访之前要先确认对方方便接听的时间。|对
只要语气温和，说什么内容都不会伤人。|错
承认感受不等于承认公司有过失。|对
邮件里的感叹号越多，读的人越觉得亲切。|错
把大目标拆成小步骤，可以减轻拖延带来的焦虑。|对
值夜班的人更需要固定的交接清单。|对
视频会议里关掉摄像头总是不礼貌的。|错
""".strip().splitlines()
NUMBERS = """
投诉受理以后，最迟多少小时内要回访？|24
一次倾听练习里，建议连续听多少分钟不插话？|3
情绪温度计一共分成几格？|10
班组的复盘会每个月要开几次？|2
红色预警的工单，几分钟内必须有人接手？|15
""".strip().splitlines()
WORDS = """
用自己的话把对方的意思再说一遍，这种做法叫什么？|复述
先处理心情，再处理什么？|事情
给不满留出说完的空间，靠的是哪一个字：听、说还是写？|听
对结果负责到底、办完再告诉客户，行话叫做什么？|闭环
把别人的处境放进自己心里想一想，这种能力叫什么？|共情
""".strip().splitlines()


@dataclass
class Item:
    """A question. ``first`` is its wording as it was published, ``answer`` what a learner gave to that."""

    kind: str
    stem: str
    right: str
    options: list[str]
    answer: str | None = None
    given: str = ""
    note: str = ""
    changed: bool = False
    first: str = ""

    def text(self) -> str:
        """The Markdown below the quiz's heading."""
        lines = [f"### {self.stem}", ""]
        if self.given:
            lines += [f"- 编号：{self.given}", ""]
        if self.kind == "choice":
            lines += [f"- [{'x' if option == self.right else ' '}] {option}" for option in self.options]
        else:
            lines += [f"- 答案：{self.right}"]
        if self.note:
            lines += [f"- 解析：{self.note}"]
        return "\n".join([*lines, ""])


@dataclass
class Quiz:
    """A block of questions."""

    title: str
    items: list[Item]
    given: str = ""

    def text(self) -> str:
        """The Markdown of the block."""
        head = [f"## 测验：{self.title}", ""] + ([f"- 编号：{self.given}", ""] if self.given else [])
        return "\n".join([*head, *(item.text() for item in self.items)])


@dataclass
class Chapter:
    """A file; its number follows from its place in the course."""

    name: str
    title: str
    quizzes: list[Quiz]


@dataclass
class Course:
    """What the author has in mind. ``spare`` are questions that may be added, ``gone`` those that were deleted."""

    chapters: list[Chapter]
    spare: list[Item]
    gone: list[Item] = field(default_factory=list)

    def files(self) -> dict[str, str]:
        """The folder of the course."""
        texts = {"course.yaml": SETTINGS}
        for number, chapter in enumerate(self.chapters, 1):
            texts[f"{number:02}-{chapter.name}.md"] = "\n".join(
                [f"# {chapter.title}", "", "先读一读，再做题。", "", *(quiz.text() for quiz in chapter.quizzes)]
            )
        return texts

    def quizzes(self) -> list[Quiz]:
        """All of them in order."""
        return [quiz for chapter in self.chapters for quiz in chapter.quizzes]

    def items(self) -> list[Item]:
        """All of them in order."""
        return [item for quiz in self.quizzes() for item in quiz.items]


@cache
def published() -> Course:
    """The first version: three chapters of two quizzes, of which a learner has answered most."""
    items = list(_items())
    taken, spare = items[::4] + items[1::4] + items[2::4], items[3::4]
    for at, item in enumerate(taken):
        item.first = item.stem
        item.given = f"q{at}" if at % 3 == 0 else ""
        if at % 7 != 6:
            item.answer = _answer(item, right=at % 2 == 0)
    quizzes = [Quiz(title, taken[at::6]) for at, title in enumerate(QUIZZES)]
    for quiz in quizzes[::2]:
        quiz.given = f"quiz-{quiz.title[0]}"
    return Course(
        [Chapter(name, title, quizzes[2 * at : 2 * at + 2]) for at, (name, title) in enumerate(CHAPTERS)], spare
    )


def _items() -> Iterator[Item]:
    for line in CHOICES:
        stem, *options = line.split("|")
        yield Item("choice", stem, options[0], options)
    for kind, lines in (("truefalse", STATEMENTS), ("numeric", NUMBERS), ("short", WORDS)):
        for line in lines:
            stem, right = line.split("|")
            yield Item(kind, stem, right, [])


def _answer(item: Item, right: bool) -> str:
    if right:
        return item.right
    return {"choice": item.options[-1:], "truefalse": ["错" if item.right == "对" else "对"]}.get(item.kind, ["7"])[0]


# Edits. Each changes the course and keeps the truth.


def typo(text: str, random: random.Random) -> str:
    """One character is another one."""
    at = random.choice([at for at, character in enumerate(text) if "\u4e00" <= character <= "\u9fff"])
    return text[:at] + random.choice(WRONG_CHARACTERS) + text[at + 1 :]


def slip_in_stem(course: Course, random: random.Random) -> None:
    item = random.choice(course.items())
    item.stem, item.changed = typo(item.stem, random), True


def slip_in_option(course: Course, random: random.Random) -> None:
    item = _choice_item(course, random)
    at = random.randrange(len(item.options))
    new = typo(item.options[at], random)
    item.right = new if item.right == item.options[at] else item.right
    item.options[at], item.changed = new, True


def slip_in_title(course: Course, random: random.Random) -> None:
    quiz = random.choice(course.quizzes())
    quiz.title = typo(quiz.title, random) if len(quiz.title) > 2 else f"{quiz.title}吧"


def new_chapter_title(course: Course, random: random.Random) -> None:
    chapter = random.choice(course.chapters)
    chapter.title = typo(chapter.title, random)


def new_note(course: Course, random: random.Random) -> None:
    random.choice(course.items()).note = f"看第 {random.randint(1, 99)} 页。"


def shuffle_items(course: Course, random: random.Random) -> None:
    random.shuffle(random.choice(course.quizzes()).items)


def shuffle_options(course: Course, random: random.Random) -> None:
    random.shuffle(_choice_item(course, random).options)


def shuffle_quizzes(course: Course, random: random.Random) -> None:
    random.shuffle(random.choice(course.chapters).quizzes)


def shuffle_chapters(course: Course, random: random.Random) -> None:
    random.shuffle(course.chapters)


def add_item(course: Course, random: random.Random) -> None:
    if course.spare:
        items = random.choice(course.quizzes()).items
        items.insert(random.randint(0, len(items)), course.spare.pop(random.randrange(len(course.spare))))


def delete_item(course: Course, random: random.Random) -> None:
    quiz = random.choice([quiz for quiz in course.quizzes() if len(quiz.items) > 1])
    course.gone.append(quiz.items.pop(random.randrange(len(quiz.items))))


def replace_item(course: Course, random: random.Random) -> None:
    """The worst slip: another question under the old one's 编号."""
    quiz = random.choice(course.quizzes())
    at = random.randrange(len(quiz.items))
    if course.spare and quiz.items[at].given:
        new = course.spare.pop()
        new.given = quiz.items[at].given
        course.gone.append(quiz.items[at])
        quiz.items[at] = new


def add_option(course: Course, random: random.Random) -> None:
    item = _choice_item(course, random)
    item.options.insert(random.randint(0, len(item.options)), f"都不是，第 {random.randint(1, 999)} 种")
    item.changed = True


def delete_option(course: Course, random: random.Random) -> None:
    item = _choice_item(course, random)
    wrong = [option for option in item.options if option != item.right]
    if len(wrong) > 1:
        item.options.remove(random.choice(wrong))
        item.changed = True


def change_key(course: Course, random: random.Random) -> None:
    item = random.choice(course.items())
    if item.kind == "choice":
        item.right = next(option for option in item.options if option != item.right)
    else:
        item.right = {"numeric": "99", "short": "别的"}.get(item.kind, "错" if item.right == "对" else "对")
    item.changed = True


def rename_file(course: Course, random: random.Random) -> None:
    chapter = random.choice(course.chapters)
    chapter.name = f"{chapter.name}新版" if random.random() < 0.5 else chapter.title


def move_quiz(course: Course, random: random.Random) -> None:
    source, target = random.sample(course.chapters, 2)
    if source.quizzes:
        quiz = source.quizzes.pop(random.randrange(len(source.quizzes)))
        target.quizzes.insert(random.randint(0, len(target.quizzes)), quiz)


def move_item(course: Course, random: random.Random) -> None:
    source, target = random.sample(course.quizzes(), 2)
    if len(source.items) > 1:
        target.items.insert(random.randint(0, len(target.items)), source.items.pop())


def split_quiz(course: Course, random: random.Random) -> None:
    chapter = random.choice([chapter for chapter in course.chapters if chapter.quizzes])
    at = random.randrange(len(chapter.quizzes))
    items = chapter.quizzes[at].items
    if len(items) > 3:
        second = Quiz(f"第二回合之{random.randint(1, 99)}", items[len(items) // 2 :])
        chapter.quizzes[at].items = items[: len(items) // 2]
        chapter.quizzes.insert(at + 1, second)


def split_chapter(course: Course, random: random.Random) -> None:
    at = random.randrange(len(course.chapters))
    quizzes = course.chapters[at].quizzes
    if len(quizzes) > 1:
        course.chapters[at].quizzes = quizzes[:1]
        number = random.randint(1, 99)
        course.chapters.insert(at + 1, Chapter(f"续篇{number}", f"接着往下走（{number}）", quizzes[1:]))


EDITS: list[Callable[[Course, random.Random], None]] = [
    *(slip_in_stem, slip_in_stem, slip_in_option, slip_in_title, new_chapter_title, new_note),
    *(shuffle_items, shuffle_options, shuffle_quizzes, shuffle_chapters, add_item, delete_item, replace_item),
    *(add_option, delete_option, change_key, rename_file, move_quiz, move_item, split_quiz, split_chapter),
]


def _choice_item(course: Course, random: random.Random) -> Item:
    return random.choice([item for item in course.items() if item.kind == "choice"])


def edited(seed: int) -> Course:
    """The published course after a few edits."""
    course = deepcopy(published())
    rolls = random.Random(seed)
    for _ in range(rolls.randint(2, 8)):
        rolls.choice(EDITS)(course, rolls)
    return course


# What the check demands, done as a trainer does it


def repaired(files: dict[str, str], problems: Iterable[Problem]) -> dict[str, str]:
    """The files with every line that the problems ask for; lines are changed from the last to the first."""
    files = dict(files)
    for problem in sorted(problems, key=lambda each: (each.span.path, each.span.line), reverse=True):
        name = problem.span.path.rpartition("/")[2]
        lines, at, id = files[name].split("\n"), problem.span.line - 1, str(problem.values["id"])
        if problem.code == "ID002":
            lines[:0] = ["---", f"id: {id}", "---"]
        elif problem.code in ("ID003", "ID004"):
            _write_id(lines, at, id)
        elif problem.code in ("ID010", "ID011"):
            _write_id(lines, at, f"{id}-2")
        else:
            raise AssertionError(problem)
        files[name] = "\n".join(lines)
    return files


def _write_id(lines: list[str], heading: int, id: str) -> None:
    following = next((at for at in range(heading + 1, len(lines)) if lines[at].startswith("#")), len(lines))
    given = [at for at in range(heading, following) if re.match("- 编号：", lines[at])]
    if given:
        lines[given[0]] = f"- 编号：{id}"
    else:
        lines[heading + 1 : heading + 1] = ["", f"- 编号：{id}"]
