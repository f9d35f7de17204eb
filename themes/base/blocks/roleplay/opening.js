// The page before a scene: the briefing stands above; here are the time switch, what was played before, and the start.

/** `start` gets the chosen speed: 0 without time limit, else what the author's times are multiplied by. */
function openingPage({ channel, timed, level, saved, start }) {
  const speed = timed ? speedChoice(level) : null;
  const begin = () => start(Number(speed?.querySelector("input:checked").value ?? 0));
  return h(
    "div",
    { class: "opening" },
    saved.changed && h("p", { class: "scene-changed", role: "status" }, spriteIcon("info"), t("play_scene_changed")),
    keptTexts(saved.kept),
    speed,
    h("p", { class: "start-line" }, h("button", { type: "button", class: "button primary begin", onclick: begin }, t(`play_start_${channel}`)), pastPlays(saved.ended)),
  );
}

function speedChoice() {
  const name = `speed-${newSeed()}`;
  const options = [0, 1, 2, 10].map((factor) =>
    h("label", null, h("input", { type: "radio", name, value: String(factor), defaultChecked: factor === 0 }), h("span", null, t(`play_speed_${factor}`))),
  );
  return h("fieldset", { class: "speed" }, h("legend", null, t("play_speed")), h("p", { class: "hint" }, t("play_speed_hint")), h("div", { class: "speeds" }, options));
}

function keptTexts(texts) {
  return texts.length > 0 && h("details", { class: "kept-texts", open: true }, h("summary", null, t("play_kept_texts")), texts.map((text) => h("blockquote", null, typedText(text))));
}

/** How often the scene was played, and how the first attempt went: that one counts. */
function pastPlays(ended) {
  if (!ended.length) return null;
  const first = ended[0];
  return h("span", { class: "past" }, t(first.grade ? "play_past_grade" : "play_past", { n: ended.length, ending: first.ending, grade: first.grade ?? "" }));
}
