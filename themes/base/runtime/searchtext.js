// How searching reads a text: words by their beginnings, Han characters in pairs, all forms of a letter as one.

/** Forms of a Han character → the first of their class. */
const forms = new Map(readData("variants").split(" ").flatMap(([first, ...others]) => others.map((form) => [form, first])));
const otherForms = new RegExp(`[${[...forms.keys()].join("")}]`, "g");

/** Folds width, capitals, accents, apostrophes, soft hyphens, and traditional and simplified forms. */
function searchable(raw) {
  return raw.normalize("NFKD").toLowerCase().replace(/[\p{Mn}\p{Cf}'’]/gu, "").replace(otherForms, (form) => forms.get(form));
}

const LETTER = "(?!\\p{sc=Han})[\\p{L}\\p{N}]"; // of a script that parts its words

/** What is looked for: `grams` are words by their beginnings and pairs of Han characters, `wholes` are both in full. */
function readQuery(query) {
  const grams = new Set();
  const wholes = [];
  for (const [run, word] of searchable(query).matchAll(new RegExp(`((?:${LETTER})+)|\\p{sc=Han}+`, "gu"))) {
    const letters = word ? [`(?<!${LETTER})${word}`, `(?!${LETTER})`] : [...run];
    const pairs = letters.slice(1).map((next, at) => adjacent([letters[at], next]));
    for (const gram of !word && pairs.length ? pairs : [letters[0]]) grams.add(gram);
    wholes.push(word ? letters.join("") : adjacent(letters));
  }
  return [[...grams], wholes].map((sources) => sources.map((source) => new RegExp(source, "gu")));
}

/** Han characters next to each other, the end of a line between them or not. */
function adjacent(characters) {
  return characters.join("\\s*");
}

/** The passages that hold half of what is looked for, of two both, best first: BM25, by the weight of where they stand.
 * What the headings above a passage hold counts as found, if something of it stands in the passage. */
function rank(passages, [grams, wholes]) {
  const hits = new Map();
  const spread = grams.map(() => 1);
  for (const passage of passages) {
    const counts = grams.map((gram) => passage.text.match(gram)?.length ?? 0);
    if (counts.some(Boolean)) hits.set(passage, counts);
    counts.forEach((count, at) => (spread[at] += count > 0));
  }
  const needed = grams.length > 2 ? grams.length / 2 : grams.length;
  const scores = [];
  for (const [passage, counts] of hits) {
    let [score, covered] = [0, 0];
    counts.forEach((count, at) => {
      const above = passage.under.some((heading) => hits.get(heading)?.[at]) ? 0.3 : 0;
      covered += count || above ? 1 : 0;
      score += Math.log(1 + passages.length / spread[at]) * (above + (passage.weight * count) / (count + 0.5 + passage.text.length / 100));
    });
    for (const whole of wholes) if (passage.text.search(whole) >= 0) score *= 1.5;
    if (covered >= needed) scores.push([score, passage]);
  }
  return scores.sort(([one], [other]) => other - one).map(([, passage]) => passage);
}

/** Where a text as it is written has what is looked for: [start, end] in order, none overlapping. */
function spotsIn(raw, [grams]) {
  const starts = [];
  let [text, at] = ["", 0];
  for (const letter of raw) {
    const folded = searchable(letter);
    for (const _ of folded.split("")) starts.push(at);
    text += folded;
    at += letter.length;
  }
  starts.push(at);
  const spots = grams.flatMap((gram) => [...text.matchAll(gram)].map(({ 0: hit, index }) => [starts[index], starts[index + hit.length]]));
  return spots.sort(([one], [other]) => one - other).reduce(joined, []);
}

function joined(spots, [start, end]) {
  const last = spots.at(-1);
  if (start <= last?.[1]) last[1] = Math.max(last[1], end);
  else spots.push([start, end]);
  return spots;
}
