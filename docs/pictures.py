"""Pictures of printed packs for the guide and the README, from the PDF files of the shipped course.

pip install pypdfium2 && python3 build.py print emotional-intelligence && .venv/bin/python docs/pictures.py
"""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps

HERE = Path(__file__).parent
PRINTED = HERE.parent / "print" / "emotional-intelligence"
GUIDE = HERE.parent / "content" / "guide" / "images"
PAGES = {
    "handout": ("handout", 2, 3),
    "workbook": ("workbook", 3, 4),
    "test": ("test-paper-a", 1, 2),
    "key": ("trainer/answer-key-a", 1, 2),
    "kit": ("trainer/kit", 1, 3),
    "cards": ("cards", 1, 2),
    "guide": ("trainer/guide", 2, 4),
    "certificate": ("certificate", 1),
}
"""By pack the file and the pages that show it best, from 1."""
WIDTH = 420
GAP = 24


def main() -> None:
    """Write ``print-PACK.png`` into the guide, and two of them into ``docs``."""
    for pack, (file, *numbers) in PAGES.items():
        picture = beside([page(PRINTED / f"{file}.pdf", number) for number in numbers])
        for folder in (GUIDE, HERE) if pack in ("handout", "guide") else (GUIDE,):
            picture.save(folder / f"print-{pack}.png", optimize=True)


def page(file: Path, number: int) -> Image.Image:
    """A page with a hairline around it."""
    found = pypdfium2.PdfDocument(file)[number - 1]
    picture = found.render(scale=2 * WIDTH / found.get_width()).to_pil().convert("RGB")
    return ImageOps.expand(picture.resize((WIDTH, round(WIDTH * picture.height / picture.width))), 1, "#c4c4c0")


def beside(pages: list[Image.Image]) -> Image.Image:
    """Pages in a row, in few colours, since most of a page is paper."""
    width = sum(each.width for each in pages) + GAP * (len(pages) - 1)
    row = Image.new("RGB", (width, max(each.height for each in pages)), "#ffffff")
    left = 0
    for each in pages:
        row.paste(each, (left, 0))
        left += each.width + GAP
    return row.quantize(32)


if __name__ == "__main__":
    main()
