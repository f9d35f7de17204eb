// The share of members that got their group. Response: { member id: group id or null }.
scoring.sort = pairsShare;
