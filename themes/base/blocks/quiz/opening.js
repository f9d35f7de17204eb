// The page before an exam: what will be asked, the choice of a time limit, and the start.

/** `start` gets the time limit in seconds, 0 for none. */
function quizOpening(quiz, start) {
  const { run } = quiz;
  const time = run.seconds > 0 && timeChoice(run.seconds);
  const begin = () => start(Number(time && time.querySelector("input:checked").value));
  const number = (run.now?.number ?? 0) + 1;
  return h(
    "div.quiz-opening",
    { tabIndex: -1, role: "group", "aria-label": t("run_rules") },
    h("ul", rulesOf(quiz, number).filter(Boolean).map((rule) => h("li", rule))),
    time,
    h("p.actions", button("button.primary.begin", begin, t(number > 1 ? "run_start_again" : "run_start", { k: number }))),
  );
}

function rulesOf({ run, attempts, dataset: { feedback } }, number) {
  return [
    run.draw ? t("run_drawn", { n: run.count, total: run.ids.length }) : t("run_items", { n: run.count }),
    t(`run_${feedback}`),
    attempts > 0 && t("run_attempts", { n: attempts, k: number }),
    t("run_kept"),
  ];
}

function timeChoice(seconds) {
  const name = `time-${newSeed()}`;
  const options = [0, 1, 2, 10].map((factor) =>
    h("label", h("input", { type: "radio", name, value: factor * seconds, checked: factor === 0 }), h("span", factor ? durationWords(factor * seconds) : t("run_time_off"))),
  );
  return h("fieldset.time-choice", h("legend", t("run_time")), h("p.note", t("run_time_hint")), h("div", options));
}
