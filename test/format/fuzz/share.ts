import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { noteText } from '../generate.ts';
import { judge } from '../judge.ts';

/* The same notes in every run, with RUNS as many as it says; SEED tries others. */
const asked = Number(process.env.RUNS ?? 0);
const all = asked > 0 ? asked : 3_000;
export const SEED = Number(process.env.SEED ?? (asked > 0 ? 318_489_296 : 20_261_123));

/** So many files share the notes, one for each worker. */
const SHARES = 2;

/** Tries one share of all the notes. */
export function fuzz(share: number): void {
  const numRuns = Math.ceil(all / SHARES);
  const seed = SEED + share;
  let formatted = 0;
  let whole = 0;
  let refused = 0;

  test(
    `${numRuns} notes keep their meaning, and stay as they are when they are formatted again`,
    async () => {
      const property = fc.asyncProperty(noteText, async (note) => {
        const { text, unformatted, faults } = await judge(note);
        if (text === undefined) refused++;
        else formatted++;
        if (text !== undefined && unformatted.length === 0) whole++;
        expect(faults).toEqual([]);
      });
      await fc.assert(property, { numRuns, seed });
    },
    Math.max(600_000, numRuns * 120),
  );

  afterAll(() => {
    const part = formatted === 0 ? 0 : (100 * whole) / formatted;
    const counts = `${formatted} notes formatted, ${part.toFixed(1)} % of them with nothing left as written, ${refused} refused`;
    console.log(`fuzz: ${counts}; SEED=${SEED}`);
  });
}
