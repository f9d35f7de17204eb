// The words of the scene as they stand in the page: the script of nodes that everyone can read and print.

class SceneScript {
  #nodes;

  constructor(element) {
    this.#nodes = new Map([...element.querySelectorAll("[data-node]")].map((node) => [node.dataset.node, node]));
  }

  /** What is said and told at a node, as new elements. */
  lines(id) {
    return [...this.#nodes.get(id).querySelectorAll(":scope > .lines > .line")].map(copyWithoutIds);
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
    const nodes = document.createDocumentFragment();
    nodes.append(...copyWithoutIds(element).childNodes);
    return nodes;
  }
}

/** A copy that repeats no id of the page. */
function copyWithoutIds(element) {
  const copy = element.cloneNode(true);
  for (const each of [copy, ...copy.querySelectorAll("[id]")]) each.removeAttribute("id");
  return copy;
}
