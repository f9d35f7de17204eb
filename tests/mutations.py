"""Courses as they come back from damaged disks, wrong encodings, careless pasting and hurried typing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

Files = dict[str, bytes]
"""A course folder: file name → content."""
Mutator = Callable[[bytes, Random], bytes]

INVISIBLE = "\u202e\u202d\u2066\u200b\u200e\ufeff\u00ad\x00\x07\x1b\x7f\ufffd"
MARKERS = re.compile(rb"^([ \t]*)(#{1,6} |- \[[ x]\] |- |\d+\. |> |---|\|)", re.MULTILINE)
YAML = (
    "id: [",
    "minutes: {a: b}",
    "title: !!python/object:os.system x",
    "- - - -",
    "id: &a *a",
    "? : ?",
    "title: |2\n x",
    "'",
)


def mutated(files: Mapping[str, bytes], seed: int) -> Files:
    """The course with one to three faults in one of its texts; the same for the same seed."""
    random = Random(seed)
    names = sorted(name for name in files if name.endswith((".md", ".yaml")))
    name = random.choice(names)
    content = files[name]
    for _ in range(random.randint(1, 3)):
        content = random.choice(MUTATORS)(content, random)
    return {**files, name: content}


def small_course(folder: Path, chapter: str) -> Files:
    """One chapter of a course with its settings, and the other files as they are."""
    kept = (file for file in folder.iterdir() if file.is_file() and file.suffix in (".yaml", ".md"))
    files = {file.name: file.read_bytes() for file in kept}
    settings = re.sub(rb"^(chapters|languages):.*(\n +.*)*\n?", b"", files["course.yaml"], flags=re.MULTILINE)
    return {"course.yaml": settings, chapter: files[chapter]}


def flip_bytes(content: bytes, random: Random) -> bytes:
    changed = bytearray(content)
    for _ in range(random.randint(1, 8)):
        if changed:
            changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def truncate(content: bytes, random: Random) -> bytes:
    return content[: random.randrange(len(content) + 1)]


def delete_markers(content: bytes, random: Random) -> bytes:
    found = list(MARKERS.finditer(content))
    for match in sorted(random.sample(found, min(len(found), random.randint(1, 5))), key=lambda m: -m.start()):
        content = content[: match.start(2)] + content[match.end(2) :]
    return content


def delete_fences(content: bytes, random: Random) -> bytes:
    return re.sub(
        rb"^(```|---|\$\$).*\n", lambda m: b"" if random.random() < 0.5 else m[0], content, flags=re.MULTILINE
    )


def swap_indents(content: bytes, random: Random) -> bytes:
    indents = [b"", b" ", b"  ", b"    ", b"\t", b"\xe3\x80\x80", b"        "]
    lines = content.split(b"\n")
    for at in random.sample(range(len(lines)), min(len(lines), random.randint(1, 10))):
        lines[at] = random.choice(indents) + lines[at].lstrip()
    return b"\n".join(lines)


def repeat_lines(content: bytes, random: Random) -> bytes:
    """Pasted twice: headings, ids and settings are there again."""
    lines = content.split(b"\n")
    first = random.randrange(len(lines))
    last = min(len(lines), first + random.randint(1, 12))
    return b"\n".join([*lines[:last], *lines[first:last], *lines[last:]])


def shuffle_lines(content: bytes, random: Random) -> bytes:
    lines = content.split(b"\n")
    first = random.randrange(len(lines))
    part = lines[first : first + random.randint(2, 8)]
    random.shuffle(part)
    return b"\n".join([*lines[:first], *part, *lines[first + len(part) :]])


def add_yaml(content: bytes, random: Random) -> bytes:
    line = random.choice(YAML).encode()
    return b"---\n" + line + b"\n---\n" + content if random.random() < 0.5 else line + b"\n" + content


def nest_deeply(content: bytes, random: Random) -> bytes:
    mark = random.choice([b"> ", b"- ", b"[", b"*", b"    ", b"![", b"`", b"1. ", b"$", b"<", b"("])
    return _inserted(content, mark * random.choice([50, 500, 5000]) + b"x\n", random)


def add_invisible(content: bytes, random: Random) -> bytes:
    for _ in range(random.randint(1, 4)):
        content = _inserted(content, random.choice(INVISIBLE).encode(), random)
    return content


def change_line_ends(content: bytes, random: Random) -> bytes:
    return content.replace(b"\n", random.choice([b"\r\n", b"\r", b"\n\r", b"\xe2\x80\xa8"]))


def add_byte_order_mark(content: bytes, random: Random) -> bytes:
    return random.choice([b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"]) + content


def change_encoding(content: bytes, random: Random) -> bytes:
    text = content.decode("utf-8", "replace")
    return text.encode(random.choice(["gb18030", "utf-16", "big5", "shift_jis"]), "replace")


def widen(content: bytes, random: Random) -> bytes:
    """Typed with the input method left on."""
    pairs = [
        ("- ", "－ "),
        ("# ", "＃ "),
        ("：", ":"),
        (". ", "．"),
        ("[x]", "【x】"),
        ("> ", "》 "),
        ("-", "—"),
        ("|", "｜"),
    ]
    text = content.decode("utf-8", "replace")
    for narrow, wide in random.sample(pairs, 2):
        places = [found.start() for found in re.finditer(re.escape(narrow), text)]
        for at in sorted(random.sample(places, min(len(places), 4)), reverse=True):
            text = text[:at] + wide + text[at + len(narrow) :]
    return text.encode()


def change_values(content: bytes, random: Random) -> bytes:
    """Numbers that are too large, negative or none at all."""
    value = random.choice([b"99999999999999999999", b"-1", b"0", b"", b"1e9", b"NaN", "九".encode()])
    found = list(re.finditer(rb"\d+", content))
    return content if not found else _replaced(content, random.choice(found), value)


def _replaced(content: bytes, found: re.Match[bytes], value: bytes) -> bytes:
    return content[: found.start()] + value + content[found.end() :]


def _inserted(content: bytes, piece: bytes, random: Random) -> bytes:
    at = random.randrange(len(content) + 1)
    return content[:at] + piece + content[at:]


MUTATORS: tuple[Mutator, ...] = (
    flip_bytes,
    truncate,
    delete_markers,
    delete_fences,
    swap_indents,
    repeat_lines,
    shuffle_lines,
    add_yaml,
    nest_deeply,
    add_invisible,
    change_line_ends,
    add_byte_order_mark,
    change_encoding,
    widen,
    change_values,
)
