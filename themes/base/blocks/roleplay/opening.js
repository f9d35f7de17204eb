// The page before a scene: the briefing stands above; here are the time switch, what was played before, and the start.

/** `start` gets the chosen speed: 0 without time limit, else what the author's times are multiplied by. */
function openingPage(scene, changed, start) {
  const page = templateOf(scene).querySelector(".opening");
  page.prepend(...[changed && h("p.scene-changed", { role: "status" }, spriteIcon("info"), t("play_scene_changed")), keptTexts(scene.kept)].filter(Boolean));
  page.querySelector(".begin").onclick = () => start(checkedNumber(page));
  fill(page.querySelector(".start-line"), pastPlays(scene.ended));
  return page;
}

function keptTexts(texts) {
  return texts.length > 0 && h("details.kept-texts", { open: true }, h("summary", t("play_kept_texts")), texts.map((text) => h("blockquote", typedText(text))));
}

/** How often the scene was played, and how the first attempt went: that one counts. */
function pastPlays(ended) {
  const { ending, grade } = ended[0] ?? {};
  return ending && h("span.past", t(grade ? "play_past_grade" : "play_past", { n: ended.length, ending, grade }));
}
