"""The conversation as a graph: what can be reached, what leads to an ending, where one can go round for ever."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ssg.blocks.roleplay.model import Plot

Graph = Mapping[str, Sequence[str]]


def ways(plot: Plot) -> Graph:
    """From each node, the nodes that any choice, route, timer or cap leads to."""
    return {node.id: [to for to, _ in node.exits()] for node in plot.nodes.values()}


def reached(graph: Graph, starts: Iterable[str]) -> set[str]:
    """Every node that can be reached, the starts included."""
    found: set[str] = set()
    waiting = list(starts)
    while waiting:
        node = waiting.pop()
        if node not in found:
            found.add(node)
            waiting.extend(graph[node])
    return found


def turned(graph: Graph) -> Graph:
    """The graph with every way turned round."""
    back: dict[str, list[str]] = {node: [] for node in graph}
    for node, others in graph.items():
        for other in others:
            back[other].append(node)
    return back


def past_caps(plot: Plot, id: str) -> str | None:
    """Where an arrival ends up once every 最多 is used up; None where the caps lead each other in a circle."""
    seen: set[str] = set()
    while (cap := plot.nodes[id].cap) is not None:
        if id in seen:
            return None
        seen.add(id)
        id = cap.to
    return id


def without_caps(plot: Plot) -> Graph:
    """The ways that are left once every 最多 is used up: nobody can stand in a capped node any more."""
    free = [node for node in plot.nodes.values() if node.cap is None]
    return {node.id: [end for to, _ in node.exits() if (end := past_caps(plot, to)) is not None] for node in free}


def loops(graph: Graph) -> list[list[str]]:
    """The strongly connected parts that one can go round in, in the graph's order (Tarjan 1972, without recursion)."""
    order = {node: at for at, node in enumerate(graph)}
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    found: list[list[str]] = []
    for root in graph:
        walk = [(root, iter(graph[root]))] if root not in index else []
        while walk:
            node, others = walk[-1]
            if node not in index:
                index[node] = low[node] = len(index)
                stack.append(node)
                on_stack.add(node)
            for other in others:
                if other not in index:
                    walk.append((other, iter(graph[other])))
                    break
                if other in on_stack:
                    low[node] = min(low[node], index[other])
            else:
                walk.pop()
                if walk:
                    low[walk[-1][0]] = min(low[walk[-1][0]], low[node])
                if low[node] == index[node]:
                    part = _unwind(stack, on_stack, node)
                    if len(part) > 1 or node in graph[node]:
                        found.append(sorted(part, key=order.__getitem__))
    return sorted(found, key=lambda part: order[part[0]])


def _unwind(stack: list[str], on_stack: set[str], node: str) -> list[str]:
    part: list[str] = []
    while not part or part[-1] != node:
        part.append(stack.pop())
        on_stack.discard(part[-1])
    return part
