import type { Rule } from '../rule.ts';

/** A link as the source writes it, with nothing between its brackets. */
const EMPTY = /^\[\s*\][([]/;

export const linkText: Rule = {
  id: 'link-text',
  group: 'markup',
  what: 'A link without text.',
  why: 'A post shows the URL in place of the text, such as *#metrics* in the middle of a sentence. Screen readers need the text to say where the link leads (WCAG 2.2, 2.4.4).',
  severity: 'warning',
  bad: { body: 'A chipmaker opened a laboratory, see [](https://lab.example/) for more.' },
  good: { body: 'A chipmaker opened a laboratory, see [its page](https://lab.example/) for more.' },
  *check({ passages, source, note }) {
    if (note.data) return;
    for (const { marks } of passages) {
      for (const { type, span } of marks)
        if (type === 'link' && EMPTY.test(source.text.slice(span.start, span.end)))
          yield { message: 'link has no text', advice: 'Write the text between [ and ].', span };
    }
  },
};
