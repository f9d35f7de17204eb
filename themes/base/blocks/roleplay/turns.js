// What the learner did at a turn, as the transcript and the debrief show it.

/** What I said, the coach folded below, the meters' moves, the reply. */
function answerLines({ plot, script, me, before, after, move, open = false }) {
  const node = plot.nodes[before.node];
  if (move.kind === "choose") {
    const choice = node.choices.find(({ id }) => id === move.choice);
    return [
      spokenLine(me, "", script.choice(before.node, choice.id), true),
      h("div", { class: "after" }, changeList(plot, before, after), coachNote(choice.coach, open)),
      choice.reply && replyLine(choice.reply),
    ];
  }
  if (move.kind === "write") return [spokenLine(me, "", typedText(move.text), true), h("div", { class: "after" }, changeList(plot, before, after))];
  if (move.kind === "timeout") return [move.text && spokenLine(me, "", typedText(move.text), true), h("p", { class: "line told timed-out" }, t("play_timed_out"))];
  return [];
}
