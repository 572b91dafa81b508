import { inPassage } from '../passages.ts';
import { sentences } from '../prose/sentences.ts';
import type { Rule } from '../rule.ts';

export const lawSentence: Rule = {
  id: 'law-sentence',
  group: 'laws',
  what: 'A law of more than one sentence.',
  why: 'A law is one thought that readers can remember; each law of the reference post is one sentence. A second sentence is an argument and belongs to the insight.',
  severity: 'warning',
  bad: {
    laws: '- When labs run at night, time is not scarce. What is scarce, but rarely seen, is questions.\n- The first machine to replace is not the hand, but the schedule.\n- Automation never begins with a robot, but rather with a list.',
  },
  good: {
    laws: '- When labs run at night, the scarce thing is no longer time, but questions.\n- The first machine to replace is not the hand, but the schedule.\n- Automation never begins with a robot, but rather with a list.',
  },
  *check({ lawPassages }) {
    for (const passages of lawPassages) {
      const all = passages.flatMap((passage) => sentences(passage).map((span) => ({ passage, span })));
      const [, second] = all;
      if (!second) continue;
      const message = `law has ${all.length} sentences; a law is one sentence`;
      const advice = 'Write one sentence, or move the rest to the insight.';
      yield* inPassage(second.passage, [{ message, advice, span: second.span }]);
    }
  },
};
