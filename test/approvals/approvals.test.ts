import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { approve, check, correct, format, readPost, withdraw } from '../../src/index.ts';
import type { Approval } from '../../src/model/article.ts';
import { pathOf, type Spelling, spell, spelling } from './spelling.ts';
import { CHANGES, type Story, story, word } from './story.ts';

/* `RUNS` asks for more. */
const RUNS = Number(process.env.RUNS ?? 1000);
const HISTORIES = Number(process.env.RUNS ?? 100);

const BY = 'Ada Okafor';
const AT = '2026-05-30T09:00:00Z';

/** What the program reads in a note: its approval, whether that is void, and all else that readers read. */
function look(text: string, path: string) {
  const { post, diagnostics } = readPost(text, { path, force: true });
  if (!post) throw new Error(diagnostics.map(({ message }) => message).join());
  const { approved, status, slug, ...article } = post.article;
  const isVoid = diagnostics.some(({ rule }) => rule === 'void-approval');
  return { approval: approved, isVoid, printed: JSON.stringify(article) };
}

/** The approval of a story, from a note that spells it in some way. */
function approved(one: Story, how: Spelling): Approval {
  const { text = '', diagnostics } = approve(spell(one, how), { by: BY, at: AT, path: pathOf(how) });
  expect(diagnostics).toEqual([]);
  const [hash = ''] = /sha256:[0-9a-f]{64}/.exec(text) ?? [];
  return { by: BY, at: AT, hash };
}

test('each change of wording voids an approval', () => {
  const names = Object.keys(CHANGES);
  const property = fc.property(
    story,
    spelling,
    spelling,
    fc.constantFrom(...names),
    word,
    fc.nat(20),
    (one, how, later, name, to, at) => {
      const other = CHANGES[name]?.(one, to, at) ?? one;
      fc.pre(JSON.stringify(other) !== JSON.stringify(one));
      const approval = approved(one, how);
      expect(look(spell(other, later, approval), pathOf(later)).isVoid, name).toBe(true);
      expect(look(spell(one, later, approval), pathOf(later)).isVoid, name).toBe(false);
    },
  );
  fc.assert(property, { numRuns: RUNS });
}, 600_000);

test('no formatting voids an approval', async () => {
  const property = fc.asyncProperty(story, spelling, async (one, how) => {
    const note = spell(one, { ...how, syntax: 'markdown' });
    const { text = '' } = approve(note, { by: BY, at: AT });
    const { text: formatted = '' } = await format(text);
    expect(look(formatted, 'a.md').isVoid).toBe(false);
    // What was formatted stays formatted.
    const { text: first = '' } = await format(note);
    const again = approve(first, { by: BY, at: AT }).text ?? '';
    expect((await format(again)).text).toBe(again);
    const corrected = correct(again, { correction: 'It was a crane.', at: AT }).text ?? '';
    expect((await format(corrected)).text).toBe(corrected);
    const gone = withdraw(corrected, { at: AT }).text ?? '';
    expect((await format(gone)).text).toBe(gone);
  });
  await fc.assert(property, { numRuns: Math.ceil(RUNS / 5) });
}, 600_000);

test.each(['abab', 'ap', 'abab-zh'])('an approval in the house abab holds in the house %s', (house) => {
  const text = readFileSync('examples/brevanne-second-opinion.md', 'utf8');
  const { text: after = '' } = approve(text, { by: BY, at: AT });
  const { post, diagnostics } = readPost(after, { house });
  expect(post?.article.approved?.by).toBe(BY);
  expect(diagnostics.filter(({ rule }) => rule === 'void-approval')).toEqual([]);
});

test('check and render agree', async () => {
  const property = fc.asyncProperty(story, spelling, fc.boolean(), async (one, how, changes) => {
    const approval = approved(one, how);
    const now = changes ? { ...one, laws: [...one.laws, [{ mark: 'none' as const, text: 'quay' }]] } : one;
    const text = spell(now, how, approval);
    const { findings } = await check(text, { path: pathOf(how), rules: ['void-approval'] });
    expect(findings.length === 1).toBe(changes);
    expect(look(text, pathOf(how)).isVoid).toBe(changes);
  });
  await fc.assert(property, { numRuns: Math.ceil(RUNS / 20) });
}, 600_000);

/** What a person or a program does to a note. */
type Step =
  | { readonly kind: 'approve' | 'correct' | 'withdraw' | 'format' | 'slug' }
  | { readonly kind: 'edit'; readonly at: number; readonly to: string }
  | { readonly kind: 'undo' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Step>({ kind: 'approve' }, { kind: 'format' }, { kind: 'slug' }) },
  { weight: 2, arbitrary: fc.constantFrom<Step>({ kind: 'correct' }, { kind: 'withdraw' }, { kind: 'undo' }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('edit' as const), at: fc.nat(), to: word }) },
);

const EDITABLE = /harbor|crane|berth|tide|quay|pilot|ledger|lantern|copper|winter|港口/g;

async function take(text: string, one: Step, number: number, undo: string): Promise<string> {
  const at = `2026-06-${String(10 + (number % 20))}T09:00:00Z`;
  switch (one.kind) {
    case 'approve':
      return approve(text, { by: `Editor ${number}`, at }).text ?? '';
    case 'correct':
      return correct(text, { correction: `Correction ${number}: "it's" wrong.`, at }).text ?? '';
    case 'withdraw':
      return withdraw(text, { at }).text ?? '';
    case 'format':
      return (await format(text)).text ?? '';
    case 'slug':
      return text.replace(/^(slug: ["']?)\w+/m, `$1new-${number}`);
    case 'undo':
      return undo;
    case 'edit': {
      const found = [...text.matchAll(EDITABLE)];
      const hit = found[one.at % found.length];
      return hit ? text.slice(0, hit.index) + one.to + text.slice(hit.index + hit[0].length) : text;
    }
  }
}

describe('a history of edits, approvals and corrections', () => {
  test('never leaves a change of wording after an approval unreported', async () => {
    const property = fc.asyncProperty(
      story,
      spelling,
      fc.array(step, { minLength: 1, maxLength: 16 }),
      async (one, how, steps) => {
        let text = spell(one, { ...how, syntax: 'markdown' });
        let before = text;
        const seen = new Map<string, string>();
        for (const [number, next] of steps.entries()) {
          const after = await take(text, next, number, before);
          expect(after, next.kind).not.toBe('');
          [before, text] = [text, after];
          const { approval, isVoid, printed } = look(text, 'a.md');
          if (next.kind === 'approve') seen.set(JSON.stringify(approval), printed);
          if (approval) expect(isVoid, next.kind).toBe(seen.get(JSON.stringify(approval)) !== printed);
        }
      },
    );
    await fc.assert(property, { numRuns: HISTORIES });
  }, 600_000);
});
