// What is kept of a role-play, and reading it back: a saved play is followed move by move, so one that the scene no longer
// allows is found out, and what the learner wrote in it is kept to read.
//
// {play: {seed, speed, moves, draft, started, from} or null, ended: [{ending, grade, skills, moves, …}], kept: [texts]}
// The first ended play is the first attempt and stays first.

const savedPlays = (() => {
  const MOST_ENDED = 30;
  const SPEEDS = [0, 1, 2, 10]; // 0 is without time limit
  const KINDS = ["choose", "write", "continue", "timeout"];

  return { read, follow, withEnded };

  /** {play, ended, kept, changed}: `changed` when a play was there that cannot go on. */
  function read(plot, value) {
    const stored = isObject(value) ? value : {};
    const ended = list(stored.ended).filter(isEnded);
    const kept = list(stored.kept).filter(isText);
    const play = isPlay(stored.play) ? stored.play : null;
    if (play && follow(plot, play.moves)) return { play: { ...play, speed: SPEEDS.includes(play.speed) ? play.speed : 0, draft: readDraft(play.draft) }, ended, kept, changed: false };
    return { play: null, ended, kept: [...kept, ...textsOf(stored.play)], changed: isObject(stored.play) };
  }

  /** The states of a play, one more than its moves; null where a move is no longer possible. */
  function follow(plot, moves) {
    const states = [rulesOfPlay.begin(plot)];
    for (const move of moves) {
      const here = states.at(-1);
      const next = move.node === here.node ? rulesOfPlay.step(plot, here, move) : null;
      if (!next) return null;
      states.push(next);
    }
    return states;
  }

  /** The list with one more; the first attempt stays, of the others the latest. */
  function withEnded(ended, play) {
    const all = [...ended, play];
    return all.length > MOST_ENDED ? [all[0], ...all.slice(all.length - MOST_ENDED + 1)] : all;
  }

  function isPlay(play) {
    return isObject(play) && Number.isInteger(play.seed) && Array.isArray(play.moves) && play.moves.every(isMove);
  }

  function isMove(move) {
    if (!isObject(move) || !KINDS.includes(move.kind) || !isText(move.node)) return false;
    if (move.kind === "choose") return isText(move.choice);
    return move.kind !== "write" || (isText(move.text) && Array.isArray(move.ticks) && move.ticks.every(isText));
  }

  function isEnded(play) {
    return isObject(play) && isText(play.ending) && isObject(play.skills) && Object.values(play.skills).every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(Number.isInteger));
  }

  function readDraft(draft) {
    if (!isObject(draft) || !isText(draft.text)) return { text: "", said: false, ticks: [] };
    return { text: draft.text, said: draft.said === true, ticks: list(draft.ticks).filter(isText) };
  }

  function textsOf(play) {
    const moves = isObject(play) ? list(play.moves) : [];
    return [...moves, ...(isObject(play?.draft) ? [play.draft] : [])].map((part) => part?.text).filter((text) => isText(text) && text.trim());
  }

  function list(value) {
    return Array.isArray(value) ? value : [];
  }

  function isText(value) {
    return typeof value === "string";
  }

  function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
  }
})();
