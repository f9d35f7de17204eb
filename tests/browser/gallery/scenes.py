"""What the gallery shows: every kind in its telling states, reached as a trainee reaches them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from player import begin, rate, say, write
from playwright.sync_api import Locator, Page
from sitting import start, take
from test_certificates import pass_everything
from test_question_types import PARTLY as MORE_PARTLY
from test_question_types import WHOLLY as MORE_WHOLLY
from test_results import do_most
from trainee import PARTLY, WHOLLY, WRONGLY, Answer, choose, fill, item


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Something to look at: a state of a kind, in ``part`` of the page or in the window as it is."""

    kind: str
    zh: str
    en: str
    part: Locator | None = None
    paper: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A course opened at a chapter, and what a trainee does there from view to view."""

    course: str
    chapter: str
    play: Callable[[Page], Iterator[View]]


def cover(page: Page) -> Iterator[View]:
    yield View(kind="cover", zh="第一次打开", en="opened for the first time")
    yield View(kind="cover", zh="全部", en="all of it", part=page.locator("#cover"))
    page.locator("#resume").click()
    yield View(kind="chapter", zh="开头", en="its beginning")
    page.set_viewport_size({"width": 390, "height": 844})
    page.locator(".bottom-bar button").click()
    yield View(kind="chapters", zh="目录", en="list of chapters")
    page.keyboard.press("Escape")
    page.evaluate("scrollTo(0, 2600)")
    page.wait_for_timeout(700)
    page.goto(f"{page.url.partition('#')[0]}#")
    yield View(kind="cover", zh="再来时", en="coming back")
    page.locator("#tools-button").click()
    yield View(kind="tools", zh="菜单", en="menu")
    page.locator("#tools [data-action=shortcuts]").click()
    yield View(kind="shortcuts", zh="快捷键", en="keys")
    page.keyboard.press("Escape")
    for action, zh, en in (("reset", "清空之前", "before erasing"), ("load-progress", "载入之前", "before loading")):
        page.locator("#tools-button").click()
        page.locator(f"#tools [data-action={action}]").click()
        yield View(kind="dialog", zh=zh, en=en)
        page.keyboard.press("Escape")


def text(page: Page) -> Iterator[View]:
    yield View(kind="chapter", zh="正文", en="prose", part=page.locator(".chapter:visible"))
    page.locator(".chapter:visible .term").first.click()
    yield View(kind="glossary", zh="术语解释", en="a term explained")
    page.keyboard.press("Escape")
    page.evaluate("location.hash = '#glossary/'")
    yield View(kind="glossary", zh="术语表", en="list of terms", part=page.locator(".page.glossary"))


def search(page: Page) -> Iterator[View]:
    page.get_by_role("button", name="搜索").click()
    yield View(kind="search", zh="打开时", en="as opened")
    page.get_by_role("searchbox").fill("愤怒")
    page.locator(".search-results a").first.wait_for()
    yield View(kind="search", zh="找到了", en="found")
    page.get_by_role("searchbox").fill("没有这个词啊")
    page.wait_for_timeout(1000)  # what is found is told once typing has stopped
    yield View(kind="search", zh="没找到", en="nothing found")


NAMES = {
    "single": ("单选题", "single choice"),
    "multiple": ("多选题", "multiple choice"),
    "truefalse": ("判断题", "true or false"),
    "gaps": ("填空题", "gaps"),
    "short": ("简答题", "short text"),
    "numeric": ("数值题", "number"),
    "order": ("排序题", "ordering"),
    "match": ("匹配题", "matching"),
    "pick": ("选词填空", "gaps from a list"),
    "sort": ("归类题", "sorting into groups"),
    "spot": ("标词题", "marking words"),
    "judgement": ("情境判断", "situational judgement"),
    "rating": ("评分判断", "rated judgement"),
    "emotion": ("情绪识别", "emotion recognition"),
    "open": ("开放题", "open answer"),
}


def questions(page: Page, answers: dict[str, Answer], done: tuple[str, str]) -> Iterator[View]:
    for name, act in answers.items():
        zh, en = NAMES[name]
        question = page.locator(".question", has=item(page, name))
        hint = question.get_by_role("button", name=re.compile("^提示"))
        if done[1] == "right":
            yield View(kind=name, zh=f"{zh}：未答", en=f"{en}: not answered", part=question)
        elif hint.count():
            hint.first.click()
        act(item(page, name))
        if done[1] == "right":
            yield View(kind=name, zh=f"{zh}：已选未交", en=f"{en}: chosen, not checked", part=question)
        question.get_by_role("button", name=re.compile("检查|写好了")).click()
        yield View(kind=name, zh=f"{zh}：{done[0]}", en=f"{en}: {done[1]}", part=question)


def first_types(page: Page) -> Iterator[View]:
    yield from questions(page, WHOLLY, ("答对", "right"))
    yield View(kind="quiz", zh="小结", en="summary", part=page.locator(".quiz-foot").first)


def wrong_types(page: Page) -> Iterator[View]:
    partly = {name: act for name, (act, _) in PARTLY.items()}
    yield from questions(page, {**WRONGLY, **partly}, ("答错或部分答对", "wrong or partly right"))
    yield View(kind="quiz", zh="整份，有错", en="whole, with mistakes", part=page.locator("cw-quiz").first, paper=True)


def more_types(page: Page) -> Iterator[View]:
    yield from questions(page, {n: act for n, (act, _) in MORE_WHOLLY.items() if n in NAMES}, ("答对", "right"))


def more_wrong_types(page: Page) -> Iterator[View]:
    answers = {name: act for name, (act, _) in MORE_PARTLY.items() if name in NAMES}
    yield from questions(page, answers, ("部分答对", "partly right"))


def tests(page: Page) -> Iterator[View]:
    quiz = page.locator("cw-quiz")
    before = quiz.and_(page.locator("[data-id=pre]"))
    yield View(kind="quiz", zh="前测", en="pre-test", part=before)
    take(before, "失望", "对", "心情", "您是说等了三天")
    yield View(kind="quiz", zh="前测交卷以后", en="pre-test handed in", part=before)
    go(page, "after/")
    after = quiz.and_(page.locator("[data-id=post]"))
    take(after, "焦虑", "错", "事情", "您是说等了三天", "我听到的是您很着急")
    yield View(kind="quiz", zh="后测小结", en="post-test with its gain", part=after.locator(".quiz-foot"))


def exam(page: Page) -> Iterator[View]:
    whole = page.locator("cw-quiz[data-id=final]")
    yield View(kind="quiz", zh="考试：规则", en="exam: its rules", part=whole)
    start(page, "30 分钟")
    yield View(kind="quiz", zh="考试：进行中（有时限）", en="exam: running against the clock")
    choose("情绪")(item(page, "first"))
    fill("6")(item(page, "sum"))
    page.wait_for_timeout(500)
    yield View(kind="quiz", zh="考试：做了一半", en="exam: half done", part=whole)
    whole.get_by_role("button", name="交卷", exact=True).click()
    yield View(kind="quiz", zh="考试：有空题就交卷", en="exam: handed in with gaps", part=whole)
    fill("复述")(item(page, "name"))
    whole.get_by_role("button", name="交卷", exact=True).click()
    yield View(kind="quiz", zh="考试：结果", en="exam: its result", part=whole)


def sure(page: Page) -> Iterator[View]:
    quiz = page.locator("cw-quiz[data-id=sure]")
    choose("失望")(item(page, "slow"))
    yield View(kind="quiz", zh="有多大把握", en="how sure one is", part=quiz)


def case(page: Page) -> Iterator[View]:
    block = page.locator("cw-case")
    yield View(kind="case", zh="开始", en="at first", part=block, paper=True)
    block.locator("[data-question=care] textarea").fill("她要的是一个准话，前两次都没有人回她。")
    block.get_by_role("button", name="看参考分析").first.click()
    block.get_by_role("checkbox").first.check()
    yield View(kind="case", zh="写过，看了参考", en="written, and the reference seen", part=block)


def journal(page: Page) -> Iterator[View]:
    block = page.locator("cw-reflection").first
    yield View(kind="reflection", zh="空白", en="empty", part=page.locator(".chapter:visible"), paper=True)
    for words in ("第一天，有位客户骂了十分钟，我一直在打字。", "第二天好多了。"):
        block.get_by_role("textbox").first.fill(words)
        block.get_by_role("button", name="记下这一篇").click()
    block.get_by_role("button", name="删除").first.click()
    yield View(kind="reflection", zh="写了两篇，想删一篇", en="two entries, one about to go", part=block)


def cards(page: Page) -> Iterator[View]:
    pile = page.locator("cw-cards[data-id=first]")
    yield View(kind="cards", zh="正面", en="front", part=pile, paper=True)
    pile.get_by_role("button", name="翻面").click()
    yield View(kind="cards", zh="背面", en="back", part=pile)
    pile.get_by_role("button", name="没想起来").click()
    for _ in range(2):
        pile.get_by_role("button", name="翻面").click()
        pile.get_by_role("button", name="想起来了").click()
    pile.get_by_text("怎么安排复习").click()
    yield View(kind="cards", zh="练过一轮", en="after a round", part=pile)
    pile.get_by_role("button", name="全部话术").click()
    yield View(kind="cards", zh="全部", en="all of them", part=pile)


def exercise(page: Page) -> Iterator[View]:
    block = page.locator("cw-exercise")
    yield View(kind="exercise", zh="空白", en="empty", part=block, paper=True)
    block.get_by_role("checkbox").first.check()
    block.get_by_role("textbox").first.fill("“换我也急”。")
    yield View(kind="exercise", zh="做了一半", en="half done", part=block)


def self_check(page: Page) -> Iterator[View]:
    block = page.locator("cw-selfcheck[data-id=skills]")
    yield View(kind="selfcheck", zh="空白", en="empty", part=block, paper=True)
    for place, row in enumerate(block.locator(".rating").all()):
        row.locator("input").nth((place * 2 + 1) % 5).check(force=True)
    yield View(kind="selfcheck", zh="结果", en="result", part=block)


def survey(page: Page) -> Iterator[View]:
    blocks = page.locator("cw-survey")
    yield View(kind="survey", zh="空白", en="empty", part=blocks.first, paper=True)
    yield View(kind="survey", zh="360 度", en="360 degrees", part=blocks.last)
    blocks.first.get_by_role("radio", name="公告").check(force=True)
    blocks.first.get_by_role("checkbox", name="复述练习").check(force=True)
    blocks.first.get_by_role("textbox").first.fill("练习再多一些。")
    blocks.last.get_by_role("button", name="把这份存成文件").click()
    yield View(kind="survey", zh="填过", en="filled", part=blocks.first)
    yield View(kind="survey", zh="还缺几处", en="something missing", part=blocks.last)


def observation(page: Page) -> Iterator[View]:
    block = page.locator("cw-observation")
    yield View(kind="observation", zh="空白", en="empty", part=block, paper=True)
    for place, row in enumerate(block.locator(".rating").all()):
        row.locator("input").nth((place + 1) % 3).check(force=True)
    block.get_by_role("textbox").first.fill("照着说了一遍。")
    yield View(kind="observation", zh="记过", en="filled", part=block)


def worksheet(page: Page) -> Iterator[View]:
    chapter = page.locator(".chapter:visible")
    yield View(kind="worksheet", zh="空白", en="empty", part=chapter, paper=True)
    words = ("小周", "7", "被打断", "早上九点", "着急，因为后面排着二十个人，他还在说同一件事", "6")
    for field, value in zip(chapter.get_by_role("textbox").all(), words, strict=False):
        field.fill(value)
    page.wait_for_timeout(500)
    yield View(kind="worksheet", zh="填过", en="filled", part=chapter)


def call(page: Page) -> Iterator[View]:
    scene = page.locator("section[data-chapter=call] cw-roleplay")
    yield View(kind="roleplay", zh="开始之前", en="before it begins", part=scene, paper=True)
    begin(scene)
    yield View(kind="roleplay", zh="第一次选择", en="the first choice")
    say(scene, "女士您先别激动")
    page.wait_for_timeout(400)
    scene.locator(".coach summary").first.click()
    yield View(kind="roleplay", zh="中间，打开了教练", en="in the middle, the coach open", part=scene)
    yield View(kind="roleplay", zh="中间，窗口", en="in the middle, the window")
    say(scene, "我记的是")
    yield View(kind="roleplay", zh="自己写一句", en="a line of one's own")
    write(scene)
    yield View(kind="roleplay", zh="给自己打分", en="judging it oneself")
    rate(scene)
    say(scene, "今天之内一定尽快")
    yield View(kind="roleplay", zh="结局，窗口", en="the ending, the window")
    yield View(kind="roleplay", zh="结局和复盘", en="ending and debrief", part=scene)
    for summary in scene.locator(".ending-page summary").all():
        if summary.is_visible():
            summary.click()
    yield View(kind="roleplay", zh="复盘，全部展开", en="debrief, all unfolded", part=scene)


def chat(page: Page) -> Iterator[View]:
    scene = page.locator("section[data-chapter=chat] cw-roleplay")
    begin(scene)
    scene.get_by_role("button", name="继续").click()
    yield View(kind="roleplay", zh="聊天，有一句还不能选", en="a chat, one reply closed", part=scene)


def results(page: Page) -> Iterator[View]:
    go(page, "results/")
    yield View(kind="results", zh="还什么都没做", en="nothing done yet", part=page.locator(".results"))
    go(page, "before/")
    do_most(page)
    go(page, "results/")
    yield View(kind="results", zh="做了大半", en="most of it done", part=page.locator(".results"), paper=True)


def notebook(page: Page) -> Iterator[View]:
    book = page.locator(".page.notebook")
    go(page, "notebook/")
    yield View(kind="notebook", zh="还没有错题", en="no mistakes yet", part=book)
    go(page, "quiz/")
    for name, words in (("giving-up", "满意"), ("content", "对")):
        choose(words)(item(page, name))
        item(page, name).get_by_role("button", name="检查").click()
    go(page, "notebook/")
    page.locator(".again .item").wait_for()
    yield View(kind="notebook", zh="有错题，有到期的卡片", en="mistakes and cards due", part=book)


def certificate(page: Page) -> Iterator[View]:
    sheet = page.locator(".page.certificate")
    go(page, "certificate/")
    yield View(kind="certificate", zh="还没有通过", en="not passed yet", part=sheet)
    pass_everything(page)
    page.get_by_label("写在证书上的名字").fill("欧阳晓晨")
    page.wait_for_timeout(300)
    yield View(kind="certificate", zh="通过了", en="passed", part=sheet, paper=True)


def arabic(page: Page) -> Iterator[View]:
    page.locator("[data-language=ar]").first.click()
    yield View(kind="languages", zh="从右往左", en="right to left", part=page.locator(".chapter:visible"))


def english(page: Page) -> Iterator[View]:
    page.locator("button[data-language=en]").first.click()
    yield View(kind="languages", zh="英文", en="English", part=page.locator(".chapter:visible"))


def library(page: Page) -> Iterator[View]:
    yield View(kind="library", zh="课程书架", en="the shelf of courses")


def go(page: Page, place: str) -> None:
    page.evaluate("(hash) => { location.hash = hash; }", place)
    page.locator(f"[id='{place}']").wait_for()


SCENES = [
    Scene(course="emotional-intelligence", chapter="", play=cover),
    Scene(course="emotional-intelligence", chapter="recognise/", play=search),
    Scene(course="prose", chapter="text/", play=text),
    Scene(course="kinds", chapter="quiz/", play=first_types),
    Scene(course="kinds", chapter="quiz/", play=wrong_types),
    Scene(course="types", chapter="quiz/", play=more_types),
    Scene(course="types", chapter="quiz/", play=more_wrong_types),
    Scene(course="modes", chapter="before/", play=tests),
    Scene(course="modes", chapter="exam/", play=exam),
    Scene(course="modes", chapter="points/", play=sure),
    Scene(course="practice", chapter="case/", play=case),
    Scene(course="practice", chapter="journal/", play=journal),
    Scene(course="practice", chapter="cards/", play=cards),
    Scene(course="practice", chapter="exercise/", play=exercise),
    Scene(course="scales", chapter="self/", play=self_check),
    Scene(course="scales", chapter="ask/", play=survey),
    Scene(course="scales", chapter="watch/", play=observation),
    Scene(course="kinds", chapter="sheets/", play=worksheet),
    Scene(course="scene", chapter="call/", play=call),
    Scene(course="scene", chapter="chat/", play=chat),
    Scene(course="results", chapter="", play=results),
    Scene(course="notebook", chapter="", play=notebook),
    Scene(course="demo", chapter="", play=certificate),
    Scene(course="right-to-left", chapter="listen/", play=arabic),
    Scene(course="bilingual", chapter="listen/", play=english),
    Scene(course="", chapter="", play=library),
]
