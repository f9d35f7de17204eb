// What a quiz says of the items that have no answer yet.

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
