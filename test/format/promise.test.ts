import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { lostFact } from '../../src/format/equivalence/facts.ts';
import { foldLines } from '../../src/format/equivalence/soft-breaks.ts';
import { format } from '../../src/format.ts';
import { createSource, positionAt } from '../../src/text/index.ts';
import { copydesk, file, folder } from '../cli/program.ts';

/*
 * A formatter that distrusts itself. What it would get wrong is made wrong on purpose here: by text that two parsers read
 * differently, and by a writer that is broken for the test.
 */

const FRONT = '---\nheadline: H\nsource: S\n---\n\n';

/** What is left as written, by lines. */
async function left(text: string): Promise<readonly string[]> {
  const result = await format(text);
  expect((await format(result.text ?? '')).text).toBe(result.text);
  const source = createSource('x', text);
  return result.unformatted.map(
    ({ span }) => `${positionAt(source, span.start).line}-${positionAt(source, span.end - 1).line}`,
  );
}

describe('what two parsers read differently is left as written, and the rest is not', () => {
  test.each([
    ['code behind a definition', '[a]: /u\n\tcode\n', ['6-6', '7-7']],
    ['a space written as a reference to a line end', '## Notes\n\na &#10;\n，\n', ['8-9']],
    ['an underline below what looks like a table', '|---|\n===\n', ['6-7']],
  ])('%s', async (_, block, lines) => {
    const text = `${FRONT}${block}\n*  item\n\nlast\nline\n`;
    expect(await left(text)).toEqual(lines);
    const { text: shape = '' } = await format(text);
    expect(shape).toContain(block.trimEnd());
    expect(shape).toContain('\n- item\n\nlast line\n');
  });
  test('--verbose says which lines and why, and the note is fine', async () => {
    const path = file(folder(), 'n.md', `${FRONT}|---|\n===\n`);
    const result = await copydesk(['format', '--verbose', '--check', path]);
    expect(result).toMatchObject({ code: 0, stdout: '' });
    expect(result.stderr).toContain(
      `${path}:6:1: lines 6 to 7 not formatted: it may contain a table in another Markdown dialect`,
    );
    expect((await copydesk(['format', '--check', path])).stderr).not.toContain('not formatted:');
  });
});

describe('a broken writer writes nothing', () => {
  afterEach(() => {
    vi.doUnmock('../../src/format/print/front-matter.ts');
    vi.doUnmock('../../src/format/print/body.ts');
    vi.doUnmock('../../src/format/print/blocks.ts');
    vi.resetModules();
  });

  /** A program whose front matter says something else, and whose text as well unless it is asked only for the first. */
  async function broken(textToo: boolean): Promise<typeof import('../cli/program.ts')> {
    vi.resetModules();
    vi.doMock('../../src/format/print/front-matter.ts', async (original) => {
      const { frontMatterText: real } = await original<typeof import('../../src/format/print/front-matter.ts')>();
      return { frontMatterText: (...args: Parameters<typeof real>) => real(...args)?.replace('Zero', 'One') };
    });
    vi.doMock('../../src/format/print/body.ts', async (original) => {
      const { Body } = await original<typeof import('../../src/format/print/body.ts')>();
      if (!textToo) return { Body };
      const print = Body.prototype.print;
      Body.prototype.print = function (this: InstanceType<typeof Body>, ...args) {
        return print.apply(this, args).replace('lost', '');
      };
      return { Body };
    });
    return import('../cli/program.ts');
  }

  test('a value that would change stays', async () => {
    const { copydesk: run } = await broken(false);
    const path = file(folder(), 'n.md', `${FRONT.replace('H', ' Zero')}a\nb\n`);
    const result = await run(['format', '--verbose', path]);
    expect(result).toMatchObject({ code: 0, stdout: `${FRONT.replace('H', ' Zero')}a b\n` });
    expect(result.stderr).toContain('sorting the keys would change a value');
  });

  test('when even that fails it is exit 3, nothing is written, and the other notes are formatted', async () => {
    const { copydesk: run } = await broken(true);
    const root = folder();
    const [bad, good] = [
      file(root, 'bad.md', `${FRONT.replace('H', ' Zero')}lost\nb\n`),
      file(root, 'good.md', `${FRONT}a\nb\n`),
    ];
    const before = readFileSync(bad, 'utf8');
    const result = await run(['format', '--write', bad, good]);
    expect(result.code).toBe(3);
    expect(result.stderr).toContain(`error: cannot format '${bad}': `);
    expect(readFileSync(bad, 'utf8')).toBe(before);
    expect(readFileSync(good, 'utf8')).toBe(`${FRONT}a b\n`);
  });

  test.each([
    ['a lost word', 'one ', ''],
    ['a changed number', '7', '8'],
    ['an address', 'example', 'exampel'],
    ['a quotation', '“so”', 'so'],
    ['another mark', '**', '*'],
    ['a comment', 'mark', 'mork'],
    ['a cell', 'cell', 'coll'],
  ])('%s keeps the block as it was', async (_, is, becomes) => {
    vi.resetModules();
    vi.doMock('../../src/format/print/blocks.ts', async (original) => {
      const real = await original<typeof import('../../src/format/print/blocks.ts')>();
      return {
        ...real,
        blockText: (...args: Parameters<typeof real.blockText>) => real.blockText(...args).replace(is, becomes),
      };
    });
    const { format: broken } = await import('../../src/format.ts');
    const text = `${FRONT}one\ntwo 7 “so” **b** https://a.example/x\n\n*  d\n\n| cell |\n|-|\n\n<!-- mark -->\n`;
    const { text: shape = '', unformatted: kept } = await broken(text);
    expect(kept.length).toBeGreaterThan(0);
    for (const word of ['one', '7', '“so”', '**b**', 'https://a.example/x', 'mark', 'cell'])
      expect(shape).toContain(word);
  });
});

describe('facts', () => {
  test.each([
    ['a number', 'It rose 1,200.5 points', 'It rose points', '1,200.5'],
    ['an address', 'at https://a.example/x.', 'at https://a.example/', 'https://a.example/x'],
    ['an address of an unknown scheme', 'at htps://a.example/x', 'at', 'htps://a.example/x'],
    ['a link to a URN', '[a](urn:x:y)', '[a]()', 'urn:x:y'],
    ['a link to a DOI in angle brackets', '[a](<doi:10.1/x>)', '[a](<10.1/x>)', 'doi:10.1/x'],
    ['a definition of an unknown scheme', '[a]: data:a,b', '[a]: a,b', 'data:a,b'],
    ['an autolink', '<tel:+32-9>', 'tel', 'tel:+32-9'],
    ['a quotation, whatever its blanks and marks', 'said, "We\n*sleep*."', 'said, "We sleep"', '"Wesleep."'],
    ['one of two', '7 and 7', '7', '7'],
  ])('%s is missed', (_, before, after, fact) => {
    expect(lostFact([before], [after])).toBe(fact);
    expect(lostFact([before], [before])).toBeUndefined();
  });
  test('the numbers of a list are none', () => {
    expect(lostFact(['7. a\n> 7) b'], ['1. a\n> 2) b'])).toBeUndefined();
  });
});

test.each([
  ['<p>a\nb</p>', '<p>a b</p>'],
  ['<p>汉\n字</p>', '<p>汉字</p>'],
  ['<p><em>汉</em>\n<a href="/u">字</a></p>', '<p><em>汉</em><a href="/u">字</a></p>'],
  ['<p>汉\n\u3000字\u3000\n字</p>', '<p>汉 \u3000字\u3000 字</p>'],
  ['<p>汉<br />\n字</p>', '<p>汉<br />字</p>'],
  ['<pre><code>a\n b\n</code></pre>', '<pre><code>a\n b\n</code></pre>'],
  ['<p> a </p>\n<p></p>', '<p>a</p>'],
])('the lines of %j', (html, folded) => {
  expect(foldLines(html)).toBe(folded);
});
