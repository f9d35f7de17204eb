// What the scoring rules of all question types share: the browser's half of ssg/scoring.py.
// Each questions/<kind>/<kind>.score.js adds its rule: scoring.<kind>(key, response) → { earned: [n, d] }, an exact
// fraction of one item in lowest terms. A response of another shape than the kind's earns [0, 1]; none makes a rule throw.
const scoring = {};

function earnedShare(earned, possible) {
  if (earned === 0 || possible === 0) return { earned: [0, 1] };
  const { n, d } = lowestTerms(earned, possible);
  return { earned: [n, d] };
}

/** What is left of a share when each opened hint costs so many per cent of the item: after_hints of ssg/scoring.py. */
function afterHints([n, d], hints, cost) {
  return earnedShare(Math.max(0, n * 100 - d * hints * cost), d * 100).earned;
}

/** Two numbers, or two BigInts, as the smallest fraction n/d. */
function lowestTerms(n, d) {
  let [divisor, rest] = [d, n];
  while (rest) [divisor, rest] = [rest, divisor % rest];
  return { n: n / divisor, d: d / divisor };
}

// The ids of a list of different ids; an empty list for any other response.
function distinctIds(response) {
  if (!Array.isArray(response) || !response.every((id) => typeof id === "string")) return [];
  return new Set(response).size === response.length ? response : [];
}

// The share of pairs that are right; the rule "all" pays only all of them. Response: { id: id or null }; an id on the left
// that the item does not have makes it worthless.
function pairsShare(key, response) {
  const lefts = Object.keys(key.pairs);
  if (!isObject(response) || !Object.keys(response).every((left) => Object.hasOwn(key.pairs, left))) return earnedShare(0, 1);
  const right = lefts.filter((left) => Object.hasOwn(response, left) && response[left] === key.pairs[left]).length;
  if (key.rule === "all") return earnedShare(right === lefts.length ? 1 : 0, 1);
  return earnedShare(right, lefts.length);
}

function isObject(response) {
  return typeof response === "object" && response !== null && !Array.isArray(response);
}

// What a typed text is worth: the per cent of the first accepted text that it equals when normalised, else 0.
function acceptedPercent(textKey, response) {
  if (typeof response !== "string") return 0;
  const switches = { ignorePunctuation: textKey.ignore_punctuation, ignoreParticles: textKey.ignore_particles };
  const typed = normalise(response, switches);
  if (typed === "") return 0;
  const match = textKey.accept.find(([text]) => normalise(text, switches) === typed);
  return match ? match[1] : 0;
}
