// Where a play tipped: the turn after which the grade that was reached was the best one left; or, where the best one was
// reached, the turn that moved the meters most to the good.

const tipping = (() => {
  const BUDGET = 6000; // states looked at; a scene without loops has a few hundred
  const MOST_LINES = 6; // of a self-rating, all of whose 2ⁿ answers are tried

  return { turnOf };

  /** {turn, lost} for a finished play of these states and moves; null where nothing tipped. */
  function turnOf(plot, states, moves) {
    const final = rank(plot, states.at(-1));
    const budget = { left: BUDGET };
    for (let turn = moves.length - 1; turn >= 0 && final > 0; turn -= 1) {
      const best = bestFrom(plot, states[turn], budget);
      if (best === null) break;
      if (best < final) return { turn, lost: true };
    }
    return strongest(plot, states, final > 0 ? -1 : 1);
  }

  /** The place of a grade in the author's list, best first; endings without one count as last. */
  function rank(plot, state) {
    const at = plot.grades.indexOf(plot.nodes[state.node].ending?.grade);
    return at < 0 ? plot.grades.length : at;
  }

  /** The best rank that can still be reached; null when there is too much to look at. */
  function bestFrom(plot, start, budget) {
    const counted = countsSkills(plot);
    const seen = new Set();
    const waiting = [start];
    let best = Infinity;
    while (waiting.length && best > 0) {
      if ((budget.left -= 1) < 0) return null;
      const state = waiting.pop();
      if (rulesOfPlay.phase(plot, state) === "ending") best = Math.min(best, rank(plot, state));
      for (const move of movesFrom(plot, state)) {
        const next = rulesOfPlay.step(plot, state, move);
        const name = nameOf(plot, next, counted);
        if (!seen.has(name)) waiting.push(next);
        seen.add(name);
      }
    }
    return best;
  }

  function movesFrom(plot, state) {
    const phase = rulesOfPlay.phase(plot, state);
    if (phase === "continue") return [{ kind: "continue" }];
    if (phase === "choose") return rulesOfPlay.offered(plot, state).map(({ id }) => ({ kind: "choose", choice: id }));
    if (phase === "write") return subsets(plot.nodes[state.node].writing.criteria.map(({ id }) => id).slice(0, MOST_LINES)).map((ticks) => ({ kind: "write", ticks }));
    return [];
  }

  function subsets(ids) {
    return ids.reduce((sets, id) => [...sets, ...sets.map((set) => [...set, id])], [[]]);
  }

  /** Whether a condition asks for skills; where none does they do not tell states apart. */
  function countsSkills(plot) {
    const rules = Object.values(plot.nodes).flatMap(({ routes = [], choices = [] }) => [...routes, ...choices]);
    return rules.some(({ tests }) => tests.some(([name]) => plot.skills.includes(name)));
  }

  function nameOf(plot, { node, next, meters, skills, taken, visits }, counted) {
    const capped = Object.keys(visits).filter((id) => plot.nodes[id].cap).sort().map((id) => [id, visits[id]]);
    return JSON.stringify([node, next, meters, capped, counted && [skills, [...taken].sort()]]);
  }

  /** The turn that moved the meters most in a direction: 1 to the good, -1 to the bad. */
  function strongest(plot, states, direction) {
    const gains = states.slice(1).map((after, turn) => direction * gain(plot, states[turn], after));
    const most = Math.max(...gains);
    return most > 0 ? { turn: gains.indexOf(most), lost: direction < 0 } : null;
  }

  /** How much better the meters stand after than before, as shares of their ranges. */
  function gain(plot, before, after) {
    const shares = plot.meters.map(({ name, low, high, better }) => ((after.meters[name] - before.meters[name]) / (high - low)) * (better === "high" ? 1 : -1));
    return shares.reduce((sum, share) => sum + share, 0);
  }
})();
