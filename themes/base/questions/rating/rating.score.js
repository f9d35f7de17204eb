// The mean over the options of 1 − |r − mean|/range, the panel's means in hundredths. Response: { id: point as text }.
scoring.rating = ({ points, means }, response) => {
  const width = 100 * (points.at(-1) - points[0]);
  const ids = Object.keys(means);
  const rated = isObject(response) ? ids.filter((id) => Object.hasOwn(response, id) && points.includes(response[id])) : [];
  const earned = rated.reduce((sum, id) => sum + width - Math.abs(100 * response[id] - means[id]), 0);
  return earnedShare(earned, width * ids.length);
};
