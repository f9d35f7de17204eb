// Finding words in the course: a dialog, its results, and the way to the passage that was chosen.

const RESULTS_AT_ONCE = 20;
const COUNT_PAUSE = 500; // ms: the number is told when typing pauses, not at every key
let passages = null;

function openSearch() {
  const dialog = document.getElementById("search-dialog");
  if (!passages) wireSearch(dialog);
  passages ??= collectPassages();
  openDialog("search-dialog");
  dialog.querySelector("input").select();
}

function wireSearch(dialog) {
  const [field, count, list] = dialog.querySelectorAll("input, [role=status], .search-results");
  const hint = count.textContent;
  let pause;
  field.oninput = ({ isComposing }) => isComposing || show(); // half-composed text is no word yet
  field.addEventListener("compositionend", show);
  dialog.onkeydown = walkResults;

  async function show() {
    const words = field.value.trim();
    const query = readQuery(words);
    count.replaceChildren(); // it spoke of other words
    const found = query[0].length ? rank(await passages, query) : [];
    if (words !== field.value.trim()) return;
    list.replaceChildren();
    showResults(list, found, query);
    clearTimeout(pause);
    pause = setTimeout(() => count.replaceChildren(words ? t(found.length ? "search_count" : "search_none", { n: found.length, words }) : hint), COUNT_PAUSE);
  }
}

/** Adds results, by chapters, and a button for more of them; what is shown already never moves. */
function showResults(list, found, query) {
  const rest = found.slice(RESULTS_AT_ONCE);
  for (const [section, here] of Map.groupBy(found.slice(0, RESULTS_AT_ONCE), (passage) => passage.section)) {
    list.append(h("section",
      h("h3.found-chapter", h("span.number", section.querySelector(".figure")?.textContent), section.dataset.title),
      h("ul", here.map((passage) => h("li", resultLink(passage, query))))));
  }
  if (!rest.length) return;
  list.append(button("button", ({ target }) => {
    target.remove();
    const next = list.childElementCount;
    showResults(list, rest, query);
    list.children[next].querySelector("a").focus();
  }, t("search_more", { n: rest.length })));
}

/** A title shows as itself; a text under its heading, unless that is the chapter's, which stands above already. */
function resultLink(passage, query) {
  const { element, anchor, near, weight } = passage;
  const title = weight > 1 ? passage : near?.near && near;
  const kind = title?.element.closest(".block-head")?.firstElementChild.textContent;
  return h("a", { href: `#${anchor}`, onclick: (event) => follow(event, element, query) },
    title && h("b", kind && h("span.kind", kind), marked(passageWords(title.element), title === passage ? query : [[]])),
    title !== passage && h("span.snippet", snippet(passageWords(element), query)));
}

const BEFORE = 24;

/** The words around the first hit, the hits marked. */
function snippet(raw, query) {
  const [[first]] = [...spotsIn(raw, query), [0]];
  const before = raw.slice(Math.max(0, first - BEFORE), first);
  const whole = first > BEFORE ? before.replace(/^[^\s\p{sc=Han}]+\s*/u, "") : before; // it starts with no half word
  const from = first - whole.length;
  return [from > 0 && "…", marked(raw.slice(from), query)];
}

function marked(raw, query) {
  let at = 0;
  const parts = spotsIn(raw, query).map(([start, end]) => [raw.slice(at, start), h("mark", raw.slice(start, (at = end)))]);
  return [parts, raw.slice(at)];
}

/** From the field through the results and back by the arrows; Enter in the field takes the first result. */
function walkResults(event) {
  const stops = [...event.currentTarget.querySelectorAll("input, .search-results :is(a, button)")];
  const at = stops.indexOf(document.activeElement);
  const next = stops[at + { ArrowDown: 1, ArrowUp: -1, Enter: 1 }[event.key]];
  if (isComposing(event) || at < 0 || (event.key === "Enter" && at > 0) || !next) return;
  event.preventDefault();
  if (event.key === "Enter") next.click();
  else next.focus();
}

/** Turns to the anchor nearest to a passage, as the address then says, and goes on to the passage itself. */
async function follow(event, element, query) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const { hash, href } = event.currentTarget;
  event.currentTarget.closest("dialog").close();
  if (href === location.href) history.pushState(null, "");
  else {
    location.hash = hash;
    await new Promise((done) => window.addEventListener("hashchange", done, { once: true }));
  }
  const place = uncover(element);
  place.scrollIntoView({ block: "center", behavior: "instant" });
  focusOn(place);
  markFound(element, query);
}

/** Marks the hits in the text itself until a page is turned; a browser that cannot outlines the passage for a moment. */
function markFound(element, query) {
  if (!CSS.highlights) return element.classList.add("found");
  const ranges = piecesOf(element).flatMap(([words, node]) =>
    spotsIn(words, query).map(([startOffset, endOffset]) => new StaticRange({ startContainer: node, startOffset, endContainer: node, endOffset })));
  window.addEventListener("hashchange", () => CSS.highlights.clear(), { once: true });
  return CSS.highlights.set("found", new Highlight(...ranges));
}
