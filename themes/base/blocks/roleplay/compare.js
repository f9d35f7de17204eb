// My play beside the best one, turn by turn, for whoever has played the scene to an end. Looking at it is noted: plays
// begun later are those of somebody who knows.

function bestComparison(scene) {
  const box = h("details.best-play", h("summary", t("play_best")));
  box.addEventListener("toggle", () => {
    fill(box, comparison(scene, bestPlay(scene.plot, scene.states[0], scene.moves)));
    scene.see();
  }, { once: true });
  return box;
}

function comparison({ plot, script, states, moves }, best) {
  if (!best.moves.length) return h("p.hint", t("play_best_some"));
  const mine = said(moves);
  const theirs = said(best.moves);
  const rows = Array.from({ length: Math.max(mine.length, theirs.length) }, (_, at) => [mine[at], theirs[at]]);
  const parted = rows.findIndex(([one, other]) => !isSame(one, other));
  const note = !best.whole ? "play_best_some" : parted < 0 ? "play_best_same" : best.even && "play_best_even";
  return [
    h("dl.sums", [["play_mine", states], ["play_theirs", best.states]].map(([key, way]) => h("div", h("dt", t(key)), h("dd", summed(plot, way.at(-1)))))),
    note && h("p.hint", t(note)),
    h("ol.pairs", rows.map((pair, at) => pairLine(plot, script, pair, at === parted))),
  ];
}

/** What was decided: the moves that are no mere going on. */
function said(moves) {
  return moves.filter(({ kind }) => kind !== "continue");
}

function isSame(mine, best) {
  return mine?.node === best?.node && mine.kind === best.kind && mine.choice === best.choice && (best.ticks ?? []).every((id) => mine.ticks.includes(id));
}

function summed(plot, state) {
  const { name, ending } = plot.nodes[state.node];
  const [won, available] = [state.won, state.available].map((points) => Object.values(points).reduce((sum, n) => sum + n, 0));
  return [h("b", ending.grade || name), ending.grade && ` ${name}`, available > 0 && h("span.number", t("play_best_points", { n: minus(won), m: available }))];
}

function pairLine(plot, script, [mine, best], parted) {
  if (isSame(mine, best)) return h("li.same", spriteIcon("check"), pairSide(plot, script, mine, "play_both"));
  return h(
    "li",
    parted && h("p.tipped", spriteIcon("partly"), t("play_parted")),
    mine && pairSide(plot, script, mine, "play_mine", true),
    best && pairSide(plot, script, best, "play_theirs", true),
  );
}

/** What was said, or would be; with the coach's word where the two part. */
function pairSide(plot, script, move, key, coached) {
  const { name, writing } = plot.nodes[move.node];
  const models = move.text === undefined && writing?.models.map(fragment);
  const words = saidWith(script, move) || models || t("play_timed_out");
  const coach = coached && choiceOf(plot, move)?.coach;
  return h("div.stand", { dataset: { way: key } }, h("p.who", t(key), h("span", name)), h("div.say", words), coach && h("div.note", fragment(coach)));
}
