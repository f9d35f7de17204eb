// All or nothing. Response: true or false.
scoring.truefalse = (key, response) => earnedShare(response === key.answer ? 1 : 0, 1);
