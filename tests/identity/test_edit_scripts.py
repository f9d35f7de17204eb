"""After two hundred lists of edits, each put right as the check demands, every question still has the id it had."""

from __future__ import annotations

from pathlib import Path

from edit_scripts import SCRIPTS, edited, published, repaired
from republished import lock_of_first, next_version, paths, read


def test_every_question_keeps_its_id_and_no_other_question_gets_it(tmp_path: Path) -> None:
    lock = lock_of_first(tmp_path / "edits")
    first = paths(read(published().files(), tmp_path / "edits")[0])
    wrong = []
    for seed in range(SCRIPTS):
        now = paths(next_version(seed, lock, tmp_path / "edits"))
        for item in edited(seed).items():
            kept = now[item.stem] == first[item.first] if item.first else now[item.stem] not in first.values()
            if not kept:
                wrong.append((seed, item.first, item.stem, now[item.stem]))
    assert wrong == []


def test_the_edits_of_a_seed_are_always_the_same() -> None:
    assert [edited(seed).files() for seed in range(20)] == [edited(seed).files() for seed in range(20)]
    assert len({str(edited(seed).files()) for seed in range(SCRIPTS)}) > 0.95 * SCRIPTS


def test_a_word_replaced_everywhere_costs_no_id(tmp_path: Path) -> None:
    lock = lock_of_first(tmp_path / "edits")
    before = paths(read(published().files(), tmp_path / "edits")[0])
    files = {name: text.replace("客户", "顾客").replace("什么", "啥") for name, text in published().files().items()}
    _, errors = read(files | {"course.lock": lock}, tmp_path / "edits")
    course, errors = read(repaired(files | {"course.lock": lock}, errors), tmp_path / "edits")
    assert errors == []
    assert sorted(paths(course).values()) == sorted(before.values()) and paths(course).keys() != before.keys()
