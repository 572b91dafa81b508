import { inPassage } from '../passages.ts';
import { lengthOf } from '../prose/words.ts';
import type { Rule } from '../rule.ts';

export const paragraphLength: Rule = {
  id: 'paragraph-length',
  group: 'body',
  what: 'A paragraph of the body is longer than the house allows.',
  why: 'On a phone a long paragraph is a wall. Those of the reference post have 19 to 43 words, and `counts.paragraph` in `house.yaml` gives the limit: in words, or in characters where a language is written without spaces. Code counts as one word.',
  severity: 'warning',
  bad: { body: `${'The lab runs at night and nobody is there to see it. '.repeat(8).trim()}\n\nIt plans two more.` },
  good: { body: `${'The lab runs at night and nobody is there to see it. '.repeat(4).trim()}\n\nIt plans two more.` },
  *check(context) {
    if (context.isForeign) return;
    const { min, max } = context.house.counts.paragraph;
    for (const { block, passages = [] } of context.bodyBlocks) {
      if (block.type !== 'paragraph') continue;
      for (const passage of passages) {
        const { text } = passage;
        const { count, unit } = lengthOf(context, text);
        if (count === 0 || (count >= min && count <= max)) continue;
        const message = `the paragraph has ${count} ${unit}`;
        const advice =
          count > max ? `Split it, or cut it to ${max} at most.` : `Give it ${min} at least, or join it with another.`;
        yield* inPassage(passage, [{ message, advice, span: { start: 0, end: text.length } }]);
      }
    }
  },
};
