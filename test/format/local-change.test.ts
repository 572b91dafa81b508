import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explainDifference } from '../../src/format/equivalence/equivalence.ts';
import { isSafeLocalChange } from '../../src/format/local-change.ts';
import { ParseCache } from '../../src/format/parse-cache.ts';
import { FULL_PLAN, noteText } from '../../src/format/print/index.ts';
import { format } from '../../src/format.ts';
import { houseFor, resolveHouse } from '../../src/house/resolve.ts';
import { readNote } from '../../src/read/note.ts';
import { createSource } from '../../src/text/index.ts';
import { block, heading } from './generate/blocks.ts';
import { weighted } from './generate/inlines.ts';

const FRONT = '---\nheadline: H\nsource: S\n---\n\n';
const houseContext = resolveHouse();

/** What both proofs say of a note. */
function proofs(text: string): { readonly local: boolean; readonly whole: boolean } {
  const { cst } = readNote(createSource('n.md', text), houseContext.vocabulary);
  if (!cst) throw new Error('the note cannot be read');
  const house = houseFor(cst.note, houseContext);
  const formatted = noteText(cst, house, FULL_PLAN);
  const parseCache = new ParseCache(houseContext);
  const local = isSafeLocalChange(cst, formatted, house, parseCache);
  const [before, after] = [text, formatted].map((one) => parseCache.parse(one));
  const isSame = before && after && explainDifference(before.equivalence, after.equivalence) === undefined;
  return { local, whole: isSame === true && noteText(after.cst, house, FULL_PLAN) === formatted };
}

/** Texts whose blocks are apart, without what has an effect far from it. */
const texts = fc.array(
  weighted([4, block], [1, heading], [1, fc.constantFrom('## Insight', '### Capital', '## Laws')]).filter(
    (text) => !/```|~~~|<|\]:/.test(text),
  ),
  { minLength: 3, maxLength: 8 },
);

test('what the proof of the parts accepts, the proof of the whole note accepts', { timeout: 600_000 }, async () => {
  let accepted = 0;
  const numRuns = Number(process.env.RUNS ?? 300);
  const property = fc.asyncProperty(texts, block, fc.nat(7), async (all, change, at) => {
    const { text = '' } = await format(`${FRONT}${all.map((one, index) => `${one}\n\nText ${index}.`).join('\n\n')}\n`);
    const place = `\n\nText ${at % all.length}.\n`;
    const { local, whole } = proofs(text.replace(place, () => `${place}\n${change}\n\nMore.\n`));
    if (local) accepted++;
    expect(local && !whole).toBe(false);
  });
  await fc.assert(property, { numRuns, seed: Number(process.env.SEED ?? 318_489_296) });
  expect(accepted).toBeGreaterThan(numRuns / 5);
});

test.each([
  ['a list that is joined to a heading', '- a\n## Insight\n\nb\n\nc', true],
  ['lines of a paragraph', 'a\nb\n\nc\n\nd\n\ne\n\nf', true],
  ['a definition', 'a\nb\n\n[c]\n\n[c]: /d\n\ne\n\nf', false],
  ['an open fence', 'a\nb\n\nc\n\n```\n\nd\n\ne', false],
  ['HTML', 'a\nb\n\n<div>\n\nc\n\nd', false],
  ['a heading that changes', 'a\n\n##  Insight\n\nb\n\nc\n\nd', false],
  ['a source line', 'a\nb\n\nc\n\nd\n\nSource: x', false],
  ['the end of the body', 'a\n\nb\n\nc\n\nd\ne', false],
  ['most parts', 'a\nb\n\nc\nd\n\ne\nf\n\ng', false],
])('the parts of a note show that a change is safe: %s', (_, body, local) => {
  expect(proofs(`${FRONT}${body}\n`).local).toBe(local);
});
