// The page after a scene: how it ended, the grade, the skill profile, where it tipped, and every turn again with what else
// could have been said there.

/** `play` has states and moves; `replay` gets the number of the turn to go on from; `again` starts over. */
function endingPage(scene) {
  const { plot, states, level } = scene;
  const last = states.at(-1);
  const { name, ending } = plot.nodes[last.node];
  const page = h(
    "div",
    { class: "ending-page" },
    h("div", { class: "transcript last-words" }, ...lastWords(scene)),
    h(`h${level}`, { class: "ending-title", tabIndex: -1 }, h("span", { class: "label" }, t("play_ending")), name),
    ending.grade && h("p", { class: "grade" }, h("span", { class: "label" }, t("play_grade")), h("b", null, ending.grade)),
    finalMeters(scene),
    skillTable(skillProfile(plot, last), t("play_profile")),
    firstAttempt(scene),
    questionFields(scene),
    debrief(scene),
    ...plot.cards.map((card) => partnerCard(card, level)),
    plot.agreed && h("p", { class: "agreed" }, t("play_agreed", { names: plot.agreed })),
    h("p", { class: "actions" }, h("button", { type: "button", class: "button primary again", onclick: scene.again }, t("play_again_now"))),
  );
  return page;
}

/** The last exchange and what the ending tells, so that the scene does not break off. */
function lastWords({ plot, script, me, states, moves }) {
  const at = moves.length - 1;
  const answer = at < 0 ? [] : answerLines({ plot, script, me, before: states[at], after: states[at + 1], move: moves[at] });
  return [...answer, ...script.lines(states.at(-1).node)].filter(Boolean);
}

function finalMeters({ plot, states }) {
  if (!plot.meters.length) return null;
  const ways = plot.meters.map(({ name, start, better, low, high }) => {
    const end = states.at(-1).meters[name];
    return h("li", { class: "gauge", dataset: { better } }, h("span", { class: "name" }, name), h("meter", { min: low, max: high, value: end, "aria-label": t("play_gauge", { name, n: end, max: high }) }, String(end)), h("span", { class: "value" }, t("play_from_to", { from: start, to: end })));
  });
  return h("ul", { class: "final-meters", "aria-label": t("play_meters") }, ways);
}

/** Later attempts do not change what the first one showed. */
function firstAttempt({ ended, first }) {
  if (first || ended.length < 2) return null;
  const { ending, grade, skills } = ended[0];
  return h("details", { class: "first-attempt" }, h("summary", null, t(grade ? "play_first_grade" : "play_first_ending", { ending, grade: grade ?? "" })), skillTable(skills, t("play_first_profile")));
}

/** The questions to think on; each has a field that is kept. */
function questionFields({ plot, script, states, fieldId }) {
  const { node } = states.at(-1);
  const fields = script.questions(node).map((question, index) => questionField(question, fieldId(`${node}-${index + 1}`)));
  return fields.length > 0 && h("div", { class: "questions-after" }, fields);
}

function questionField(question, id) {
  const kept = h("span", { class: "kept", role: "status" });
  const field = h("textarea", { id: id.replace(/^field:/, ""), rows: 2, value: course.record(id) ?? "", autocomplete: "off" });
  const saver = openSaver(() => {
    announce("course:field", { id, value: field.value });
    kept.textContent = t("play_kept");
  });
  field.addEventListener("input", () => {
    kept.textContent = "";
    saver.later();
  });
  return h("div", { class: "question-after" }, h("label", { htmlFor: field.id }, question), field, kept);
}

function debrief(scene) {
  const { plot, states, moves, level } = scene;
  const tip = tipping.turnOf(plot, states, moves);
  const turns = moves.map((move, at) => debriefTurn(scene, move, at, tip)).filter(Boolean);
  return turns.length > 0 && h("section", { class: "debrief" }, h(`h${level}`, null, t("play_debrief")), h("ol", { class: "debrief-turns" }, turns));
}

function debriefTurn(scene, move, at, tip) {
  if (move.kind === "continue") return null;
  const { plot, script, me, states, level, replay } = scene;
  const [before, after] = [states[at], states[at + 1]];
  const { name } = plot.nodes[before.node];
  const tipped = tip?.turn === at;
  return h(
    "li",
    { class: "debrief-turn", dataset: tipped ? { tipped: tip.lost ? "lost" : "won" } : {} },
    h(`h${Math.min(6, level + 1)}`, null, name),
    tipped && h("p", { class: "tipped" }, spriteIcon(tip.lost ? "warning" : "check"), t(tip.lost ? "play_tipped" : "play_turned")),
    h("div", { class: "transcript" }, ...script.lines(before.node), ...answerLines({ plot, script, me, before, after, move, open: true }).filter(Boolean)),
    move.kind === "write" && ratedLines(plot.nodes[before.node].writing, move.ticks),
    alternatives(scene, before, move),
    h("p", { class: "actions" }, h("button", { type: "button", class: "button replay", onclick: () => replay(at) }, spriteIcon("reset"), t("play_from_here"), h("span", { class: "sr-only" }, t("play_from_here_at", { name })))),
  );
}

/** The self-rating of a free-text turn with the model answers. */
function ratedLines(writing, ticks) {
  const lines = writing.criteria.map(({ id, html, effects }) => {
    const ticked = ticks.includes(id);
    return h("li", { dataset: { ticked: ticked ? "yes" : "no" } }, spriteIcon(ticked ? "check" : "cross"), h("span", { class: "sr-only" }, t(ticked ? "play_ticked" : "play_not_ticked")), h("span", null, fragment(html), effectWords(effects)));
  });
  return h("div", { class: "rated" }, modelAnswers(writing.models), lines.length > 0 && h("ul", { class: "rated-lines" }, lines));
}

function alternatives({ plot, script, states }, before, move) {
  const others = (plot.nodes[before.node].choices ?? []).filter(({ id }) => id !== move.choice);
  if (!others.length) return null;
  return h("details", { class: "alternatives" }, h("summary", null, t("play_alternatives", { n: others.length })), h("ul", null, others.map((choice) => alternative(plot, script, before, choice))));
}

function alternative(plot, script, before, choice) {
  const after = rulesOfPlay.step(plot, before, { kind: "choose", choice: choice.id });
  const moved = after && changeList(plot, before, after);
  return h(
    "li",
    { class: "alternative" },
    h("p", { class: "say" }, script.choice(before.node, choice.id)),
    h("p", { class: "would" }, after ? t("play_would_lead", { name: plot.nodes[after.node].name }) : t("play_was_closed", { tests: testWords(choice.tests) })),
    moved ?? null,
    skillWords(plot, choice.effects),
    choice.coach && h("div", { class: "note" }, fragment(choice.coach)),
  );
}

function testWords(tests) {
  return tests.map((test) => test.join("")).join(t("play_list_comma"));
}

function effectWords(effects) {
  if (!effects.length) return null;
  return h("span", { class: "effects" }, t("play_brackets", { text: effects.map(([name, change]) => `${name}${signed(change)}`).join(t("play_list_comma")) }));
}

function skillWords(plot, effects) {
  const points = effects.filter(([name]) => plot.skills.includes(name)).map(([name, change]) => `${name}${signed(change)}`);
  return points.length > 0 && h("p", { class: "skill-points" }, points.join(t("play_list_comma")));
}

function signed(number) {
  return number < 0 ? `−${-number}` : `+${number}`;
}

/** What the other side knew all the time. */
function partnerCard({ name, rows }) {
  return h("details", { class: "role-card" }, h("summary", null, t("play_card", { name })), h("dl", null, rows.map(([label, html]) => h("div", null, h("dt", null, label), h("dd", null, fragment(html))))));
}
