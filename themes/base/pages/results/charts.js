// Pictures of what was reached: small SVG without words, so that the words beside them wrap, grow and are a table for
// everybody. Lengths are shares of the width; where text runs from right to left the style sheet mirrors them.

/** An SVG that says what it shows; the name is made of our own words and of numbers. */
function picture(name, ...shapes) {
  return fragment(`<svg class="picture" role="img" aria-label="${name}">${shapes.flat().join("")}</svg>`);
}

function atShare(share) {
  return `${Math.round(1e4 * share) / 100}%`;
}

/** A line across the picture, `reach` long to both sides. */
function tickShape(at, reach) {
  return `<line x1="${atShare(at)}" x2="${atShare(at)}" y1="${10 - reach}" y2="${10 + reach}"/>`;
}

/** The scale from 0 to 1 as a thin line with its ticks. */
function scaleShape(ticks) {
  return `<line x2="100%" y1="10" y2="10"/>${ticks.map((at) => tickShape(at, 6)).join("")}`;
}

function boxShape(name, from, to) {
  return `<rect class="${name}" x="${atShare(Math.min(from, to))}" width="${atShare(Math.abs(to - from))}" y="5" height="10"/>`;
}

function dotShape(name, at) {
  return `<circle class="${name}" cx="${atShare(at)}" cy="10" r="7"/>`;
}

/** A bar from zero to a share of 1, crossed by a line at `mark`; `low` is the least share that there is room for. */
function barPicture(name, share, mark, low = 0) {
  const at = (value) => (value - low) / (1 - low);
  return picture(name, boxShape("track", 0, 1), boxShape("fill", at(0), at(share)), mark === undefined ? "" : tickShape(at(mark), 10));
}

/** From an open ring to a full dot, on a scale from 0 to 1. */
function gainPicture(name, before, after) {
  return picture(name, scaleShape([0, 0.5, 1]), boxShape("fill", before, after), dotShape("before", before), dotShape("fill", after));
}

/** A picture and the number that it shows. */
function chart(image, words) {
  return h("div", image, h("span", words));
}

function chartRow(label, image, words, ...others) {
  return h("tr", h("th", { scope: "row" }, label), h("td.chart", chart(image, words)), others.map((each) => h("td", each)));
}

const MANY = 12;

/** Puts rows, or groups of them, into a part of the page; what is too much at once is folded. Without rows it is not shown. */
function showPart(name, rows) {
  const part = document.querySelector(`[data-part=${name}]`);
  const [first, rest] = part.querySelectorAll("tbody");
  first.replaceChildren(...rows.slice(0, MANY).flat());
  rest.replaceChildren(...rows.slice(MANY).flat());
  part.hidden = !rows.length;
  part.querySelector("details").hidden = rows.length <= MANY;
}

/** Of many, those to look at first; the others are folded. */
function firstOfMany(all, isFirst) {
  return all.length > MANY ? [...all.filter(isFirst), ...all.filter((each) => !isFirst(each))] : all;
}

/** Points as a share of those possible, for pictures only. */
function shareOf({ n, d }, possible) {
  return possible === 0 ? 0 : Number(n) / Number(d) / possible;
}

function ofPoints(earned, possible) {
  return t("n_of_m", { n: decimalText(earned), m: possible });
}
