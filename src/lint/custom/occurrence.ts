import type { HouseRule } from '../../model/house.ts';
import type { Rule } from '../rule.ts';
import { ownRule, said } from './rule.ts';
import { lookFor, searchesOf } from './search.ts';

/** What may stand only so often in a passage: what stands there beyond that is found. */
export function occurrence(rule: Extract<HouseRule, { kind: 'occurrence' }>): Rule {
  const look = lookFor(searchesOf(rule), rule);
  const { max } = rule;
  const what = `Something stands more often in one paragraph than the house wants: ${times(max)}.`;
  return ownRule(rule, what, function* (passage) {
    const found = look(passage);
    const text = found[max]?.text ?? '';
    const message = `'${text}' and its like stand ${times(found.length)} here, and the house wants ${times(max)} at most`;
    for (const { start, end } of found.slice(max))
      yield { ...said(rule, text, { message, advice: 'Leave out some of them.' }), span: { start, end } };
  });
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}
