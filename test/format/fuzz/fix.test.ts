import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../../../src/check.ts';
import { fix } from '../../../src/fix.ts';
import { noteText } from '../generate.ts';
import { SEED } from './share.ts';

/* A tenth of the notes that `format` alone is tried on: each is checked, put right and formatted, twice. */
const asked = Number(process.env.RUNS ?? 0);
const numRuns = asked > 0 ? Math.ceil(asked / 10) : 400;

test(
  `${numRuns} notes: fixing twice is fixing once, and nothing safe is left to be fixed`,
  async () => {
    let fixes = 0;
    await fc.assert(
      fc.asyncProperty(noteText, fc.boolean(), async (note, unsafe) => {
        const once = await fix(note, { unsafe });
        fixes += once.fixed;
        expect((await fix(once.text, { unsafe })).text).toBe(once.text);
        expect((await check(once.text)).findings.map(({ severity }) => severity === 'fatal')).toEqual(
          once.findings.map(({ severity }) => severity === 'fatal'),
        );
      }),
      { numRuns, seed: SEED },
    );
    expect(fixes).toBeGreaterThan(0);
  },
  Math.max(600_000, numRuns * 500),
);
