// Which items an attempt has, and in which order. The seed decides, so that the same attempt is the same after a reload.

/** `count` of the ids in their new order: what was never seen comes before what was. */
function drawItems(ids, { count, mixed, seed, seen }) {
  const pile = shuffled(ids, seed);
  const drawn = [...pile.filter((id) => !seen.has(id)), ...pile.filter((id) => seen.has(id))].slice(0, count);
  return mixed ? shuffled(drawn, seed + 1) : ids.filter((id) => drawn.includes(id));
}
