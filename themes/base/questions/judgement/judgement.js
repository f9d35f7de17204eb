// Situational judgement: the best and the worst row, each a group of radio buttons across the rows.

const SIDES = ["best", "worst"];

class JudgementItem extends RowItem {
  setUp() {
    super.setUp();
    this.list.addEventListener("change", ({ target }) => this.#keepApart(target));
  }

  read() {
    const chosen = SIDES.map((side) => [side, this.#chosen(side)?.value]).filter(([, id]) => id);
    return chosen.length ? Object.fromEntries(chosen) : null;
  }

  write(response) {
    this.passed = null;
    for (const input of this.list.querySelectorAll("input")) input.checked = response?.[input.name] === input.value;
  }

  gap() {
    const side = SIDES.find((each) => !this.#chosen(each));
    return side ? { words: t(`choose_${side}`), control: this.list.querySelector(`[name=${side}]`) } : null;
  }

  mark(_, finished) {
    for (const row of this.rows) {
      const side = SIDES.find((each) => this.key[each] === row.dataset.id);
      const chosen = chosenIn(row)?.name;
      if (chosen) this.markRow(row, chosen === side ? "right" : "wrong", finished && side && chosen !== side ? t(`is_${side}`) : t(chosen === side ? "mark_right" : "mark_wrong"));
      else if (finished) this.markRow(row, side ? "missed" : "judged", t(side ? `is_${side}` : "is_between"));
    }
  }

  reveal() {
    return panelNote(this.key);
  }

  #chosen(side) {
    return this.list.querySelector(`[name=${side}]:checked`);
  }

  /** One row cannot be both: the newer choice stands, and the older comes back if the arrow keys only passed it. */
  #keepApart({ name, value }) {
    const other = this.#chosen(SIDES.find((side) => side !== name)) ?? this.passed;
    this.passed = null;
    if (!other || other.name === name) return;
    other.checked = other.value !== value;
    if (!other.checked) this.passed = other;
  }
}

customElements.define("cw-judgement", JudgementItem);
