// A role-play on the results page: how the last play ended, and how the first.

function roleplaySections(entries) {
  return entries.map((entry) => {
    const plays = endedPlays(entry.path);
    const link = h("p", entryLink(entry, t(plays.length ? "play_again" : "play_first")));
    return resultsSection(t("results_roleplay", { title: entry.block.title }), ...(plays.length ? playReport(plays) : [h("p", t("not_played"))]), link);
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
