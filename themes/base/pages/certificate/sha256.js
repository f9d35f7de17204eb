// SHA-256 (FIPS 180-4): browsers withhold their own from a page on plain http under a host name.

/** The digest of a text's UTF-8 bytes, in hexadecimal. */
function sha256(text) {
  const words = paddedWords(new TextEncoder().encode(text));
  const primes = Array.from({ length: 312 }, (_, n) => n).filter((n) => n > 1 && ![2, 3, 5, 7, 11, 13, 17].some((p) => n % p === 0 && n !== p));
  const state = primes.slice(0, 8).map((prime) => fractionBits(Math.sqrt(prime)));
  const constants = primes.map((prime) => fractionBits(Math.cbrt(prime)));
  for (let at = 0; at < words.length; at += 16) compress(state, words.subarray(at, at + 16), constants);
  return state.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

const fractionBits = (root) => ((root % 1) * 2 ** 32) | 0;
const rotated = (word, by) => (word >>> by) | (word << (32 - by));

function paddedWords(bytes) {
  const words = new Int32Array((((bytes.length + 8) >> 6) + 1) * 16);
  [...bytes, 0x80].forEach((byte, at) => (words[at >> 2] |= byte << (24 - 8 * (at & 3))));
  words[words.length - 1] = bytes.length * 8;
  return words;
}

function compress(state, block, constants) {
  const w = [...block];
  let [a, b, c, d, e, f, g, h] = state;
  constants.forEach((constant, i) => {
    if (i > 15) w[i] = (w[i - 16] + w[i - 7] + (rotated(w[i - 15], 7) ^ rotated(w[i - 15], 18) ^ (w[i - 15] >>> 3)) + (rotated(w[i - 2], 17) ^ rotated(w[i - 2], 19) ^ (w[i - 2] >>> 10))) | 0;
    const first = h + (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) + ((e & f) ^ (~e & g)) + constant + w[i];
    const second = (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    [a, b, c, d, e, f, g, h] = [(first + second) | 0, a, b, c, (d + first) | 0, e, f, g];
  });
  [a, b, c, d, e, f, g, h].forEach((word, at) => (state[at] = (state[at] + word) | 0));
}
