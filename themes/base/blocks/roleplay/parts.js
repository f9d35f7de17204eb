// The pieces a scene is shown with: portraits, lines, meters, and changes in words.

/** One character of a Chinese name, the initials of another; the name itself stands beside it. */
function portrait(name, mine = false) {
  const letters = mine ? t("play_me") : name[0] > "⺀" ? name[0] : name.split(/\s+/).map((word) => word[0]).join("").slice(0, 2).toUpperCase();
  return h("span.portrait", { "aria-hidden": "true" }, letters);
}

/** What somebody says; `words` are nodes. */
function spokenLine(name, tone, words, mine = false) {
  const who = h("p.who", h("span.name", name), tone && h("span.tone", t("play_tone", { tone })));
  return h(`div.line.${mine ? "mine" : "theirs"}`, portrait(name, mine), h("div.speech", who, h("div.words", words)));
}

/** The reply to a choice: said by somebody, or told. */
function replyLine({ speaker, tone, mine, html }) {
  return speaker ? spokenLine(speaker, tone, fragment(html), mine) : h("div.line.told", fragment(html));
}

/** A learner's text as typed, its line breaks kept. */
function typedText(text) {
  return h("p.typed", text);
}

function coachNote(html, open = false) {
  return html && h("details.coach", { open }, h("summary", t("play_coach")), h("div.note", fragment(html)));
}

/** The changes of meters in words, 愤怒 70 → 50 好转; null when there are none. */
function changeList(plot, before, after) {
  const changes = plot.meters.map(({ name, better }) => {
    const [from, to] = [before.meters[name], after.meters[name]];
    const good = to > from === (better === "high");
    return from !== to && h("span.change", { dataset: { good: good ? "yes" : "no" } }, t(good ? "play_better" : "play_worse", { name, from, to }));
  });
  return changes.some(Boolean) ? h("p.changes", changes) : null;
}

/** The slim bar of meters; `before` is the state they came from. */
function meterBar(plot, before, now) {
  const gauges = plot.meters.map((meter) => {
    const [from, to] = [before, now].map(({ meters }) => meters[meter.name]);
    return gauge("div", meter, to, from !== to && h("span.from", { "aria-hidden": "true" }, `${from} → `), to);
  });
  return h("div.meters", { role: "group", "aria-label": t("play_meters") }, gauges);
}

/** A meter with its name, and its value in the words given. */
function gauge(tag, { name, low, high, better }, value, ...words) {
  const bar = h("meter", { min: low, max: high, value, "aria-label": t("play_gauge", { name, n: value, max: high }) });
  return h(`${tag}.gauge`, { dataset: { better } }, h("span.name", name), bar, h("span.value", words));
}

/** Skill → points won and available, as a results file holds them. */
function skillProfile(plot, state) {
  return Object.fromEntries(plot.skills.map((skill) => [skill, [state.won[skill], state.available[skill]]]));
}

/** The skills that there was a chance to show, as a table with bars. */
function skillTable(skills, caption) {
  const rows = Object.entries(skills).filter(([, [won, available]]) => available > 0 || won < 0).map(skillRow);
  if (!rows.length) return null;
  const head = [t("play_skill"), t("play_points"), t("play_share")].map((words) => h("th", { scope: "col" }, words));
  return h("table.skills", h("caption", caption), h("thead", h("tr", head)), h("tbody", rows));
}

function skillRow([name, [won, available]]) {
  return h("tr", h("th", { scope: "row" }, name), h("td.number", t("play_n_of_m", { n: minus(won), m: available })), h("td.bar", available > 0 ? shareBar(name, won / available) : t("play_no_chance")));
}

function shareBar(name, share) {
  const n = Math.round(100 * Math.max(0, share));
  return [h("meter", { max: 100, value: n, "aria-label": t("play_skill_share", { name, n }) }), h("span.value", `${n}%`)];
}

/** A number with a typographic minus. */
function minus(number) {
  return String(number).replace("-", "−");
}
