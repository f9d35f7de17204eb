// Exact sums of points: thirds and sevenths add up without a rounding error, at any length.

const zeroPoints = { n: 0n, d: 1n };

/** A share of 1, [numerator, denominator], of a whole number of points. */
function pointsOf([n, d], possible) {
  return lowestTerms(BigInt(n) * BigInt(possible), BigInt(d));
}

function addPoints(a, b) {
  return lowestTerms(a.n * b.d + b.n * a.d, a.d * b.d);
}

function sumPoints(all) {
  return all.reduce(addPoints, zeroPoints);
}

/** "7/3", or "2" for a whole number: the form of results files, where numbers of JSON would round. */
function exactText({ n, d }) {
  return d === 1n ? String(n) : `${n}/${d}`;
}

/** For people: rounded to at most two decimals. */
function decimalText({ n, d }) {
  return String(Number((n * 200n + d) / (2n * d)) / 100);
}

/** Points as a whole per cent, rounded down: 79.9 % is not shown as a passed 80 %. */
function percentOf({ n, d }, possible) {
  return possible === 0 ? 0 : Number((n * 100n) / (d * BigInt(possible)));
}
