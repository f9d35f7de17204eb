// Orders that look random and can be made again: the same seed gives the same order in every browser.

function newSeed() {
  return crypto.getRandomValues(new Uint32Array(1))[0];
}

/** A shuffled copy: Fisher–Yates over the numbers that follow from the seed. */
function shuffled(list, seed) {
  const next = numbersFrom(seed);
  const copy = [...list];
  for (let last = copy.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    [copy[last], copy[other]] = [copy[other], copy[last]];
  }
  return copy;
}

/** Mulberry32: numbers from 0 up to 1. */
function numbersFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
