// A role-play on the results page: the last ending, its grade, and the skill profile.

function roleplaySections(entries) {
  return entries.map(({ block, chapter, path }) => {
    const plays = endedPlays(path);
    const link = h("p", h("a", { href: `#${chapter.id}/${block.anchor}` }, t(plays.length ? "play_again" : "play_first")));
    return resultsSection(t("results_roleplay", { title: block.title }), ...(plays.length ? playReport(plays) : [h("p", t("not_played"))]), link);
  });
}

function playReport(plays) {
  const last = plays.at(-1);
  const skills = Object.entries(last.skills).filter(([, [, available]]) => available > 0);
  return [
    h("p", t("last_ending", { ending: last.ending, n: plays.length }), " ", last.grade && h("b.grade", t("grade", { grade: last.grade })), " ", last.seen && t("play_seen")),
    plays.length > 1 && h("p", firstWords(plays[0])),
    skills.length > 0 && h("ul.skills", ...skills.map(skillLine)),
  ];
}

function skillLine([name, [won, available]]) {
  const words = t("skill_points", { n: won, m: available });
  return h("li", h("span", name), h("meter", { min: 0, max: available, value: Math.max(0, won), "aria-label": name }), h("span", words));
}

reportKind("roleplay", roleplaySections);
