import { describe, expect, test } from 'vitest';
import { format } from '../../src/format.ts';

/* What a spec file cannot show: notes that are refused, byte order marks and line endings. `specs/front-matter.txt` has the rest. */

test.each([
  ['---js\nmodule.exports = {}\n---\n', 'front-matter-fence'],
  ['---\nheadline: H\n', 'front-matter-fence'],
  ['---\nheadline: a: b\n---\n', 'invalid-yaml'],
  ['---\nheadline: a\nheadline: b\n---\n', 'duplicate-key'],
])('%j is not formatted', async (input, rule) => {
  const { text, diagnostics } = await format(input);
  expect(text).toBeUndefined();
  expect(diagnostics.map((diagnostic) => diagnostic.rule)).toEqual([rule]);
});

describe('byte order mark and line endings', () => {
  const written = ['---', 'source:  S', 'headline: H', '---', 'a', 'b', ''];
  const formatted = ['---', 'headline: H', 'source: S', '---', '', 'a b', ''];
  for (const bom of ['', '\ufeff']) {
    for (const eol of ['\n', '\r\n']) {
      test(`${bom === '' ? 'none' : 'BOM'} and ${JSON.stringify(eol)} are kept, or become what the options say`, async () => {
        const text = bom + written.join(eol);
        expect((await format(text)).text).toBe(bom + formatted.join(eol));
        expect((await format(text, { endOfLine: 'lf' })).text).toBe(bom + formatted.join('\n'));
        expect((await format(text, { endOfLine: 'crlf' })).text).toBe(bom + formatted.join('\r\n'));
        expect((await format(text, { removeBom: true })).text).toBe(formatted.join(eol));
      });
    }
  }
  test('the first line ending decides if they are mixed', async () => {
    expect((await format('---\r\nheadline: H\n---\n\na\rb\n')).text).toBe('---\r\nheadline: H\r\n---\r\n\r\na b\r\n');
    expect((await format('---\nheadline: H\r\n---\r\n\r\na\r\n')).text).toBe('---\nheadline: H\n---\n\na\n');
  });
  test('a note can differ only in a line ending', async () => {
    expect((await format('---\nheadline: H\n---\n\na\r\n')).text).toBe('---\nheadline: H\n---\n\na\n');
  });
});
