"""What every name in a strict script means: the scopes of ECMAScript, and the places where each binding is used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tree_sitter import Node

HEADED = {
    "arrow_function",
    "catch_clause",
    "class_static_block",
    "function_declaration",
    "function_expression",
    "generator_function",
    "generator_function_declaration",
    "method_definition",
}
"""What may declare names in its head that its body knows."""
NAMED_AROUND = {"function_declaration", "generator_function_declaration"}
NAMED_WITHIN = {"function_expression", "generator_function"}
"""Expressions whose own name is known in them and nowhere else."""
BLOCKS = {"statement_block", "switch_body", "for_statement", "for_in_statement", "class", "class_body"}
CLASSES = {"class", "class_declaration"}
MEMBERS = {"field_definition": "property", "method_definition": "name"}
"""Which field of a class's member holds its name."""
PATTERNS = {
    "formal_parameters": "",
    "object_pattern": "",
    "array_pattern": "",
    "rest_pattern": "",
    "pair_pattern": "value",
    "assignment_pattern": "left",
    "object_assignment_pattern": "left",
}
"""Which field of a pattern holds the names that it binds; all of it where none is given."""
SHORTHANDS = {"shorthand_property_identifier", "shorthand_property_identifier_pattern"}
"""``{a}``, the name of a property and of a variable at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a name stands, in bytes; of a shorthand the property's name stays."""

    start: int
    end: int
    shorthand: bool = False


@dataclass(slots=True, eq=False)
class Binding:
    """A variable, parameter, function, class or private name: where it stands, and where its name must mean it."""

    private: bool = False
    places: list[Place] = field(default_factory=list)
    live: set[Scope] = field(default_factory=set)

    def first(self) -> int:
        """Where it is used first; what is never used comes first of all."""
        return min((place.start for place in self.places), default=0)


@dataclass(slots=True, eq=False)
class Scope:
    """A stretch of a script with names of its own. One to which ``var`` goes up knows the scope of the parameters."""

    parent: Scope | None = None
    parameters: Scope | None = None
    names: dict[str, Binding] = field(default_factory=dict)

    def declare(self, names: Iterable[str]) -> None:
        for name in names:
            self.names.setdefault(name, Binding(private=name.startswith("#"))).live.add(self)

    def hoist(self, names: Iterable[str]) -> None:
        """Declare by ``var``: in the body of the function, unless a parameter has the name."""
        body = next(scope for scope in self.outward() if scope.parameters or not scope.parent)
        body.declare(name for name in names if not body.parameters or name not in body.parameters.names)

    def use(self, name: str, place: Place) -> bool:
        """Note that the name stands in this scope; False if nothing declares it."""
        passed = []
        for scope in self.outward():
            passed.append(scope)
            if binding := scope.names.get(name):
                binding.places.append(place)
                binding.live.update(passed)
                return True
        return False

    def outward(self) -> Iterator[Scope]:
        """This scope and those around it."""
        scope: Scope | None = self
        while scope:
            yield scope
            scope = scope.parent


@dataclass(slots=True)
class Reading:
    """A walk over a script. Names may be used before they are declared, so their places wait for the end."""

    top: Scope = field(default_factory=Scope)
    scopes: list[Scope] = field(default_factory=list)
    uses: list[tuple[Scope, str, Place]] = field(default_factory=list)

    def read(self, script: Node) -> tuple[list[Binding], set[str]]:
        """Every binding, and the names that other scripts see or bring.

        These are the names declared at the top, and those that nothing declares. Bindings come in the order of first
        use; those of the scope with the most names come last, the most used first.
        """
        waiting = [(script, self.top)]
        while waiting:
            waiting += self._visit(*waiting.pop())
        free = {name for scope, name, place in self.uses if not scope.use(name, place)}
        *narrow, widest = sorted(self.scopes, key=lambda scope: len(scope.names)) or [Scope()]
        bindings = [binding for scope in narrow for binding in scope.names.values()]
        shared = sorted(widest.names.values(), key=lambda binding: (-len(binding.places), binding.first()))
        return [*sorted(bindings, key=Binding.first), *shared], free | self.top.names.keys()

    def _visit(self, node: Node, scope: Scope) -> Iterator[tuple[Node, Scope]]:
        """Note what a node declares and uses; then its parts are to be read, each in its scope."""
        if node.type == "identifier" or node.type in SHORTHANDS:
            place = Place(start=node.start_byte, end=node.end_byte, shorthand=node.type in SHORTHANDS)
            self.uses.append((scope, text_of(node), place))
        elif node.type == "private_property_identifier":
            self.uses.append((scope, text_of(node), Place(start=node.start_byte + 1, end=node.end_byte)))
        elif node.type in HEADED:
            yield from self._headed(node, scope)
        else:
            inner = self._open(scope) if node.type in BLOCKS else scope
            _declare(node, inner)
            yield from ((child, inner) for child in node.named_children)

    def _headed(self, node: Node, scope: Scope) -> Iterator[tuple[Node, Scope]]:
        name, body = node.child_by_field_name("name"), node.child_by_field_name("body")
        if node.type in NAMED_WITHIN:
            scope = self._open(scope)
        if node.type in NAMED_WITHIN or node.type in NAMED_AROUND:
            scope.declare(_names(name))
        inner = self._open(scope)
        for child in node.named_children:
            if child == name:
                yield child, scope
            elif child != body:
                inner.declare(_names(child))
                yield child, inner
        if body and body.type == "statement_block":
            block = self._body(inner, hoists=node.type != "catch_clause")
            yield from ((child, block) for child in body.named_children)
        elif body:
            yield body, inner

    def _body(self, parameters: Scope, *, hoists: bool) -> Scope:
        """A scope of its own, which may declare no name that a parameter has: so these live in it."""
        block = self._open(parameters)
        block.parameters = parameters if hoists else None
        for binding in parameters.names.values():
            binding.live.add(block)
        return block

    def _open(self, parent: Scope) -> Scope:
        self.scopes.append(Scope(parent))
        return self.scopes[-1]


def _declare(node: Node, scope: Scope) -> None:
    """What the node itself declares; the left side of a loop only if a word stands before it."""
    if node.type == "variable_declaration":
        scope.hoist(name for each in node.named_children for name in _names(each.child_by_field_name("name")))
    elif node.type == "lexical_declaration":
        scope.declare(name for each in node.named_children for name in _names(each.child_by_field_name("name")))
    elif node.type == "for_in_statement":
        kind = node.child_by_field_name("kind")
        declare = scope.hoist if kind and text_of(kind) == "var" else scope.declare
        declare(_names(node.child_by_field_name("left") if kind else None))
    elif node.type in CLASSES:
        scope.declare(_names(node.child_by_field_name("name")))
    elif node.type == "class_body":
        heads = [each.child_by_field_name(MEMBERS.get(each.type, "")) for each in node.named_children]
        scope.declare(text_of(head) for head in heads if head and head.type == "private_property_identifier")


def _names(pattern: Node | None) -> Iterator[str]:
    """The names that a pattern binds."""
    if pattern is None:
        return
    if pattern.type in ("identifier", "shorthand_property_identifier_pattern"):
        yield text_of(pattern)
    elif pattern.type in PATTERNS:
        part = PATTERNS[pattern.type]
        for child in [pattern.child_by_field_name(part)] if part else pattern.named_children:
            yield from _names(child)


def text_of(node: Node) -> str:
    """The node as it is written."""
    return (node.text or b"").decode()
