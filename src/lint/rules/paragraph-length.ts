import { inPassage } from '../passages.ts';
import { lengthOf } from '../prose/words.ts';
import type { Rule } from '../rule.ts';

export const paragraphLength: Rule = {
  id: 'paragraph-length',
  group: 'body',
  what: 'A paragraph of the body that is longer or shorter than the house allows.',
  why: 'A long paragraph fills a phone screen. Paragraphs of the reference post have 19 to 43 words. The limit counts words, or characters in Chinese and Japanese; a piece of code counts as one word.',
  severity: 'warning',
  options: ['counts.paragraph'],
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
        const message = `paragraph has ${count} ${unit}; the house wants ${count > max ? `at most ${max}` : `at least ${min}`}`;
        const advice =
          count > max ? 'Split or shorten the paragraph.' : 'Extend the paragraph or join it with another.';
        yield* inPassage(passage, [{ message, advice, span: { start: 0, end: text.length } }]);
      }
    }
  },
};
