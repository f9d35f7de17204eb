// Single: all or nothing. Multiple: the share of right options found, nothing once a wrong one is chosen;
// the rule "all" pays only the exact set, "balanced" the share of rights minus that of wrongs; with weights the worths of
// the chosen options are added, never below nothing or above all. Response: a list of option ids.
scoring.choice = (key, response) => {
  const chosen = distinctIds(response);
  if (key.weights) {
    const known = chosen.every((id) => Object.hasOwn(key.weights, id)) && (key.multiple || chosen.length === 1);
    const worth = known ? chosen.reduce((sum, id) => sum + key.weights[id], 0) : 0;
    return earnedShare(Math.min(Math.max(0, worth), key.of), key.of);
  }
  if (key.rule === "balanced") {
    const found = chosen.filter((id) => key.correct.includes(id)).length;
    const wrong = Math.max(1, key.wrong);
    return earnedShare(Math.max(0, found * wrong - (chosen.length - found) * key.correct.length), key.correct.length * wrong);
  }
  if (!chosen.every((id) => key.correct.includes(id))) return earnedShare(0, 1);
  const complete = chosen.length === key.correct.length;
  if (key.rule === "all" || !key.multiple) return earnedShare(complete ? 1 : 0, 1);
  return earnedShare(chosen.length, key.correct.length);
};
