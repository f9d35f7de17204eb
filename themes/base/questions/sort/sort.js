// Sorting into groups: a row for each member, with the groups to choose from.

class SortItem extends RowItem {
  mark(_, finished) {
    for (const row of this.rows) {
      const right = this.key.pairs[row.dataset.id];
      const grade = chosenIn(row)?.value === right ? "right" : "wrong";
      const name = row.querySelector(`input[value="${right}"]`).labels[0].textContent.trim();
      this.markRow(row, grade, finished && grade === "wrong" ? t("right_group", { name }) : t(`mark_${grade}`));
    }
  }
}

customElements.define("cw-sort", SortItem);
