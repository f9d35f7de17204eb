// Ordering: rows that move by their buttons or by dragging. A response exists once a row was moved.

class OrderItem extends Item {
  setUp() {
    this.list = this.form.querySelector(".steps");
    this.rows = [...this.list.children];
    this.rows.forEach((row, at) => row.style.setProperty("--paper-place", at)); // paper shows none of the learner's answer
    this.list.onclick = ({ target }) => this.#step(target.closest("button"));
    sortable(this.list, (row) => this.#moved(row));
  }

  arrange(shuffle) {
    const rows = shuffle(this.rows);
    const right = rows.every((row, at) => row.dataset.id === this.key.order[at]);
    this.list.append(...(right ? [...rows.slice(1), rows[0]] : rows));
    this.first = this.#ids();
  }

  read() {
    return this.touched ? this.#ids() : null;
  }

  words() {
    return this.touched ? [...this.list.children].map((row) => row.querySelector(".step-text").textContent.trim()) : [];
  }

  write(response) {
    this.touched = response !== null;
    this.form.querySelector(".moved").textContent = "";
    const known = [response ?? this.first].flat().filter((id) => this.key.order.includes(id));
    const order = [...known, ...this.first.filter((id) => !known.includes(id))];
    this.list.append(...order.map((id) => this.#row(id)));
    this.#showEnds();
  }

  gap() {
    return this.touched ? null : { words: t("order_first"), control: this.list.querySelector("button:not([aria-disabled=true])") };
  }

  mark(_, finished) {
    if (!finished) return;
    [...this.list.children].forEach((row, at) => {
      const place = this.key.order.indexOf(row.dataset.id);
      const grade = place === at ? "right" : "wrong";
      row.dataset.grade = grade;
      row.querySelector(".step-text").append(markLabel(grade, grade === "right" ? t("mark_right") : t("right_place", { n: place + 1 })));
    });
  }

  unmark() {
    this.rows.forEach(clearMark);
  }

  solution() {
    const steps = this.key.order.map((id) => this.#row(id).querySelector(".step-text").cloneNode(true));
    steps.forEach(clearMark);
    return h("div.solution", h("p", h("b", t("right_order"))), h("ol", steps.map((step) => h("li", step))));
  }

  #row(id) {
    return this.rows.find((row) => row.dataset.id === id);
  }

  #ids() {
    return [...this.list.children].map((row) => row.dataset.id);
  }

  /** The neighbour moves, not the row, so that the pressed button keeps the focus. */
  #step(button) {
    const row = button?.closest(".step");
    const up = button?.value === "up";
    const neighbour = up ? row.previousElementSibling : row?.nextElementSibling;
    if (!neighbour) return;
    if (up) row.after(neighbour);
    else row.before(neighbour);
    this.#moved(row);
    button.scrollIntoView({ block: "nearest" });
  }

  #moved(row) {
    this.touched = true;
    this.#showEnds();
    const n = [...this.list.children].indexOf(row) + 1;
    this.form.querySelector(".moved").textContent = t("moved", { n, total: this.rows.length });
    this.changed();
  }

  /** A button that can do nothing stays where it is: were it disabled it would drop the focus. */
  #showEnds() {
    for (const [at, row] of [...this.list.children].entries()) {
      const [up, down] = row.querySelectorAll("button");
      up.setAttribute("aria-disabled", String(at === 0));
      down.setAttribute("aria-disabled", String(at === this.rows.length - 1));
    }
  }
}

customElements.define("cw-order", OrderItem);
