// Ratings on a scale, read from the page and told as a table of means with a bar for each.

/** What is chosen in a block: field → point, as text. */
function ratingsIn(block) {
  return new Map([...block.querySelectorAll(".point :checked")].map(({ dataset, value }) => [dataset.field, value]));
}

/** Rows are {name, mean, first, answered, statements}; a mean {n, d} is null where too little was answered to speak of one,
 * and `first` is that of an earlier sitting, if there was one. */
function meansTable(caption, column, rows, points) {
  const [low, high] = [points[0], points.at(-1)];
  const ends = h("span.ends", { "aria-hidden": "true" }, h("span", String(low)), h("span", String(high)));
  const past = rows.some(({ first }) => first);
  const head = h("tr", h("th", { scope: "col" }, t(column)), h("td.bar", ends), past && h("th.number", { scope: "col" }, t("col_first")), h("th.number", { scope: "col" }, t("scale_mean")));
  return h("table.means", h("caption", caption), h("thead", head), h("tbody", rows.map((row) => meanRow(row, points, past))));
}

function meanRow({ name, mean, first, answered, statements }, points, past) {
  const words = mean ? meanWords(mean) : h("small", t("scale_too_few", { n: answered, total: statements }));
  return h("tr", h("th", { scope: "row" }, name), h("td.bar", mean && meanPicture(mean, points, first)), past && h("td.number.past", first && meanWords(first)), h("td.number", words));
}

function meanWords({ n, d }) {
  return (Number(n) / Number(d)).toFixed(2);
}

/** The scale as a line with its points, filled up to the mean; an earlier mean is an open ring. */
function meanPicture(mean, points, first) {
  const share = (value) => (value - points[0]) / (points.at(-1) - points[0]);
  const at = ({ n, d }) => share(Number(n) / Number(d));
  return picture(t("n_of_m", { n: meanWords(mean), m: points.at(-1) }), scaleShape(points.map(share)), boxShape("fill", 0, at(mean)), first ? dotShape("before", at(first)) : "", dotShape("fill", at(mean)));
}
