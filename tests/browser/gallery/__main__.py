"""Pictures of every kind in its telling states, 390 and 1280 px wide, light and dark, some on paper: a page to look at.

Nothing is compared; people look at it after a change of the design. The pictures and the page go to site/gallery.

    .venv/bin/python tests/browser/gallery [-o FOLDER] [SCENE …]
"""

from __future__ import annotations

import argparse
import base64
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).parents[1]))

from browsers import COURSES, REPOSITORY, launch_options
from jinja2 import Environment, FileSystemLoader
from learner import WATCH
from playwright.sync_api import Browser, CDPSession, Error, Page, sync_playwright
from scenes import SCENES, Scene, View

LOOKS = [(width, theme) for width in (390, 1280) for theme in ("light", "dark")]
PAPER = (794, "paper")
"""A sheet of A4 as browsers count its pixels."""
HIDE_BARS = (
    "([bars, bare]) => document.querySelectorAll(bars).forEach((bar) => (bar.style.visibility = bare ? 'hidden' : ''))"
)
BARS = ".site-header, .bottom-bar, .chapter-list, .notices"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One view in one look, in a file of the gallery."""

    view: View
    width: int
    theme: str
    file: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-o", "--output", type=Path, default=REPOSITORY / "site" / "gallery")
    parser.add_argument("scenes", nargs="*", help="only these functions of scenes.py; without any, all")
    given = parser.parse_args()
    wanted = [scene for scene in SCENES if not given.scenes or scene.play.__name__ in given.scenes]
    shutil.rmtree(given.output, ignore_errors=True)
    build(given.output / "courses")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options("chromium"), env={**os.environ, "LANGUAGE": "zh_CN"})
        pictures = [picture for scene in wanted for picture in photograph(browser, scene, given.output)]
        browser.close()
    write_page(given.output, pictures)
    print(f"{len(pictures)} pictures → {given.output / 'index.html'}")


def build(folder: Path) -> None:
    """Builds the courses that hold every kind."""
    courses = [*sorted(COURSES.iterdir()), REPOSITORY / "content" / "emotional-intelligence"]
    command = [sys.executable, str(REPOSITORY / "build.py"), "build", "-o", str(folder), *map(str, courses)]
    subprocess.run(command, cwd=REPOSITORY, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def photograph(browser: Browser, scene: Scene, out: Path) -> Iterator[Picture]:
    """Plays a scene once and takes each of its views in every look."""
    context = browser.new_context(locale="zh-CN", viewport={"width": 1280, "height": 844}, reduced_motion="reduce")
    context.set_default_timeout(10_000)
    page = context.new_page()
    page.add_init_script(WATCH)
    camera = context.new_cdp_session(page)
    page.goto(f"{(out / 'courses' / scene.course / 'index.html').as_uri()}#{quote(scene.chapter)}")
    try:
        for number, view in enumerate(scene.play(page)):
            for width, theme in [*LOOKS, *([PAPER] if view.paper else [])]:
                name = f"{view.kind}-{scene.play.__name__}-{number:02}-{width}-{theme}.webp"
                set_look(page, width, theme, bare=view.part is not None)
                take(camera, page, view, out / name)
                yield Picture(view=view, width=width, theme=theme, file=name)
            set_look(page, 1280, "light", bare=False)
    except Error as error:
        print(f"{scene.play.__name__}: {error}", file=sys.stderr)
    context.close()


def set_look(page: Page, width: int, theme: str, *, bare: bool) -> None:
    """Makes the window so wide, in a theme or on paper; the bars are away where a part of the page is shown."""
    paper = theme == "paper"
    page.set_viewport_size({"width": width, "height": 844})
    page.emulate_media(media="print" if paper else "screen", color_scheme="light" if paper else theme)
    page.evaluate(HIDE_BARS, [BARS, bare])


def take(camera: CDPSession, page: Page, view: View, file: Path) -> None:
    """Keeps a part of the page with a little room around it, or the window."""
    shot: dict[str, object] = {"format": "webp", "quality": 80}
    if view.part is not None:
        box = view.part.evaluate(
            "(part) => { const { top, height } = part.getBoundingClientRect(); return [top + scrollY, height]; }"
        )
        width = page.viewport_size["width"] if page.viewport_size else 0
        clip = {"x": 0, "y": max(0, box[0] - 24), "width": width, "height": box[1] + 48, "scale": 1}
        shot |= {"captureBeyondViewport": True, "clip": clip}
    file.write_bytes(base64.b64decode(camera.send("Page.captureScreenshot", shot)["data"]))


def write_page(out: Path, pictures: list[Picture]) -> None:
    """The gallery: a page with the course's own style sheet, and switches for kind, width and theme."""
    here = Path(__file__).parent
    template = Environment(loader=FileSystemLoader(here), autoescape=True).get_template("gallery.html")
    sheet = next((out / "courses" / "assets").glob("*.css")).relative_to(out)
    kinds = list(dict.fromkeys(picture.view.kind for picture in pictures))
    (out / "index.html").write_text(template.render(pictures=pictures, kinds=kinds, sheet=sheet), encoding="utf-8")


if __name__ == "__main__":
    main()
