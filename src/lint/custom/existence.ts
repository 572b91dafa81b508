import type { HouseRule } from '../../model/house.ts';
import type { Rule } from '../rule.ts';
import { ownRule, said } from './rule.ts';
import { lookFor, searchesOf } from './search.ts';

/** Something that should not be there. */
export function existence(rule: Extract<HouseRule, { kind: 'existence' }>): Rule {
  const look = lookFor(searchesOf(rule), rule);
  return ownRule(rule, 'Something stands there that the house does not write.', function* (passage) {
    for (const { start, end, text } of look(passage)) {
      const otherwise = { message: `the house does not write '${text}'`, advice: 'Leave it out, or say it otherwise.' };
      yield { ...said(rule, text, otherwise), span: { start, end } };
    }
  });
}
