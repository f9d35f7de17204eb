// How far the learner is: a chapter's steps are reading it, each item answered, each role-play ended, each worksheet begun.

function wireProgress() {
  document.addEventListener("course:shown", ({ detail: { chapter } }) => chapter && markRead(chapter));
  for (const type of ["shown", "answered", "field", "play", "forget", "restored"]) document.addEventListener(`course:${type}`, showProgress);
}

function markRead(chapter) {
  if (!course.record(`read:${chapter}`)) course.store.put([[`read:${chapter}`, true]]);
}

function showProgress() {
  const progress = course.data.chapters.map((chapter) => ({ chapter, ...chapterProgress(chapter) }));
  for (const { chapter, state } of progress) showState(chapter.id, state);
  document.getElementById("course-progress").value = percent(sumOf(progress, "done"), sumOf(progress, "steps"));
}

/** Steps of a chapter, how many are done, and its state: new, going or done. */
function chapterProgress(chapter) {
  const steps = [course.record(`read:${chapter.id}`) === true, ...chapter.blocks.flatMap((block) => blockSteps(`${chapter.id}/${block.id}`, block))];
  const done = steps.filter(Boolean).length;
  return { steps: steps.length, done, state: done === 0 ? "new" : done < steps.length ? "going" : "done" };
}

function blockSteps(path, block) {
  if (block.kind === "roleplay") return [endedPlays(path).length > 0];
  if (block.kind === "worksheet") return [filledFields(path).length > 0];
  return block.items.map((item) => course.record(`answer:${path}/${item.id}`) !== undefined);
}

function endedPlays(path) {
  return course.record(`play:${path}`)?.ended ?? [];
}

function filledFields(path) {
  return course.store.list(`field:${path}/`).filter(([, value]) => ![null, false, ""].includes(value) && value?.length !== 0);
}

function showState(id, state) {
  const words = { new: "state_new", going: "state_going", done: "state_done" };
  for (const link of document.querySelectorAll(`a[data-chapter="${CSS.escape(id)}"]`)) {
    if (link.dataset.state === state) continue;
    link.dataset.state = state;
    link.querySelector(".state")?.replaceChildren(t(words[state]));
  }
}

function sumOf(list, name) {
  return list.reduce((total, entry) => total + entry[name], 0);
}

function percent(part, whole) {
  return whole === 0 ? 0 : Math.floor((100 * part) / whole);
}
