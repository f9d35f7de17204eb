// The rules of play as pure functions from a state to the next. The Python half is ssg/blocks/roleplay/play.py, where the
// rules are told in words; tests/vectors/roleplay holds both together.
//
// A move is {kind: "choose", choice} · {kind: "write", ticks} · {kind: "continue"} · {kind: "timeout"}.

const rulesOfPlay = (() => {
  const SIGNS = ["<≤", "≤=≥", "≥>"]; // what holds below a number, at it and above it
  const RATING = "自评";

  return { begin, phase, offered, isOpen, step };

  function begin(plot) {
    const nothing = record(plot.skills.map((skill) => [skill, 0]));
    const state = {
      meters: record(plot.meters.map(({ name, start }) => [name, start])),
      skills: nothing,
      visits: record([]),
      taken: [],
      decided: [],
      won: nothing,
      available: nothing,
    };
    return arrive(plot, state, plot.start);
  }

  /** What the learner can do now: choose, write, continue; or ending, or stuck. */
  function phase(plot, state) {
    const node = plot.nodes[state.node];
    if (node.ending) return "ending";
    if (state.next) return "continue";
    if (node.writing) return "write";
    return offered(plot, state).length ? "choose" : "stuck";
  }

  /** The choices of the node whose conditions hold. */
  function offered(plot, state) {
    return (plot.nodes[state.node].choices ?? []).filter((choice) => isOpen(choice, state));
  }

  function isOpen(choice, state) {
    return hold(choice.tests, state, 0);
  }

  /** The state after a move; null where the move is not possible. */
  function step(plot, state, move) {
    const node = plot.nodes[state.node];
    const now = phase(plot, state);
    if (move.kind === "timeout") return node.timer && ["choose", "write"].includes(now) ? arrive(plot, decide(plot, state, []), node.timer.to) : null;
    if (move.kind !== now) return null;
    if (now === "continue") return arrive(plot, state, state.next);
    return now === "write" ? write(plot, state, node, move.ticks) : choose(plot, state, move.choice);
  }

  function choose(plot, state, id) {
    const choice = offered(plot, state).find((each) => each.id === id);
    if (!choice) return null;
    return arrive(plot, apply(plot, decide(plot, state, choice.effects), choice), choice.to);
  }

  function write(plot, state, node, ticks) {
    const ticked = node.writing.criteria.filter(({ id }) => ticks.includes(id));
    if (ticked.length < new Set(ticks).size) return null;
    const decided = decide(plot, state, ticked.flatMap(({ effects }) => effects));
    const applied = ticked.reduce((now, criterion) => apply(plot, now, criterion), decided);
    return arrive(plot, applied, route(node, applied, ticked.length));
  }

  /** Notes, at the first decision in a node, what could be won there and what was. */
  function decide(plot, state, done) {
    if (state.decided.includes(state.node)) return state;
    return {
      ...state,
      decided: [...state.decided, state.node],
      won: record(plot.skills.map((skill) => [skill, state.won[skill] + points(skill, done)])),
      available: record(plot.skills.map((skill) => [skill, state.available[skill] + most(plot, state, skill)])),
    };
  }

  function most(plot, state, skill) {
    const { writing } = plot.nodes[state.node];
    const gains = (ways) => ways.map(({ effects }) => Math.max(0, points(skill, effects)));
    if (writing) return gains(writing.criteria).reduce((sum, gain) => sum + gain, 0);
    return Math.max(0, ...gains(offered(plot, state)));
  }

  function points(skill, effects) {
    return effects.reduce((sum, [name, change]) => sum + (name === skill ? change : 0), 0);
  }

  /** Effects in the author's order, clamped; skill points once a play. */
  function apply(plot, state, { id, effects }) {
    const mark = `${state.node} ${id}`;
    const once = !state.taken.includes(mark);
    const [meters, skills] = [state.meters, state.skills].map((values) => record(Object.entries(values)));
    for (const [name, change] of effects) {
      const meter = plot.meters.find((each) => each.name === name);
      if (meter) meters[name] = Math.min(meter.high, Math.max(meter.low, meters[name] + change));
      else if (once) skills[name] += change;
    }
    return { ...state, meters, skills, taken: once ? [...state.taken, mark] : state.taken };
  }

  function arrive(plot, state, id) {
    const node = plot.nodes[id];
    const visits = state.visits[id] ?? 0;
    if (node.cap && visits >= node.cap.times) return arrive(plot, state, node.cap.to);
    const here = { ...state, node: id, visits: record([...Object.entries(state.visits), [id, visits + 1]]) };
    const next = node.writing ? "" : route(node, here, 0);
    return next && node.quiet ? arrive(plot, here, next) : { ...here, next };
  }

  /** Where the node's routes lead now; empty where the learner decides. */
  function route(node, state, rating) {
    const fitting = (node.routes ?? []).find(({ tests }) => hold(tests, state, rating));
    return fitting?.to ?? node.otherwise ?? "";
  }

  function hold(tests, state, rating) {
    return tests.every(([name, sign, number]) => SIGNS[Math.sign(value(name, state, rating) - number) + 1].includes(sign));
  }

  function value(name, state, rating) {
    return name === RATING ? rating : (state.meters[name] ?? state.skills[name]);
  }

  /** An object without a prototype: a node or a meter may have any name. */
  function record(entries) {
    return { __proto__: null, ...Object.fromEntries(entries) };
  }
})();
