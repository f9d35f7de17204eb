// What the learner can do at a turn: choose a reply, write one and judge it, or go on.

/** The choices as numbered buttons; `choose` gets the choice. Closed ones are left out or, in scenes that say so, greyed. */
function choiceButtons({ plot, state, script, seed, choose }) {
  const node = plot.nodes[state.node];
  const shown = node.choices.filter((choice) => plot.dim || rulesOfPlay.isOpen(choice, state));
  const order = plot.shuffle ? shuffled(shown, (seed ^ textSeed(state.node)) >>> 0) : shown;
  const buttons = order.map((choice, index) => choiceButton(choice, index + 1, rulesOfPlay.isOpen(choice, state), script.choice(state.node, choice.id), choose));
  return h("div", { class: "replies choices-now", role: "group", "aria-label": t("play_your_turn") }, h("p", { class: "prompt", "aria-hidden": "true" }, t("play_your_turn")), buttons);
}

function choiceButton(choice, number, open, words, choose) {
  const act = () => open && choose(choice);
  return h(
    "button",
    { type: "button", class: "reply", dataset: { number, choice: choice.id }, "aria-disabled": open ? null : "true", onclick: act },
    h("span", { class: "number" }, String(number)),
    h("span", { class: "say" }, words, !open && h("span", { class: "closed" }, t("play_closed"))),
  );
}

/** A number that follows from a text: FNV-1a. */
function textSeed(text) {
  return [...text].reduce((hash, letter) => Math.imul(hash ^ letter.codePointAt(0), 0x01000193) >>> 0, 0x811c9dc5);
}

function continueButton(words, go) {
  return h("div", { class: "replies" }, h("button", { type: "button", class: "button primary go-on", onclick: go }, words));
}

/** The field of a free-text turn; `say` gets the text once it is long enough, `typed` every change. */
function writingField({ id, task, least, text, typed, say }) {
  const field = h("textarea", { id: `${id}/say`, rows: 3, value: text, autocomplete: "off", "aria-describedby": `${id}/least ${id}/fault` });
  const count = h("p", { class: "least", id: `${id}/least` });
  const fault = h("p", { class: "fault", id: `${id}/fault`, role: "alert" });
  const form = h(
    "form",
    { class: "replies writing-now", noValidate: true },
    h("label", { class: "task", htmlFor: field.id }, task),
    field,
    count,
    fault,
    h("p", { class: "actions" }, h("button", { type: "submit", class: "button primary" }, t("play_say_it"))),
  );
  const showCount = () => (count.textContent = least > 1 ? t("play_length", { n: lengthOf(field.value), least }) : "");
  field.addEventListener("input", () => {
    showCount();
    if (lengthOf(field.value) >= least) forgive();
    typed(field.value);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || isComposing(event)) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (lengthOf(field.value) >= least) say(field.value);
    else complain();
  });
  showCount();
  return form;

  function complain() {
    fault.replaceChildren(spriteIcon("warning"), t("play_too_short", { task: form.querySelector(".task").textContent, least, n: lengthOf(field.value) }));
    field.setAttribute("aria-invalid", "true");
    field.focus();
  }

  function forgive() {
    fault.replaceChildren();
    field.removeAttribute("aria-invalid");
  }
}

/** How many characters a text has, spaces apart. */
function lengthOf(text) {
  return [...text.replace(/\s/gu, "")].length;
}

/** Model answers and the self-rating, shown after writing; `done` gets the ids of the ticked lines. */
function ratingForm({ writing, ticks, ticked, done }) {
  const form = h("form", { class: "replies rating-now", noValidate: true }, modelAnswers(writing.models), criteriaBoxes(writing.criteria, ticks), h("p", { class: "actions" }, h("button", { type: "submit", class: "button primary" }, t("play_go_on"))));
  const chosen = () => [...form.querySelectorAll("input:checked")].map((box) => box.value);
  form.addEventListener("change", () => ticked(chosen()));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    done(chosen());
  });
  return form;
}

function modelAnswers(models) {
  return models.length > 0 && h("div", { class: "models" }, h("p", { class: "label" }, t("play_models")), models.map((html) => h("blockquote", null, fragment(html))));
}

function criteriaBoxes(criteria, ticks) {
  if (!criteria.length) return null;
  const boxes = criteria.map(({ id, html }) => h("label", { class: "criterion" }, h("input", { type: "checkbox", value: id, defaultChecked: ticks.includes(id) }), h("span", null, fragment(html))));
  return h("fieldset", { class: "criteria" }, h("legend", null, t("play_rate_yourself")), boxes);
}
