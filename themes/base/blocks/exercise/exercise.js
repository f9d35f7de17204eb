// An exercise: steps to tick off and notes to write in the debrief.

class Exercise extends FieldBlock {}

customElements.define("cw-exercise", Exercise);
