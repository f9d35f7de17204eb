// The share of the panel that chose the same, divided by the largest. Response: a list of one id.
scoring.emotion = ({ shares }, response) => {
  const chosen = distinctIds(response);
  const share = chosen.length === 1 && Object.hasOwn(shares, chosen[0]) ? shares[chosen[0]] : 0;
  return earnedShare(share, Math.max(...Object.values(shares)));
};
