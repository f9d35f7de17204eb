"""What a trainee does with questions, by what is on the screen: controls are found by role and name."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page

ORDER = ["听完并复述", "承认感受", "商量方案", "回访闭环"]
PAIRS = {"识别": "注意到", "理解": "想到他", "管理": "察觉"}

MEDIA = """(shown) => {
  const within = (rules) => [...rules].flatMap((rule) => [rule, ...within(rule.cssRules ?? [])]);
  window.mediaRules ??= [...document.styleSheets]
    .flatMap((sheet) => within(sheet.cssRules))
    .filter((rule) => ["print", "screen"].includes(rule.media?.mediaText))
    .map((rule) => [rule, rule.media.mediaText]);
  for (const [rule, media] of mediaRules) rule.media.mediaText = media === shown ? "all" : "not all";
}"""

Answer = Callable[[Locator], None]


def item(page: Page, name: str) -> Locator:
    """The item with that id."""
    return page.locator(f".item[data-id={name}]")


def show_as(page: Page, media: str) -> None:
    """Shows a page served by http as on paper ("print") or on a screen; Firefox emulates no media for automation."""
    page.evaluate(MEDIA, media)


def check(question: Locator) -> None:
    question.get_by_role("button", name="检查").click()


def verdict(question: Locator) -> str:
    return question.get_by_role("status").get_by_role("heading").inner_text().strip()


def choose(*options: str) -> Answer:
    def act(question: Locator) -> None:
        for option in options:
            question.get_by_text(option, exact=True).click()

    return act


def fill(*texts: str) -> Answer:
    def act(question: Locator) -> None:
        for field, text in zip(question.get_by_role("textbox").all(), texts, strict=True):
            field.fill(text)

    return act


def arrange(*steps: str) -> Answer:
    """Puts the steps into an order with the up buttons; moves one there and back when they stand so already."""

    def act(question: Locator) -> None:
        if steps_of(question) == list(steps):
            question.get_by_role("button", name=f"下移：{steps[0]}").click()
        for place, step in enumerate(steps):
            while steps_of(question).index(step) > place:
                question.get_by_role("button", name=f"上移：{step}").click()

    return act


def steps_of(question: Locator) -> list[str]:
    return [text.split("\n")[0] for text in question.locator(".step-text").all_inner_texts()]


def match(pairs: dict[str, str]) -> Answer:
    def act(question: Locator) -> None:
        for left, right in pairs.items():
            box = question.get_by_role("combobox", name=left)
            value = box.locator("option", has_text=right).get_attribute("value")
            box.select_option(value)

    return act


WHOLLY: dict[str, Answer] = {
    "single": choose("失望"),
    "multiple": choose("停顿变长", "语速变快", "抢话"),
    "truefalse": choose("错"),
    "gaps": fill("情绪", "事情"),
    "short": fill("重述"),
    "numeric": fill("２４ 小时"),
    "order": arrange(*ORDER),
    "match": match(PAIRS),
}
PARTLY: dict[str, tuple[Answer, str]] = {
    "multiple": (choose("停顿变长", "抢话"), "部分答对 2/3"),
    "gaps": (fill("心情", "问题"), "部分答对 3/4"),
    "order": (arrange("承认感受", "听完并复述", "商量方案", "回访闭环"), "部分答对 2/3"),
    "match": (match({**PAIRS, "识别": "察觉", "管理": "注意到"}), "部分答对 1/3"),
}
WRONGLY: dict[str, Answer] = {
    "single": choose("焦虑"),
    "multiple": choose("停顿变长", "用词变重"),
    "truefalse": choose("对"),
    "gaps": fill("事情", "情绪"),
    "short": fill("同情"),
    "numeric": fill("26"),
    "order": arrange(*reversed(ORDER)),
    "match": match({"识别": "想到他", "理解": "察觉", "管理": "注意到"}),
}
