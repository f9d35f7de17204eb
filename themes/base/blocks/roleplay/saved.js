// What is kept of a role-play, and reading it back: a saved play is followed move by move, so one that the scene no longer
// allows is found out, and what the learner wrote in it is kept to read.
//
// {play: {seed, speed, moves, draft, started, from, seen} or null, ended: [{ending, grade, skills, moves, …}], kept: [texts], seen}
// The first ended play is the first attempt and stays first. `seen` says that the best play was shown: of the record, at any
// time; of a play, before it began.

const MOST_ENDED = 30;

/** {play, ended, kept, seen, changed}: `changed` when a play was there that cannot go on. */
function readSaved(plot, value) {
  const { play, ended = [], kept = [], seen = false } = value ?? {};
  if (canGoOn(plot, play)) return { play, ended, kept, seen };
  const texts = [play?.moves, play?.draft].flat().map((part) => part?.text).filter((text) => text?.trim());
  return { play: null, ended, kept: [...kept, ...texts], seen, changed: Boolean(play) };
}

function canGoOn(plot, play) {
  try {
    return followMoves(plot, play.moves) !== null;
  } catch {
    return false; // none, or a damaged one
  }
}

/** The states of a play, one more than its moves; null where a move is no longer possible. */
function followMoves(plot, moves) {
  const states = [rulesOfPlay.begin(plot)];
  for (const move of moves) {
    const here = states.at(-1);
    const next = move.node === here.node && rulesOfPlay.step(plot, here, move);
    if (!next) return null;
    states.push(next);
  }
  return states;
}

/** The list with one more; the first attempt stays, of the others the latest. */
function withEnded(ended, play) {
  return [...ended.slice(0, 1), ...ended.slice(1).slice(2 - MOST_ENDED), play];
}
