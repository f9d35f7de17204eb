// The foot of a quiz that is under way: how many items are answered and, where it is handed in at once, the button.

function quizProgress(total, button) {
  return h("div.quiz-progress", h("progress", { max: total, "aria-label": t("quiz_progress") }), h("p.answered"), button);
}

function showQuizProgress(box, n, total) {
  box.querySelector("progress").value = n;
  box.querySelector(".answered").textContent = t("quiz_answered", { n, total });
}

/** Names the items without a complete answer, with links and what each lacks, and lets the learner hand in all the same. */
function unansweredQuestion(entries, handIn) {
  return h(
    "div.unanswered",
    { role: "group", tabIndex: -1, "aria-label": t("unanswered", { n: entries.length }) },
    h("p", spriteIcon("warning"), t("unanswered", { n: entries.length })),
    h("ul", entries.map((entry) => h("li", itemLink(entry), " ", h("small", entry.item.missing().words)))),
    h("p.actions", button("button", handIn, t("hand_in_anyway"))),
  );
}

function itemLink({ item, number }) {
  return h("a", { href: `#${item.heading.id}` }, t("question_link", { n: number, words: item.heading.textContent.trim() }));
}
