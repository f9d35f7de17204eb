// The page after a scene: how it ended, the grade, the skill profile, where it tipped, and every turn again with what else
// could have been said there.

function endingPage(scene) {
  const { plot, script, states, moves, level, ended } = scene;
  const last = states.at(-1);
  const { name, ending } = plot.nodes[last.node];
  const again = templateOf(scene).querySelector(".again");
  again.onclick = () => scene.startOver();
  return h(
    "div.ending-page",
    h("div.transcript.last-words", moves.length > 0 && answerLines(scene, moves.length - 1), script.lines(last.node, moodOf(plot, last))), // so that the scene does not break off
    h(`h${level}.ending-title`, { tabIndex: -1 }, h("span.label", t("play_ending")), name),
    ending.grade && h("p.grade", h("span.label", t("play_grade")), h("b", ending.grade)),
    finalMeters(scene, states[0], last),
    skillGauges(skillProfile(plot, last), t("play_profile")),
    ended.length > 1 && firstAttempt(ended[0]),
    questionFields(scene),
    debrief(scene),
    bestComparison(scene),
    plot.cards.map(partnerCard),
    plot.agreed && h("p.agreed", t("play_agreed", { names: plot.agreed })),
    h("p.actions", again),
  );
}

function finalMeters({ plot, script }, first, last) {
  const ways = plot.meters.map((meter) => {
    const to = last.meters[meter.name];
    return gauge(meter, to, t("play_from_to", { from: meter.start, to }));
  });
  const moods = [first, last].map((state) => moodOf(plot, state));
  return ways.length > 0 && [
    h("p.moods", moods.map((mood) => h("span.mood", moodFace(script.face, mood), t(`play_mood_${mood}`)))),
    h("ul.gauges", { "aria-label": t("play_meters") }, ways),
  ];
}

/** Later attempts do not change what the first one showed. */
function firstAttempt(first) {
  return h("details.first-attempt", h("summary", firstWords(first)), skillGauges(first.skills, t("play_first_profile")));
}

function firstWords({ ending, grade }) {
  return t(grade ? "play_first_grade" : "play_first_ending", { ending, grade });
}

/** The questions to think on; each has a field that is kept. */
function questionFields({ script, states, place }) {
  const { node } = states.at(-1);
  const fields = script.questions(node).map((question, index) => questionField(question, `${place}/${node}-${index + 1}`));
  return fields.length > 0 && h("div.questions-after", fields);
}

function questionField(question, place) {
  const id = `field:${place}`;
  const kept = h("span.field-kept", { role: "status" });
  const field = h("textarea", { id: place, rows: 2, value: course.record(id) ?? "", autocomplete: "off" });
  const saver = openSaver(() => {
    keepField(id, field.value);
    kept.textContent = t("play_kept");
  });
  field.addEventListener("input", () => {
    kept.textContent = "";
    saver.later();
  });
  return h("div.question-after", h("label", { htmlFor: field.id }, question), field, kept);
}

function debrief(scene) {
  const { plot, states, moves, level } = scene;
  const tip = tippingTurn(plot, states, moves);
  const turns = moves.map((move, at) => move.kind !== "continue" && debriefTurn(scene, at, tip?.turn === at && tip));
  return turns.some(Boolean) && h("section.debrief", h(`h${level}`, t("play_debrief")), h("ol.debrief-turns", turns));
}

/** A turn again; `tip` where the play tipped there. */
function debriefTurn(scene, at, tip) {
  const { plot, script, states, moves, level } = scene;
  const [before, move] = [states[at], moves[at]];
  const { name, writing } = plot.nodes[before.node];
  return h(
    "li.debrief-turn",
    tip && { dataset: { tipped: tip.lost ? "lost" : "won" } },
    h(`h${Math.min(6, level + 1)}`, name),
    tip && h("p.tipped", spriteIcon(tip.lost ? "warning" : "check"), t(tip.lost ? "play_tipped" : "play_turned")),
    h("div.transcript", script.lines(before.node, moodOf(plot, before)), answerLines(scene, at, true)),
    move.kind === "write" && ratedLines(writing, move.ticks),
    alternatives(scene, before, move),
    h("p.actions", button("button.replay", () => scene.replay(at), spriteIcon("reset"), t("play_from_here"), h("span.sr-only", t("play_from_here_at", { name }))), h("span", voicePractice(name))),
  );
}

/** The self-rating of a free-text turn with the model answers. */
function ratedLines(writing, ticks) {
  const lines = writing.criteria.map(({ id, html, effects }) => {
    const ticked = ticks.includes(id);
    return h("li", { dataset: { ticked: ticked ? "yes" : "no" } }, spriteIcon(ticked ? "check" : "cross"), h("span.sr-only", t(ticked ? "play_ticked" : "play_not_ticked")), h("span", fragment(html), effects.length > 0 && h("span.effects", t("play_brackets", { text: effectWords(effects) }))));
  });
  return h("div.rated", modelAnswers(writing.models), lines.length > 0 && h("ul.rated-lines", lines));
}

function alternatives({ plot, script }, before, move) {
  const others = (plot.nodes[before.node].choices ?? []).filter(({ id }) => id !== move.choice);
  return others.length > 0 && h("details.alternatives", h("summary", t("play_alternatives", { n: others.length })), h("ul", others.map((choice) => alternative(plot, script, before, choice))));
}

function alternative(plot, script, before, choice) {
  const after = rulesOfPlay.step(plot, before, { kind: "choose", choice: choice.id });
  const points = choice.effects.filter(([name]) => plot.skills.includes(name));
  return h(
    "li.alternative",
    h("p.say", script.choice(before.node, choice.id)),
    h("p.would", after ? t("play_would_lead", { name: plot.nodes[after.node].name }) : t("play_was_closed", { tests: listWords(choice.tests.map((test) => test.join(""))) })),
    after && changeList(plot, before, after),
    points.length > 0 && h("p.skill-points", effectWords(points)),
    choice.coach && h("div.note", fragment(choice.coach)),
  );
}

function effectWords(effects) {
  return listWords(effects.map(([name, change]) => `${name}${change < 0 ? "" : "+"}${minus(change)}`));
}

function listWords(words) {
  return words.join(t("play_list_comma"));
}

/** What the other side knew all the time. */
function partnerCard({ name, rows }) {
  return h("details.role-card", h("summary", t("play_card", { name })), h("dl", rows.map(([label, html]) => h("div", h("dt", label), h("dd", fragment(html))))));
}
