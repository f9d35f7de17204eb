// What the learner can do at a turn: choose a reply, write one and judge it, or go on.

/** The choices as numbered buttons; `choose` gets the id of one. Closed ones are left out or, in scenes that say so, greyed. */
function choiceButtons({ plot, script, play }, state, choose) {
  const { choices } = plot.nodes[state.node];
  const shown = choices.filter((choice) => plot.dim || rulesOfPlay.isOpen(choice, state));
  const order = plot.shuffle ? shuffled(shown, (play.seed ^ textSeed(state.node)) >>> 0) : shown;
  const buttons = order.map(({ id, tests }, index) => {
    const open = rulesOfPlay.isOpen({ tests }, state);
    return button(
      "reply",
      () => open && choose(id),
      { dataset: { number: index + 1, choice: id }, "aria-disabled": String(!open) },
      h("span.number", index + 1),
      h("span.say", script.choice(state.node, id), !open && h("span.closed", t("play_closed"))),
    );
  });
  return h("div.replies.choices-now", { role: "group", "aria-label": t("play_your_turn") }, h("p.prompt", { "aria-hidden": "true" }, t("play_your_turn")), buttons);
}

/** A number that follows from a text: FNV-1a. */
function textSeed(text) {
  return [...text].reduce((hash, letter) => Math.imul(hash ^ letter.codePointAt(0), 0x01000193) >>> 0, 0x811c9dc5);
}

/** The field of a free-text turn; `say` gets the text once it is long enough, `typed` every change. */
function writingField({ id, task, least, text, typed, say }) {
  const field = h("textarea", { id: `${id}/say`, rows: 3, value: text, autocomplete: "off", "aria-describedby": `${id}/least ${id}/fault` });
  const count = h("p.least", { id: `${id}/least` });
  const fault = h("p.fault", { id: `${id}/fault`, role: "alert" });
  const label = h("label.task", { htmlFor: field.id }, task);
  const show = () => {
    const n = lengthOf(field.value);
    if (least > 1) count.textContent = t("play_length", { n, least });
    if (n >= least) forgive();
  };
  const forgive = () => {
    fault.replaceChildren();
    field.removeAttribute("aria-invalid");
  };
  const complain = () => {
    fault.replaceChildren(spriteIcon("warning"), t("play_too_short", { task: label.textContent, least, n: lengthOf(field.value) }));
    field.setAttribute("aria-invalid", "true");
    field.focus();
  };
  const form = formOf("writing-now", "play_say_it", () => (lengthOf(field.value) < least ? complain() : say(field.value)), label, field, count, fault);
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
  return form;
}

function formOf(name, words, submit, ...parts) {
  const form = h(`form.replies.${name}`, { noValidate: true }, parts, h("p.actions", h("button.button.primary", t(words))));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  return form;
}

/** Model answers and the self-rating, shown after writing; `done` gets the ids of the ticked lines. */
function ratingForm({ models, criteria }, ticks, ticked, done) {
  const chosen = () => [...form.querySelectorAll("input:checked")].map((box) => box.value);
  const form = formOf("rating-now", "play_go_on", () => done(chosen()), modelAnswers(models), voicePractice(t("play_models")), criteriaBoxes(criteria, ticks));
  form.addEventListener("change", () => ticked(chosen()));
  return form;
}

function modelAnswers(models) {
  return models.length > 0 && h("div.models", h("p.label", t("play_models")), models.map((html) => h("blockquote", fragment(html))));
}

function criteriaBoxes(criteria, ticks) {
  const boxes = criteria.map(({ id, html }) => h("label.criterion", h("input", { type: "checkbox", value: id, checked: ticks.includes(id) }), h("span", fragment(html))));
  return boxes.length > 0 && h("fieldset.criteria", h("legend", t("play_rate_yourself")), boxes);
}
