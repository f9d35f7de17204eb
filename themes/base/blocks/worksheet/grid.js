// A table to which the learner may add rows. Added rows may be removed, and the last removal undone.

function openGrid(sheet, grid, number) {
  const id = `rows:${sheet.place}/${number}`;
  const body = grid.querySelector("tbody");
  const adder = grid.querySelector(".add-row");
  const names = [...grid.querySelectorAll("th")].map((head) => head.textContent.replace(/[^\p{L}\p{N}]+/gu, "-"));
  const authored = body.querySelectorAll("tr:not(.spare)").length;
  const numeric = [...body.querySelectorAll("tr:first-child td")].map((cell) => cell.querySelector("input"));
  adder.addEventListener("click", add);
  return { restore };

  function rows() {
    return course.record(id) ?? [];
  }

  /** Shows the rows that are kept, in the order in which they were added. */
  function restore() {
    for (const row of body.querySelectorAll(".added")) if (!rows().includes(Number(row.dataset.row))) row.remove();
    for (const row of rows()) if (!rowOf(row)) show(row);
    renumber();
  }

  function add() {
    const row = Math.max(0, ...rows()) + 1;
    grid.querySelector(".undo")?.remove();
    announce("course:field", { id, value: [...rows(), row] });
    const added = show(row);
    renumber();
    added.querySelector("[data-field]").focus();
  }

  function remove(row) {
    const fields = [...rowOf(row).querySelectorAll("[data-field]")];
    const kept = fields.map((field) => [sheet.fieldId(field), field.value]);
    const before = rows();
    sheet.saving.now();
    announce("course:field", { id, value: before.filter((other) => other !== row) });
    announce("course:forget", { ids: kept.map(([fieldId]) => fieldId) });
    restore();
    offerUndo(() => {
      for (const [fieldId, value] of kept) announce("course:field", { id: fieldId, value });
      announce("course:field", { id, value: [...rows(), row].sort((one, other) => one - other) });
      sheet.restore();
      rowOf(row).querySelector("[data-field]").focus();
    });
  }

  function offerUndo(undo) {
    grid.querySelector(".undo")?.remove();
    const back = button("button.quiet", () => { undo(); note.remove(); }, t("undo"));
    const note = h("p.undo", { role: "status" }, t("row_removed"), " ", back);
    adder.parentElement.before(note);
    back.focus();
  }

  function rowOf(row) {
    return body.querySelector(`.added[data-row="${row}"]`);
  }

  function show(row) {
    const cells = names.map((name, at) => addedCell(grid, at, `added.${number}.${row}.${name}`, numeric[at]));
    const trash = button("icon-button.remove-row", () => remove(row), spriteIcon("cross"), h("span"));
    cells.at(-1).append(trash);
    const line = h("tr.added", { role: "row", dataset: { row } }, ...cells);
    const next = [...body.querySelectorAll(".added")].find((other) => Number(other.dataset.row) > row) ?? body.querySelector(".spare");
    body.insertBefore(line, next);
    return line;
  }

  /** Names every added field by its row as it stands now and its column. */
  function renumber() {
    [...body.querySelectorAll(".added")].forEach((line, at) => {
      const n = authored + at + 1;
      const heads = [...grid.querySelectorAll("th")];
      [...line.querySelectorAll("[data-field]")].forEach((field, column) =>
        field.setAttribute("aria-label", t("field_in_row", { n, column: heads[column].textContent.trim() })),
      );
      line.querySelector(".remove-row span").textContent = t("remove_row", { n });
    });
  }
}

/** An empty cell below a heading, with the same sort of field as the column has. */
function addedCell(grid, at, name, model) {
  const field = model ? model.cloneNode() : h("textarea", { rows: 1, autocomplete: "off" });
  field.value = "";
  field.dataset.field = name;
  for (const attribute of ["aria-invalid", "aria-describedby"]) field.removeAttribute(attribute);
  const head = [...grid.querySelectorAll("th")][at];
  return h(
    "td",
    { role: "cell" },
    h("span.column", { "aria-hidden": "true" }, head.textContent),
    h("div.cell", h(`span.blank-field${model ? ".number" : ""}`, { dataset: { words: "" } }, field)),
  );
}
