// The share of left sides that got their right side. Response: { left id: right id or null }.
scoring.match = pairsShare;
