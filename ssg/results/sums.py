"""Whether a results file agrees with itself: its sums with its answers, its certificate with both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from ssg.results.certificate import code_of, plain_name, typed_code
from ssg.results.model import Certificate, Finding, QuizSum, Results
from ssg.results.node import UnreadableError

MOST = 10**400
"""No course has items whose points need larger denominators together."""


def check_sums(results: Results) -> Iterator[Finding]:
    """The points of every quiz from the answers in it, then of chapters and of the whole."""
    found = [finding for quiz in (*results.quizzes, *results.pretests) for finding in _quiz(quiz, results)]
    found += _chapters(results)
    total = (_sum(quiz.earned for quiz in results.quizzes), sum(quiz.possible for quiz in results.quizzes))
    if total != (results.earned, results.possible):
        found.append(Finding("verify_total", False, {"earned": str(results.earned), "sum": str(total[0])}))
    yield from found or [Finding("verify_sums_fine", True, {"n": len(results.answers)})]


def _quiz(quiz: QuizSum, results: Results) -> Iterator[Finding]:
    where = "/".join(quiz.place)
    if quiz.counted is None:
        yield Finding("verify_sums_unknown", False, {"quiz": where})
        return
    lasts = {place: results.answers[place].last if place in results.answers else None for place in quiz.counted}
    worth = [(last, points) for place, points in quiz.counted.items() if (last := lasts[place]) and last.possible]
    earned = _sum(last.earned * points / last.possible for last, points in worth)
    if earned != quiz.earned:
        yield Finding("verify_quiz", False, {"quiz": where, "earned": str(quiz.earned), "sum": str(earned)})
    if not all(lasts.values()) or len(quiz.counted) != quiz.answered or not _has_room(quiz):
        yield Finding("verify_answered", False, {"quiz": where})
    if quiz.pass_mark is not None and quiz.passed != (quiz.earned * 100 >= quiz.possible * quiz.pass_mark):
        yield Finding("verify_passed", False, {"quiz": where})


def _has_room(quiz: QuizSum) -> bool:
    """Whether the points that there are fit the items that were answered."""
    counted = sum((quiz.counted or {}).values())
    if quiz.answered == quiz.items:
        return counted == quiz.possible
    return quiz.answered < quiz.items and counted <= quiz.possible


def _sum(points: Iterable[Fraction]) -> Fraction:
    """The exact sum; a file whose fractions have nothing in common was made to keep a reader busy for ever."""
    total = Fraction(0)
    for each in points:
        total += each
        if total.denominator > MOST:
            raise UnreadableError("verify_fractions")
    return total


def _chapters(results: Results) -> Iterator[Finding]:
    for chapter, stated in results.chapters.items():
        quizzes = [quiz for quiz in results.quizzes if quiz.place[0] == chapter]
        summed = (_sum(quiz.earned for quiz in quizzes), sum(quiz.possible for quiz in quizzes))
        if summed != stated:
            values = {"chapter": chapter, "earned": str(stated[0]), "sum": str(summed[0])}
            yield Finding("verify_chapter", False, values)


def check_certificate(results: Results, certificate: Certificate) -> Iterator[Finding]:
    """Its code from its words, its points from its quizzes, and both beside the rest of the file."""
    if typed_code(certificate.code) != code_of(results.course, certificate):
        yield Finding("verify_code_wrong", False, {"code": certificate.code})
    if plain_name(results.learner) != certificate.name or not certificate.name:
        yield Finding("verify_name", False, {"name": certificate.name, "learner": results.learner})
    earned = _sum(Fraction(row.earned) for row in certificate.quizzes)
    possible = sum(row.possible for row in certificate.quizzes)
    if earned != Fraction(certificate.earned) or possible != certificate.possible:
        yield Finding("verify_rows", False, {"earned": certificate.earned, "sum": str(earned)})
    for row in certificate.quizzes:
        if Fraction(row.earned) * 100 < row.possible * row.pass_mark:
            yield Finding("verify_row_failed", False, {"quiz": "/".join(row.place)})
    yield _backed(results, certificate)


def _backed(results: Results, certificate: Certificate) -> Finding:
    """Whether the answers in the file make what the certificate says; they cannot where the course changed since."""
    now = sorted((quiz.place, quiz.earned, quiz.possible, quiz.pass_mark or 0) for quiz in results.quizzes)
    then = sorted((row.place, Fraction(row.earned), row.possible, row.pass_mark) for row in certificate.quizzes)
    if now == then:
        return Finding("verify_backed", True, {})
    if (results.version, results.build) != (certificate.version, certificate.build):
        return Finding("verify_course_changed", True, {"then": certificate.build, "now": results.build})
    return Finding("verify_not_backed", False, {"now": str(results.earned), "possible": results.possible})


def all_fine(findings: Sequence[Finding]) -> bool:
    """Whether nothing was found that should be otherwise."""
    return all(finding.fine for finding in findings)
