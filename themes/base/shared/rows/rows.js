// A question whose rows each hold a few choices. Response: { row id: value }; a row without a choice is left out.

class RowItem extends Item {
  setUp() {
    this.list = this.form.querySelector(".rows");
    this.rows = [...this.list.children];
  }

  arrange(shuffle) {
    this.list.append(...shuffle(this.rows));
  }

  read() {
    const chosen = this.rows.map((row) => [row.dataset.id, chosenIn(row)?.value]).filter(([, value]) => value !== undefined);
    return chosen.length ? Object.fromEntries(chosen) : null;
  }

  words() {
    return [...this.form.querySelectorAll(".row :checked")].map((input) => t("play_from_to", { from: rowText(input.closest(".row")), to: input.labels[0].textContent.trim() }));
  }

  write(response) {
    for (const input of this.list.querySelectorAll("input")) input.checked = response?.[input.closest(".row").dataset.id] === input.value;
  }

  gap() {
    const empty = this.rows.filter((row) => !chosenIn(row));
    return empty.length ? { words: t("rows_first", { n: empty.length }), control: empty[0].querySelector("input") } : null;
  }

  /** Says something of a row in words, with the author's feedback below it. */
  markRow(row, grade, words) {
    const feedback = this.key.options?.[row.dataset.id].feedback;
    row.dataset.grade = grade;
    row.querySelector(".row-text").append(markLabel(grade, words));
    if (feedback) row.append(h("div.feedback", fragment(feedback)));
  }

  unmark() {
    for (const row of this.rows) {
      clearMark(row);
      row.querySelector(".feedback")?.remove();
    }
  }
}

function chosenIn(row) {
  return row.querySelector(":checked");
}

function rowText(row) {
  return row.querySelector(".row-text").firstElementChild.textContent.trim();
}
