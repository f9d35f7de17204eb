// The weighted mean of what the gaps' texts are worth; the rule "all" pays only when every gap is worth all. Response: a list of texts, one for each gap in order.
scoring.gaps = (key, response) => {
  const texts = Array.isArray(response) ? response : [];
  const earned = key.gaps.reduce((sum, gap, at) => sum + gap.weight * acceptedPercent(gap, texts[at]), 0);
  const possible = key.gaps.reduce((sum, gap) => sum + gap.weight * 100, 0);
  if (key.rule === "all") return earnedShare(earned === possible ? 1 : 0, 1);
  return earnedShare(earned, possible);
};
