import type { Rule } from './rule.ts';
import { passHits } from './typography.ts';

export const quoteMarks: Rule = {
  id: 'quote-marks',
  group: 'quotation marks',
  what: 'Quotation marks and apostrophes are not the kind that the house prints.',
  why: 'A post has one kind of quotation mark, whatever the program was that the note was written with. The reference post of the house has straight ones throughout: `typography.quotes` in `house.yaml`.',
  severity: 'warning',
  fix: 'safe',
  bad: { body: 'The lab calls it ‘night science’ now.' },
  good: { body: "The lab calls it 'night science' now." },
  *check(copy) {
    const { quotes } = copy.house.typography;
    const message = `the house prints ${quotes} quotation marks`;
    yield* passHits(copy, 'quotes-straight', { message });
    yield* passHits(copy, 'quotes-curly', { message });
  },
};
