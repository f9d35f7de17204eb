// A role-play on the results page: how the last play ended, and how the first.

function roleplaySections(entries) {
  return entries.map(({ block, chapter, path }) => {
    const plays = endedPlays(path);
    const link = h("p", h("a", { href: `#${chapter.id}/${block.anchor}` }, t(plays.length ? "play_again" : "play_first")));
    return resultsSection(t("results_roleplay", { title: block.title }), ...(plays.length ? playReport(plays) : [h("p", t("not_played"))]), link);
  });
}

function playReport(plays) {
  const last = plays.at(-1);
  return [
    h("p", t("last_ending", { ending: last.ending, n: plays.length }), " ", last.grade && h("b.grade", t("grade", { grade: last.grade })), " ", last.seen && t("play_seen")),
    plays.length > 1 && h("p", firstWords(plays[0])),
  ];
}

reportKind("roleplay", roleplaySections);
