import { expect, test } from 'vitest';
import { check } from '../../../src/check.ts';
import { Random } from '../source-text/random.ts';
import { alter, KINDS, type Kind } from './alterations.ts';
import { noteOf, PAIRS } from './pairs.ts';

/* One version of a story with one fact changed, held to the other version. Set SEED for other changes. */
const SEED = Number(process.env.SEED ?? 1);
const RULES = ['translation-number', 'translation-date', 'translation-name', 'translation-count'];

test('at least 97 of 100 changed facts are found', async () => {
  const random = new Random(SEED);
  const counts = new Map<Kind, number>();
  const missed: string[] = [];
  for (let count = 0; count < 500; ) {
    const kind = random.pick(KINDS);
    const pair = random.pick(PAIRS);
    // A Chinese version does not keep the names of an English one in Latin letters.
    const languages =
      kind === 'name' ? (['zh', 'en'] as const) : random.pick([['en', 'zh'] as const, ['zh', 'en'] as const]);
    const [language, other] = languages;
    const altered = alter(pair, language, kind, random);
    if (!altered) continue;
    count++;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const { findings } = await check(altered.note, { rules: RULES, translationOf: noteOf(other, pair[other]) });
    if (findings.some(({ severity }) => severity === 'warning')) continue;
    missed.push(`${kind}: ${pair.desk} in ${language}: ${altered.change}`);
  }
  for (const kind of KINDS) expect(counts.get(kind), kind).toBeGreaterThan(25);
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(15);
}, 60_000);
