import type { HouseRule } from '../../model/house.ts';
import type { Rule } from '../rule.ts';
import { ownRule, said } from './rule.ts';
import { lookFor, searchOf } from './search.ts';

/** Reports each occurrence in a passage after the first `max`. */
export function occurrence(rule: Extract<HouseRule, { kind: 'occurrence' }>): Rule {
  const look = lookFor(searchOf(rule), rule);
  const { max } = rule;
  const what = `Text that occurs more often in a paragraph than the house allows: ${times(max)}.`;
  return ownRule(rule, what, function* (passage) {
    const found = look(passage);
    const text = found[max]?.found ?? '';
    const message = `'${text}' or similar occurs ${times(found.length)} here; the house allows ${max === 0 ? 'none' : times(max)}`;
    for (const { span } of found.slice(max))
      yield { ...said(rule, text, { message, advice: 'Remove some of them.' }), span };
  });
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}
