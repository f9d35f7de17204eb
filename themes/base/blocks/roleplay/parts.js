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

/** Another face, for a mood. */
function moodFace(face, mood) {
  const copy = face.cloneNode(true);
  copy.style.setProperty("--mood", mood);
  return copy;
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

/** Lets the slim bar of the mood and the meters show a state, and what they were in the one before. */
function showBar(bar, plot, now, before = now) {
  bar.querySelectorAll(".gauge").forEach((gauge, at) => {
    const { name, high } = plot.meters[at];
    const [from, to] = [before, now].map(({ meters }) => meters[name]);
    const [, meter, value] = gauge.children;
    Object.assign(meter, { value: to, ariaLabel: t("play_gauge", { name, n: to, max: high }) });
    value.firstElementChild.textContent = from === to ? "" : t("play_from_to", { from, to: "" });
    value.lastElementChild.textContent = to;
  });
  const mood = moodOf(plot, now);
  const [face, said, shown] = bar.querySelector(".mood")?.children ?? [];
  face?.style.setProperty("--mood", mood);
  said?.replaceChildren(moodWords(mood));
  shown?.replaceChildren(t(`play_mood_${mood}`));
}

/** A meter with its name, and its value in the words given. */
function gauge({ name, low, high, better }, value, words) {
  const bar = h("meter", { min: low, max: high, value, "aria-label": t("play_gauge", { name, n: value, max: high }) });
  return h("li.gauge", better && { dataset: { better } }, h("span.name", name), bar, h("span.value", words));
}

/** Skill → points won and available, as a results file holds them. */
function skillProfile(plot, state) {
  return Object.fromEntries(plot.skills.map((skill) => [skill, [state.won[skill], state.available[skill]]]));
}

/** The skills that there was a chance to show, each with its bar and points. */
function skillGauges(skills, caption) {
  const shown = Object.entries(skills).filter(([, [won, available]]) => available > 0 || won < 0);
  const lines = shown.map(([name, [won, available]]) => gauge({ name, low: 0, high: available || 1 }, won, t("play_n_of_m", { n: minus(won), m: available })));
  return lines.length > 0 && [h("p.label", caption), h("ul.gauges.profile", { "aria-label": caption }, lines)];
}

/** A number with a typographic minus. */
function minus(number) {
  return String(number).replace("-", "−");
}
