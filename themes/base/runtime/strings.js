// The words of the page: t("key", {n: 3}) fills {n}.

const strings = readData("strings");

/** The words for a key. A missing one is reported and shows as ⟦key⟧: never blank, never a broken page. */
function t(key, values = {}) {
  return (strings[key] ?? missing(key)).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? missing(`${key}.${name}`));
}

function missing(key) {
  reportError(new Error(`no words for ${key}`));
  return `⟦${key}⟧`;
}
