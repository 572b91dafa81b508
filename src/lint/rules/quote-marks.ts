import type { Rule } from '../rule.ts';
import { passMatches } from '../typography.ts';

export const quoteMarks: Rule = {
  id: 'quote-marks',
  group: 'quotation marks',
  what: 'Quotation marks and apostrophes are not the kind that the house prints.',
  why: 'A post has one kind of quotation mark, whatever the program was that the note was written with. The reference post of the house has straight ones throughout: `typography.quotes` in `house.yaml`.',
  severity: 'warning',
  fix: 'safe',
  bad: { body: 'The lab calls it ‘night science’ now.' },
  good: { body: "The lab calls it 'night science' now." },
  *check(context) {
    const { quotes } = context.house.typography;
    const message = `the house prints ${quotes} quotation marks`;
    yield* passMatches(context, 'quotes-straight', { message });
    yield* passMatches(context, 'quotes-curly', { message });
  },
};
