// Where a play tipped: the turn after which the grade that was reached was the best one left; or, where the best one was
// reached, the turn that moved the meters most to the good.

/** {turn, lost} for a finished play of these states and moves; null where nothing tipped. */
function tippingTurn(plot, states, moves) {
  const final = rankOf(plot, states.at(-1));
  for (let turn = moves.length - 1; turn >= 0 && final > 0; turn -= 1) {
    const { rank, whole } = bestPlay(plot, states[turn]);
    if (!whole) break;
    if (rank < final) return { turn, lost: true };
  }
  const direction = final > 0 ? -1 : 1;
  const gains = states.slice(1).map((after, turn) => direction * (howWell(plot, after) - howWell(plot, states[turn])));
  const most = Math.max(...gains);
  return most > 0 ? { turn: gains.indexOf(most), lost: direction < 0 } : null;
}
