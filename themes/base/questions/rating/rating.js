// Situational judgement on a scale: each row rated, then held against the panel's mean.

class RatingItem extends RowItem {
  oneTry = true;

  mark() {
    for (const row of this.rows) this.markRow(row, "judged", t("panel_mean", { n: this.key.means[row.dataset.id] / 100 }));
  }

  reveal() {
    return panelNote(this.key);
  }
}

customElements.define("cw-rating", RatingItem);
