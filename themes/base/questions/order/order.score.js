// max(0, Kendall's tau): chance-corrected, so that a random or reversed order earns nothing on average or at all.
// "adjacent" pays the share of true neighbours kept together in order, "all" only the exact order.
// Response: all step ids, each once.
scoring.order = (key, response) => {
  const steps = key.order;
  const given = distinctIds(response);
  if (steps.length < 2 || given.length !== steps.length) return earnedShare(0, 1);
  const places = given.map((id) => steps.indexOf(id));
  if (places.includes(-1)) return earnedShare(0, 1);
  if (key.rule === "all") return earnedShare(places.every((place, at) => place === at) ? 1 : 0, 1);
  if (key.rule === "adjacent") {
    const kept = places.filter((place, at) => at > 0 && place === places[at - 1] + 1);
    return earnedShare(kept.length, steps.length - 1);
  }
  const pairs = (steps.length * (steps.length - 1)) / 2;
  const concordant = places.flatMap((place, at) => places.slice(at + 1).filter((later) => later > place)).length;
  return earnedShare(Math.max(0, 2 * concordant - pairs), pairs);
};
