import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { email, wechat } from '../../../src/write/channels/formats.ts';
import type { Format } from '../../../src/write/format.ts';
import { text } from '../../../src/write/text.ts';
import { UnprintableError } from '../../../src/write/unprintable.ts';
import { bodyText } from '../../format/generate.ts';
import { article, house } from '../fixtures.ts';
import { readProse } from '../round-trip.ts';
import { attribute, elementsOf, textOf } from './html-text.ts';
import { type Story, squeezed, story } from './stories.ts';
import { expectAllowed } from './wechat-rules.ts';

/* Whatever the story: each sentence is in the post, in order, with every quotation, number and link. */
const abab = house();
const runs = { numRuns: Number(process.env.RUNS ?? 100) };

/** A post; undefined for a story that is too long. */
function print(format: Format, one: Story['article']): string | undefined {
  try {
    return format.write(one, abab, {});
  } catch (error) {
    if (error instanceof UnprintableError && error.rule === 'does-not-fit') return undefined;
    throw error;
  }
}

function expectWhole(
  printed: string,
  { sentences, quotations }: Pick<Story, 'sentences' | 'quotations'>,
  headline: readonly string[],
): void {
  const all = squeezed(printed);
  let reached = 0;
  for (const sentence of [...headline, ...sentences]) {
    const at = all.indexOf(squeezed(sentence), reached);
    expect(at, `${sentence}\nin\n${printed}`).toBeGreaterThanOrEqual(reached);
    reached = at + squeezed(sentence).length;
  }
  for (const quotation of quotations) expect(all).toContain(squeezed(quotation));
}

test('wechat: sentences in order, links as notes, and only what WeChat keeps', () => {
  let refused = 0;
  fc.assert(
    fc.property(story, (one) => {
      const html = print(wechat, one.article);
      if (html === undefined) return void refused++;
      expectAllowed(html);
      expect(html.trimEnd().length).toBeLessThan(20_000);
      const printed = textOf(html);
      expectWhole(printed, one, [one.article.headline]);
      const notes = Array.from(printed.matchAll(/^\[(\d+)\] the report: (.*)$/gm), ([, number, url]) => [number, url]);
      expect(new Set(notes.map(([, url]) => url))).toEqual(new Set(one.links));
      expect(notes.map(([number]) => Number(number))).toEqual(notes.map((_, index) => index + 1));
    }),
    runs,
  );
  expect(refused).toBeLessThan(runs.numRuns / 2);
});

test('email: both parts are the story, by another parser of messages', async () => {
  await fc.assert(
    fc.asyncProperty(story, async (one) => {
      const { subject, text: plain = '', html = '' } = await PostalMime.parse(print(email, one.article) ?? '');
      expect(subject).toBe(one.article.headline);
      expect(plain.replaceAll('\r\n', '\n').trimEnd()).toBe(text.write(one.article, abab, {}).trimEnd());
      expectWhole(textOf(html), one, [one.article.headline]);
      const links = elementsOf(html).flatMap((element) => attribute(element, 'href') ?? []);
      expect(new Set(links)).toEqual(new Set(one.links));
    }),
    runs,
  );
});

/** The texts of prose, in order. */
function textsOf(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(textsOf);
  if (typeof node !== 'object' || node === null) return [];
  const { type, text } = node as { type?: string; text?: string };
  if (type === 'text' || type === 'codespan' || type === 'code') return [text ?? ''];
  return Object.values(node).flatMap(textsOf);
}

test('any Markdown: every word is in both, and WeChat keeps all', async () => {
  await fc.assert(
    fc.asyncProperty(bodyText, async (markdown) => {
      const one = article({ body: readProse(markdown), url: 'https://a.example/b' });
      const pasted = print(wechat, one);
      if (pasted !== undefined) expectAllowed(pasted);
      const message = await PostalMime.parse(print(email, one) ?? '');
      expect(message.subject).toBe(one.headline);
      expect(squeezed(message.text ?? '')).not.toBe('');
      const story = { sentences: textsOf(one.body), quotations: [] };
      if (pasted !== undefined) expectWhole(textOf(pasted), story, []);
      expectWhole(textOf(message.html ?? ''), story, []);
    }),
    runs,
  );
});
