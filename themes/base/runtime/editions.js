// A course in several languages is one page that holds them all: the others wait in templates, the learner's stands in
// the body before anything comes alive. So the records belong to all of them.

const editions = openEditions();

/** The bodies of the page by language; the one that is shown is the document. */
function openEditions() {
  const root = document.documentElement;
  const waiting = new Map([...document.querySelectorAll("body > template[data-language]")].map((template) => [template.dataset.language, template]));
  const chosen = waiting.get(root.dataset.language);
  if (chosen) {
    const original = document.createElement("template");
    original.content.append(...[...document.body.childNodes].filter((node) => !node.dataset?.language));
    waiting.set(root.lang, original);
    waiting.delete(root.dataset.language);
    root.lang = root.dataset.language;
    root.dir = chosen.dir;
    document.body.prepend(chosen.content);
    document.title = document.querySelector("#cover").dataset.title;
  }
  delete root.dataset.language;
  return new Map([...waiting].map(([language, { content }]) => [language, content]));
}

/** The id of a heading in this language, where the given one is that of another. */
function idHere(id) {
  if (document.getElementById(id)) return id;
  const other = [...editions.values()].find((each) => each.getElementById(id));
  return other ? sameHeading(id, other, document) : id;
}

/** The heading at the same place among those of its chapter; the chapter where one of the two has more. */
function sameHeading(id, from, to) {
  const chapter = id.slice(0, id.indexOf("/") + 1);
  const [mine, theirs] = [from, to].map((page) => [...(page.getElementById(chapter)?.querySelectorAll(":is(h1, h2, h3, h4, h5, h6)[id]") ?? [])]);
  const at = mine.findIndex((heading) => heading.id === id);
  return mine.length === theirs.length && at >= 0 ? theirs[at].id : chapter;
}

/** Shows the course in another language at the same place. What no shelf has taken yet goes along. */
function switchLanguage(_, { dataset: { language } }) {
  saveAllNow();
  course.store.put([["setting:language", language]]);
  const here = shown.matches(".chapter") ? placeInView(shown) : decode(location.hash.slice(1));
  const there = sameHeading(here, document, editions.get(language));
  history.replaceState({ language, carried: course.store.atRisk() }, "", `#${there || here}`);
  location.reload();
}

function wireEditions() {
  const carried = history.state?.carried;
  if (carried?.length) course.store.take(carried);
}
