// Pictures of what was reached: small SVG without words, so that the words beside them wrap, grow and are a table for
// everybody. Lengths are shares of the width; where text runs from right to left the style sheet mirrors them.

/** An SVG that says what it shows. */
function picture(name, ...shapes) {
  const svg = shape("svg", { class: "picture", role: "img", "aria-label": name, height: 20 });
  svg.append(...shapes.flat().filter(Boolean));
  return svg;
}

function shape(tag, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** A line from one share of 1 to another. */
function lineShape(from, to, y1 = 10, y2 = y1) {
  return shape("line", { x1: atShare(from), x2: atShare(to), y1, y2 });
}

function boxShape(name, from, to) {
  return shape("rect", { class: name, x: atShare(Math.min(from, to)), width: atShare(Math.abs(to - from)), y: 5, height: 10 });
}

function dotShape(name, at, r) {
  return shape("circle", { class: name, cx: atShare(at), cy: 10, r });
}

function atShare(share) {
  return `${Math.round(1e4 * share) / 100}%`;
}

/** A bar from zero to a share of 1, crossed by a line at `mark`; `low` is the least share that there is room for. */
function barPicture(name, share, mark, low = 0) {
  const at = (value) => (value - low) / (1 - low);
  const zero = low < 0 && lineShape(at(0), at(0), 2, 18);
  return picture(name, boxShape("track", 0, 1), boxShape("fill", at(0), at(share)), zero, mark !== undefined && lineShape(at(mark), at(mark), 0, 20));
}

/** What was before, an open ring, and what came after, a full one, on a line from 0 to 1. */
function gainPicture(name, before, after) {
  return picture(name, lineShape(0, 1), [0, 0.5, 1].map((at) => lineShape(at, at, 6, 14)), boxShape("fill", before, after), dotShape("before", before, 7), dotShape("fill", after, 5));
}

/** A table whose rows are made by chartRow; every group of rows is a body of its own. */
function chartTable(columns, groups, foot) {
  const head = h("thead", h("tr", columns.map((words) => h("th", { scope: "col" }, words))));
  return h("table.scores", head, groups.map((rows) => h("tbody", rows)), foot && h("tfoot", foot));
}

/** A row with a picture beside the number that it shows. */
function chartRow(label, image, words, ...others) {
  return h("tr", h("th", { scope: "row" }, label), h("td.chart", h("div", image, h("span", words))), others.map((each) => h(typeof each === "string" ? "td.number" : "td", each)));
}

const MANY = 12;

/** Long lists stand folded behind their first part; `table` makes a table of rows. */
function folded(rows, table) {
  const rest = rows.slice(MANY);
  return [table(rows.slice(0, MANY)), rest.length > 0 && h("details", h("summary", t("results_more", { n: rest.length })), table(rest))];
}

/** Points as a share of those possible, for pictures only. */
function shareOf({ n, d }, possible) {
  return possible === 0 ? 0 : Number(n) / Number(d) / possible;
}

function ofPoints(earned, possible) {
  return t("n_of_m", { n: decimalText(earned), m: possible });
}
