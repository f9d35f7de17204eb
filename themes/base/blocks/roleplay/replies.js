// What the learner can do at a turn: choose a reply, write one and judge it, or go on.

/** The choices as numbered buttons; `choose` gets the id of one. Closed ones are left out or, in scenes that say so, greyed. */
function choiceButtons({ plot, script, play }, state, choose) {
  const { choices } = plot.nodes[state.node];
  const shown = choices.filter((choice) => plot.dim || rulesOfPlay.isOpen(choice, state));
  const order = plot.shuffle ? shuffled(shown, play.seed + play.moves.length) : shown;
  return order.map(({ id, tests }, index) => {
    const open = rulesOfPlay.isOpen({ tests }, state);
    return button(
      "reply",
      () => open && choose(id),
      { dataset: { choice: id }, "aria-disabled": String(!open) },
      h("span.number", index + 1),
      h("span.say", script.choice(state.node, id), !open && h("span.closed", t("play_closed"))),
    );
  });
}

/** The form of a free-text turn; `say` gets the text once it is long enough, `typed` every change. */
function openWriting(form, { task, least, text, typed, say }) {
  const [label, field, count, fault] = form.children;
  label.append(...task);
  field.value = text;
  const show = () => {
    const n = lengthOf(field.value);
    if (least > 1) count.textContent = t("play_length", { n, least });
    if (n >= least) tellFault(fault, field);
  };
  const complain = () => tellFault(fault, field, t("play_too_short", { task: label.textContent, least, n: lengthOf(field.value) }));
  onSubmit(form, () => (lengthOf(field.value) < least ? complain() : say(field.value)));
  field.addEventListener("input", () => {
    show();
    typed(field.value);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || isComposing(event)) return;
    event.preventDefault();
    form.requestSubmit();
  });
  show();
}

function onSubmit(form, act) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    act();
  });
}

/** The model answers and the self-rating, shown after writing; `done` gets the ids of the ticked lines. */
function openRating(form, { models, criteria }, ticks, ticked, done) {
  const chosen = () => [...form.querySelectorAll(":checked")].map((box) => box.value);
  const [lines] = form.children;
  lines.hidden = !criteria.length;
  fill(lines, criteria.map(({ id, html }) => h("label.criterion", h("input", { type: "checkbox", value: id, checked: ticks.includes(id) }), h("span", fragment(html)))));
  lines.before(...[modelAnswers(models), voicePractice(t("play_models"))].filter(Boolean));
  onSubmit(form, () => done(chosen()));
  form.addEventListener("change", () => ticked(chosen()));
}

function modelAnswers(models) {
  return models.length > 0 && h("div.models", h("p.label", t("play_models")), models.map((html) => h("blockquote", fragment(html))));
}
