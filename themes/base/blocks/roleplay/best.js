// The best play that a state leaves open: it reaches the best grade, then misses the fewest skill points, then is nearest to
// the learner's own, then shortest. One number ranks plays by all of these.

const RANK = 1e12;
const POINT = 1e6;
const MOST_STATES = 20000; // a scene without loops has a few hundred

/** {rank, even, whole, moves, states} from a state on, for the learner's moves: `even` when others are as good, `whole` when
 * all were compared. */
function bestPlay(plot, start, mine = []) {
  const usual = new Map(mine.map(({ node, choice }) => [node, choice]).reverse()); // the first visit counts
  const known = new Map();
  const look = (state) => {
    const name = nameOfState(plot, state);
    if (known.has(name)) return known.get(name);
    let best = { state, value: plot.nodes[state.node].ending ? rankOf(plot, state) * RANK : Infinity };
    known.set(name, best); // whoever comes back here in a circle finds no ending
    for (const move of known.size > MOST_STATES ? [] : goodMoves(plot, state)) {
      const then = look(rulesOfPlay.step(plot, state, move));
      const value = then.value + (missed(then.state) - missed(state)) * POINT + (usual.get(move.node) !== move.choice) * 1e3 + 1;
      const even = Math.floor(value / POINT) === Math.floor(best.value / POINT);
      if (value < best.value) best = { state, value, move, then, even: even || then.even };
      else best.even ||= even;
    }
    known.set(name, best);
    return best;
  };
  const best = look(start);
  const ways = [best];
  while (ways.at(-1).then) ways.push(ways.at(-1).then);
  return { rank: Math.floor(best.value / RANK), even: best.even, whole: known.size <= MOST_STATES, moves: ways.slice(0, -1).map(({ move }) => move), states: ways.map(({ state }) => state) };
}

function missed({ won, available }) {
  return Object.keys(won).reduce((sum, skill) => sum + available[skill] - won[skill], 0);
}

/** The place of a grade in the author's list, best first; endings without one count as last. */
function rankOf(plot, state) {
  const at = plot.grades.indexOf(plot.nodes[state.node].ending?.grade);
  return at < 0 ? plot.grades.length : at;
}

/** The moves of a state, apart from letting the time run out; of a self-rating every line that does no harm. */
function goodMoves(plot, state) {
  const { node } = state;
  const kind = rulesOfPlay.phase(plot, state);
  if (kind === "choose") return rulesOfPlay.offered(plot, state).map(({ id }) => ({ kind, node, choice: id }));
  const harms = ([name, change]) => change > 0 === (plot.meters.find((meter) => meter.name === name)?.better === "low");
  const well = plot.nodes[node].writing?.criteria.filter(({ effects }) => !effects.some(harms));
  return ["write", "continue"].includes(kind) ? [{ kind, node, ticks: well?.map(({ id }) => id) }] : [];
}

/** The same for states that go on in the same way: skills count only where a condition asks for them. */
function nameOfState(plot, { node, next, meters, skills, taken, visits }) {
  const rules = () => Object.values(plot.nodes).flatMap(({ routes = [], choices = [] }) => [...routes, ...choices]);
  plot.asksSkills ??= rules().some(({ tests }) => tests.some(([name]) => plot.skills.includes(name)));
  const capped = Object.keys(visits).filter((id) => plot.nodes[id].cap).sort().map((id) => [id, visits[id]]);
  return JSON.stringify([node, next, meters, capped, plot.asksSkills && [skills, [...taken].sort()]]);
}
