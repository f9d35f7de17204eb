// A worksheet: a form whose tables may take more rows.

class Worksheet extends FieldBlock {
  setUp() {
    this.grids = [...this.querySelectorAll(".grid")].filter((grid) => grid.querySelector(".add-row")).map((grid, at) => openGrid(this, grid, at + 1));
  }

  /** Shows the kept words, in the rows that were added, too. */
  restore() {
    for (const grid of this.grids) grid.restore();
    super.restore();
  }
}

customElements.define("cw-worksheet", Worksheet);

reportKind("worksheet", (entries) => [resultsSection(t("results_worksheets"), h("ul", entries.map(formLine)))]);
