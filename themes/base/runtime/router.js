// Which section is shown: the address decides, #chapter/anchor. Back and forward return to the same place on the page.

const cover = document.getElementById("cover");
let shown = null;

function wireRouter() {
  history.scrollRestoration = "manual"; // the browser would restore before the section is there
  window.addEventListener("hashchange", route);
  document.addEventListener("click", skipToText);
  rememberScroll();
  openFirstPage();
}

/** The first page: no focus is moved, and nothing is measured that the first paint would have to wait for. */
function openFirstPage() {
  const { target } = turnPage();
  if (target || history.state?.y) scrollToPlace(history.state?.y, target, true);
}

function route() {
  const before = shown;
  const { section, target } = turnPage();
  scrollToPlace(history.state?.y, target, section !== before);
  focusOn(target ?? section.querySelector("h1"));
  saveScroll();
}

/** Shows what the address means, and says when that is not there. */
function turnPage() {
  const found = find(location.hash);
  if (found.lost) notify("lost", "info", t("page_not_found"));
  else withdraw("lost");
  if (found.section !== shown) showSection(found.section);
  return found;
}

/** The section and, within it, the element an address means. An unknown anchor means its chapter, an unknown chapter the cover. */
function find(hash) {
  const id = idHere(decode(hash.slice(1)));
  if (id === "" || id === "cover") return { section: cover };
  const target = document.getElementById(id);
  const section = target?.closest(".chapter, .page, .cover");
  if (section) return { section, target: target === section ? null : target };
  const chapter = document.getElementById(id.slice(0, id.indexOf("/") + 1));
  return { section: chapter ?? cover, lost: true };
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray % typed by hand
  }
}

function showSection(section) {
  shown = section;
  for (const other of document.querySelectorAll("main > .cover, main > .chapter, main > .page")) other.hidden = other !== section;
  document.title = section === cover ? course.data.title : `${section.dataset.title} · ${course.data.title}`;
  markCurrent(section);
  course.start(section);
  announce("course:shown", { section });
}

function markCurrent(section) {
  const id = section === cover ? "" : section.id.slice(0, -1);
  for (const link of document.querySelectorAll("a[data-chapter]")) {
    if (link.dataset.chapter === id) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  const stops = ["", ...course.data.chapters.map((chapter) => chapter.id), "results"];
  const at = stops.indexOf(id);
  point(document.getElementById("bar-previous"), stops[at - 1]);
  point(document.getElementById("bar-next"), at < 0 ? undefined : stops[at + 1]);
}

function point(link, stop) {
  link.hidden = stop === undefined;
  link.href = stop ? `#${stop}/` : "#";
}

/** Back to where this page was left, else to the anchor, else to the top. A turned page does not glide there. */
function scrollToPlace(before, target, turned) {
  const behavior = turned ? "instant" : "auto";
  if (before === undefined && target) target.scrollIntoView({ behavior });
  else if (before !== undefined || turned) window.scrollTo({ top: before ?? 0, behavior });
}

/** Puts the focus on a heading or anchor, so that reading and tabbing go on from there. */
function focusOn(element) {
  if (!element.matches("a[href], button, input, select, textarea, summary, [tabindex]")) element.tabIndex = -1;
  focusQuietly(element);
}

/** The skip link moves the focus without becoming a page of its own. */
function skipToText(event) {
  if (!event.target.closest(".skip-link")) return;
  event.preventDefault();
  focusOn(shown.querySelector("h1"));
}

const SCROLL_PAUSE = 150;

function rememberScroll() {
  let pause;
  document.addEventListener("scroll", () => {
    clearTimeout(pause);
    pause = setTimeout(saveScroll, SCROLL_PAUSE);
  });
  window.addEventListener("hashchange", () => clearTimeout(pause), { capture: true }); // the place belonged to the page left
  document.addEventListener("click", (event) => event.target.closest("a[href]") && saveScroll(), { capture: true });
}

function saveScroll() {
  history.replaceState({ ...history.state, y: window.scrollY }, "");
}
