// A row of a choice: its native control, and what is said of it after the check.

function inputOf(option) {
  return option.querySelector("input");
}

/** Marks a row as right, wrong or missed, in words, with the author's feedback below it. */
function markOption(option, grade, words, feedback) {
  option.dataset.grade = grade;
  option.querySelector("label").append(markLabel(grade, words));
  if (!feedback) return;
  const id = `${option.closest(".item").place}/${inputOf(option).value}/feedback`;
  option.append(h("div.feedback", { id }, fragment(feedback)));
  inputOf(option).setAttribute("aria-describedby", id);
}

function unmarkOption(option) {
  delete option.dataset.grade;
  inputOf(option).removeAttribute("aria-describedby");
  for (const mark of option.querySelectorAll(".mark, .feedback")) mark.remove();
}
