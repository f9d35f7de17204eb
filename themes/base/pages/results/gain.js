// How far each post-test is beyond its pre-test: what turned right and what turned wrong, since a gain may hide losses.

function gainRows() {
  return quizResults().map((quiz) => ({ ...quiz, gain: gainOf(quiz) })).filter(({ gain }) => gain).map(gainRow);
}

function gainRow({ chapter, block, gain }) {
  const { points, possible } = gain;
  const [before, after] = points.map((each) => shareOf(each, possible));
  const words = `${decimalText(points[0])} → ${ofPoints(points[1], possible)}`;
  return chartRow(entryLink({ chapter, block }), gainPicture(gainWords(gain), before, after), words, [gainWords(gain), h("small", t("gain_items", gain))]);
}
