"""The pages of the codes: complete, in both languages, and what the command line prints of them."""

from __future__ import annotations

import pytest
from command import Run
from markdown_it import MarkdownIt

from ssg.explain import explain, explain_all
from ssg.problems import Language, catalogue, rows
from ssg.say import say


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_has_a_heading_its_weight_and_both_examples(language: Language) -> None:
    for code, row in rows().items():
        page = explain(code, language)
        fences = [token for token in MarkdownIt().parse(page) if token.type == "fence"]
        assert page.startswith(f"## {code} ")
        assert say(f"explain_{row['severity']}", language) in page
        assert (say("explain_good", language) in page) == ("example" in row or "files" in row)
        assert "{" not in page.split("\n```")[0].replace("「{", "").replace("“{", ""), code
        if "example" in row:
            assert len(fences) >= 2, code
            marked = [line for line in fences[0].content.split("\n") if "▶" in line]
            assert len(marked) == 1 and marked[0].split()[0] == str(row["line"]), code


def test_all_pages_are_one_text_with_a_heading_each() -> None:
    headings = [line for line in explain_all("zh").split("\n") if line.startswith("## ")]
    assert [line.split()[1] for line in headings if line.split()[1] in catalogue()] == list(catalogue())


def test_a_code_is_explained_in_any_case_and_without_a_course(coursewright: Run) -> None:
    done = coursewright("check", "--explain", "qz102", LANG="zh_CN.UTF-8")
    assert done.returncode == 0
    assert done.stdout.startswith("## QZ102 没有一个选项标为正确。")
    assert "错误：不改正就不能生成课程。" in done.stdout


def test_a_code_that_does_not_exist_is_guessed(coursewright: Run) -> None:
    done = coursewright("check", "--explain", "QZ12")
    assert done.returncode == 2
    assert "there is no code “QZ12” – did you mean “QZ" in done.stderr


def test_something_else_is_refused_in_one_line(coursewright: Run) -> None:
    done = coursewright("check", "--explain", "什么")
    assert done.returncode == 2 and done.stderr.strip().count("\n") == 0
