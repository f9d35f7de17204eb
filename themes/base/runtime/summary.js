// What the learner has to show: each quiz with its points and whether it is passed, each role-play, each worksheet.

/** Every block of the course in order, with its chapter and its path "chapter/block". */
function allBlocks(kind) {
  return course.data.chapters.flatMap((chapter) =>
    chapter.blocks.filter((block) => block.kind === kind).map((block) => ({ chapter, block, path: pathIn(chapter.id, block.id) })),
  );
}

function quizResults() {
  return allBlocks("quiz").map(({ chapter, block, path }) => {
    const answers = block.items.map((item) => currentAnswer(path, item));
    const scores = block.items.map((item, index) => (answers[index] ? pointsOf(answers[index].earned, item.points) : zeroPoints));
    const [earned, possible] = [scores.reduce(addPoints, zeroPoints), sumOf(block.items, "points")];
    const passMark = block.pass ?? course.data.passMark;
    return {
      chapter,
      block,
      path,
      answered: answers.filter(Boolean).length,
      items: block.items.length,
      earned,
      possible,
      passMark,
      passed: percentOf(earned, possible) >= passMark,
    };
  });
}

function totalOf(results) {
  return { earned: results.map((result) => result.earned).reduce(addPoints, zeroPoints), possible: sumOf(results, "possible") };
}
