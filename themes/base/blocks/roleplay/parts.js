// The pieces a scene is shown with: portraits, lines, meters, and changes in words.

/** One character of a Chinese name, the initials of another; the name itself stands beside it. */
function portrait(name, mine = false) {
  const letters = mine ? t("play_me") : name[0] > "⺀" ? name[0] : name.split(/\s+/).map((word) => word[0]).join("").slice(0, 2).toUpperCase();
  return h("span", { class: "portrait", "aria-hidden": "true" }, letters);
}

/** What somebody says; `words` are nodes. */
function spokenLine(name, tone, words, mine = false) {
  const who = h("p", { class: "who" }, h("span", { class: "name" }, name), tone && h("span", { class: "tone" }, t("play_tone", { tone })));
  return h("div", { class: `line ${mine ? "mine" : "theirs"}` }, portrait(name, mine), h("div", { class: "speech" }, who, h("div", { class: "words" }, words)));
}

/** The reply to a choice: said by somebody, or told. */
function replyLine({ speaker, tone, mine, html }) {
  return speaker ? spokenLine(speaker, tone, fragment(html), mine) : h("div", { class: "line told" }, fragment(html));
}

/** A learner's text as typed, its line breaks kept. */
function typedText(text) {
  return h("p", { class: "typed" }, text);
}

function coachNote(html, open = false) {
  return html && h("details", { class: "coach", open }, h("summary", null, t("play_coach")), h("div", { class: "note" }, fragment(html)));
}

/** The meters that differ between two states: [name, before, after, good]. */
function meterChanges(plot, before, after) {
  return plot.meters
    .filter(({ name }) => before.meters[name] !== after.meters[name])
    .map(({ name, better }) => [name, before.meters[name], after.meters[name], after.meters[name] > before.meters[name] === (better === "high")]);
}

/** The changes in words, 愤怒 70 → 50 好转; null when there are none. */
function changeList(plot, before, after) {
  const changes = meterChanges(plot, before, after);
  if (!changes.length) return null;
  return h("p", { class: "changes" }, changes.map(([name, from, to, good]) => h("span", { class: "change", dataset: { good: good ? "yes" : "no" } }, t(good ? "play_better" : "play_worse", { name, from, to }))));
}

/** The slim bar of meters; `before` is the state they came from. */
function meterBar(plot, before, now) {
  const gauges = plot.meters.map((meter) => gauge(meter, now.meters[meter.name], before?.meters[meter.name]));
  return h("div", { class: "meters", role: "group", "aria-label": t("play_meters") }, gauges);
}

function gauge({ name, low, high, better }, value, before = value) {
  const moved = before !== value && h("span", { class: "from", "aria-hidden": "true" }, `${before} → `);
  const bar = h("meter", { min: low, max: high, value, "aria-label": t("play_gauge", { name, n: value, max: high }) }, String(value));
  return h("div", { class: "gauge", dataset: { better } }, h("span", { class: "name" }, name), bar, h("span", { class: "value" }, moved, String(value)));
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
  return h("table", { class: "skills" }, h("caption", null, caption), h("thead", null, h("tr", null, head)), h("tbody", null, rows));
}

function skillRow([name, [won, available]]) {
  const share = available > 0 ? Math.round((100 * Math.max(0, won)) / available) : null;
  const bar = share === null ? "" : h("meter", { min: 0, max: 100, value: share, "aria-label": t("play_skill_share", { name, n: share }) }, `${share}%`);
  return h("tr", null, h("th", { scope: "row" }, name), h("td", { class: "number" }, t("play_n_of_m", { n: signless(won), m: available })), h("td", { class: "bar" }, bar, share === null ? t("play_no_chance") : h("span", { class: "value" }, `${share}%`)));
}

function signless(number) {
  return String(number).replace("-", "−");
}
