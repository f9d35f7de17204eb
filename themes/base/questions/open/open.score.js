// All for an answer that holds a word: of no points, it says only whether there is one. Response: the text.
scoring.open = (_, response) => earnedShare(typeof response === "string" && normalise(response, { ignorePunctuation: false }) ? 1 : 0, 1);
