"""What a script can do without, once comments and white space are gone: what its structure makes needless."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from ssg.squeeze.syntax import Edit, edited, parsed

STATEMENTS = {
    "break_statement",
    "continue_statement",
    "expression_statement",
    "lexical_declaration",
    "return_statement",
    "throw_statement",
    "variable_declaration",
}
"""What ends with a semicolon, or else with the block that it is in."""
BLOCKS = {"class_body", "statement_block", "switch_body"}
VALUES = {"arrow_function", "class", "function_expression", "generator_function"}
"""After the block of one of these a new line may stand for a semicolon; after any other it is only a new line."""


def tighten(script: str) -> str:
    """The same script without needless marks; one that cannot be read stays as it is."""
    text = script.encode()
    tree = parsed(text)
    return script if tree is None else edited(text, _needless(tree, text))


def _needless(script: Node, text: bytes) -> Iterator[Edit]:
    waiting = [script]
    while waiting:
        node = waiting.pop()
        waiting += node.named_children
        kind = node.child_by_field_name("kind")
        if kind and kind.type == "const":
            # Nobody assigns to it: whoever wrote it has been warned. One word for both packs better.
            yield kind.start_byte, kind.end_byte, b"let"
        if node.type in STATEMENTS and text[node.end_byte - 1 : node.end_byte + 1] == b";}":
            yield node.end_byte - 1, node.end_byte, b""
        elif node.type in BLOCKS and node.parent and node.parent.type not in VALUES:
            if text[node.end_byte : node.end_byte + 1] == b"\n":
                yield node.end_byte, node.end_byte + 1, b""
        elif node.type == "arrow_function":
            yield from _parentheses(node, text)


def _parentheses(arrow: Node, text: bytes) -> Iterator[Edit]:
    """Those around a single name; a word before them then needs a space."""
    parameters = arrow.child_by_field_name("parameters")
    if parameters and [child.type for child in parameters.children] == ["(", "identifier", ")"]:
        start, end = parameters.start_byte, parameters.end_byte
        yield start, start + 1, b" " if text[start - 1 : start].isalnum() else b""
        yield end - 1, end, b""
