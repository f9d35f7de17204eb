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
  const progress = course.data.chapters.map((chapter) => ({ chapter, ...chapterProgress(chapter) }));
  for (const { chapter, state } of progress) showState(chapter.id, state);
  document.getElementById("course-progress").value = percent(sumOf(progress, "done"), sumOf(progress, "steps"));
}

/** Steps of a chapter, how many are done, and its state: new, going or done. */
function chapterProgress(chapter) {
  const read = course.record(`read:${chapter.id}`);
  const steps = [read === "done", ...chapter.blocks.flatMap((block) => blockSteps(pathIn(chapter.id, block.id), block))];
  const done = steps.filter(Boolean).length;
  const state = done === steps.length ? "done" : done || read ? "going" : "new";
  return { steps: steps.length, done, state };
}

function blockSteps(path, block) {
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
function currentRecord(id, { print }) {
  const record = course.record(id);
  return record?.print === print ? record : undefined;
}

function endedPlays(path) {
  return course.record(`play:${path}`)?.ended ?? [];
}

function filledFields(path) {
  return ["field", "journal"].flatMap((kind) => course.store.list(`${kind}:${path}/`)).filter(([, value]) => ![null, false, ""].includes(value) && value?.length !== 0);
}

function showState(id, state) {
  for (const link of document.querySelectorAll(`a[data-chapter="${CSS.escape(id)}"]`)) {
    if (link.dataset.state === state) continue;
    link.dataset.state = state;
    link.querySelector(".state")?.replaceChildren(t(`state_${state}`));
  }
}

function sumOf(list, name) {
  return list.reduce((total, entry) => total + entry[name], 0);
}

function percent(part, whole) {
  return whole === 0 ? 0 : Math.floor((100 * part) / whole);
}
