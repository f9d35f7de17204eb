// What the accepted text is worth. Response: the text as typed.
scoring.short = (key, response) => earnedShare(acceptedPercent(key, response), 100);
