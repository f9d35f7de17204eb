// The share of left sides that got their right side; the rule "all" pays only all of them.
// Response: { left id: right id or null }; a left id that the item does not have makes it worthless.
scoring.match = (key, response) => {
  if (typeof response !== "object" || response === null || Array.isArray(response)) return earnedShare(0, 1);
  if (!Object.keys(response).every((left) => Object.hasOwn(key.pairs, left))) return earnedShare(0, 1);
  const lefts = Object.keys(key.pairs);
  const right = lefts.filter((left) => Object.hasOwn(response, left) && response[left] === key.pairs[left]);
  if (key.rule === "all") return earnedShare(right.length === lefts.length ? 1 : 0, 1);
  return earnedShare(right.length, lefts.length);
};
