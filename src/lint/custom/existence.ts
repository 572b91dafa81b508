import type { HouseRule } from '../../model/house.ts';
import type { Rule } from '../rule.ts';
import { ownRule, said } from './rule.ts';
import { lookFor, searchOf } from './search.ts';

/** Reports words or a pattern that the house does not use. */
export function existence(rule: Extract<HouseRule, { kind: 'existence' }>): Rule {
  const look = lookFor(searchOf(rule), rule);
  return ownRule(rule, 'Text that the house does not use.', function* (passage) {
    for (const { span, found } of look(passage)) {
      const otherwise = { message: `the house does not use '${found}'`, advice: 'Remove or replace it.' };
      yield { ...said(rule, found, otherwise), span };
    }
  });
}
