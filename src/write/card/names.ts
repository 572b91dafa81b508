/** The formats of the share card. */
export const CARD_NAMES = ['card', 'card-svg'] as const;

export type CardName = (typeof CARD_NAMES)[number];
