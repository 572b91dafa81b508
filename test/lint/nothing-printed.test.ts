import { describe, expect, test } from 'vitest';
import { check } from '../../src/check.ts';
import { fix } from '../../src/fix.ts';
import { render } from '../../src/render.ts';
import { exampleNote } from './example.ts';

/* Blocks of which nothing is printed, at the end of a note with and without a line feed, and between its sections. */
const BLOCKS = [
  '![](file:///x.png)',
  '&#9;',
  '<br>',
  '*&#32;*',
  '- &#9;',
  '- <br>',
  '1. ![](file:///x.png)',
  '- > &#9;',
  '- - <!-- TK -->',
  '> ![](file:///x.png)',
  '<!-- TK -->',
  '[a]: /u',
];

describe('a block that prints nothing', () => {
  test.each(BLOCKS)('%s ends a note', async (block) => {
    const note = `${exampleNote({}).trimEnd()}\n\n${block}`;
    const posts = await Promise.all(
      [note, `${note}\n`].map(async (text) => {
        const { findings } = await check(text);
        expect(findings.map(({ rule }) => rule)).not.toContain('internal-error');
        expect((await fix(text, { unsafe: true })).text).toContain(block.slice(-3));
        return render(text, { to: 'text' }).text;
      }),
    );
    expect(posts[0]).toBe(posts[1]);
    expect(posts[0]).toBe(render(exampleNote({}), { to: 'text' }).text);
  });

  test.each(BLOCKS)('%s is in the body', (block) => {
    const body = 'The lab opened on Monday.';
    const post = render(exampleNote({ body: `${body}\n\n${block}` }), { to: 'text' }).text;
    expect(post).toBe(render(exampleNote({ body }), { to: 'text' }).text);
  });
});
