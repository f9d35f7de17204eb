"""Where the names of the last published version went: each that is gone, with the one that took its place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from ssg.model import Known
from ssg.normalise import normalise

Path = tuple[str, ...]

LEVELS = (("chapter", 1), ("block", 2), ("item", 3), ("part", 3), ("part", 4))
"""The sorts of names by their depth, from the top: what stands below a name went with it."""
MOST_PAIRS = 4_000
"""Beyond so many possible pairs only equal wordings are compared: whoever rewrites that much starts anew."""
MOST_PARTS = 12
"""So many of its parts tell whether a block or a chapter is the same."""

_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """A published name that the course no longer has, and the new one that resembles it most, if any does.

    ``moved`` says that the new one stands below another name than the old one did.
    """

    old: Known
    new: Known | None
    moved: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stayed:
    """A published name that the course still has."""

    old: Known
    new: Known


def follow(before: Sequence[Known], now: Sequence[Known]) -> tuple[list[Gone], list[Stayed]]:
    """What became of every published name; of what is gone as a whole, with its block say, the parts are not told."""
    gone: list[Gone] = []
    stayed: list[Stayed] = []
    went: dict[Path, Path] = {}  # of chapters and blocks whose names changed
    lost: set[Path] = set()
    for level in LEVELS:
        here = {known.path: known for known in now if (known.sort, len(known.path)) == level}
        old = {_moved(known.path, went): known for known in before if (known.sort, len(known.path)) == level}
        stayed += [Stayed(old=known, new=here[path]) for path, known in old.items() if path in here]
        missing = {path: known for path, known in old.items() if path not in here}
        fresh = [known for path, known in here.items() if path not in old]
        successors = _successors(missing, fresh, _children(before), _children(now))
        for path, known in missing.items():
            new = successors.get(path)
            if new is None and any(path[:length] in lost for length in range(1, len(path))):
                lost.add(path)
                continue
            gone.append(Gone(old=known, new=new, moved=new is not None and new.path[:-1] != path[:-1]))
            if new:
                went[known.path] = new.path
            else:
                lost.add(path)
    return gone, stayed


def unlike(old: Known, new: Known) -> bool:
    """Whether two wordings have nothing to do with each other."""
    return likeness(old.text, new.text) < (0.3 if _is_cjk(old, new) else 0.45)


def _moved(path: Path, went: Mapping[Path, Path]) -> Path:
    """The path as it would be if only what stands above it had changed its name."""
    for length in range(len(path) - 1, 0, -1):
        if path[:length] in went:
            return went[path[:length]] + path[length:]
    return path


def _successors(
    missing: Mapping[Path, Known], fresh: Sequence[Known], before: _Children, now: _Children
) -> dict[Path, Known]:
    """Who took the place of each missing name: first of those at the same place, then of all others."""
    found: dict[Path, Known] = {}
    for place in dict.fromkeys([path[:-1] for path in missing]):
        here = {path: known for path, known in missing.items() if path[:-1] == place}
        found |= _pairs(here, [known for known in fresh if known.path[:-1] == place], before, now)
    taken = {known.path for known in found.values()}
    rest = {path: known for path, known in missing.items() if path not in found}
    return found | _pairs(rest, [known for known in fresh if known.path not in taken], before, now)


def _pairs(
    missing: Mapping[Path, Known], fresh: Sequence[Known], before: _Children, now: _Children
) -> dict[Path, Known]:
    """The likeliest pair first, and each name only once."""
    thorough = len(missing) * len(fresh) <= MOST_PAIRS
    scored: list[tuple[float, int, Path, Known]] = []
    for path, old in missing.items():
        for at, new in enumerate(fresh):
            if new.kind != old.kind and old.sort != "item":
                continue
            shared = _shared(before.get(old.path, ()), now.get(new.path, ())) if thorough else None
            alike = likeness(old.text, new.text) if thorough else _equal(old.text, new.text)
            scored.append((_score(path, old, new, shared, alike), -at, path, new))
    found: dict[Path, Known] = {}
    taken: set[Path] = set()
    for score, _, path, new in sorted(scored, key=lambda pair: pair[:2], reverse=True):
        if score > 0 and path not in found and new.path not in taken:
            found[path] = new
            taken.add(new.path)
    return found


def _score(path: Path, old: Known, new: Known, shared: float | None, alike: float) -> float:
    """How much speaks for it that the new name took the old one's place; 0 where too little does."""
    likely, same_place = alike, path[:-1] == new.path[:-1]
    if shared is not None:
        likely, enough = (alike + 2 * shared) / 3, 0.5
    elif same_place:
        enough = 0.6 if _is_cjk(old, new) else 0.75
    else:
        enough = 2 if old.sort == "part" else 0.85
    # An id that the author wrote is meant: it is another name of the same thing only when nothing else is.
    meant = new.given and new.path[-1] != old.path[-1]
    return likely + same_place - meant / 2 if likely >= enough else 0


def _shared(ours: Sequence[str], theirs: Sequence[str]) -> float | None:
    """How much of what stood below the old name stands below the new one, in these words or similar ones."""
    if not ours or not theirs:
        return None
    some, there = ours[:MOST_PARTS], {normal(text) for text in theirs}
    found = (normal(text) in there or max(likeness(text, each) for each in theirs[:MOST_PARTS]) for text in some)
    return sum(found) / len(some)


_Children = Mapping[Path, Sequence[str]]


def _children(known: Sequence[Known]) -> _Children:
    """The wordings below each chapter and each block."""
    found: dict[Path, list[str]] = {}
    for each in known:
        for length in range(1, min(len(each.path), 3)):
            found.setdefault(each.path[:length], []).append(each.text)
    return found


@lru_cache(maxsize=20_000)
def likeness(first: str, second: str) -> float:
    """How much two texts share, from 0 to 1; case, width and marks are no difference."""
    one, other = sorted((normal(first), normal(second)))
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= 0.3 else 0.0


@lru_cache(maxsize=20_000)
def normal(text: str) -> str:
    """The text without what makes no difference to a reader."""
    return normalise(text)


def _is_cjk(old: Known, new: Known) -> bool:
    return bool(_CJK.search(old.text) and _CJK.search(new.text))


def _equal(first: str, second: str) -> float:
    return float(normal(first) == normal(second))
