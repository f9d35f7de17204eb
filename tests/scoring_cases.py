"""Random keys and responses of every question type, near enough to right for every branch of a rule to be met."""

from __future__ import annotations

import random
from typing import Any

IDS = ["a", "b", "c", "d", "0", "1", "情", "绪", "__proto__", "constructor", "toString", "A", "ａ"]
WORDS = [
    "情绪",
    "心情",
    "先听，再说",
    "客户的感受",
    "VIP客户",
    "follow-up",
    "ｖｉｐ",
    "情 绪",
    "情\u200b绪",
    "Straße",
    "STRASSE",
    "ΟΔΟΣ",
]
WORDS += [
    "οδος",
    "İ",
    "i̇",
    "㍿",
    "株式会社",
    "ｶﾞ",
    "ガ",
    "e\u0301",
    "é",
    "3.5",
    "3 5",
    "的",
    "。",
    "",
    " ",
    "👍",
    "\ud83d",
    "__proto__",
]
UNITS = ["小时", "h", "%", "元", "¥", "℃", "m²"]


def case(kind: str, dice: random.Random) -> tuple[Any, Any]:
    """A key that our parser could have made, and a response: mostly of the right shape, sometimes anything."""
    key, response = globals()[f"{kind}_case"](dice)
    return key, anything(dice) if dice.random() < 0.1 else response


def some(dice: random.Random, choices: list[Any], least: int = 0) -> list[Any]:
    return dice.sample(choices, dice.randint(least, min(6, len(choices))))


def choice_case(dice: random.Random) -> tuple[Any, Any]:
    options = some(dice, IDS, 2)
    multiple = dice.random() < 0.8
    correct = dice.sample(options, dice.randint(1, len(options))) if multiple else options[:1]
    rules = ["partial", "balanced", "all"] if multiple else ["partial", "all"]
    key = {"multiple": multiple, "rule": dice.choice(rules), "correct": correct, "wrong": len(options) - len(correct)}
    chosen = dice.choice([some(dice, correct), some(dice, options), [*correct, dice.choice(IDS)], correct])
    if dice.random() < 0.3:
        key |= {"weights": {id: dice.randint(-12, 12) for id in options}, "of": 12}
    return key, chosen


def truefalse_case(dice: random.Random) -> tuple[Any, Any]:
    return {"answer": dice.random() < 0.5}, dice.choice([True, False, None, 1, 0])


def text_key(dice: random.Random) -> dict[str, Any]:
    accept = [[text, dice.choice([100, 100, 50, 33, 1])] for text in some(dice, WORDS, 1)]
    switches = {name: dice.random() < 0.5 for name in ("ignore_punctuation", "ignore_particles")}
    return {"accept": accept, **switches}


def typed(dice: random.Random, key: dict[str, Any]) -> str:
    text: str = dice.choice([dice.choice(key["accept"])[0], dice.choice(WORDS)])
    return dice.choice(
        [text, f" {text}。", text.upper(), text.lower(), f"“{text}”", f"{text}的", text[:-1], " ".join(text)]
    )


def short_case(dice: random.Random) -> tuple[Any, Any]:
    key = text_key(dice)
    return key, typed(dice, key)


def gaps_case(dice: random.Random) -> tuple[Any, Any]:
    gaps = [{**text_key(dice), "weight": dice.randint(1, 5)} for _ in range(dice.randint(1, 4))]
    texts = [dice.choice([typed(dice, gap), typed(dice, gap), None]) for gap in gaps]
    response = dice.choice([texts, texts, texts[:-1], [*texts, "x"]])
    return {"gaps": gaps, "rule": dice.choice(["partial", "partial", "all"])}, response


def decimal(dice: random.Random) -> str:
    whole, places = dice.choice(["0", "5", "24", "1234", "1000000"]), dice.choice(["", "", ".5", ".25", ".30"])
    return f"{dice.choice(['', '', '-'])}{whole}{places}"


def numeric_case(dice: random.Random) -> tuple[Any, Any]:
    low = decimal(dice)
    high = dice.choice([low, decimal(dice)])
    key = {"low": low, "high": high, "units": some(dice, UNITS)}
    number = dice.choice(
        [low, high, decimal(dice), f"{low}0", f"{high}.", "1,234.5", "12,34", "．５", "２４", "--5", "- 5"]
    )
    sign = dice.choice(["", "", "", "−", "－", "负", "正", "+", "~", "约"])
    return key, f"{sign}{number}{dice.choice(['', '', ' '])}{dice.choice(['', '', *UNITS])}"


def order_case(dice: random.Random) -> tuple[Any, Any]:
    steps = some(dice, IDS)
    moved = dice.sample(steps, len(steps))
    response = dice.choice(
        [moved, moved, moved, steps, steps[::-1], steps[1:], [*steps[1:], *steps[:1]], [*steps, "z"]]
    )
    return {"order": steps, "rule": dice.choice(["tau", "tau", "adjacent", "all"])}, response


def match_case(dice: random.Random) -> tuple[Any, Any]:
    lefts = some(dice, IDS, 1)
    rights = dice.sample(IDS, len(lefts))
    pairs = dict(zip(lefts, rights, strict=True))
    response = {left: dice.choice([right, right, dice.choice(IDS), None]) for left, right in pairs.items()}
    extra = {dice.choice(IDS): dice.choice(IDS)} if dice.random() < 0.2 else {}
    return {"pairs": pairs, "rule": dice.choice(["partial", "partial", "all"])}, {**response, **extra}


def sort_case(dice: random.Random) -> tuple[Any, Any]:
    groups = some(dice, IDS, 2)
    pairs = {member: dice.choice(groups) for member in some(dice, IDS, 2)}
    response = {member: dice.choice([group, dice.choice(groups), None]) for member, group in pairs.items()}
    extra = {dice.choice(IDS): dice.choice(IDS)} if dice.random() < 0.2 else {}
    return {"pairs": pairs, "rule": dice.choice(["partial", "partial", "all"])}, {**response, **extra}


def pick_case(dice: random.Random) -> tuple[Any, Any]:
    gaps = [dice.choice(IDS) for _ in range(dice.randint(1, 5))]
    chosen = [dice.choice([right, right, dice.choice(IDS), "", None]) for right in gaps]
    response = dice.choice([chosen, chosen, chosen[1:], [*chosen, "a"]])
    return {"gaps": gaps, "rule": dice.choice(["partial", "all"])}, response


def spot_case(dice: random.Random) -> tuple[Any, Any]:
    correct = some(dice, IDS, 1)
    return {"correct": correct}, dice.choice([some(dice, correct), some(dice, IDS), [*correct, dice.choice(IDS)]])


def judgement_case(dice: random.Random) -> tuple[Any, Any]:
    best, worst, *_ = some(dice, IDS, 2)
    response = {"best": dice.choice([best, dice.choice(IDS)]), "worst": dice.choice([worst, dice.choice(IDS), None])}
    return {"best": best, "worst": worst}, response if dice.random() < 0.8 else {"best": best}


def rating_case(dice: random.Random) -> tuple[Any, Any]:
    points = dice.choice([["1", "2", "3", "4", "5"], ["0", "1"], ["1", "3", "7"], ["0", "2", "10"]])
    low, high = int(points[0]), int(points[-1])
    means = {id: dice.randint(100 * low, 100 * high) for id in some(dice, IDS, 1)}
    response = {id: dice.choice([*points, None, "6", 3, " 1"]) for id in [*means, dice.choice(IDS)]}
    return {"points": points, "means": means}, response


def emotion_case(dice: random.Random) -> tuple[Any, Any]:
    shares = {id: dice.randint(0, 100) for id in some(dice, IDS, 2)}
    shares[next(iter(shares))] = dice.randint(1, 100)
    return {"shares": shares}, dice.choice([[dice.choice(list(shares))], [dice.choice(IDS)], list(shares)])


def open_case(dice: random.Random) -> tuple[Any, Any]:
    return {"models": [], "rubric": []}, dice.choice(WORDS)


def anything(dice: random.Random, depth: int = 3) -> Any:
    """Any JSON value."""
    shape = dice.randint(0, 8 if depth else 5)
    if shape < 6:
        return dice.choice([None, True, False, 0, 1, -1, 0.5, 1e300, *IDS, *WORDS])
    if shape < 8:
        return [anything(dice, depth - 1) for _ in range(dice.randint(0, 4))]
    return {dice.choice(IDS): anything(dice, depth - 1) for _ in range(dice.randint(0, 4))}
