// What ratings on a scale come to: the mean of each dimension, reversed statements turned round, and whose bands apply.
// The other half is ssg/scales.py; both pass tests/vectors/selfcheck.json.

/** Every dimension in the key's order, then all statements together under "": how many are answered, and the mean {n, d},
 * null where fewer than two thirds are. An answer that is no point of the scale counts as none. */
function scaleMeans({ points, dimensions, statements }, answers) {
  const ends = points[0] + points.at(-1);
  const ratings = new Map([...dimensions, ""].map((name) => [name, []]));
  for (const [id, [dimension, turned]] of Object.entries(statements)) {
    const point = points.find((each) => String(each) === answers.get(id));
    for (const name of new Set([dimension, ""])) ratings.get(name).push(turned && point !== undefined ? ends - point : point);
  }
  return [...ratings].map(([dimension, all]) => {
    const given = all.filter((each) => each !== undefined);
    const enough = given.length > 0 && 3 * given.length >= 2 * all.length;
    const mean = enough ? lowestTerms(BigInt(given.reduce((sum, each) => sum + each, 0)), BigInt(given.length)) : null;
    return { dimension, answered: given.length, statements: all.length, mean };
  });
}

/** Whether a mean passes all tests of a band, each [sign, hundredths]. */
function bandApplies(tests, { n, d }) {
  return tests.every(([sign, hundredths]) => {
    const over = n * 100n - BigInt(hundredths) * d;
    return (over > 0n && sign[0] === ">") || (over < 0n && sign[0] === "<") || (over === 0n && sign[1] === "=");
  });
}
