// The pieces a scene is shown with: meters and the mood they make, changes in words, skills.

/** How well a state's meters stand, from 0 to 1; NaN in a scene without meters. */
function howWell({ meters }, state) {
  const shares = meters.map(({ name, low, high, better }) => Math.abs(state.meters[name] - (better === "high" ? low : high)) / (high - low));
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** The mood that the meters make, from 0 to 4; NaN without meters. */
function moodOf(plot, state) {
  return Math.min(4, Math.floor(5 * howWell(plot, state)));
}

/** A face for a mood; the style sheet bends its mouth. */
function moodFace(mood) {
  const face = fragment('<svg class="face" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="10"/><path d="M8.500 10v.01M15.500 10v.01"/><path class="brow" d="M6.500 6.500l3.500 1.500M17.500 6.500l-3.500 1.500"/><path class="mouth" d="M7.500 16q4.500 3.500 9 0"/></svg>').firstChild;
  face.style.setProperty("--mood", mood);
  return face;
}

function moodWords(mood) {
  return t("play_mood", { mood: t(`play_mood_${mood}`) });
}

/** The changes of meters in words, 愤怒 70 → 50 好转, and the mood where it changed; null when there are none. */
function changeList(plot, before, after) {
  const changes = plot.meters.map(({ name, better }) => {
    const [from, to] = [before.meters[name], after.meters[name]];
    const good = to > from === (better === "high");
    return from !== to && h("span.change", { dataset: { good: good ? "yes" : "no" } }, t(good ? "play_better" : "play_worse", { name, from, to }));
  });
  const [was, mood] = [moodOf(plot, before), moodOf(plot, after)];
  return changes.some(Boolean) ? h("p.changes", changes, was !== mood && h("span.change", moodWords(mood))) : null;
}

/** The slim bar of the mood and the meters; it stands as in `before` until it is settled. */
function meterBar(plot, before, now) {
  const gauges = plot.meters.map((meter) => {
    const [from, to] = [before, now].map(({ meters }) => meters[meter.name]);
    return gauge("div", meter, from, to, from !== to && h("span.from", { "aria-hidden": "true" }, t("play_from_to", { from, to: "" })), to);
  });
  return h("div.meters", { role: "group", "aria-label": t("play_meters") }, gauges.length > 0 && moodMark(moodOf(plot, before), moodOf(plot, now)), gauges);
}

function moodMark(was, mood) {
  return h("p.mood", { dataset: { to: mood } }, moodFace(was), h("span.sr-only", moodWords(mood)), h("span", { "aria-hidden": "true" }, t(`play_mood_${mood}`)));
}

/** Lets meters and face move to where they are now. */
function settle(bar) {
  bar.getBoundingClientRect(); // so that there is something to move from
  for (const meter of bar.querySelectorAll("meter")) meter.value = meter.dataset.to;
  bar.querySelector(".face")?.style.setProperty("--mood", bar.querySelector(".mood").dataset.to);
}

/** A meter with its name, and its value in the words given. */
function gauge(tag, { name, low, high, better }, from, to, ...words) {
  const bar = h("meter", { min: low, max: high, value: from, "aria-label": t("play_gauge", { name, n: to, max: high }), dataset: { to } });
  return h(`${tag}.gauge`, better && { dataset: { better } }, h("span.name", name), bar, h("span.value", words));
}

/** Skill → points won and available, as a results file holds them. */
function skillProfile(plot, state) {
  return Object.fromEntries(plot.skills.map((skill) => [skill, [state.won[skill], state.available[skill]]]));
}

/** The skills that there was a chance to show, each with its bar and points. */
function skillGauges(skills, caption) {
  const shown = Object.entries(skills).filter(([, [won, available]]) => available > 0 || won < 0);
  const lines = shown.map(([name, [won, available]]) => gauge("li", { name, low: 0, high: available || 1 }, won, won, t("play_n_of_m", { n: minus(won), m: available })));
  return lines.length > 0 && [h("p.label", caption), h("ul.gauges.profile", { "aria-label": caption }, lines)];
}

/** A number with a typographic minus. */
function minus(number) {
  return String(number).replace("-", "−");
}
