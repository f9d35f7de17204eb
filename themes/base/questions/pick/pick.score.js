// The share of gaps with the right word; the rule "all" pays only all of them. Response: a list of ids, one for each gap.
scoring.pick = (key, response) => {
  const chosen = Array.isArray(response) ? response : [];
  const right = key.gaps.filter((id, at) => chosen[at] === id).length;
  if (key.rule === "all") return earnedShare(right === key.gaps.length ? 1 : 0, 1);
  return earnedShare(right, key.gaps.length);
};
