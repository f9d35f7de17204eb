// Full credit from key.low to key.high, both included, compared as exact decimals. Response: the text as typed.
scoring.numeric = (key, response) => {
  if (typeof response !== "string") return earnedShare(0, 1);
  const value = readNumber(response, key.units);
  const inside = value && noMore(readNumber(key.low), value) && noMore(value, readNumber(key.high));
  return earnedShare(inside ? 1 : 0, 1);
};

// A number as typed, with or without one of the units, as { digits, places }: digits / 10 ** places; null for anything else.
function readNumber(typed, units = []) {
  if (/[~～〜⁓]/.test(typed)) return null;
  const text = normalise(typed, { ignorePunctuation: false });
  for (const bare of [text, ...units.flatMap((unit) => withoutUnit(text, unit))]) {
    const number = /^([-+负負正]?) ?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]*)(?:\.([0-9]+))?$/.exec(bare);
    if (!number) continue;
    const [sign, places] = [number[1], number[3] ?? ""];
    const digits = number[2].replaceAll(",", "") + places;
    if (digits === "" || digits.length > 40) continue;
    const size = BigInt(digits);
    return { digits: "-负負".includes(sign || "+") ? -size : size, places: places.length };
  }
  return null;
}

function withoutUnit(text, unit) {
  const name = normalise(unit, { ignorePunctuation: false });
  const bare = [];
  if (text.endsWith(name) && !/^[0-9]/.test(name)) bare.push(text.slice(0, text.length - name.length).replace(/ +$/, ""));
  if (text.startsWith(name) && !/[0-9]$/.test(name)) bare.push(text.slice(name.length).replace(/^ +/, ""));
  return bare;
}

function noMore(left, right) {
  return left.digits * 10n ** BigInt(right.places) <= right.digits * 10n ** BigInt(left.places);
}
