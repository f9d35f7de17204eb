"""``verify``: what agrees is said to agree, whatever was altered is named, and no file harms the reader."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from command import Files, Run
from results_file import COURSE, results, sealed, written

from ssg.results.certificate import typed_code
from ssg.results.reading import read_results

ENGLISH = {"LANG": "en_GB.UTF-8"}


def test_a_file_that_agrees_ends_with_0_and_says_what_that_proves(tmp_path: Path, coursewright: Run) -> None:
    file = results()
    done = coursewright(
        "verify", file["certificate"]["code"].lower().replace("-", ""), written(tmp_path, file), **ENGLISH
    )
    assert done.returncode == 0, done.stdout
    assert "陈晨, 倾听 1.0 (b1): 2.8 of 3 points (93%), passed 2026-05-01" in done.stdout
    assert "is the code of the certificate in this file" in done.stdout
    assert "All sums are those of the 2 answers." in done.stdout
    assert "does not prove who answered" in done.stdout


def test_it_speaks_chinese_too(tmp_path: Path, coursewright: Run) -> None:
    done = coursewright("verify", written(tmp_path, results()), LANG="zh_CN.UTF-8")
    assert "2.8 / 3 分（93%）" in done.stdout and "不证明是谁作答" in done.stdout


def test_the_code_of_another_certificate_does_not_agree(tmp_path: Path, coursewright: Run) -> None:
    done = coursewright("verify", "00000-00000-00000-00000", written(tmp_path, results()), **ENGLISH)
    assert done.returncode == 1
    assert "DOES NOT AGREE: 00000-00000-00000-00000 is not the code" in done.stdout


def test_a_code_without_a_file_is_wrong_usage(coursewright: Run) -> None:
    done = coursewright("verify", "00000-00000-00000-00000", **ENGLISH)
    assert done.returncode == 2
    assert "a code alone says nothing" in done.stderr


def test_a_file_without_a_certificate_agrees_unless_there_is_a_code(tmp_path: Path, coursewright: Run) -> None:
    file = results()
    del file["certificate"]
    path = written(tmp_path, file)
    assert coursewright("verify", path).returncode == 0
    assert coursewright("verify", "00000-00000-00000-00000", path).returncode == 1


COUNTS_NOTHING = (
    "title",
    "exported",
    "state",
    "started",
    "ended",
    "kind",
    "attempts",
    "shown",
    "response",
    "print",
    "hints",
    "schema",
    "plays",
    "fields",
    "first",
    "items",
)
"""What is in no sum and on no certificate. With the course, responses and numbers of items are compared: see below."""


def leaves(value: Any, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The ways to every text, number and flag that a sum or the certificate hangs on."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if pairs is None:
        yield way
        return
    for name, below in pairs:
        if name not in COUNTS_NOTHING and (way, name) not in ((("course",), "version"), (("course",), "build")):
            yield from leaves(below, (*way, name))


def altered(value: Any) -> Any:
    """Another value of the same form."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    return {"14/5": "13/5", "2": "1", "4/5": "3/5"}.get(value, f"{value}x")


@pytest.mark.parametrize("way", list(leaves(results())), ids=lambda way: ".".join(map(str, way)))
def test_every_altered_field_is_found(way: tuple[str | int, ...], tmp_path: Path, coursewright: Run) -> None:
    file = results()
    holder = file
    for name in way[:-1]:
        holder = holder[name]
    holder[way[-1]] = altered(holder[way[-1]])
    done = coursewright("verify", written(tmp_path, file), **ENGLISH)
    assert done.returncode == 1
    assert "DOES NOT AGREE" in done.stdout and "Traceback" not in done.stderr


def test_a_certificate_made_to_fit_is_found_where_the_answers_do_not_back_it(tmp_path: Path, coursewright: Run) -> None:
    file = results()
    file["certificate"]["earned"] = file["certificate"]["quizzes"][0]["earned"] = "3"
    done = coursewright("verify", written(tmp_path, sealed(file)), **ENGLISH)
    assert done.returncode == 1
    assert "the answers in the file now make 14/5 of 3" in done.stdout


def test_a_certificate_of_an_earlier_build_is_not_compared_with_later_answers(
    tmp_path: Path, coursewright: Run
) -> None:
    file = results()
    file["course"]["build"] = "b2"
    file["certificate"]["earned"] = file["certificate"]["quizzes"][0]["earned"] = "2"
    done = coursewright("verify", written(tmp_path, sealed(file)), **ENGLISH)
    assert done.returncode == 0, done.stdout
    assert "earlier version of the course (b1, now b2)" in done.stdout


# With the course


@pytest.fixture
def with_course(files: Files, coursewright: Run) -> dict[str, str]:
    """The fingerprints of the items of a course in ``content/listening``."""
    files({f"content/listening/{name}": text for name, text in COURSE.items()})
    done = coursewright("publish", "listening", "-o", "out")
    assert done.returncode == 0, done.stdout
    lock = files({}) / "content" / "listening" / "course.lock"
    lines = [json.loads(line) for line in lock.read_text(encoding="utf-8").splitlines()[1:]]
    return {line["item"].rpartition("/")[2]: line["print"] for line in lines if "item" in line}


def test_answers_are_scored_again_with_the_course(
    with_course: dict[str, str], tmp_path: Path, coursewright: Run
) -> None:
    done = coursewright("verify", written(tmp_path, results(with_course)), "--course", "listening", **ENGLISH)
    assert done.returncode == 0, done.stdout
    assert "Scored again with the course: 2 attempts" in done.stdout


@pytest.mark.parametrize(("item", "name", "value"), [(0, "response", False), (1, "response", "25"), (1, "hints", 0)])
def test_an_answer_that_earns_otherwise_is_named(
    item: int, name: str, value: Any, with_course: dict[str, str], tmp_path: Path, coursewright: Run
) -> None:
    file = results(with_course)
    file["answers"][item]["last"][name] = value
    done = coursewright("verify", written(tmp_path, file), "--course", "listening", **ENGLISH)
    assert done.returncode == 1
    assert f"first/listen/{file['answers'][item]['item']} says" in done.stdout


def test_an_answer_to_an_older_wording_is_not_scored(
    with_course: dict[str, str], tmp_path: Path, coursewright: Run
) -> None:
    done = coursewright("verify", written(tmp_path, results()), "--course", "listening", **ENGLISH)
    assert done.returncode == 0, done.stdout
    assert "not scored, as they are to items that have changed: 2" in done.stdout


def test_an_eased_pass_mark_is_found_with_the_course(
    with_course: dict[str, str], tmp_path: Path, coursewright: Run
) -> None:
    file = results(with_course)
    file["totals"]["quizzes"][0]["pass_mark"] = file["certificate"]["quizzes"][0]["pass_mark"] = 10
    done = coursewright("verify", written(tmp_path, sealed(file)), "--course", "listening", **ENGLISH)
    assert done.returncode == 1
    assert "has another pass mark" in done.stdout


def test_items_that_went_missing_are_found_with_the_course(
    with_course: dict[str, str], tmp_path: Path, coursewright: Run
) -> None:
    file = results(with_course)
    file["totals"]["quizzes"][0]["items"] = 3
    done = coursewright("verify", written(tmp_path, file), "--course", "listening", **ENGLISH)
    assert done.returncode == 1
    assert "number of items" in done.stdout


def test_the_file_of_another_course_and_a_course_that_is_none_are_told(
    with_course: dict[str, str], tmp_path: Path, coursewright: Run
) -> None:
    file = results(with_course)
    file["course"]["id"] = "other"
    done = coursewright("verify", written(tmp_path, sealed(file)), "--course", "listening", **ENGLISH)
    assert done.returncode == 1 and "of the course other, not of listening" in done.stdout
    done = coursewright("verify", written(tmp_path, file), "--course", "nowhere", **ENGLISH)
    assert done.returncode == 2 and "nowhere is no course without errors" in done.stderr


# Hostile files


HOSTILE: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "it cannot be read"),
    "a picture": (b"\x89PNG\r\n\x1a\n", "it cannot be read"),
    "cut off": (json.dumps(results()).encode()[:-40], "it cannot be read"),
    "deep": (b"[" * 200_000, "it cannot be read"),
    "NaN": (json.dumps(results()).replace('"schema": 1', '"schema": NaN').encode(), "it cannot be read"),
    "a field twice": (
        json.dumps(results()).replace('"schema": 1', '"schema": 1, "schema": 1').encode(),
        "it cannot be read",
    ),
    "a number of 5,000 digits": (
        b'{"format": "coursewright-results", "schema": ' + b"9" * 5000 + b"}",
        "it cannot be read",
    ),
    "a list": (b"[]", "no results file"),
    "a progress file": (b'{"format": "coursewright-progress"}', "a progress file"),
    "another program's": (b'{"format": "x"}', "no results file"),
    "a newer schema": (b'{"format": "coursewright-results", "schema": 2}', "newer Coursewright"),
    "a rater's form": (b'{"format": "coursewright-results", "schema": 1, "form": {}}', "a rater filled in"),
    "nothing in it": (b'{"format": "coursewright-results", "schema": 1}', "course is missing"),
}


@pytest.mark.parametrize(("content", "words"), HOSTILE.values(), ids=HOSTILE)
def test_a_file_that_is_no_results_file_is_said_to_be_none(
    content: bytes, words: str, tmp_path: Path, coursewright: Run
) -> None:
    (tmp_path / "x.json").write_bytes(content)
    done = coursewright("verify", "x.json", **ENGLISH)
    assert done.returncode == 1 and done.stderr == ""
    assert words in done.stdout


@pytest.mark.parametrize("value", [None, True, -1, 1.5, "\ud800", [], {}, "x" * 5000, 2**60], ids=repr)
def test_every_field_may_be_of_a_wrong_shape(value: Any) -> None:
    """Without a process for each: what a reader of ours raises is one exception with words, or nothing."""
    from ssg.results.node import UnreadableError
    from ssg.results.sums import check_certificate, check_sums

    for way in leaves(results()):
        file = deepcopy(results())
        holder: Any = file
        for name in way[:-1]:
            holder = holder[name]
        holder[way[-1]] = value
        try:
            read = read_results(json.dumps(file).encode())
            assert read.certificate
            list(check_certificate(read, read.certificate))
            list(check_sums(read))
        except UnreadableError as reason:
            assert reason.key.startswith("verify_")


def test_fractions_without_end_do_not_keep_the_reader_busy(tmp_path: Path, coursewright: Run) -> None:
    file = results()
    primes = [10**300 + number for number in range(1, 4000, 2)]
    template = file["answers"][0]
    file["answers"] = [{**template, "item": str(n), "last": {**template["last"], "earned": f"1/{n}"}} for n in primes]
    place = {"chapter": "first", "block": "listen", "points": 1}
    file["totals"]["quizzes"][0]["counted"] = [{**place, "item": str(n)} for n in primes]
    done = coursewright("verify", written(tmp_path, file), **ENGLISH)
    assert done.returncode == 1 and "fractions that no course has" in done.stdout


def test_nothing_of_a_file_reaches_the_terminal_raw(tmp_path: Path, coursewright: Run) -> None:
    file = results()
    file["certificate"]["name"] = file["learner"]["name"] = "陈\x1b[31m晨\x07\u202e"
    file["course"]["title"] = "\x1b]0;x\x07"
    done = coursewright("verify", written(tmp_path, file), **ENGLISH)
    assert done.returncode == 1
    assert not set(done.stdout) & set("\x1b\x07\u202e")


@pytest.mark.parametrize("name", ["nowhere.json", ".", "x" * 300])
def test_a_path_that_leads_to_no_file_is_told(name: str, coursewright: Run) -> None:
    done = coursewright("verify", name, **ENGLISH)
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert "no such file" in done.stdout or "no ordinary file" in done.stdout


def test_a_pipe_is_not_waited_for(tmp_path: Path, coursewright: Run) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "no ordinary file" in coursewright("verify", "pipe", **ENGLISH).stdout


def test_one_bad_file_of_many_fails_the_run_and_hides_none(tmp_path: Path, coursewright: Run) -> None:
    good = written(tmp_path, results())
    (tmp_path / "bad.json").write_text("{")
    done = coursewright("verify", good, "bad.json", **ENGLISH)
    assert done.returncode == 1
    assert "陈晨" in done.stdout and "cannot be read" in done.stdout


def test_the_codes_of_this_test_are_codes() -> None:
    assert typed_code(results()["certificate"]["code"])
