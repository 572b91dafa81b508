import type { InsightRole } from '../../model/house.ts';
import { hasHan } from '../../text/index.ts';
import type { InsightPassages, RuleContext } from '../context.ts';
import { inPassage } from '../passages.ts';
import type { Rule } from '../rule.ts';

/** A correct insight, for examples. */
export const INSIGHT =
  'The company has automated its fabs for a decade.\n\nIn terms of capital, it spends less on shifts.\n\nSimilar to its peers, the lab starts small.\n\nEssentially, machines take the routine.';

export const insightOrder: Rule = {
  id: 'insight-order',
  group: 'insight',
  what: 'Insight parts that are not in the order of the house.',
  why: 'Regular readers know where to look. The reference post goes from background to capital, comparison and essence.',
  severity: 'warning',
  options: ['insight'],
  bad: {
    insight:
      '### Capital\n\nIn terms of capital, it spends less on shifts.\n\n### Background\n\nThe company has automated its fabs for a decade.',
  },
  good: {
    insight:
      '### Background\n\nThe company has automated its fabs for a decade.\n\n### Capital\n\nIn terms of capital, it spends less on shifts.',
  },
  *check({ parts, house }) {
    const ids = house.insight.map(({ id }) => id);
    const nameOf = (at: number) => house.insight[at]?.names[0] ?? ids[at] ?? '';
    let furthest = -1;
    for (const { role, heading } of parts) {
      const at = role === undefined ? -1 : ids.indexOf(role);
      if (at === -1 || !heading) continue;
      if (at < furthest) {
        const message = `'${nameOf(at)}' comes after '${nameOf(furthest)}'`;
        const advice = `Use this order: ${ids.map((_, index) => nameOf(index)).join(', ')}.`;
        yield { message, advice, span: heading.span };
      }
      furthest = Math.max(furthest, at);
    }
  },
};

export const insightOpener: Rule = {
  id: 'insight-opener',
  group: 'insight',
  what: 'An insight paragraph that does not start with one of its openers.',
  why: 'A printed post has no headings inside the insight. Readers recognize the second paragraph by *In terms of capital*, the third by *Similar to* and the last by *Essentially*, as in the reference post. Paragraphs without headings are matched by position if their number is right.',
  severity: 'warning',
  options: ['insight'],
  bad: {
    insight:
      'The company has automated its fabs for a decade.\n\nThe company spends less on shifts.\n\nSimilar to its peers, the lab starts small.\n\nEssentially, machines take the routine.',
  },
  good: { insight: INSIGHT },
  *check(context) {
    if (context.isForeign) return;
    for (const [part, { openers = [], names, id }] of partsWithRole(context)) {
      const first = part.passages.find(({ text }) => text.trim() !== '');
      if (!first || openers.length === 0 || openers.some((opener) => opensWith(first.text, opener))) continue;
      const message = `'${names[0] ?? id}' paragraph starts without its opener`;
      const advice = `Start the paragraph with ${oneOf(openers)}.`;
      yield* inPassage(first, [
        { message, advice, span: { start: 0, end: FIRST_WORDS.exec(first.text)?.[0].length ?? 1 } },
      ]);
    }
  },
};

/** The first three words, or six Chinese characters: where an editor has to look. */
const FIRST_WORDS = /^\s*(?:[\u2e80-\uffdc]{1,6}|\S+(?:\s+\S+){0,2})/;

/** Pairs each part with its role: by its heading, or by its position if no part has a heading and none is missing. */
function* partsWithRole({ parts, house }: RuleContext): Generator<[InsightPassages, InsightRole]> {
  const isNamed = parts.some(({ heading }) => heading);
  if (!isNamed && parts.length !== house.insight.length) return;
  for (const [index, part] of parts.entries()) {
    const role = isNamed ? house.insight.find(({ id }) => id === part.role) : house.insight[index];
    if (role) yield [part, role];
  }
}

/** `'a'`, `'a' or 'b'`, `'a', 'b' or 'c'`. */
function oneOf(openers: readonly string[]): string {
  const quoted = openers.map((opener) => `'${opener}'`);
  return [quoted.slice(0, -1).join(', '), ...quoted.slice(-1)].filter((part) => part !== '').join(' or ');
}

const LETTER = /^[A-Za-z0-9\u00c0-\u024f]/;

function opensWith(text: string, opener: string): boolean {
  const start = text
    .slice(0, opener.length + 40)
    .trimStart()
    .replace(/^["'“‘]/, '')
    .replace(/\s+/g, ' ');
  if (start.slice(0, opener.length).toLowerCase() !== opener.toLowerCase()) return false;
  return hasHan(opener) || !LETTER.test(start.slice(opener.length));
}
