// max(0, hits − false)/targets. Response: a list of ids.
scoring.spot = (key, response) => {
  const chosen = distinctIds(response);
  const hits = chosen.filter((id) => key.correct.includes(id)).length;
  return earnedShare(Math.max(0, 2 * hits - chosen.length), key.correct.length);
};
