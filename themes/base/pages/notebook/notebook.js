// The page "notebook": how much waits to be practised today, and where the learner is told of it.

const waitingToday = { mistakes: () => 0, cards: () => 0 }; // kinds put their own count in place

/** What waits in the notebook today. */
function notebookCount() {
  return { mistakes: waitingToday.mistakes(), cards: waitingToday.cards() };
}

/** The day of the learner's calendar, counted from 1970. */
function dayNumber(date = new Date()) {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000;
}

atStart(() => {
  const offer = h("a", { href: "#notebook/" });
  const line = h("p.offer", spriteIcon("notebook"), offer);
  let waiting = 0;
  document.querySelector(".cover .start").after(line);
  const show = () => {
    const counts = Object.entries(notebookCount()).filter(([, n]) => n > 0);
    const words = counts.map(([name, n]) => t(`waiting_${name}`, { n }));
    line.hidden = !words.length;
    offer.textContent = t("notebook_offer", { words: words.join(t("list_separator")) });
    for (const link of document.querySelectorAll(".chapter-list a[href='#notebook/'], .tool[href='#notebook/']")) tallyIn(link).textContent = sumOf(counts, 1) || "";
    waiting = 0;
  };
  // Many things may happen in one go, as when a quiz is handed in; they are counted once.
  for (const type of ["shown", "answered", "field", "forget", "restored"]) listen(`course:${type}`, () => (waiting ||= setTimeout(show)));
});

function tallyIn(link) {
  return link.querySelector(".tally") ?? link.appendChild(h("span.tally"));
}
