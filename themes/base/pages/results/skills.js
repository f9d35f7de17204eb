// What all role-plays together say of each skill: the first play of each, before anything was tried out, beside the best.

function skillSection() {
  const plays = allBlocks("roleplay").map(({ path }) => endedPlays(path)).filter(({ length }) => length > 0);
  const [first, best] = [plays.map(([play]) => play), plays.map(bestOf)].map(skillSums);
  const names = Object.keys(best).filter((name) => first[name]?.[1] > 0 || best[name][1] > 0);
  const low = names.some((name) => [first, best].some((sums) => sums[name]?.[0] < 0)) ? -1 : 0;
  const rows = names.map((name) => skillOverPlays(name, first[name] ?? [0, 0], best[name], low));
  return rows.length > 0 && resultsSection(t("results_profile"), h("p.note", t("profile_note", { n: plays.length })), chartTable([t("col_skill"), t("col_best"), t("col_first")], [rows]));
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

function skillOverPlays(name, first, best, low) {
  const [before, after] = [first, best].map(([won, available]) => (available > 0 ? Math.max(low, won / available) : 0));
  const [from, to] = [first, best].map(([n, m]) => t("n_of_m", { n: String(n).replace("-", "−"), m }));
  return chartRow(name, barPicture(`${t("col_best")} ${to}${t("fact_separator")}${t("col_first")} ${from}`, after, before, low), to, from);
}
