"""Keys of words as numbers, where a script asks for them by name and nowhere makes them up.

``t("save")`` asks by name, and so does ``t(n ? "some" : "none")``. A key that the script has elsewhere too stays, and
so does one that begins as ``t(`state_${state}`)`` does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from ssg.squeeze.scopes import text_of
from ssg.squeeze.syntax import edited, parsed

ASKS = "t"
"""The function that has the words for a key, its first argument."""


def numbered(script: str) -> tuple[str, dict[str, int]]:
    """The script with numbers for keys, and the number of each: none if it uses ``t`` for more than to ask."""
    text = script.encode()
    tree = parsed(text)
    nodes = [] if tree is None else list(_nodes(tree))
    if not all(map(_is_the_function, [node for node in nodes if node.type == "identifier" and text_of(node) == ASKS])):
        return script, {}
    asked = [key for node in nodes if node.type == "call_expression" for key in _asked(node)]
    numbers = {key: number for number, key in enumerate(_only_asked(nodes, asked))}
    places = [(key.start_byte, key.end_byte, numbers.get(_value(key))) for key in asked]
    return edited(text, [(start, end, b"%d" % n) for start, end, n in places if n is not None]), numbers


def _nodes(script: Node) -> Iterator[Node]:
    """Every node, in the order of the text."""
    waiting = [script]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed(node.named_children)


def _is_the_function(name: Node) -> bool:
    """Whether the name stands where it is declared or called; as a variable or a parameter it might be another's."""
    around = name.parent
    return around is not None and (
        (around.type == "function_declaration" and around.child_by_field_name("name") == name)
        or (around.type == "call_expression" and around.child_by_field_name("function") == name)
    )


def _asked(call: Node) -> Iterator[Node]:
    """The keys that a call asks for by name: its first argument, or the branches of it."""
    function, given = call.child_by_field_name("function"), call.child_by_field_name("arguments")
    if function and given and text_of(function) == ASKS and given.type == "arguments":
        waiting = given.named_children[:1]
        while waiting:
            node = waiting.pop()
            if node.type == "string":
                yield node
            elif node.type == "ternary_expression":
                waiting += reversed(node.named_children[1:])


def _only_asked(nodes: Sequence[Node], asked: Sequence[Node]) -> list[str]:
    """The keys that stand nowhere but where they are asked for, and that no beginning can become."""
    strings = [_value(node) for node in nodes if node.type == "string"]
    templates = [_value(node).partition("${") for node in nodes if node.type == "template_string"]
    everywhere = Counter([*strings, *(start for start, more, _ in templates if not more)])
    beginnings = {start for start, more, _ in templates if more} | {text for text in strings if text.endswith("_")}
    starts = tuple(beginnings - {""})
    by_name = Counter(map(_value, asked))
    return [key for key in by_name if by_name[key] == everywhere[key] and not key.startswith(starts)]


def _value(string: Node) -> str:
    return text_of(string)[1:-1]
