// The page before a scene: the briefing stands above; here are the time switch, what was played before, and the start.

/** `start` gets the chosen speed: 0 without time limit, else what the author's times are multiplied by. */
function openingPage({ dataset, kept, ended }, changed, start) {
  const speed = "timed" in dataset && speedChoice();
  const begin = () => start(Number(speed && speed.querySelector("input:checked").value));
  return h(
    "div.opening",
    changed && h("p.scene-changed", { role: "status" }, spriteIcon("info"), t("play_scene_changed")),
    keptTexts(kept),
    speed,
    h("p.start-line", button("button.primary.begin", begin, t(`play_start_${dataset.channel}`)), pastPlays(ended)),
  );
}

function speedChoice() {
  const name = `speed-${newSeed()}`;
  const options = [0, 1, 2, 10].map((factor) =>
    h("label", h("input", { type: "radio", name, value: factor, checked: factor === 0 }), h("span", t(`play_speed_${factor}`))),
  );
  return h("fieldset.speed", h("legend", t("play_speed")), h("p.hint", t("play_speed_hint")), h("div.speeds", options));
}

function keptTexts(texts) {
  return texts.length > 0 && h("details.kept-texts", { open: true }, h("summary", t("play_kept_texts")), texts.map((text) => h("blockquote", typedText(text))));
}

/** How often the scene was played, and how the first attempt went: that one counts. */
function pastPlays(ended) {
  const { ending, grade } = ended[0] ?? {};
  return ending && h("span.past", t(grade ? "play_past_grade" : "play_past", { n: ended.length, ending, grade }));
}
