// Matching: a native list box for each left side; the right sides stand above them in full, with letters.

class MatchItem extends Item {
  setUp() {
    this.selects = [...this.form.querySelectorAll("select")];
    this.rights = this.form.querySelector(".rights");
  }

  arrange(shuffle) {
    this.rights.append(...shuffle([...this.rights.children].sort((one, other) => (one.dataset.id < other.dataset.id ? -1 : 1))));
    this.letters = new Map([...this.rights.children].map(({ dataset }, at) => [dataset.id, letterOf(at)]));
    for (const select of this.selects) {
      for (const [id, letter] of this.letters) {
        const option = [...select.options].find(({ value }) => value === id);
        option.dataset.words ??= option.textContent;
        option.textContent = `${letter}  ${option.dataset.words}`;
        select.append(option);
      }
    }
  }

  read() {
    if (this.selects.every((select) => !select.value)) return null;
    return Object.fromEntries(this.selects.map((select) => [select.dataset.id, select.value || null]));
  }

  write(response) {
    for (const select of this.selects) {
      select.value = response?.[select.dataset.id] ?? "";
      if (select.selectedIndex < 0) select.value = ""; // a right side that is gone
    }
  }

  gap() {
    return gapOf(this.selects, "match_first", (select) => leftOf(select).textContent.trim());
  }

  mark(_, finished) {
    for (const select of this.selects) {
      const right = this.key.pairs[select.dataset.id];
      const grade = select.value === right ? "right" : "wrong";
      const words = finished && grade === "wrong" ? t("right_match", { letter: this.letters.get(right) }) : t(`mark_${grade}`);
      select.closest(".pair").dataset.grade = grade;
      leftOf(select).append(markLabel(grade, words));
    }
  }

  unmark() {
    for (const select of this.selects) clearMark(select.closest(".pair"));
  }
}

function leftOf(select) {
  return select.closest(".pair").querySelector(".left");
}

function letterOf(at) {
  return at < 26 ? String.fromCharCode(65 + at) : String(at + 1);
}

customElements.define("cw-match", MatchItem);
