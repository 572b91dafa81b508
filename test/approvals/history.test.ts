import fc from 'fast-check';
import { expect, test } from 'vitest';
import { approve, check, correct, FORMATS, format, type Post, readPost, withdraw } from '../../src/index.ts';
import type { Correction } from '../../src/model/article.ts';
import { createEntry } from '../../src/write/feed/entry.ts';
import { UnprintableError } from '../../src/write/index.ts';
import { READABLE, readChannel } from '../write/channels/readers.ts';
import { squeezed } from '../write/channels/stories.ts';
import { type Spelling, spell, spelling } from './spelling.ts';
import { type Story, story, word } from './story.ts';

/* What happens to a note in a newsroom, step by step: after each, the channels, the feeds and the reports agree with it. */

const LONGEST = 20;
/** The number of steps, which is larger in the project `fuzz`. */
const STEPS = Number(process.env.STEPS ?? 400);

const KINDS = ['approve', 'correct', 'withdraw', 'publish', 'format', 'undo'] as const;
type Step = { readonly kind: (typeof KINDS)[number] | 'edit'; readonly at: number; readonly to: string };

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...KINDS, 'edit' as const, 'edit' as const),
  at: fc.nat(),
  to: word,
});

const CHANNELS = FORMATS.filter(({ name }) => READABLE.includes(name));
const ID = 'urn:example:1';
const URL = 'https://news.example/1';
const EDITABLE = /harbor|crane|berth|tide|quay|pilot|ledger|lantern|copper|winter|港口/g;

function noteOf(one: Story, how: Spelling): string {
  const text = spell(one, { ...how, syntax: 'markdown' });
  return text.replace(/^(\ufeff?---)(\r?\n)/, `$1$2id: ${ID}$2url: ${URL}$2`);
}

async function take(text: string, { kind, at: place, to }: Step, number: number, undo: string): Promise<string> {
  const at = new Date(Date.UTC(2026, 5, 1, number)).toISOString();
  switch (kind) {
    case 'approve':
      return approve(text, { by: `Editor ${number}`, at }).text ?? '';
    case 'correct':
      return correct(text, { correction: correctionOf(number), at }).text ?? '';
    case 'withdraw':
      return withdraw(text, { at }).text ?? '';
    case 'publish':
      return text.replace(/^(status: ?["']?)\w+/m, '$1published');
    case 'format':
      return (await format(text)).text ?? '';
    case 'undo':
      return undo;
    case 'edit': {
      const found = [...text.matchAll(EDITABLE)];
      const hit = found[place % found.length];
      return hit ? text.slice(0, hit.index) + to + text.slice(hit.index + hit[0].length) : text;
    }
  }
}

const correctionOf = (number: number): string => `Correction ${number}: it's the "wrong" crane.`;

/** The texts of prose, in order. */
function textsOf(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(textsOf);
  if (typeof node !== 'object' || node === null) return [];
  const { type, text } = node as { type?: string; text?: string };
  if (type === 'text' || type === 'codespan') return [text ?? ''];
  return Object.values(node).flatMap(textsOf);
}

function expectChannels({ article, house }: Post): void {
  const { headline, body, corrections = [], insight, laws } = article;
  const story = [headline, ...textsOf(body), ...corrections.map(({ text }) => text)];
  const analysis = [...textsOf(insight.map(({ prose }) => prose)), ...textsOf(laws)];
  for (const { name, write } of CHANNELS) {
    const seen = squeezed(readChannel(name, write(article, house, {})).join('\n'));
    let reached = 0;
    for (const text of [...story, ...analysis].map(squeezed)) {
      const at = seen.indexOf(text, reached);
      expect(at, `${name}: ${text} in ${seen}`).toBeGreaterThanOrEqual(reached);
      reached = at + text.length;
    }
  }
}

const byDate = (corrections: readonly Correction[]) =>
  [...corrections].sort((one, other) => Date.parse(one.date ?? '') - Date.parse(other.date ?? ''));

function expectFollowUps({ article, house }: Post): void {
  const { status, corrections = [] } = article;
  const expected = status === 'withdrawn' ? 'Withdrawn:' : byDate(corrections).at(-1)?.text;
  for (const { name, write } of CHANNELS) {
    const output = () => write(article, house, { followUp: true });
    if (expected === undefined) expect(output).toThrow(UnprintableError);
    else expect(squeezed(readChannel(name, output()).join('\n')), name).toContain(squeezed(expected));
  }
}

test('a history leaves no channel that disagrees, no other id in a feed, and no silent change of wording', async () => {
  let steps = 0;
  const property = fc.asyncProperty(
    story,
    spelling,
    fc.array(step, { minLength: LONGEST, maxLength: LONGEST }),
    async (one, how, history) => {
      let [before, text] = ['', noteOf(one, how)];
      const wordings = new Map<string, string>();
      for (const [number, next] of history.entries()) {
        const after = await take(text, next, number, before === '' ? text : before);
        expect(after, next.kind).not.toBe('');
        [before, text] = [text, after];
        steps++;
        const { post, diagnostics } = readPost(text, { force: true });
        if (!post) throw new Error(diagnostics.map(({ message }) => message).join());
        const { article, house } = post;
        expectChannels(post);
        if (next.kind !== 'format' && next.kind !== 'approve') expectFollowUps(post);
        const entry = createEntry(article, house, true);
        expect(entry).toMatchObject({ entry: { id: ID, url: URL } });
        if ('entry' in entry) expect(entry.entry.updated).toBe(article.updated);
        const { approved, status, slug, ...read } = article;
        const printed = JSON.stringify(read);
        const key = JSON.stringify(approved);
        if (next.kind === 'approve') wordings.set(key, printed);
        const isChanged = approved !== undefined && wordings.get(key) !== printed;
        expect(diagnostics.some(({ rule }) => rule === 'void-approval')).toBe(isChanged);
        if (approved === undefined) continue;
        const { findings } = await check(text, { rules: ['void-approval'] });
        expect(findings.length > 0, status).toBe(isChanged);
      }
    },
  );
  await fc.assert(property, { numRuns: Math.ceil(STEPS / LONGEST), endOnFailure: true });
  expect(steps).toBeGreaterThanOrEqual(STEPS);
}, 1_800_000);
