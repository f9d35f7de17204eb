// The passages that can be found: prose, titles, terms. What could give an answer away is in none of them.

const PARTS = ":is(h1, h2, h3, h4, h5, h6, p, li, tr, dt, dd, figcaption, summary, pre, .formula)";
/** Of a block only its title and what introduces it: no item, scene, form, card or result. */
const FOUND = `${PARTS}:not(.block *, .chapter-head *, nav *, .alert-title, .footnotes-title, .recording summary), `
  + `.chapter-head :is(h1, li), .block-title, .intro ${PARTS}`;
const APART = `${PARTS}, .definition, .footnote-ref`;
const WEIGHTS = { H1: 6, H2: 3, H3: 3, DT: 3, H4: 2, H5: 2, H6: 2 }; // of prose: 1

/** Reads the course as it is shown, in turns. Languages that wait in templates are no part of the document. */
async function collectPassages() {
  const passages = [];
  for (const section of document.querySelectorAll("main > :is(.chapter, .glossary)")) {
    const read = openReading(section);
    await inTurns(section.querySelectorAll(FOUND), (element) => passages.push(...read(element)));
  }
  return passages;
}

/** Reads a section's elements in order: a passage knows the last anchor before it and the headings above it. */
function openReading(section) {
  let anchor = section.id;
  let title, heading, term;
  return (element) => {
    if (element.id) anchor = element.id;
    const text = searchable(passageWords(element)).trim();
    if (!text) return [];
    const weight = WEIGHTS[element.tagName] ?? 1;
    const near = element.closest("dd") ? term : heading;
    const passage = { element, section, anchor, text, weight, near, under: [title, near].filter(Boolean) };
    title ??= passage;
    if (element.tagName === "DT") term = passage;
    else if (weight > 1) heading = passage;
    return [passage];
  };
}

/** The words of a passage, without those of passages within it. */
function passageWords(element) {
  return piecesOf(element).map(([words]) => words).join("");
}

/** The words of a passage and the text nodes they stand in; the cells of a row are set apart. */
function piecesOf(element) {
  const pieces = [];
  const read = (parent) => {
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) pieces.push([node.data, node]);
      else if (!node.matches(APART)) read(node);
    }
    if (parent.matches("tr > :not(:last-child)")) pieces.push([" · "]);
  };
  read(element);
  return pieces;
}
