// A table to which the learner may add rows. Added rows may be removed, and the last removal undone.

function openGrid(sheet, grid, number) {
  const id = `rows:${sheet.place}/${number}`;
  const body = grid.querySelector("tbody");
  const undo = grid.querySelector(".undo");
  const columns = [...grid.querySelectorAll("th")].map((head) => head.textContent.trim());
  const authored = body.querySelectorAll("tr:not(.spare)").length;
  grid.querySelector(".add-row").onclick = add;
  return { restore };

  function rows() {
    return course.record(id) ?? [];
  }

  /** Shows the rows that are kept, in the order in which they were added. */
  function restore() {
    undo.hidden = true;
    for (const row of body.querySelectorAll(".added")) if (!rows().includes(Number(row.dataset.row))) row.remove();
    for (const row of rows()) if (!rowOf(row)) show(row);
    renumber();
  }

  function add() {
    const row = Math.max(0, ...rows()) + 1;
    keepField(id, [...rows(), row]);
    restore();
    fieldsOf(rowOf(row))[0].focus();
  }

  function remove(row) {
    const kept = fieldsOf(rowOf(row)).map((field) => [sheet.fieldId(field), field.value]);
    const before = rows();
    sheet.saving.now();
    keepField(id, before.filter((other) => other !== row));
    announce("course:forget", { ids: kept.map(([fieldId]) => fieldId) });
    restore();
    const [back] = undo.children;
    undo.hidden = false;
    back.onclick = () => {
      for (const [fieldId, value] of kept) keepField(fieldId, value);
      keepField(id, [...rows(), row].sort((one, other) => one - other));
      sheet.restore();
      fieldsOf(rowOf(row))[0].focus();
    };
    back.focus();
  }

  function rowOf(row) {
    return body.querySelector(`.added[data-row="${row}"]`);
  }

  function show(row) {
    const line = templateOf(grid).firstElementChild;
    line.dataset.row = row;
    for (const [at, field] of fieldsOf(line).entries()) {
      field.dataset.field = `added.${number}.${row}.${columns[at].replace(/[^\p{L}\p{N}]+/gu, "-")}`;
      showField(field);
    }
    line.querySelector(".remove-row").onclick = () => remove(row);
    const next = [...body.querySelectorAll(".added")].find((other) => Number(other.dataset.row) > row) ?? body.querySelector(".spare");
    body.insertBefore(line, next);
  }

  /** Names every added field by its row as it stands now and its column. */
  function renumber() {
    for (const [at, line] of [...body.querySelectorAll(".added")].entries()) {
      const n = authored + at + 1;
      for (const [place, field] of fieldsOf(line).entries()) field.setAttribute("aria-label", t("field_in_row", { n, column: columns[place] }));
      line.querySelector(".remove-row span").textContent = t("remove_row", { n });
    }
  }
}

function fieldsOf(line) {
  return [...line.querySelectorAll("[data-field]")];
}
