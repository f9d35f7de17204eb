// The base of every part of a page that works: a native form or text at first, alive once its section is shown.

class CourseElement extends HTMLElement {
  #begun = false;

  connectedCallback() {
    course.whenShown(this, () => this.begin());
  }

  /** Starts the element, once; whoever needs it earlier than its turn may call this. */
  begin() {
    if (this.#begun) return;
    this.#begun = true;
    this.start();
  }

  get begun() {
    return this.#begun;
  }

  /** Where a block's records are: chapter/block. */
  get place() {
    return pathIn(this.closest(".chapter").dataset.chapter, this.dataset.id);
  }
}

// In a very long chapter an element may be touched before its turn has come.
for (const type of ["pointerdown", "focusin"]) {
  document.addEventListener(type, ({ target }) => {
    for (let at = target; at; at = at.parentElement) if (at instanceof CourseElement) at.begin();
  }, { capture: true });
}

// What a learner wrote or played must be on paper even in chapters that were not opened today.
window.addEventListener("beforeprint", () => {
  for (const element of document.querySelectorAll(":has(> .kept, > .stage)")) element.begin();
});
