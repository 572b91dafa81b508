import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/read/markdown/index.ts';
import examples from './commonmark-0.31.2.json' with { type: 'json' };
import { nastyMarkdown } from './nasty.ts';

/** What a formatter compares two notes by. */
function compared(markdown: string, asWritten: boolean): string {
  const { items, tooComplex } = parseMarkdown(markdown, 0, markdown.length, asWritten ? 'written' : 'meaning');
  return JSON.stringify([tooComplex, items.map((item) => (item.kind === 'block' ? item.block : item.kind))]);
}

it('blocks that are converted when somebody asks are, as JSON, those that are converted at once', () => {
  for (const { markdown } of examples) expect(compared(markdown, true)).toBe(compared(markdown, false));
  expect(compared('a *b*\n\n3. c\n4. d\n\n- [ ] e\n', true)).toContain('"start":3,"loose":false,"items":[{"tokens":[');
  fc.assert(
    fc.property(nastyMarkdown, (markdown) => {
      expect(compared(markdown, true)).toBe(compared(markdown, false));
    }),
    { numRuns: 1000 },
  );
});
