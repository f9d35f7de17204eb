// What the learner did at a turn, as the transcript and the debrief show it.

/** What I said, the meters' moves with the coach folded below, the reply. */
function answerLines({ plot, script, me, states, moves }, at, open = false) {
  const [before, after, move] = [states[at], states[at + 1], moves[at]];
  const choice = plot.nodes[before.node].choices?.find(({ id }) => id === move.choice);
  const words = choice ? script.choice(before.node, choice.id) : move.text && typedText(move.text);
  return [
    words && spokenLine(me, "", words, true),
    ["choose", "write"].includes(move.kind) && h("div.after", changeList(plot, before, after), coachNote(choice?.coach, open)),
    choice?.reply && replyLine(choice.reply),
    move.kind === "timeout" && h("p.line.told.timed-out", t("play_timed_out")),
  ];
}
