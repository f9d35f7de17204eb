"""What a learner does on a course page, told to it as its elements tell it, and what the page then keeps."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Frame, Page

SLOW = "answer:recognise/listen/slow"
HOURS = "answer:recognise/listen/hours"

WATCH = """
window.heard = { saved: [], unsaved: [], restored: [] };
for (const name of Object.keys(heard)) {
  document.addEventListener(`course:${name}`, ({ detail }) => heard[name].push(...detail.ids));
}
const createObjectURL = URL.createObjectURL;
URL.createObjectURL = (blob) => createObjectURL.call(URL, (window.lastFile = blob));
"""
"""Keeps what the page announces and the last file it offered (Firefox tells automation nothing of downloads)."""


def visit(page: Page, address: str) -> None:
    page.add_init_script(WATCH)
    page.goto(address)


def announce(page: Page | Frame, name: str, detail: dict[str, Any]) -> None:
    page.evaluate(
        "([name, detail]) => void document.dispatchEvent(new CustomEvent(`course:${name}`, { detail }))", [name, detail]
    )


def answer(page: Page | Frame, record: str = SLOW, earned: tuple[int, int] = (1, 1), **more: Any) -> None:
    """Answers an item; ``earned`` is the share of 1."""
    detail = {"kind": "choice", "response": ["x"], "possible": 1, "attempt": 1, "hints": 0, "started": None}
    detail["print"] = wording(page, record)
    announce(page, "answered", {"id": record, "earned": list(earned), **detail, **more})


def wording(page: Page | Frame, record: str) -> str:
    """The fingerprint of the item's present wording; of an item that is not in the course, any."""
    outline = json.loads(page.locator("#course-data").text_content() or "")
    items = {
        f"answer:{chapter['id']}/{block['id']}/{item['id']}": item["print"]
        for chapter in outline["chapters"]
        for block in chapter["blocks"]
        for item in block.get("items", [])
    }
    return str(items.get(record, "gone"))


def write(page: Page | Frame, field: str, value: str) -> None:
    announce(page, "field", {"id": f"field:{field}", "value": value})


def await_saved(page: Page | Frame, *records: str) -> None:
    page.wait_for_function("(ids) => ids.every((id) => heard.saved.includes(id))", arg=list(records))


def await_restored(page: Page | Frame, *records: str) -> None:
    page.wait_for_function("(ids) => ids.every((id) => heard.restored.includes(id))", arg=list(records))


def tool(page: Page, action: str) -> None:
    """Uses a tool of the page's menu."""
    page.locator("#tools-button").click()
    page.locator(f"#tools [data-action={action}]").click()


def saved_file(page: Page) -> dict[str, Any]:
    """The progress file that the page offers now."""
    tool(page, "save-progress")
    page.keyboard.press("Escape")
    return last_file(page)


def last_file(page: Page) -> dict[str, Any]:
    text = page.evaluate("async () => window.lastFile.text()")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def value_of(page: Page, record: str) -> Any:
    """What the page has of a record: as its progress file would hold it."""
    return saved_file(page)["records"].get(record, {}).get("v")


def stored(page: Page | Frame, course: str = "demo") -> dict[str, Any]:
    """The records of a course in localStorage."""
    pairs = page.evaluate(
        "(prefix) => Object.entries(localStorage).filter(([key]) => key.startsWith(prefix))", f"cw:{course}:"
    )
    return {key.removeprefix(f"cw:{course}:"): json.loads(text) for key, text in pairs}


def in_database(page: Page | Frame, course: str = "demo") -> dict[str, Any]:
    """The records of a course in IndexedDB."""
    found: dict[str, Any] = page.evaluate(
        """(course) => new Promise((resolve, reject) => {
          const opening = indexedDB.open("coursewright", 1);
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const found = {};
            const records = opening.result.transaction("records").objectStore("records");
            records.openCursor().onsuccess = ({ target: { result } }) => {
              if (!result) { opening.result.close(); return resolve(found); }
              if (result.key[0] === course) found[result.key[1]] = result.value;
              result.continue();
            };
          };
        })""",
        course,
    )
    return found
