// The words of the page: t("key", {n: 3}) fills {n}. Words that change with a number are a table of their forms, by the
// plural categories of Unicode (CLDR). Built, t("key") says a number: so no key begins with what only the page knows.

const strings = readData("strings");

/** How numbers and dates are written. Arabic has two sets of digits, of which browsers choose different ones. */
const locale = new Intl.Locale(document.documentElement.lang, { numberingSystem: "latn" });
const plurals = new Intl.PluralRules(locale);
const numbers = new Intl.NumberFormat(locale);

/** The words for a key. A missing one is reported and shows as ⟦key⟧: never blank, never a broken page. */
function t(key, values = {}) {
  const words = strings[key] ?? missing(key);
  return (words[plurals.select(values.n)] ?? words).replace(/\{(\w+)\}/g, (_, name) => spelled(values[name]) ?? missing(`${key}.${name}`));
}

function spelled(value) {
  return typeof value === "number" ? numbers.format(value) : value;
}

function missing(key) {
  reportError(new Error(`no words for ${key}`));
  return `⟦${key}⟧`;
}
