// The page before an exam: what will be asked, the choice of a time limit, and the start. It waits in the quiz's template.

/** `start` gets the time limit in seconds, 0 for none. */
function quizOpening(quiz, start) {
  const page = templateOf(quiz).querySelector(".quiz-opening");
  const begin = page.querySelector(".begin");
  const k = (quiz.run.now?.number ?? 0) + 1;
  page.querySelector(".attempt")?.append(t("run_attempts", { n: quiz.attempts, k }));
  if (k > 1) begin.textContent = t("run_start_again", { k });
  begin.onclick = () => start(checkedNumber(page));
  return page;
}
