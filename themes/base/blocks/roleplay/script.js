// The words and portraits of the scene as they stand in the page: the cast, and the script that everyone can read and print.

class SceneScript {
  #nodes;
  #cast;

  constructor(scene) {
    this.#nodes = new Map([...scene.querySelectorAll("[data-node]")].map((node) => [node.dataset.node, node]));
    this.face = templateOf(scene).querySelector(".face");
    this.#cast = [...scene.querySelectorAll("[data-person]")];
  }

  /** What is said and told at a node, as new elements; `mood` is how the conversation stands. */
  lines(id, mood) {
    return [...this.#nodes.get(id).querySelectorAll(":scope > .lines > .line")].map((line) => {
      const copy = copyWithoutIds(line);
      copy.querySelector(".portrait")?.replaceWith(this.portrait(copy.querySelector(".name").textContent, copy.matches(".theirs") ? mood : NaN));
      return copy;
    });
  }

  /** What stands for a person. Where there is one opposite, the mood is theirs and shows in a face. */
  portrait(name, mood) {
    const part = this.#cast.find(({ dataset }) => dataset.person === name);
    const copy = part ? copyWithoutIds(part) : h("span.portrait", [...name][0]);
    copy.setAttribute("aria-hidden", "true");
    if (mood >= 0 && this.#cast.length === 2) copy.append(moodFace(this.face, mood));
    return copy;
  }

  /** What somebody says; `words` are nodes. Without a mood it is the learner. */
  spoken(name, tone, words, mood) {
    const who = h("p.who", h("span.name", name), tone && h("span.tone", t("play_tone", { tone })));
    return h(`div.line.${mood === undefined ? "mine" : "theirs"}`, this.portrait(name, mood), h("div.speech", who, h("div.words", words)));
  }

  /** The words of a choice. */
  choice(id, choiceId) {
    return this.#words(this.#nodes.get(id).querySelector(`[data-choice="${CSS.escape(choiceId)}"] > .say`));
  }

  task(id) {
    return this.#words(this.#nodes.get(id).querySelector(".writing > .task"));
  }

  questions(id) {
    return [...this.#nodes.get(id).querySelectorAll(".debrief-question > .ask")].map((question) => this.#words(question));
  }

  #words(element) {
    return [...copyWithoutIds(element).childNodes];
  }
}

/** A copy that repeats no id of the page. */
function copyWithoutIds(element) {
  const copy = element.cloneNode(true);
  for (const each of [copy, ...copy.querySelectorAll("[id]")]) each.removeAttribute("id");
  return copy;
}
