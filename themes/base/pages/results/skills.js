// What all role-plays together say of each skill: the first play of each, before anything was tried out, beside the best.

function profileRows() {
  const plays = allBlocks("roleplay").map(({ path }) => endedPlays(path)).filter(({ length }) => length > 0);
  const [first, best] = [plays.map(([play]) => play), plays.map(bestOf)].map(skillSums);
  const rows = Object.entries(best).map(([name, pair]) => [name, pair, first[name] ?? [0, 0]]).filter(([, ...pairs]) => pairs.some(([, most]) => most > 0));
  const low = rows.some(([, ...pairs]) => pairs.some(([won]) => won < 0)) ? -1 : 0;
  return rows.map((row) => profileRow(low, ...row));
}

/** The play that won the most points, of equals the earliest; of those that followed the answers shown none, if there are others. */
function bestOf(plays) {
  const points = ({ skills }) => Object.values(skills).reduce((sum, [won]) => sum + won, 0);
  return plays.filter(({ seen }, at) => !seen || at === 0).reduce((best, play) => (points(play) > points(best) ? play : best));
}

/** Skill → points won and available, over plays. */
function skillSums(plays) {
  const sums = {};
  for (const [name, pair] of plays.flatMap(({ skills }) => Object.entries(skills))) sums[name] = pair.map((n, at) => n + (sums[name]?.[at] ?? 0));
  return sums;
}

function profileRow(low, name, best, first) {
  const [after, before] = [best, first].map(([won, most]) => (most > 0 ? Math.max(low, won / most) : 0));
  const [to, from] = [best, first].map(([n, m]) => t("n_of_m", { n: String(n).replace("-", "−"), m }));
  return chartRow(name, barPicture(to, after, before, low), to, from);
}
