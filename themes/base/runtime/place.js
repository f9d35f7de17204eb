// Where the learner is reading. The address follows, so that reloaded, kept or copied it comes back here; a record of it
// lets the cover go on from here next time.

const PLACE_PAUSE = 150;
const PLACE_REST = 1000; // Safari refuses to change an address more than a hundred times in 30 seconds
let placePause = 0;
let placeKept = -PLACE_REST;

function wirePlace() {
  document.addEventListener("scroll", keepPlaceSoon);
  document.addEventListener("click", (event) => event.target.closest("a[href]") && keepPlace(), { capture: true });
  window.addEventListener("hashchange", dropPlace, { capture: true }); // the place belonged to the page left
  window.addEventListener("beforeunload", keepPlace); // Firefox takes no change any more at pagehide
  listen("course:shown", keepPlaceSoon);
  listen("course:shown", offerPlace);
  listen("course:restored", offerPlace);
  tellUpdate();
}

function keepPlaceSoon() {
  placePause ||= setTimeout(keepPlace, Math.max(PLACE_PAUSE, placeKept + PLACE_REST - performance.now()));
}

function dropPlace() {
  clearTimeout(placePause);
  placePause = 0;
}

/** Keeps how far the page is scrolled and, of a chapter, the heading that is read. A page that is left keeps its address:
 * a reload under way would go to the old one in Chromium, without the state. */
function keepPlace({ type } = {}) {
  dropPlace();
  if (location.hash !== address) return; // a page is being turned, and the place would be that of the one left
  const place = shown.matches(".chapter") && placeInView(shown);
  const [moved, y] = [place && decode(location.hash.slice(1)) !== place, window.scrollY];
  if (moved || history.state?.y !== y) {
    placeKept = performance.now();
    history.replaceState({ ...history.state, y }, "", moved && type !== "beforeunload" ? `#${place}` : undefined);
    address = location.hash;
  }
  const records = [["place", place], ["setting:build", course.data.build]];
  if (place && records.some(([id, value]) => course.record(id) !== value)) course.store.put(records);
}

/** The id of the heading that the address means while that is in view; that of the chapter while its title is; else of the
 * last heading that shows above the middle of the window. */
function placeInView(chapter) {
  const { target } = find(location.hash);
  const half = window.innerHeight / 2;
  const low = window.scrollY + 2 * half >= document.documentElement.scrollHeight - 1 ? 2 * half : half; // the end cannot rise further
  const top = topOf(target);
  if (top >= 0 && top < low) return target.id;
  if (topOf(chapter.querySelector("h1")) > 0) return chapter.id;
  return [...chapter.querySelectorAll(":is(h2, h3, h4, h5, h6)[id]")].findLast((mark) => topOf(mark) < half)?.id ?? chapter.id;
}

function topOf(element) {
  return element?.getClientRects()[0]?.top;
}

/** Turns the start button of the cover into "go on" where there is a place, and says where that is and how long is left. */
function offerPlace() {
  const { section, target } = find(`#${course.record("place") ?? ""}`);
  const { chapters } = course.data;
  const at = chapters.findIndex(({ id }) => `${id}/` === section.id);
  const link = document.getElementById("resume");
  const [label, where] = link.children;
  label.dataset.start ??= label.textContent;
  link.href = `#${at < 0 ? `${chapters[0].id}/` : (target ?? section).id}`;
  label.textContent = at < 0 ? label.dataset.start : t("resume");
  const heading = target?.closest(".block")?.querySelector(".block-title") ?? target;
  const facts = [t("chapter_n", { n: at + 1 }), heading?.textContent.trim() ?? section.dataset.title, document.getElementById("minutes-left").textContent];
  where.textContent = at < 0 ? "" : facts.filter(Boolean).join(t("fact_separator"));
}

/** Says once that the course is another than the learner last read. */
function tellUpdate() {
  const last = course.record("setting:build");
  if (!last || last === course.data.build) return;
  course.store.put([["setting:build", course.data.build]]);
  notify("updated", "info", t("course_updated"));
}
