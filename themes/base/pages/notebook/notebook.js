// The page "notebook": how much waits to be practised today, and where the learner is told of it.

const waitingToday = { mistakes: () => 0, cards: () => 0 }; // kinds put their own count in place

/** What waits in the notebook today: how much, and that in words. */
function waitingNow() {
  const counts = Object.entries(waitingToday).map(([name, count]) => [name, count()]).filter(([, n]) => n > 0);
  return { n: sumOf(counts, 1), words: counts.map(([name, n]) => t(`waiting_${name}`, { n })).join(t("list_separator")) };
}

/** The day of the learner's calendar, counted from 1970. */
function dayNumber(date = new Date()) {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000;
}

atStart(() => {
  const offer = document.querySelector(".offer");
  let waiting = 0;
  const show = () => {
    const { n, words } = waitingNow();
    offer.hidden = !n;
    offer.querySelector("a").textContent = t("notebook_offer", { words });
    for (const tally of document.querySelectorAll(".tally")) tally.textContent = n || "";
    waiting = 0;
  };
  // Many things may happen in one go, as when a quiz is handed in; they are counted once.
  for (const type of ["shown", "answered", "field", "forget", "restored"]) listen(`course:${type}`, () => (waiting ||= setTimeout(show)));
});
