// Ratings on a scale, read from the page and told as a table of means with a bar for each.

/** What is chosen in a block: field → point, as text. */
function ratingsIn(block) {
  return new Map([...block.querySelectorAll(".point :checked")].map(({ dataset, value }) => [dataset.field, value]));
}

/** Rows are {name, mean, answered, statements}; a mean {n, d} is null where too little was answered to speak of one. */
function meansTable(caption, column, rows, points) {
  const [low, high] = [points[0], points.at(-1)];
  const ends = h("span.ends", { "aria-hidden": "true" }, h("span", String(low)), h("span", String(high)));
  const head = h("tr", h("th", { scope: "col" }, t(column)), h("td.bar", ends), h("th.number", { scope: "col" }, t("scale_mean")));
  return h("table.means", h("caption", caption), h("thead", head), h("tbody", rows.map((row) => meanRow(row, points))));
}

function meanRow({ name, mean, answered, statements }, points) {
  const words = mean ? (Number(mean.n) / Number(mean.d)).toFixed(2) : h("small", t("scale_too_few", { n: answered, total: statements }));
  return h("tr", h("th", { scope: "row" }, name), h("td.bar", mean && meanBar(mean, points)), h("td.number", words));
}

/** The scale as a line with its points, filled up to the mean. */
function meanBar({ n, d }, points) {
  const at = (value) => `${Math.round((1e4 * (value - points[0])) / (points.at(-1) - points[0])) / 100}%`;
  const here = at(Number(n) / Number(d));
  const ticks = points.map((point) => `<line x1="${at(point)}" x2="${at(point)}" y1="4" y2="16"/>`).join("");
  return fragment(`<svg class="mean-bar" aria-hidden="true" height="20"><line x1="0" x2="100%" y1="10" y2="10"/>${ticks}<rect width="${here}" y="6" height="8"/><circle cx="${here}" cy="10" r="7"/></svg>`);
}
