import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { approve, correct, type EditResult, readPost, withdraw } from '../../../src/index.ts';
import { noteText } from '../generate.ts';

const AT = '2026-05-08T09:00:00Z';
const FENCE = /(?:^\ufeff?|(?<=[\r\n]))---[ \t]*(?:yaml)?[ \t]*(?:\r\n|\r|\n|$)/g;

/** Front matter as another reader has it, and the bytes below it. */
function divide(text: string): { readonly front: Readonly<Record<string, unknown>>; readonly below: string } {
  const [first, second] = [...text.matchAll(FENCE)];
  if (first?.index !== 0 || !second) return { front: {}, below: text.replace(/^\ufeff/, '') };
  const yaml = text.slice(first[0].length, second.index).replace(/\r\n?/g, '\n');
  const data: unknown = parseDocument(yaml, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' }).toJS();
  return { front: Object(data), below: text.slice(second.index + second[0].length) };
}

/** What must be the same: the other keys in their order, and the text. */
function rest(text: string, keys: readonly string[]): string {
  const { front, below } = divide(text);
  return JSON.stringify([Object.entries(front).filter(([name]) => !keys.includes(name)), below.replace(/^\r?\n/, '')]);
}

/* Notes of every shape, with odd YAML and odd line ends. */
test('an edit changes its keys and nothing else, or nothing', () => {
  const seen = { edited: 0, refused: 0 };
  const property = fc.property(noteText, (text) => {
    const isReadable = readPost(text).diagnostics.every(({ severity }) => severity !== 'fatal');
    const correction = 'It was "1999".';
    const edits: readonly (readonly [keys: readonly string[], result: EditResult])[] = [
      [['updated', 'corrections'], correct(text, { correction, at: AT })],
      [['updated', 'status'], withdraw(text, { at: AT })],
      [['approved'], approve(text, { by: 'Ada Okafor', at: AT })],
    ];
    for (const [keys, { text: edited, diagnostics }] of edits) {
      if (edited === undefined) {
        if (isReadable && diagnostics.length === 0) seen.refused++;
        continue;
      }
      seen.edited++;
      expect(isReadable).toBe(true);
      expect(rest(edited, keys)).toBe(rest(text, keys));
      expect(edited.startsWith('\ufeff')).toBe(text.startsWith('\ufeff'));
      const { front } = divide(edited);
      if (keys.includes('status')) expect(front.status).toBe('withdrawn');
      if (keys.includes('corrections')) {
        const before = (divide(text).front.corrections ?? []) as readonly unknown[];
        expect(front.corrections).toEqual([...(Array.isArray(before) ? before : []), { date: AT, text: correction }]);
      }
    }
  });
  fc.assert(property, { numRuns: Number(process.env.RUNS ?? 150) });
  expect(seen.edited).toBeGreaterThan(20 * (seen.refused + 1));
});
