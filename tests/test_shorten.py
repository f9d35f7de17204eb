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

BASE = Path(__file__).parents[1] / "themes" / "base"
FILES = [file.read_text(encoding="utf-8") for file in sorted(BASE.rglob("*.js")) if file.stem != "boot"]
WRITTEN = {
    "course": "\n".join(["(() => {", *FILES, "})();"]),
    "boot": (BASE / "runtime" / "boot.js").read_text(encoding="utf-8"),
}


def meaning(script: str) -> list[str | int]:
    """Every word and sign of a script but those that may go, const as let; for a name the number of its declaration."""
    tree = Parser(Language(tree_sitter_javascript.language())).parse(script.encode()).root_node
    assert not tree.has_error
    bindings, _ = Reading().read(tree)
    meant = {place.end: number for number, binding in enumerate(bindings) for place in binding.places}
    return [word for leaf in leaves(tree) for word in words(leaf, meant.get(leaf.end_byte))]


def leaves(node: Node) -> Iterator[Node]:
    for child in node.children:
        yield from leaves(child)
    if not node.children and node.type not in ("comment", ";", "(", ")"):
        yield node


def words(leaf: Node, meant: int | None) -> list[str | int]:
    if leaf.type in SHORTHANDS:
        return [text_of(leaf), ":", text_of(leaf) if meant is None else meant]
    return ["let" if leaf.type == "const" else text_of(leaf) if meant is None else meant]


@pytest.mark.parametrize("name", WRITTEN)
def test_every_word_of_our_scripts_means_the_same_when_names_are_short(name: str) -> None:
    assert meaning(squeeze_script(WRITTEN[name])) == meaning(WRITTEN[name])


def test_names_at_the_top_stay_for_the_scripts_beside_it() -> None:
    script = "const first = 1; function second(name) { return name + first; } class Third {} var fourth;"
    assert shorten(script) == script.replace("name", "e")


def test_a_private_name_is_short_in_its_class_and_another_in_a_class_within() -> None:
    script = "class A{#one=1;two(){return class{#three=3;sum(a){return this.#three+a.#one}}}}class B{#four;go(){this.#four=4}}"
    short = "class A{#e=1;two(){return class{#t=3;sum(e){return this.#t+e.#e}}}}class B{#e;go(){this.#e=4}}"
    assert shorten(script) == short


def test_a_script_with_a_mistake_stays_as_it_is() -> None:
    assert shorten("function go(name) { return name +; }") == "function go(name) { return name +; }"


def test_marks_go_where_the_structure_says_the_same() -> None:
    written = (
        "if(a){b();}\nfunction f(c){for(;;);}\nd=function(){return;}\nf((e)=>{return(g)=>g;},async(h)=>h,(...i)=>i);"
    )
    tight = "if(a){b()}function f(c){for(;;);}d=function(){return}\nf(e=>{return g=>g},async h=>h,(...i)=>i);"
    assert tighten(written) == tight


def test_nesting_has_no_limit() -> None:
    script = f"((name) => {'(' * 5_000}name{')' * 5_000})();"
    assert shorten(script) == script.replace("name", "e")
