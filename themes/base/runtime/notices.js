// Notices at the top of the page: what went wrong, in plain words, and what to do about it.

/** Shows a notice, in place of the one with the same name. Buttons are pairs of words and what they do. */
function notify(name, tone, words, buttons = []) {
  withdraw(name);
  const close = button("button", () => notice.remove(), t("notice_close"));
  const offers = buttons.map(([label, onclick]) => button("button", onclick, label));
  const notice = h("div.notice", { dataset: { notice: name, tone } }, h("p", words), h("p.notice-buttons", offers, close));
  document.getElementById("notices").append(notice);
}

function withdraw(name) {
  document.querySelector(`#notices [data-notice="${name}"]`)?.remove();
}

/** Says when answers stop being kept, when they are kept again, and what was found damaged. */
function watchStorage() {
  listen("course:storage", ({ state }) => {
    if (state === "ok") withdraw("storage");
    else notify("storage", "warn", t(`storage_${state}`), [[t("notice_save_file"), saveProgress]]);
  });
  if (course.store.broken.length) notify("broken", "warn", t("storage_broken", { n: course.store.broken.length }));
  window.addEventListener("beforeunload", (event) => hasUnsavedWork() && event.preventDefault());
}

/** Whether leaving now loses something the learner made that is neither stored nor in a file. */
function hasUnsavedWork() {
  return course.store.atRisk().some(([id, { n }]) => isWork(id) && n > savedToFile);
}
