// Where the learner stopped reading, to go on from there next time.

const PLACE_PAUSE = 800;

function wirePlace() {
  let pause;
  const later = () => {
    clearTimeout(pause);
    pause = setTimeout(savePlace, PLACE_PAUSE);
  };
  document.addEventListener("scroll", later);
  listen("course:shown", later);
  listen("course:shown", offerPlace);
  listen("course:restored", offerPlace);
}

function savePlace() {
  if (!shown.matches(".chapter")) return;
  const place = placeInView(shown);
  if (place !== course.record("place")) course.store.put([["place", place]]);
}

/** The id of the last heading or block that shows above the middle of the window; at the top, of the chapter. */
function placeInView(chapter) {
  if (window.scrollY === 0) return chapter.id;
  const marks = [...chapter.querySelectorAll(":is(h2, h3)[id], .block[id]")];
  return marks.findLast((mark) => mark.getClientRects()[0]?.top < window.innerHeight / 2)?.id ?? chapter.id;
}

/** Turns the start button of the cover into "go on", when there is a place that still exists. */
function offerPlace() {
  const place = idHere(course.record("place") ?? "");
  const section = document.getElementById(place)?.closest(".chapter");
  const link = document.getElementById("resume");
  link.dataset.start ??= link.textContent;
  const first = course.data.chapters[0].id;
  link.href = `#${section ? place : `${first}/`}`;
  link.textContent = section ? t("resume") : link.dataset.start;
  document.getElementById("resume-where").textContent = section ? section.dataset.title : "";
}
