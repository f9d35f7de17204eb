"""Short names mean what the long ones meant: the scripts that travel differ from ours in nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

from ssg.squeeze import squeeze_script
from ssg.squeeze.scopes import SHORTHANDS, Reading, text_of
from ssg.squeeze.shorten import shorten
from ssg.squeeze.spare import tighten
from ssg.squeeze.words import numbered

BASE = Path(__file__).parents[1] / "themes" / "base"
FILES = [file.read_text(encoding="utf-8") for file in sorted(BASE.rglob("*.js")) if file.stem != "boot"]
WRITTEN = {
    "course": "\n".join(["(() => {", *FILES, "})();"]),
    "boot": (BASE / "runtime" / "boot.js").read_text(encoding="utf-8"),
}


def meaning(script: str) -> list[str | int]:
    """Every word and sign of a script but those that may go; for a name the number of its declaration."""
    tree = Parser(Language(tree_sitter_javascript.language())).parse(script.encode()).root_node
    assert not tree.has_error
    bindings, _ = Reading().read(tree)
    meant = {place.end: number for number, binding in enumerate(bindings) for place in binding.places}
    return [word for leaf in leaves(tree) for word in words(leaf, meant.get(leaf.end_byte))]


def leaves(node: Node) -> Iterator[Node]:
    for child in node.children:
        yield from leaves(child)
    if not node.children and node.type not in ("comment", ";", "(", ")") and not is_last_comma(node):
        yield node


def is_last_comma(node: Node) -> bool:
    before, after = node.prev_sibling, node.next_sibling
    return node.type == "," and bool(before and before.is_named and after and after.type in (")", "]", "}"))


def words(leaf: Node, meant: int | None) -> list[str | int]:
    if leaf.type in SHORTHANDS:
        return [text_of(leaf), ":", text_of(leaf) if meant is None else meant]
    if leaf.type in ("const", "let"):
        return ["," if is_next_declaration(leaf) else "let"]
    if leaf.type in ("true", "false"):
        return ["!", "0" if leaf.type == "true" else "1"]
    return [text_of(leaf) if meant is None else meant]


def is_next_declaration(word: Node) -> bool:
    statement = word.parent
    before = statement.prev_sibling if statement and statement.type == "lexical_declaration" else None
    while before and before.type == "comment":
        before = before.prev_sibling
    return bool(before and before.type == "lexical_declaration")


@pytest.mark.parametrize("name", WRITTEN)
def test_every_word_of_our_scripts_means_the_same_when_names_are_short(name: str) -> None:
    assert meaning(squeeze_script(WRITTEN[name])) == meaning(WRITTEN[name])


def test_names_at_the_top_stay_for_the_scripts_beside_it() -> None:
    script = "const first = 1; function second(name) { return name + first; } class Third {} var fourth;"
    assert shorten(script) == script.replace("name", "e")


def test_a_private_name_is_short_in_its_class_and_another_in_a_class_within() -> None:
    script = (
        "class A{#one=1;two(){return class{#three=3;sum(a){return this.#three+a.#one}}}}class B{#four;b=()=>this.#four}"
    )
    short = "class A{#e=1;two(){return class{#t=3;sum(e){return this.#t+e.#e}}}}class B{#e;b=()=>this.#e}"
    assert shorten(script) == short


def test_a_script_with_a_mistake_stays_as_it_is() -> None:
    assert shorten("function go(name) { return name +; }") == "function go(name) { return name +; }"


def test_marks_go_where_the_structure_says_the_same() -> None:
    written = (
        "if(a){b();}\nfunction f(c){for(;;);}\nd=function(){return;}\nf((e)=>{return(g)=>g;},async(h)=>h,(...i)=>i);"
    )
    tight = "if(a){b()}function f(c){for(;;);}d=function(){return}\nf(e=>{return g=>g},async h=>h,(...i)=>i);"
    assert tighten(written) == tight


@pytest.mark.parametrize(
    ("written", "tight"),
    [
        ("const a=1;let b=2;const{c}=d;", "let a=1,b=2,{c}=d;"),
        ("let a=1\nlet b=2;", "let a=1\nlet b=2;"),
        ("for(const a of b){const c=a;let d}", "for(let a of b){let c=a,d}"),
        ("return_(()=>{return true;},{a:false,});", "return_(()=>{return!0},{a:!1});"),
        ("true.a;a=true**b;a=[,];b=[c,,];d=[e,];", "true.a;a=true**b;a=[,];b=[c,,];d=[e];"),
        ("`a  ${b + c ? d : e in f}  `;", "`a  ${b+c?d:e in f}  `;"),
        ("`${a + +b - -c} ${d < !--e} ${f .g} ${1 .h} ${`  ${i  , j} `}`;", None),
        ("`${a.map((b) => {const c = 1; const d = 2; return c;})}`;", "`${a.map(b=>{let c = 1,d = 2; return c})}`;"),
    ],
)
def test_what_goes_and_what_stays(written: str, tight: str | None) -> None:
    assert tighten(written) == (tight or "`${a+ +b- -c} ${d< !--e} ${f .g} ${1 .h} ${`  ${i,j} `}`;")


def test_nesting_has_no_limit() -> None:
    script = f"((name) => {'(' * 5_000}name{')' * 5_000})();"
    assert shorten(script) == script.replace("name", "e")


@pytest.mark.parametrize(
    ("written", "short", "numbers"),
    [
        ('t("save");t("load",{n:1});t("save")', "t(0);t(1,{n:1});t(0)", {"save": 0, "load": 1}),
        ('t(a?"some":b?"one":"none")', "t(a?0:b?1:2)", {"some": 0, "one": 1, "none": 2}),
        ('t("save");go("save");t(`save`)', None, {}),
        ('t("state_done");t(`state_${a}`)', None, {}),
        ('t("state_done");a="state_"', None, {}),
        ('t(a+"save");t(a||"load");b.t("c");t()', None, {}),
        ('function go(t){t("save")}', None, {}),
        ('let t=a;t("save")', None, {}),
        ('t("save"', None, {}),
    ],
)
def test_keys_of_words_become_numbers_where_they_are_asked_for_by_name(
    written: str, short: str | None, numbers: dict[str, int]
) -> None:
    assert numbered(written) == (short or written, numbers)
