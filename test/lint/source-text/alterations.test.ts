import { expect, test } from 'vitest';
import { check } from '../../../src/check.ts';
import { type Altered, alter } from './alterations.ts';
import { Random } from './random.ts';
import { englishPair, type Pair } from './stories.ts';

/* Notes with one fact of their source changed, and notes without a change. Set SEED for others. */
const SEED = Number(process.env.SEED ?? 1);
const RULES = ['source-quotation', 'source-number', 'source-date', 'source-name'];

async function found({ wire }: Pair, note: string): Promise<readonly string[]> {
  const { findings } = await check(note, { rules: RULES, sourceText: wire });
  return findings.map(({ rule, message, severity }) => `${severity} ${rule}: ${message}`);
}

function* alteredPairs(random: Random, count: number): Generator<readonly [Pair, Altered]> {
  for (let left = count; left > 0; ) {
    const pair = englishPair(random);
    for (const fact of random.some(pair.facts, 5)) {
      const altered = alter(pair, fact, random);
      if (!altered || left-- <= 0) continue;
      yield [pair, altered];
    }
  }
}

test('at least 99 of 100 changed facts are found', async () => {
  const missed: string[] = [];
  let count = 0;
  for (const [pair, altered] of alteredPairs(new Random(SEED), 1000)) {
    count++;
    const findings = await found(pair, altered.note);
    if (findings.some((finding) => finding.startsWith('warning'))) continue;
    missed.push(`${altered.fact.kind}: ${altered.from} -> ${altered.to}`);
  }
  expect(count).toBe(1000);
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(10);
}, 60_000);

test('at most 2 of 100 notes without a change have a finding', async () => {
  const random = new Random(SEED + 1);
  const wrong: string[] = [];
  for (let left = 100; left > 0; left--) {
    const pair = englishPair(random);
    const findings = await found(pair, pair.note);
    if (findings.length > 0) wrong.push(findings.join('; '));
  }
  expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(2);
}, 60_000);
