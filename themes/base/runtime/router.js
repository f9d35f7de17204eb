// Which section is shown: the address decides, #chapter/anchor. Back and forward return to the same place on the page.

const cover = document.getElementById("cover");
const chapterLinks = [...document.querySelectorAll("a[data-chapter]")];
let shown = null;
let address; // the hash of what is shown

function wireRouter() {
  history.scrollRestoration = "manual"; // the browser would restore before the section is there
  window.addEventListener("hashchange", route);
  // The address follows the reader, so two stops of the history may have the same one; then no hash changes.
  window.addEventListener("popstate", () => location.hash === address && route());
  openFirstPage();
}

/** The first page: no focus is moved, and nothing is measured that the first paint would have to wait for. */
function openFirstPage() {
  const { target } = turnPage();
  const before = history.state?.y;
  if (!target && !before) return;
  const scroll = () => scrollToPlace(before, target, true);
  scroll();
  document.addEventListener("DOMContentLoaded", () => setTimeout(scroll)); // WebKit then goes to the address's element itself
}

function route() {
  const before = shown;
  const { section, target } = turnPage();
  scrollToPlace(history.state?.y, target, section !== before);
  focusOn(target ?? section.querySelector("h1"));
  keepPlace();
}

/** Shows what the address means, and says when that is not there. */
function turnPage() {
  address = location.hash;
  const { section, target, lost } = find(address);
  if (lost) notify("lost", "info", t("page_not_found"));
  else withdraw("lost");
  if (section !== shown) showSection(section);
  return { section, target: target && uncover(target) };
}

/** The section and, within it, the element an address means. An unknown anchor means its chapter, an unknown chapter the cover. */
function find(hash) {
  const id = idHere(decode(hash.slice(1)).replace(/\/+/g, "/").replace(/^\//, ""));
  if (id === "") return { section: cover };
  const target = document.getElementById(id) ?? headingOf(id);
  const section = target?.closest("main > *");
  if (section) return { section, target: target === section ? null : target };
  const chapter = document.getElementById(`${id.split("/")[0]}/`);
  return { section: chapter ?? cover, lost: chapter?.id !== `${id}/` };
}

function decode(text) {
  try {
    const plain = decodeURIComponent(text);
    return plain === text ? text : decode(plain); // some mail programs encode twice
  } catch {
    return text; // a stray % typed by hand
  }
}

/** The heading of a block or item by the ids of its records. They outlive its title, so they are what old addresses may still name. */
function headingOf(path) {
  const named = [...document.querySelectorAll(":is(.block, .item)[data-id]")].find((part) => {
    const chapter = part.closest(".chapter").dataset.chapter;
    const block = part.parentElement.closest(".block");
    return [chapter, block && pathIn(chapter, block.dataset.id)].some((above) => above && pathIn(above, part.dataset.id) === path);
  });
  return named?.querySelector(":is(h2, h3, h4, h5, h6)[id]");
}

/** Unfolds what the target is in. What is not shown yet, as a turn of a conversation, gives way to what it is part of. */
function uncover(target) {
  for (let at = target; at; at = at.parentElement) {
    if (at instanceof CourseElement) at.begin();
    if (at.matches("details")) at.open = true;
  }
  while (!target.getClientRects().length) target = target.parentElement;
  return target;
}

function showSection(section) {
  shown = section;
  for (const other of cover.parentElement.children) other.hidden = other !== section;
  document.title = section === cover ? course.data.title : `${section.dataset.title} · ${course.data.title}`;
  markCurrent(section);
  course.start(section);
  announce("course:shown", { section });
}

function markCurrent(section) {
  const id = section === cover ? "" : section.id.slice(0, -1);
  for (const link of chapterLinks) {
    link.ariaCurrent = link.dataset.chapter === id ? "page" : null;
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
  if (element.tabIndex < 0) element.tabIndex = -1;
  focusQuietly(element);
}

/** The skip link moves the focus without becoming a page of its own. */
function skipToText(event) {
  event.preventDefault();
  focusOn(shown.querySelector("h1"));
}
