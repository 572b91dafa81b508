import type { HouseRule } from '../../model/house.ts';
import type { Passage } from '../../model/passage.ts';
import type { RuleContext } from '../context.ts';
import { inPassage, type TextMatch } from '../passages.ts';
import type { Rule, Violation } from '../rule.ts';
import { passagesIn } from './scope.ts';

/** A rule made of a house rule. `find` yields the matches in one passage. */
export function ownRule(
  rule: HouseRule,
  what: string,
  find: (passage: Passage) => Iterable<TextMatch>,
  fix?: Rule['fix'],
): Rule {
  const { id, because, severity = 'warning' } = rule;
  return {
    id,
    group: 'house rules',
    what,
    why: because === undefined ? 'A rule of the house.' : `A rule of the house: ${because}.`,
    severity,
    ...(fix ? { fix } : {}),
    bad: {},
    good: {},
    *check(context: RuleContext): Generator<Violation> {
      for (const passage of passagesIn(context, rule)) yield* inPassage(passage, find(passage));
    },
  };
}

/** The message and advice of the house rule, or `otherwise`, with the reason. */
export function said(
  { message, advice, because }: HouseRule,
  found: string,
  otherwise: { readonly message: string; readonly advice?: string },
): Pick<TextMatch, 'message' | 'advice'> {
  const named = (text: string) => text.replaceAll('%s', () => found);
  const fault = message === undefined ? otherwise.message : named(message);
  const todo = advice === undefined ? otherwise.advice : named(advice);
  return {
    message: because === undefined ? fault : `${fault}: ${because}`,
    ...(todo === undefined ? {} : { advice: todo }),
  };
}
