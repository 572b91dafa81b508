import type { Usage } from '../../model/house.ts';
import { memoize } from '../memoize.ts';
import { outsideQuotations } from '../passages.ts';
import { acrossPhrases } from '../prose/agreement/across-phrases.ts';
import { QUANTIFIED } from '../prose/agreement/quantified.ts';
import { COLLECTIVE, SIMPLE } from '../prose/agreement/simple.ts';
import { possibleSlips, slipsIn } from '../prose/slips.ts';
import type { Rule } from '../rule.ts';

const slipsOf = memoize(({ collective_nouns: way }: Usage) =>
  way === 'singular' ? [...SIMPLE, ...QUANTIFIED, ...COLLECTIVE] : [...SIMPLE, ...QUANTIFIED],
);

export const agreement: Rule = {
  id: 'agreement',
  group: 'words',
  what: 'A subject and a verb that do not agree in number, or the article `a` before a plural.',
  why: 'The verb agrees with its subject, not with the noun next to it: *one of the labs is open*. The AP Stylebook treats nouns for groups, such as *team*, as singular; British English often does not, so the house sets this. The rule reports only sentences that cannot be read in another way.',
  severity: 'warning',
  options: ['usage.collective_nouns'],
  bad: { body: 'One of the robots are out of order.' },
  good: { body: 'One of the robots is out of order.' },
  isLocal: true,
  *check(context) {
    if (context.language !== 'en') return;
    const slips = possibleSlips(context, slipsOf(context.house.usage));
    const { collective_nouns: way } = context.house.usage;
    yield* outsideQuotations(context, function* (passage) {
      const found = [...slipsIn(passage, slips)];
      yield* found;
      for (const match of acrossPhrases(passage, way))
        if (!found.some(({ span }) => span.start <= match.span.start && match.span.start < span.end)) yield match;
    });
  },
};
