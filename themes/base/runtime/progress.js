// How far the learner is: a chapter's steps are reading it, each item answered, each role-play ended, each form begun.

function wireProgress() {
  const ends = new IntersectionObserver((entries) => entries.forEach(({ isIntersecting, target }) => isIntersecting && markRead(target.closest(".chapter"), "done")));
  for (const end of document.querySelectorAll(".chapter-end")) ends.observe(end);
  listen("course:shown", ({ section }) => section.matches(".chapter") && markRead(section, "begun"));
  for (const type of ["shown", "answered", "field", "play", "forget", "restored"]) listen(`course:${type}`, showProgress);
}

/** A chapter is begun when it is opened, and read when its end was seen. */
function markRead(chapter, how) {
  const id = `read:${chapter.dataset.chapter}`;
  if (course.record(id) === "done" || course.record(id) === how) return;
  course.store.put([[id, how]]);
  showProgress();
}

function showProgress() {
  const progress = course.data.chapters.map(chapterProgress);
  for (const link of chapterLinks) {
    const found = progress.find(({ chapter }) => chapter.id === link.dataset.chapter);
    if (!found) continue;
    showState(link, found.state);
    link.parentElement.querySelectorAll(":scope > ol a").forEach((part, at) => showState(part, found.blocks[at]));
  }
  document.getElementById("course-progress").value = percent(sumOf(progress, "done"), sumOf(progress, "steps"));
  document.getElementById("minutes-left").textContent = minutesLeft(progress);
}

/** What is left of the chapters' minutes, in words; nothing where no chapter says any or nothing is left. */
function minutesLeft(progress) {
  const left = progress.reduce((sum, { chapter: { minutes }, done, steps }) => sum + minutes * (1 - done / steps), 0);
  return left ? t("minutes_left", { n: Math.max(1, Math.round(left)) }) : "";
}

/** Steps of a chapter, how many are done, its state and those of its blocks. */
function chapterProgress(chapter) {
  const read = course.record(`read:${chapter.id}`);
  const parts = blocksOf(chapter);
  const taken = parts.map(blockSteps);
  const steps = [read === "done", ...taken.flat()];
  return {
    chapter,
    steps: steps.length,
    done: steps.filter(Boolean).length,
    state: stateOf(steps, parts, read),
    blocks: parts.map((part, at) => stateOf(taken[at], [part])),
  };
}

/** new, going or done; passed or not_passed once every step is done and there are quizzes to pass. Nothing without steps. */
function stateOf(steps, parts, begun) {
  if (!steps.every(Boolean)) return begun || steps.some(Boolean) ? "going" : "new";
  const quizzes = parts.filter(({ block }) => block.kind === "quiz").map(quizResult).filter(isGraded);
  if (quizzes.length) return quizzes.every(({ passed }) => passed) ? "passed" : "not_passed";
  return steps.length ? "done" : "";
}

function blockSteps({ path, block }) {
  return {
    none: () => [],
    play: () => [endedPlays(path).length > 0],
    fields: () => [filledFields(path).length > 0],
    items: () => countedItems(path, block).map((item) => currentAnswer(path, item) !== undefined),
  }[block.progress]();
}

/** The answer to an item as it is worded now. One to an older wording is kept, but does not count. */
function currentAnswer(path, item) {
  return currentRecord(`answer:${pathIn(path, item.id)}`, item);
}

/** What is recorded under the id, unless it was given to another wording. */
function currentRecord(id, item) {
  return asWorded(course.record(id), item);
}

function asWorded(record, { print }) {
  return record?.print === print ? record : undefined;
}

function endedPlays(path) {
  return course.record(`play:${path}`)?.ended ?? [];
}

function filledFields(path) {
  return ["field", "journal"].flatMap((kind) => course.store.list(`${kind}:${path}/`)).filter(([, value]) => ![null, false, ""].includes(value) && value?.length !== 0);
}

function showState(link, state) {
  if (link.dataset.state === state) return;
  link.dataset.state = state;
  link.querySelector(".state").textContent = state && t(`state_${state}`);
}

function sumOf(list, name) {
  return list.reduce((total, entry) => total + entry[name], 0);
}

function percent(part, whole) {
  return whole === 0 ? 0 : Math.floor((100 * part) / whole);
}
