"""What a script can do without, once comments and white space are gone: what its structure makes needless."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

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
DECLARATIONS = {"for_in_statement", "lexical_declaration"}
LISTS = {"arguments", "array", "array_pattern", "formal_parameters", "object", "object_pattern"}
TRUTHS = {"true": b"!0", "false": b"!1"}
AROUND_TRUTHS = {
    "arguments",
    "array",
    "arrow_function",
    "assignment_expression",
    "assignment_pattern",
    "field_definition",
    "pair",
    "parenthesized_expression",
    "return_statement",
    "ternary_expression",
    "variable_declarator",
}
"""Where a sign before a value belongs to nothing but the value."""
TOGETHER = re.compile(rb"[\w$#\x80-\xff]\s+[\w$#.\x80-\xff]|[-+/<!]\s+[-+/<!]")
"""What would be one word or one sign without the space."""


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
        if node.type in DECLARATIONS:
            yield from _declared(node, text)
        if node.type in STATEMENTS and text[node.end_byte - 1 : node.end_byte + 1] == b";}":
            yield node.end_byte - 1, node.end_byte, b""
        elif node.type in BLOCKS and node.parent and node.parent.type not in VALUES:
            if text[node.end_byte : node.end_byte + 1] == b"\n":
                yield node.end_byte, node.end_byte + 1, b""
        elif node.type == "arrow_function":
            yield from _parentheses(node, text)
        elif node.type in LISTS:
            yield from _last_comma(node)
        elif node.type in TRUTHS and node.parent and node.parent.type in AROUND_TRUTHS:
            space = text[node.start_byte - 1 : node.start_byte] == b" "
            yield node.start_byte - space, node.end_byte, TRUTHS[node.type]
        elif node.type == "template_substitution":
            yield from _blanks(node, text)


def _declared(node: Node, text: bytes) -> Iterator[Edit]:
    """One word for both kinds and for neighbours. Nobody assigns to a constant: whoever wrote it has been warned."""
    kind, before = node.child_by_field_name("kind"), node.prev_sibling
    if node.type == "lexical_declaration" and before and before.type == node.type and _ended(before, text):
        yield before.end_byte - 1, node.named_children[0].start_byte, b","
    elif kind and kind.type == "const":
        yield kind.start_byte, kind.end_byte, b"let"


def _ended(statement: Node, text: bytes) -> bool:
    return text[statement.end_byte - 1 : statement.end_byte] == b";"


def _parentheses(arrow: Node, text: bytes) -> Iterator[Edit]:
    """Those around a single name; a word before them then needs a space."""
    parameters = arrow.child_by_field_name("parameters")
    if parameters and [child.type for child in parameters.children] == ["(", "identifier", ")"]:
        start, end = parameters.start_byte, parameters.end_byte
        yield start, start + 1, b" " if text[start - 1 : start].isalnum() else b""
        yield end - 1, end, b""


def _last_comma(node: Node) -> Iterator[Edit]:
    """One after the last of a list; one after nothing stands for a gap."""
    *_, last, comma, _ = [None, None, *node.children]
    if last and last.is_named and comma and comma.type == ",":
        yield comma.start_byte, comma.end_byte, b""


def _blanks(substitution: Node, text: bytes) -> Iterator[Edit]:
    """White space between the signs of ``${a + b}``, which is a text to those who do not see what it holds."""
    waiting = [substitution]
    while waiting:
        node = waiting.pop()
        waiting += [child for child in node.children if child.type not in ("statement_block", "template_string")]
        for one, other in pairwise(node.children):
            gap = text[one.end_byte - 1 : other.start_byte + 1]
            if one.end_byte < other.start_byte and not TOGETHER.fullmatch(gap):
                yield one.end_byte, other.start_byte, b""
