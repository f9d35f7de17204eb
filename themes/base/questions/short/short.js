// Short text: a line that is compared with the accepted answers.

class ShortItem extends LineItem {}

customElements.define("cw-short", ShortItem);
