// Half for the best, half for the worst. Response: { best: id, worst: id }.
scoring.judgement = (key, response) =>
  earnedShare(isObject(response) ? ["best", "worst"].filter((side) => Object.hasOwn(response, side) && response[side] === key[side]).length : 0, 2);
