// Gaps chosen from a list: list boxes inside the sentence, their words in the order of the box of words above it.

class PickItem extends GapItem {
  gapWords = "match_first";

  arrange(shuffle) {
    const mixed = (words, idOf) => shuffle([...words].sort((one, other) => (idOf(one) < idOf(other) ? -1 : 1)));
    for (const gap of this.gaps) gap.append(...mixed([...gap.options].slice(1), ({ value }) => value));
    const bank = this.form.querySelector(".bank");
    bank?.append(...mixed(bank.children, ({ dataset }) => dataset.id));
  }

  worth({ value }, at) {
    return value === this.key.gaps[at] ? 100 : 0;
  }

  answer({ options }, at) {
    return [...options].find(({ value }) => value === this.key.gaps[at]).text;
  }
}

customElements.define("cw-pick", PickItem);
