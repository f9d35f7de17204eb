// When a card comes again: Leitner's boxes (S. Leitner, So lernt man lernen, 1972). What is remembered moves on by a box
// and rests twice as long; what is forgotten goes back to the first and comes again the same day.

const REST = [0, 1, 2, 4, 8, 16]; // days that a card rests in each box

const leitner = {
  /** The state of a card from its record; a new or a damaged one is in the first box, and due. */
  card(record) {
    const known = record && Number.isInteger(record.box) && record.box in REST && Number.isSafeInteger(record.due);
    return known ? { box: record.box, due: record.due } : { box: 0, due: 0 };
  },

  /** Days are counted from 1970. A card that rests longer than its box allows was put there by a wrong clock: it is due. */
  isDue({ box, due }, today) {
    return due <= today || due - today > REST[box];
  },

  /** The state after an answer. To remember a card before it is due tells nothing, so it stays where it is. */
  answered(card, remembered, today) {
    if (!remembered) return { box: 0, due: today };
    if (!leitner.isDue(card, today)) return card;
    const box = Math.min(card.box + 1, REST.length - 1);
    return { box, due: today + REST[box] };
  },
};
