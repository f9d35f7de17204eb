"""Tables for a terminal: each column as wide as its widest cell, Chinese characters counted double."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ssg.terminal import cells, safe


def text_table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The lines of a table; every row has the same number of cells, the first one being its head."""
    shown = [[safe(cell) for cell in row] for row in rows]
    widths = [max(cells(cell) for cell in column) for column in zip(*shown, strict=True)]
    for row in shown:
        yield "  ".join(cell + " " * (width - cells(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
