// Gaps: one-line fields inside the sentence.

class GapsItem extends GapItem {
  worth({ value }, at) {
    return acceptedPercent(this.key.gaps[at], value);
  }

  answer(_, at) {
    return this.key.gaps[at].answer;
  }
}

customElements.define("cw-gaps", GapsItem);
