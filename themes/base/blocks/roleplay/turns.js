// What the learner did at a turn, as the transcript and the debrief show it.

/** What I said, the meters' moves with the coach folded below, the reply. */
function answerLines({ plot, script, me, states, moves }, at, open = false) {
  const [before, after, move] = [states[at], states[at + 1], moves[at]];
  const choice = choiceOf(plot, move);
  const words = saidWith(script, move);
  return [
    words && script.spoken(me, "", words),
    ["choose", "write"].includes(move.kind) && h("div.after", changeList(plot, before, after), coachNote(choice?.coach, open)),
    choice?.reply && replyLine(script, choice.reply, moodOf(plot, after)),
    move.kind === "timeout" && h("p.line.told.timed-out", t("play_timed_out")),
  ];
}

/** The choice that a move took, if it took one. */
function choiceOf(plot, { node, choice }) {
  return plot.nodes[node].choices?.find(({ id }) => id === choice);
}

/** What was said with a move: the words of a choice, or what the learner wrote. */
function saidWith(script, { node, choice, text }) {
  return choice ? script.choice(node, choice) : text && typedText(text);
}

/** The reply to a choice: said by somebody, or told. */
function replyLine(script, { speaker, tone, mine, html }, mood) {
  return speaker ? script.spoken(speaker, tone, fragment(html), mine ? undefined : mood) : h("div.line.told", fragment(html));
}

/** A learner's text as typed, its line breaks kept. */
function typedText(text) {
  return h("p.typed", text);
}

function coachNote(html, open = false) {
  return html && h("details.coach", { open }, h("summary", t("play_coach")), h("div.note", fragment(html)));
}
