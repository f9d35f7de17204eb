// The last script: every element is defined and waits; now the learner's records are there and the page comes alive.

const actions = {
  search: openSearch,
  "print-chapter": () => printPart("chapter"),
  "print-course": () => printPart("course"),
  "print-page": () => window.print(),
  "save-progress": saveProgress,
  "load-progress": loadProgress,
  "download-results": downloadResults,
  shortcuts: shortcuts["?"],
  reset: resetProgress,
  language: switchLanguage,
  skip: skipToText,
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-action]");
  if (button) actions[button.dataset.action](event, button);
});

course.keepRecords();
wireSettings();
wireEditions();
wireMenu();
wireProgress();
wirePlace();
wireHeads();
for (const begin of beginnings) begin();
watchStorage();
wireRouter();
course.store.connect();
